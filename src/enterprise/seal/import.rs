//! A key from its backup, on a device that does not have it.

use anziping_core::jobs::{Done, Job};
use anziping_core::stored::KeyRecord;
use leptos::prelude::*;

use super::backup::{HandOver, Handed};
use super::passphrase::{PassphraseField, Reveal, Submit};
use crate::platform::{clock, document, task};
use crate::state::workshop::{self, WorkshopFault};
use crate::state::{App, Session};
use crate::text::seal as words;
use crate::ui::field::{Field, Notice};

/// The form.
#[component]
pub fn Import(session: Session) -> impl IntoView {
    let app = App::get();
    let handed = Handed::new();
    let name = RwSignal::new(session.enterprise.with_untracked(|enterprise| enterprise.principal.trim().to_owned()));
    let post = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None::<WorkshopFault>);
    let name_fault = Memo::new(move |_| name.with(|name| name.trim().is_empty()).then(|| words::NAME_MISSING.to_owned()));
    let import = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        wrong.set(None);
        failed.set(None);
        if handed.text.with_untracked(|text| text.trim().is_empty()) {
            handed.fault.set(Some(words::NOTHING_PICKED.into()));
            return;
        }
        if name_fault.with_untracked(Option::is_some) {
            document::focus_id("import_name");
            return;
        }
        if passphrase.with_untracked(String::is_empty) {
            wrong.set(Some(words::PASSPHRASE_MISSING.into()));
            document::focus_id("import_passphrase");
            return;
        }
        busy.set(true);
        let pem = handed.text.get_untracked();
        let (name, title, id) = (name.get_untracked().trim().to_owned(), post.get_untracked().trim().to_owned(), session.id.get_value());
        let job = Job::OpenKey { pem: pem.clone(), kid: None, passphrase: passphrase.get_untracked().into() };
        task::spawn(async move {
            let outcome = workshop::run(&job).await;
            busy.try_set(false);
            match outcome {
                Ok(Done::KeyOpened { kid, x, .. }) => {
                    passphrase.try_set(String::new());
                    let (kid, role, created_at) = (kid.to_string(), super::PRINCIPAL.to_owned(), clock::now_rfc3339());
                    // Opening it was the check of the backup.
                    app.keep_key(&id, &KeyRecord { kid: kid.clone(), pem, x, name, title, role, created_at, backup_checked: true });
                    document::reveal(Some(&super::keys::id_of(&kid)));
                }
                Ok(_) => drop(failed.try_set(Some(WorkshopFault::Garbled("another answer".into())))),
                Err(fault) => drop(failed.try_set(handed.sort(fault, wrong))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=import>
            <HandOver handed=handed prefix="import" without_file=words::PASTE_INSTEAD copy=None/>
            <div class="grid-2">
                <Field name="import_name" label=words::NAME value=name fault=name_fault eager=tried required=true on_input=Callback::new(move |typed| name.set(typed))/>
                <Field name="import_title" label=words::POST hint=words::POST_HINT value=post on_input=Callback::new(move |typed| post.set(typed))/>
            </div>
            <PassphraseField name="import_passphrase" label=words::PASSPHRASE value=passphrase fault=wrong eager=Signal::stored(true) shown=shown/>
            <Reveal name="show_import_passphrase" shown=shown/>
            {move || failed.get().map(|fault| view! { <Notice kind="bad"><p>{words::fault(&fault)}</p></Notice> })}
            <Submit action="import-key" label=words::IMPORT_BUTTON working=words::OPENING busy=busy/>
        </form>
    }
    .into_any()
}
