//! Takes one report in.
//!
//! A trusted one, or a deputy's on the office's word, since it may go over what the principal signed himself.

use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::dialog::Dialog;
use crate::ui::field::Notice;
use crate::words::office as words;

/// Which file is asked about. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct ReportToAccept {
    pub(super) open: RwSignal<bool>,
    /// Place of the file in the inbox.
    pub(super) at: RwSignal<usize>,
}

impl ReportToAccept {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { open: RwSignal::new(false), at: RwSignal::new(0) }
    }
}

/// The button of a row.
pub(super) fn button(at: usize) -> AnyView {
    let accepting = expect_context::<ReportToAccept>();
    let open = move |_| {
        accepting.at.set(at);
        accepting.open.set(true);
    };
    view! {
        <div class="no-print">
            <button type="button" class="button button-small" data-action="accept-this" on:click=open>
                {words::ACCEPT_THIS}
            </button>
        </div>
    }
    .into_any()
}

/// Notes a trusted report as received, or takes that back; once for each report.
pub(super) fn of_one(app: OfficeApp, at: usize, document: Sha256, judged: &Judged) -> Option<AnyView> {
    let accepted = Memo::new(move |_| app.record.with(|record| record.has_accepted(document)));
    let button = move || {
        let (action, said) =
            if accepted.get() { ("take-back", words::TAKE_BACK) } else { ("accept-one", words::ACCEPT_ONE) };
        let press = move |_| {
            if accepted.get_untracked() {
                app.take_back(document, words::TAKEN_BACK);
            } else {
                app.accept_on_word(at, words::accepted_one);
            }
        };
        view! {
            <button type="button" class="button button-small" data-action=action on:click=press>
                {said}
            </button>
        }
    };
    (judged.verdict == Verdict::Trusted).then(|| view! { <div class="no-print">{button}</div> }.into_any())
}

/// The dialog.
#[component]
pub(super) fn AcceptThis(app: OfficeApp, accepting: ReportToAccept) -> impl IntoView {
    let accept = move |_| {
        app.accept_on_word(accepting.at.get_untracked(), words::accepted_this);
        accepting.open.set(false);
    };
    view! {
        <Dialog open=accepting.open labelled_by="accept-this-title">
            <h2 id="accept-this-title">{words::ACCEPT_THIS_TITLE}</h2>
            <Notice kind="warn">
                <p>{words::ACCEPT_THIS_WHAT}</p>
            </Notice>
            <div class="row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="confirm-accept-this"
                    on:click=accept
                >
                    {words::ACCEPT_THIS_BUTTON}
                </button>
                <button type="button" class="button" data-action="close" on:click=move |_| accepting.open.set(false)>
                    {words::CLOSE}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
