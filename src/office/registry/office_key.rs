//! The office's own key: it signs receipts and the registry for colleagues.

use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job};
use anziping_core::seal::keys::KeyId;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, document};
use crate::ui::key_form::answer;
use crate::ui::new_passphrase::NewPassphrase;
use crate::words::office::receipts as words;
use crate::words::seal;

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
    let office = move || app.record.with(|record| record.registry.office.trim().to_owned());
    let new = NewPassphrase::new("office_passphrase", move || vec![office()]);
    let make = move |press: leptos::ev::SubmitEvent| {
        if !new.form.begin(&press) {
            return;
        }
        new.tried();
        let name = office();
        if name.is_empty() {
            new.form.fail(words::OFFICE_FIRST);
            document::focus_id("office");
            return;
        }
        let Some(passphrase) = new.passphrase() else { return };
        let job = Job::MakeKey { passphrase: passphrase.into(), avoid: vec![name.clone()] };
        new.work(async move {
            let (pem, kid, x) = answer(&job, |done| match done {
                Done::KeyMade { pem, kid, x, .. } => Some((pem, kid.to_string(), x)),
                _ => None,
            })
            .await?;
            let key = KeyRecord {
                kid,
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
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=make>
            {new.fields(words::KEY_PASSPHRASE)}
            {new.form.foot("make-office-key", seal::MAKE_BUTTON, seal::MAKING)}
        </form>
    }
    .into_any()
}
