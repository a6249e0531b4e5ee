//! Registers keys by their stamped paper forms.
//!
//! The digits are typed or scanned from there, never taken from the screen.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`queue`] | the registrations that were received, one after the other |
//! | [`entry`] | the form for one of them: digits, questions, number |
//! | [`attempt`] | what is typed there: what is wrong with it, and what going on does |
//! | [`offered`] | what an offer says of itself, to be compared with the paper |
//! | [`questions`] | what is asked where the list says otherwise |

mod attempt;
mod entry;
mod offered;
mod questions;
mod queue;

use anziping_core::seal::Sha256;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::dialog::Dialog;
use crate::words::office::{self as desk, registering as words};
use entry::{Entry, EntryButtons};

pub(super) use offered::offered;
pub(super) use queue::Queue;

/// Which file's key is being registered in the dialog. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct KeyToRegister {
    open: RwSignal<bool>,
    document: RwSignal<Option<Sha256>>,
}

impl KeyToRegister {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { open: RwSignal::new(false), document: RwSignal::new(None) }
    }

    /// Returns whether the dialog is open.
    fn is_open(self) -> bool {
        self.open.get()
    }

    /// Opens the dialog for the document of this hash.
    pub(super) fn begin(self, document: Sha256) {
        self.document.set(Some(document));
        self.open.set(true);
    }
}

/// The dialog.
#[component]
pub(super) fn Register(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    let close = Callback::new(move |()| registering.open.set(false));
    let ways = EntryButtons { on_done: close, on_leave: close, leave: desk::CLOSE };
    view! {
        <Dialog open=registering.open labelled_by="register-title">
            {registering
                .document
                .get_untracked()
                .map(|document| {
                    view! {
                        <h2 id="register-title">{words::TITLE}</h2>
                        <Entry app=app document=document ways=ways />
                    }
                })}
        </Dialog>
    }
    .into_any()
}
