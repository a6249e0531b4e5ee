//! The office's own key: it signs receipts and the registry for colleagues.

use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job};
use anziping_core::seal::json::Normalise;
use anziping_core::seal::keys::KeyId;
use anziping_core::seal::passphrase::judge;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::unicode::Nfc;
use crate::platform::{clock, document, task};
use crate::ui::field::Notice;
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::office::receipts as words;
use crate::words::seal;
use crate::worker_client::{self, WorkFault};

/// The section.
#[component]
pub(super) fn OfficeKey(app: OfficeApp) -> impl IntoView {
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    view! {
        <section class="card" aria-labelledby="office-key">
            <h2 id="office-key">{words::KEY}</h2>
            <p>{words::KEY_WHAT}</p>
            {move || {
                key.get()
                    .map(|key| {
                        view! {
                            <dl class="facts-list">
                                <dt>{words::KEY_DIGITS}</dt>
                                <dd class="digits" data-office-key=key.kid.clone()>
                                    {digits(&key.kid)}
                                </dd>
                                <dt>{seal::MADE_AT}</dt>
                                <dd>{seal::by_device(&seal::moment(&key.created_at))}</dd>
                            </dl>
                            <p>{words::KEY_PUBLISH}</p>
                        }
                    })
            }}
            {move || {
                if key.with(Option::is_some) {
                    view! {
                        <details>
                            <summary>{words::KEY_NEW}</summary>
                            <div class="details-body">
                                <p>{words::KEY_NEW_WHAT}</p>
                                <Make app=app />
                            </div>
                        </details>
                    }
                        .into_any()
                } else {
                    view! { <Make app=app /> }.into_any()
                }
            }}
        </section>
    }
    .into_any()
}

/// The 30 digits of a key; empty for a thumbprint that is none, which no record of ours holds.
pub(in crate::office) fn digits(kid: &str) -> String {
    kid.parse::<KeyId>().map(|kid| kid.fingerprint().to_string()).unwrap_or_default()
}

#[component]
fn Make(app: OfficeApp) -> impl IntoView {
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let office = move || app.record.with(|record| record.registry.office.trim().to_owned());
    let weak = Memo::new(move |_| {
        let typed = passphrase.with(|typed| Nfc.to_nfc(typed));
        judge(&typed, &[office().as_str()]).err().map(seal::weakness)
    });
    let differs = Memo::new(move |_| (passphrase.get() != again.get()).then(|| seal::NOT_THE_SAME.to_owned()));
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        let name = office();
        if name.is_empty() {
            failed.set(Some(words::OFFICE_FIRST.into()));
            document::focus_id("office");
            return;
        }
        if let Some((_, field)) = [(weak, "office_passphrase"), (differs, "office_passphrase_again")]
            .iter()
            .find(|(fault, _)| fault.with_untracked(Option::is_some))
        {
            document::focus_id(field);
            return;
        }
        failed.set(None);
        busy.set(true);
        let job = Job::MakeKey { passphrase: passphrase.get_untracked().into(), avoid: vec![name.clone()] };
        task::spawn(async move {
            let outcome = worker_client::run(&job).await;
            busy.try_set(false);
            match outcome {
                Ok(Done::KeyMade { pem, kid, x, .. }) => {
                    let key = KeyRecord {
                        kid: kid.to_string(),
                        pem,
                        x,
                        name,
                        title: String::new(),
                        role: "office".into(),
                        created_at: clock::now_rfc3339(),
                        backup_checked: false,
                        mandate: None,
                        retired: None,
                    };
                    app.edit_record(|record| {
                        record.office_key = Some(key);
                        words::KEY_MADE.to_owned()
                    });
                }
                Ok(_) => drop(failed.try_set(Some(seal::fault(&WorkFault::Garbled("another answer".into()))))),
                Err(fault) => drop(failed.try_set(Some(seal::fault(&fault)))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=make>
            <div class="grid-2">
                <PassphraseField
                    name="office_passphrase"
                    label=words::KEY_PASSPHRASE
                    hint=seal::rules()
                    value=passphrase
                    fault=weak
                    eager=tried
                    shown=shown
                />
                <PassphraseField
                    name="office_passphrase_again"
                    label=seal::AGAIN
                    value=again
                    fault=differs
                    eager=tried
                    shown=shown
                />
            </div>
            <Reveal name="show_office_passphrase" shown=shown />
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
            <Submit action="make-office-key" label=seal::MAKE_BUTTON working=seal::MAKING busy=busy />
        </form>
    }
    .into_any()
}
