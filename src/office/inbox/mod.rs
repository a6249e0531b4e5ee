//! The inbox: files come in, each gets its verdict.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`choose`] | the ways in which files are handed over |
//! | [`progress`] | how far the checking is, and what was given up |
//! | [`list`], [`file`], [`detail`] | every file, one file, and what is known about it |
//! | [`told`] | what a report says beside its score |
//! | [`accept`] | taking in one report, and a deputy's that goes over another one |
//! | [`register`], [`key_change`] | comparing the digits of a new key, and a key that took another's place |
//! | [`receipts`] | signing receipts for what was accepted |
//! | [`street_month`] | the month of a street, and registering its key |
//! | [`returns`] | giving reports back with remarks |

mod accept;
mod choose;
mod detail;
mod file;
mod key_change;
mod list;
mod progress;
mod receipts;
mod register;
mod returns;
mod street_month;
mod told;

use leptos::prelude::*;

use super::app::OfficeApp;
use crate::platform::files::PickedFile;
use crate::ui::field::Notice;
use crate::words::office as words;
use accept::{AcceptThis, ReportToAccept};
use choose::Choose;
use list::List;
use progress::{Cancelled, Running};
use receipts::Receipts;
use register::{KeyToRegister, Register};
use returns::{ReportsToReturn, Returns};

/// The page. Files may be dropped anywhere on it.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let app = OfficeApp::get();
    let over = RwSignal::new(false);
    let registering = KeyToRegister::none();
    provide_context(registering);
    let accepting = ReportToAccept::none();
    provide_context(accepting);
    let returning = ReportsToReturn::none();
    provide_context(returning);
    let fault = RwSignal::new(None::<String>);
    let take = Callback::new(move |files: Result<Vec<PickedFile>, String>| choose::take(app, fault, files));
    let hover = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop_here = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        choose::dropped(&event, take);
    };
    view! {
        <div class="page" on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=drop_here>
            <div class="page-head">
                <h1 tabindex="-1">{words::INBOX}</h1>
                <p>{words::LEAD}</p>
            </div>
            <Choose app=app over=over take=take />
            {move || {
                fault
                    .get()
                    .map(|said| {
                        view! {
                            <Notice kind="bad">
                                <p data-fault="files">{said}</p>
                            </Notice>
                        }
                    })
            }}
            <Running app=app />
            <Cancelled app=app />
            <Receipts app=app />
            <Returns app=app returning=returning />
            <List app=app />
            <Notice kind="info">
                <p>{words::GREEN}</p>
                <p>{words::NOT_KEPT}</p>
            </Notice>
            <Register app=app registering=registering />
            <AcceptThis app=app accepting=accepting />
        </div>
    }
    .into_any()
}
