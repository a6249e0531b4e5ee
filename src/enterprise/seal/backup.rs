//! Keeping a key outside of this browser.
//!
//! It goes into the ordinary backup, and the file is looked into once.

use anziping_core::record::KeyRecord;
use anziping_core::record::backup::{self as whole, BackupFault, SigningKeys};
use anziping_core::request::RequestFault;
use leptos::prelude::*;

use super::key_names::{block_of_backup, block_of_key};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::enterprise::settings::backup as settings;
use crate::platform::files::{self, HowMany};
use crate::platform::{clipboard, dom, task};
use crate::ui::field::{Fault, Field, Input};
use crate::ui::key_form::KeyFault;
use crate::words::seal as words;
use crate::worker_client::WorkFault;

/// The most bytes of a backup.
///
/// A key takes less than one kilobyte, and nobody should wait for a film picked by mistake.
const BACKUP_LIMIT: u64 = 64 * 1024;
/// A backup of everything: several enterprises with ten years of months each stay far below.
const WHOLE_LIMIT: u64 = 64_000_000;
/// The last line of a key's text.
const END_OF_KEY: &str = "-----END ENCRYPTED PRIVATE KEY-----";

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

    /// The text that was handed over; says so where it is empty.
    pub(super) fn text(self) -> Option<String> {
        let text = self.text.get_untracked();
        if text.trim().is_empty() {
            self.fault.set(Some(words::NOTHING_PICKED.into()));
            return None;
        }
        Some(text)
    }

    /// Says why opening failed; that a file is no key, or another one, is said right here.
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
) -> impl IntoView {
    let fault_id = format!("{prefix}-file-error");
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

/// A copy of a key, kept elsewhere, that is looked into.
#[derive(Clone, Copy)]
struct KeptCopy {
    app: App,
    session: Session,
    key: StoredValue<KeyRecord>,
    /// The fault of the text.
    fault: RwSignal<Option<String>>,
}

impl KeptCopy {
    /// Notes that the key lies in a text, or says what the text is instead.
    ///
    /// What lies here opens with the passphrase it was locked with, so the same bytes elsewhere do as well.
    fn look_into(self, text: &str) {
        match self.key.try_with_value(|key| looked_at(text, key)) {
            Some(Ok(())) => {
                let checked = KeyRecord { backup_checked: true, ..self.key.get_value() };
                self.app.keep_key(&self.session.id.get_value(), &checked);
                dom::reveal(Some(&block_of_key(checked.kid)));
            }
            Some(Err(said)) => drop(self.fault.try_set(Some(said.into()))),
            None => {}
        }
    }

    fn pick(self) {
        self.fault.set(None);
        task::spawn(async move {
            let chosen = match files::pick("", HowMany::One).await {
                Ok(files) => files.into_iter().next(),
                Err(refused) => return drop(self.fault.try_set(Some(words::file(&refused)))),
            };
            let Some(file) = chosen else { return };
            match file.text(WHOLE_LIMIT).await {
                Ok(text) => self.look_into(&text),
                Err(refused) => drop(self.fault.try_set(Some(words::file(&refused)))),
            }
        });
    }
}

/// The step of one key.
#[component]
pub(super) fn Backup(session: Session, key: KeyRecord) -> impl IntoView {
    let app = App::get();
    let saved = RwSignal::new(None::<Result<String, String>>);
    let fault = RwSignal::new(None::<String>);
    let pasted = RwSignal::new(String::new());
    let key = StoredValue::new(key);
    let kid = key.with_value(|key| key.kid);
    let save = move |_| {
        let outcome = settings::save_file(app, SigningKeys::Included);
        saved.set(Some(outcome.map(|name| words::saved_as(&name)).map_err(|fault| words::file(&fault))));
    };
    let save_alone = move |_| {
        let name = words::backup_name(&session.enterprise.with_untracked(|enterprise| enterprise.name.clone()));
        let outcome = key.with_value(|key| files::save(&name, "application/x-pem-file", key.pem.as_bytes()));
        saved.set(Some(outcome.map(|()| words::saved_as(&name)).map_err(|fault| words::file(&fault))));
    };
    let kept = KeptCopy { app, session, key, fault };
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let pem = key.with_value(|key| key.pem.clone());
        task::spawn(async move {
            copied.try_set(Some(clipboard::copy(&pem).await.is_ok()));
        });
    };
    let paste = move |typed: String| {
        fault.set(None);
        pasted.set(typed.clone());
        if typed.contains(END_OF_KEY) {
            kept.look_into(&typed);
        }
    };
    view! {
        <div class="stack" id=block_of_backup(kid) tabindex="-1">
            <h3>{words::BACKUP}</h3>
            <p>{words::BACKUP_WHY}</p>
            <div class="row">
                <button type="button" class="button button-primary" data-action="save-key-backup" on:click=save>
                    {words::SAVE_BACKUP}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="pick-key-backup"
                    aria-describedby="backup-file-error"
                    on:click=move |_| kept.pick()
                >
                    {words::CHECK_BACKUP}
                </button>
            </div>
            <span role="status">{move || saved.get().map(|outcome| outcome.unwrap_or_else(|fault| fault))}</span>
            <Fault id="backup-file-error" text=fault />
            <details data-key-alone="">
                <summary>{words::KEY_ALONE}</summary>
                <div class="details-body">
                    <p class="hint">{words::COPY_BACKUP_HINT}</p>
                    <div class="row">
                        <button
                            type="button"
                            class="button button-small"
                            data-action="save-key-pem"
                            on:click=save_alone
                        >
                            {words::SAVE_KEY_ALONE}
                        </button>
                        <button type="button" class="button button-small" data-action="copy-key-backup" on:click=copy>
                            {words::COPY_BACKUP}
                        </button>
                        <span role="status">
                            {move || {
                                copied
                                    .get()
                                    .map(|done| if done { words::COPIED_BACKUP } else { words::NOT_COPIED_BACKUP })
                            }}
                        </span>
                    </div>
                    <Field
                        name="backup_text"
                        label=words::PASTED
                        value=pasted
                        input=Input::Lines
                        on_input=Callback::new(paste)
                    />
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// Looks for the key in a backup, or in the text of a key alone.
///
/// # Errors
/// A sentence that says what the file is instead.
fn looked_at(text: &str, key: &KeyRecord) -> Result<(), &'static str> {
    if text.trim() == key.pem.trim() {
        return Ok(());
    }
    match whole::Backup::read(text) {
        Ok(backup) if backup.holds(key) => Ok(()),
        Ok(_) => Err(words::WITHOUT_THIS_KEY),
        Err(BackupFault::Truncated { .. } | BackupFault::Damaged { .. }) => Err(words::BACKUP_DAMAGED),
        Err(BackupFault::NotABackup) if text.contains(END_OF_KEY) => Err(words::OTHER_KEY),
        Err(BackupFault::NotABackup | BackupFault::Newer { .. }) => Err(words::NOT_OUR_BACKUP),
    }
}
