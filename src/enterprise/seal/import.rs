//! A key from its backup, on a device that does not have it.

use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job};
use leptos::prelude::*;

use super::backup::{HandOver, Handed};
use super::holder::{HeldBy, Holder, HolderFields};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, document, task};
use crate::ui::field::Notice;
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::seal as words;
use crate::worker_client::{self, WorkFault};

/// The form.
#[component]
pub fn Import(session: Session) -> impl IntoView {
    let app = App::get();
    let handed = Handed::new();
    let holder = Holder::new(session, "import");
    let passphrase = RwSignal::new(String::new());
    let (shown, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None::<WorkFault>);
    let import = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        wrong.set(None);
        failed.set(None);
        if handed.text.with_untracked(|text| text.trim().is_empty()) {
            handed.fault.set(Some(words::NOTHING_PICKED.into()));
            return;
        }
        let Some(HeldBy { role, name, title, mandate }) = holder.read() else { return };
        if passphrase.with_untracked(String::is_empty) {
            wrong.set(Some(words::PASSPHRASE_MISSING.into()));
            document::focus_id("import_passphrase");
            return;
        }
        busy.set(true);
        let pem = handed.text.get_untracked();
        let id = session.id.get_value();
        let job = Job::OpenKey { pem: pem.clone(), kid: None, passphrase: passphrase.get_untracked().into() };
        task::spawn(async move {
            let outcome = worker_client::run(&job).await;
            busy.try_set(false);
            match outcome {
                Ok(Done::KeyOpened { kid, x, .. }) => {
                    passphrase.try_set(String::new());
                    let (kid, created_at) = (kid.to_string(), clock::now_rfc3339());
                    // Opening it was the check of the backup.
                    let kept = KeyRecord {
                        kid: kid.clone(),
                        pem,
                        x,
                        name,
                        title,
                        role,
                        created_at,
                        backup_checked: true,
                        mandate,
                        retired: None,
                    };
                    app.keep_key(&id, &kept);
                    document::reveal(Some(&super::keys::id_of(&kid)));
                }
                Ok(_) => drop(failed.try_set(Some(WorkFault::Garbled("another answer".into())))),
                Err(fault) => drop(failed.try_set(handed.sort(fault, wrong))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=import>
            <HandOver handed=handed prefix="import" without_file=words::PASTE_INSTEAD copy=None />
            <HolderFields holder=holder />
            <PassphraseField
                name="import_passphrase"
                label=words::PASSPHRASE
                value=passphrase
                fault=wrong
                eager=Signal::stored(true)
                shown=shown
            />
            <Reveal name="show_import_passphrase" shown=shown />
            {move || {
                failed
                    .get()
                    .map(|fault| {
                        view! {
                            <Notice kind="bad">
                                <p>{words::fault(&fault)}</p>
                            </Notice>
                        }
                    })
            }}
            <Submit action="import-key" label=words::IMPORT_BUTTON working=words::OPENING busy=busy />
        </form>
    }
    .into_any()
}
