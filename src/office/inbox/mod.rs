//! The inbox: files come in, each gets its verdict.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`choose`] | the ways in which files are handed over |
//! | [`progress`] | how far the checking is, and what was given up |
//! | [`find`] | what is looked for among them, and the order |
//! | [`list`], [`file`], [`detail`] | every file, one file, and what is known about it |
//! | [`removing`] | taking verdicts off the list, one of them or those of a month |
//! | [`matters_shown`] | what a report says beside its score |
//! | [`note`] | the office's own note on a report |
//! | [`accept`] | taking in one report, and a deputy's that goes over another one |
//! | [`register`] | registering keys, one after the other, by their stamped forms |
//! | [`key_change`] | a key that took another's place |
//! | [`receipts`] | signing receipts for what was accepted |
//! | [`street_month`] | the month of a street, and registering its key |
//! | [`returns`], [`return_remarks`] | giving reports back with remarks, and what became of each |
//! | [`to_copy`] | a message to be copied into a chat |

mod accept;
mod choose;
mod detail;
mod file;
mod find;
mod key_change;
mod list;
mod matters_shown;
mod note;
mod progress;
mod receipts;
mod register;
mod removing;
mod return_remarks;
mod returns;
mod street_month;
mod to_copy;

use leptos::prelude::*;

use super::app::OfficeApp;
use super::dropping::Dropping;
use crate::ui::field::Notice;
use crate::words::office as words;
use accept::{AcceptThis, ReportToAccept};
use choose::Choose;
use list::List;
use progress::{Cancelled, Running};
use receipts::Receipts;
use register::{KeyToRegister, Queue, Register};
use removing::RemoveMonths;
use returns::{ReportsToReturn, Returns};

/// The page.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let app = OfficeApp::get();
    let dropping = expect_context::<Dropping>();
    let registering = KeyToRegister::none();
    provide_context(registering);
    let accepting = ReportToAccept::none();
    provide_context(accepting);
    let returning = ReportsToReturn::none();
    provide_context(returning);
    let keeps = Memo::new(move |_| app.keeps_verdicts());
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::INBOX}</h1>
                <p>{words::LEAD}</p>
            </div>
            <Choose app=app dropping=dropping />
            {move || {
                dropping
                    .said
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
            <Queue app=app registering=registering />
            <Receipts app=app />
            <Returns app=app returning=returning />
            <RemoveMonths app=app />
            <List app=app />
            {move || {
                let keeps = keeps.get();
                let (kind, said) = if keeps { ("info", words::KEPT) } else { ("warn", words::NOT_KEPT) };
                view! {
                    <Notice kind="info">
                        <p>{words::GREEN}</p>
                    </Notice>
                    <Notice kind=kind>
                        <p data-kept=keeps.to_string()>{said}</p>
                    </Notice>
                }
            }}
            <Register app=app registering=registering />
            <AcceptThis app=app accepting=accepting />
        </div>
    }
    .into_any()
}
