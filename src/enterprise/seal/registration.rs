//! Making a key known to the office: the self-signed file and the form on paper.

use anziping_core::document::registration::NamedEnterprise;
use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job, JobFault, LockedKey, Registering};
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::keys::digits;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, document, files, task};
use crate::ui::field::Notice;
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::{common, report, seal as words};
use crate::worker_client::{self, WorkFault};

/// A registration that was signed and can be saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Whose.
    pub kid: String,
    /// Its name.
    pub file_name: String,
    /// Its text.
    pub text: String,
}

/// The job that signs a registration; `None` while the enterprise has no valid code.
pub(super) fn job(session: Session, key: &KeyRecord, passphrase: &str) -> Option<Job> {
    let enterprise = session.enterprise.with_untracked(|enterprise| {
        Some(NamedEnterprise {
            name: enterprise.name.trim().to_owned(),
            uscc: UnifiedCode::parse(&enterprise.uscc).ok()?,
        })
    })?;
    Some(Job::Register(Box::new(Registering {
        enterprise,
        role: key.role.clone(),
        name: key.name.clone(),
        title: key.title.clone(),
        mandate: key.mandate.clone(),
        demo: session.demo,
        made_at: clock::now_rfc3339(),
        key: LockedKey { pem: key.pem.clone(), kid: key.kid.parse().ok()?, passphrase: passphrase.to_owned().into() },
    })))
}

/// The block, and the form that is printed.
#[component]
pub fn Registration(session: Session, key: KeyRecord, registered: RwSignal<Option<File>>) -> impl IntoView {
    let app = App::get();
    let cannot_print = RwSignal::new(false);
    // Whoever has reported before has registered; the block stays within reach.
    let first = app.shelf.with_untracked(|shelf| {
        let enterprise = shelf.enterprise(&session.id.get_value());
        enterprise.is_none_or(|enterprise| {
            enterprise.months.iter().all(|month| month.period == session.period || month.sealed.is_empty())
        })
    });
    let kid = key.kid.clone();
    let file = Memo::new(move |_| registered.with(|file| file.clone().filter(|file| file.kid == kid)));
    let form_key = key.clone();
    let ask_key = key.clone();
    view! {
        <details class="card" data-registration="" open=first>
            <summary>
                <h2>{words::REGISTRATION}</h2>
            </summary>
            <div class="stack">
                <p>{words::REGISTRATION_WHAT}</p>
                <p class="digits">{digits(&key.kid)}</p>
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        data-action="print-registration"
                        on:click=move |_| cannot_print.set(document::print().is_err())
                    >
                        {words::PRINT_REGISTRATION}
                    </button>
                </div>
                {move || {
                    cannot_print
                        .get()
                        .then(|| {
                            view! {
                                <Notice kind="warn">
                                    <p>{report::CANNOT_PRINT}</p>
                                </Notice>
                            }
                        })
                }}
                {move || match file.get() {
                    Some(file) => view! { <Save file=file /> }.into_any(),
                    None => {
                        view! {
                            <details>
                                <summary>{words::SAVE_REGISTRATION}</summary>
                                <div class="details-body">
                                    <Ask session=session key=ask_key.clone() registered=registered />
                                </div>
                            </details>
                        }
                            .into_any()
                    }
                }}
            </div>
        </details>
        <Form session=session key=form_key />
    }
    .into_any()
}

#[component]
fn Save(file: File) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let save = move |_| {
        let outcome = files::save(&file.file_name, "application/json", file.text.as_bytes());
        said.set(Some(outcome.map_or_else(|fault| words::file(&fault), |()| words::saved_as(&file.file_name))));
    };
    view! {
        <div class="row">
            <button type="button" class="button" data-action="save-registration" on:click=save>
                {words::SAVE_REGISTRATION}
            </button>
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// Signs the registration where the passphrase is not at hand.
#[component]
fn Ask(session: Session, key: KeyRecord, registered: RwSignal<Option<File>>) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let (shown, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None::<String>);
    let sign = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        wrong.set(None);
        failed.set(None);
        if passphrase.with_untracked(String::is_empty) {
            wrong.set(Some(words::PASSPHRASE_MISSING.into()));
            document::focus_id("registration_passphrase");
            return;
        }
        let Some(job) = job(session, &key, &passphrase.get_untracked()) else {
            failed.set(Some(words::NOT_REPORTABLE.into()));
            return;
        };
        let kid = key.kid.clone();
        busy.set(true);
        task::spawn(async move {
            let outcome = worker_client::run(&job).await;
            busy.try_set(false);
            match outcome {
                Ok(Done::Registration { text, file_name, .. }) => {
                    drop(registered.try_set(Some(File { kid, file_name, text })))
                }
                Ok(_) => drop(failed.try_set(Some(words::fault(&WorkFault::Garbled("another answer".into()))))),
                Err(fault @ WorkFault::Job(JobFault::WrongPassphrase)) => {
                    drop(wrong.try_set(Some(words::fault(&fault))))
                }
                Err(fault) => drop(failed.try_set(Some(words::fault(&fault)))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=sign>
            <PassphraseField
                name="registration_passphrase"
                label=words::PASSPHRASE
                value=passphrase
                fault=wrong
                eager=Signal::stored(true)
                shown=shown
            />
            <Reveal name="show_registration_passphrase" shown=shown />
            {move || {
                failed
                    .get()
                    .map(|said| {
                        view! {
                            <Notice kind="bad">
                                <p>{said}</p>
                            </Notice>
                        }
                    })
            }}
            <Submit action="register" label=words::SAVE_REGISTRATION working=words::REGISTERING busy=busy />
        </form>
    }
    .into_any()
}

/// What the office files: it is the only thing that this page prints.
#[component]
fn Form(session: Session, key: KeyRecord) -> impl IntoView {
    let rows = session.enterprise.with_untracked(|enterprise| {
        let signer = [key.name.as_str(), key.title.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        [
            (words::FORM_ENTERPRISE, enterprise.name.trim().to_owned()),
            (report::CODE, enterprise.uscc.trim().to_owned()),
            (report::PRINCIPAL, enterprise.principal.trim().to_owned()),
            (words::SIGNER, signer),
            (words::MADE_AT, words::by_device(&words::moment(&key.created_at))),
        ]
    });
    let rows = rows
        .map(|(label, said)| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td>{said}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="print-only paper-form" aria-hidden="true">
            <h2>
                {words::FORM_TITLE} {session.demo.then_some("（")} {session.demo.then_some(common::DEMO)}
                {session.demo.then_some("）")}
            </h2>
            <table>
                <tbody>{rows}</tbody>
            </table>
            <p>{words::FINGERPRINT}</p>
            <p class="digits">{digits(&key.kid)}</p>
            <p>{words::FORM_TEXT}</p>
            {words::FORM_LINES
                .iter()
                .chain([&words::FORM_OFFICE])
                .map(|line| view! { <p class="sign-line">{*line} "："</p> })
                .collect_view()}
        </div>
    }
    .into_any()
}
