//! Saving a key's backup and opening it once: only then may the key sign.

use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job, JobFault};
use leptos::prelude::*;

use super::registration;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, HowMany};
use crate::platform::{clipboard, document, task};
use crate::ui::field::{Fault, Field, Input, Notice};
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::seal as words;
use crate::worker_client::{self, KeyWork, WorkFault};

/// A key's container is below one kilobyte; whoever chooses a film should not wait for it.
const BACKUP_LIMIT: u64 = 64 * 1024;

/// Id of the backup step of a key.
pub(super) fn id_of(kid: &str) -> String {
    format!("backup-{kid}")
}

/// A backup that was handed over, by file or by text.
#[derive(Clone, Copy)]
pub(super) struct Handed {
    /// Name of the chosen file.
    name: RwSignal<Option<String>>,
    /// Its text, or what was pasted.
    pub text: RwSignal<String>,
    /// Why there is none.
    pub fault: RwSignal<Option<String>>,
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

    /// What became of opening it, said where it belongs: at the file or at the passphrase; anything else is given back.
    pub(super) fn sort(self, fault: WorkFault, passphrase: RwSignal<Option<String>>) -> Option<WorkFault> {
        match fault {
            WorkFault::Job(JobFault::NotAKey | JobFault::ForeignKey) => {
                self.fault.try_set(Some(words::fault(&fault)));
                None
            }
            WorkFault::Job(JobFault::WrongPassphrase) => {
                passphrase.try_set(Some(words::fault(&fault)));
                None
            }
            other => Some(other),
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
pub fn Backup(session: Session, key: KeyRecord, registered: RwSignal<Option<registration::File>>) -> impl IntoView {
    let app = App::get();
    let saved = RwSignal::new(None::<Result<String, String>>);
    let handed = Handed::new();
    let passphrase = RwSignal::new(String::new());
    let (shown, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None::<WorkFault>);
    let id = id_of(&key.kid);
    let pem = key.pem.clone();
    let save = {
        let pem = key.pem.clone();
        move |_| {
            let name = words::backup_name(&session.enterprise.with_untracked(|enterprise| enterprise.name.clone()));
            let outcome = files::save(&name, "application/x-pem-file", pem.as_bytes());
            saved.set(Some(outcome.map(|()| words::saved_as(&name)).map_err(|fault| words::file(&fault))));
        }
    };
    let check = move |event: leptos::ev::SubmitEvent| {
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
        if passphrase.with_untracked(String::is_empty) {
            wrong.set(Some(words::PASSPHRASE_MISSING.into()));
            document::focus_id("backup_passphrase");
            return;
        }
        busy.set(true);
        let (key, id) = (key.clone(), session.id.get_value());
        let typed = passphrase.get_untracked();
        let registering = registration::job(session, &key, &typed);
        let job =
            Job::OpenKey { pem: handed.text.get_untracked(), kid: key.kid.parse().ok(), passphrase: typed.into() };
        task::spawn(async move {
            let outcome = worker_client::run(&job).await;
            match outcome {
                Ok(Done::KeyOpened { kid, .. }) if kid.to_string() == key.kid => {
                    // The passphrase is at hand, so the file for the office is made at once. If it cannot be made, the registration
                    // asks for the passphrase itself and says why.
                    if let Some(Ok(Done::Registration { text, file_name, .. })) = run_some(registering).await {
                        registered.try_set(Some(registration::File { kid: key.kid.clone(), file_name, text }));
                    }
                    passphrase.try_set(String::new());
                    let kid = key.kid.clone();
                    app.keep_key(&id, &KeyRecord { backup_checked: true, ..key });
                    document::reveal(Some(&super::keys::id_of(&kid)));
                }
                Ok(_) => drop(handed.fault.try_set(Some(words::OTHER_KEY.into()))),
                Err(fault) => drop(failed.try_set(handed.sort(fault, wrong))),
            }
            busy.try_set(false);
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
            <PassphraseField
                name="backup_passphrase"
                label=words::PASSPHRASE
                value=passphrase
                fault=wrong
                eager=Signal::stored(true)
                shown=shown
            />
            <Reveal name="show_backup_passphrase" shown=shown />
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
            <Submit action="check-key-backup" label=words::CHECK_BACKUP working=words::OPENING busy=busy />
        </form>
    }
    .into_any()
}

async fn run_some(job: Option<Job>) -> Option<Result<KeyWork, WorkFault>> {
    match job {
        Some(job) => Some(worker_client::run(&job).await),
        None => None,
    }
}
