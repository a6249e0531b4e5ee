//! Saving a key's backup and opening it once: only then may the key sign.

use anziping_core::record::KeyRecord;
use anziping_core::request::{OpenKey, RequestFault, SignedRegistration};
use anziping_core::seal::keys::KeyId;
use leptos::prelude::*;

use super::registration;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, HowMany};
use crate::platform::{clipboard, document, task};
use crate::ui::field::{Fault, Field, Input};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::seal as words;
use crate::worker_client::{self, WorkFault};

/// The most bytes of a backup: a key takes less than one kilobyte, and nobody should wait for a film picked by mistake.
const BACKUP_LIMIT: u64 = 64 * 1024;

/// Id of the backup step of a key.
pub(super) fn id_of(kid: KeyId) -> String {
    format!("backup-{kid}")
}

/// A backup that was handed over, by file or by text.
#[derive(Clone, Copy)]
pub(super) struct Handed {
    /// Name of the chosen file.
    name: RwSignal<Option<String>>,
    /// Its text, or what was pasted.
    text: RwSignal<String>,
    /// Why there is none.
    fault: RwSignal<Option<String>>,
}

impl Handed {
    pub(super) fn new() -> Self {
        Self { name: RwSignal::new(None), text: RwSignal::new(String::new()), fault: RwSignal::new(None) }
    }

    fn pick(self) {
        task::spawn(async move {
            let chosen = match files::pick("", HowMany::One).await {
                Ok(files) => files.into_iter().next(),
                Err(fault) => return drop(self.fault.try_set(Some(words::file(&fault)))),
            };
            let Some(file) = chosen else { return };
            match file.text(BACKUP_LIMIT).await {
                Ok(text) => {
                    self.name.try_set(Some(file.name()));
                    self.text.try_set(text);
                    self.fault.try_set(None);
                }
                Err(fault) => drop(self.fault.try_set(Some(words::file(&fault)))),
            }
        });
    }

    /// What was handed over; where there is nothing, says so.
    pub(super) fn text(self) -> Option<String> {
        let text = self.text.get_untracked();
        if text.trim().is_empty() {
            self.fault.set(Some(words::NOTHING_PICKED.into()));
            return None;
        }
        Some(text)
    }

    /// What became of opening it: a file that is no key, or another one, is said here.
    pub(super) fn said(self, fault: WorkFault) -> KeyFault {
        match fault {
            WorkFault::Request(RequestFault::NotAKey | RequestFault::ForeignKey) => {
                self.fault.try_set(Some(words::fault(&fault)));
                KeyFault::Said
            }
            other => other.into(),
        }
    }
}

/// Chooses the file, or takes the text where files cannot be kept.
#[component]
pub(super) fn HandOver(
    /// Where it goes.
    handed: Handed,
    /// Prefix of the ids; unique on the page.
    prefix: &'static str,
    /// Summary of the disclosure for those without a file.
    without_file: &'static str,
    /// The text of the backup, where it can be copied.
    #[prop(optional_no_strip)]
    copy: Option<String>,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let fault_id = format!("{prefix}-file-error");
    let copying = copy.map(|pem| {
        let copy = move |_| {
            let pem = pem.clone();
            task::spawn(async move {
                copied.try_set(Some(clipboard::copy(&pem).await.is_ok()));
            });
        };
        view! {
            <p class="hint">{words::COPY_BACKUP_HINT}</p>
            <div class="row">
                <button type="button" class="button button-small" data-action="copy-key-backup" on:click=copy>
                    {words::COPY_BACKUP}
                </button>
                <span role="status">
                    {move || {
                        copied.get().map(|done| if done { words::COPIED_BACKUP } else { words::NOT_COPIED_BACKUP })
                    }}
                </span>
            </div>
        }
    });
    view! {
        <div class="field">
            <div class="row">
                <button
                    type="button"
                    class="button"
                    data-action="pick-key-backup"
                    aria-describedby=fault_id.clone()
                    on:click=move |_| handed.pick()
                >
                    {words::PICK}
                </button>
                <span role="status">{move || handed.name.get().map(|name| words::picked(&name))}</span>
            </div>
            <Fault id=fault_id text=handed.fault />
        </div>
        <details>
            <summary>{without_file}</summary>
            <div class="details-body">
                {copying}
                <Field
                    name=format!("{prefix}_text")
                    label=words::PASTED
                    value=handed.text
                    input=Input::Lines
                    on_input=Callback::new(move |typed| {
                        handed.name.set(None);
                        handed.text.set(typed);
                        handed.fault.set(None);
                    })
                />
            </div>
        </details>
    }
    .into_any()
}

/// The step of one key.
#[component]
pub(super) fn Backup(
    session: Session,
    key: KeyRecord,
    registered: RwSignal<Option<SignedRegistration>>,
) -> impl IntoView {
    let app = App::get();
    let saved = RwSignal::new(None::<Result<String, String>>);
    let handed = Handed::new();
    let form = KeyForm::new("backup_passphrase");
    let id = id_of(key.kid);
    let pem = key.pem.clone();
    let save = {
        let pem = key.pem.clone();
        move |_| {
            let name = words::backup_name(&session.enterprise.with_untracked(|enterprise| enterprise.name.clone()));
            let outcome = files::save(&name, "application/x-pem-file", pem.as_bytes());
            saved.set(Some(outcome.map(|()| words::saved_as(&name)).map_err(|fault| words::file(&fault))));
        }
    };
    let check = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        let Some(text) = handed.text() else { return };
        let Some(typed) = form.passphrase() else { return };
        let (key, id) = (key.clone(), session.id.get_value());
        let registering = registration::request(session, &key, typed.clone());
        let request = OpenKey { pem: text, kid: Some(key.kid), passphrase: typed.into() };
        form.work(async move {
            let opened = worker_client::ask(&request).await.map_err(|fault| handed.said(fault))?;
            if opened.kid != key.kid {
                handed.fault.try_set(Some(words::OTHER_KEY.into()));
                return Err(KeyFault::Said);
            }
            // The passphrase is at hand, so the file for the office is made at once. If it cannot be made, the
            // registration asks for the passphrase itself and says why.
            if let Some(registering) = registering
                && let Ok(signed) = worker_client::ask(&registering).await
            {
                registered.try_set(Some(signed));
            }
            let kid = key.kid;
            app.keep_key(&id, &KeyRecord { backup_checked: true, ..key });
            document::reveal(Some(&super::keys::id_of(kid)));
            Ok(())
        });
    };
    view! {
        <form class="stack" id=id tabindex="-1" novalidate on:submit=check>
            <h3>{words::BACKUP}</h3>
            <p>{words::BACKUP_WHY}</p>
            <div class="row">
                <button type="button" class="button button-primary" data-action="save-key-backup" on:click=save>
                    {words::SAVE_BACKUP}
                </button>
                <span role="status">{move || saved.get().map(|outcome| outcome.unwrap_or_else(|fault| fault))}</span>
            </div>
            <HandOver handed=handed prefix="backup" without_file=words::NO_FILE copy=Some(pem) />
            {form.field(words::PASSPHRASE)}
            {form.foot("check-key-backup", words::CHECK_BACKUP, words::OPENING)}
        </form>
    }
    .into_any()
}
