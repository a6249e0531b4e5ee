//! The office's own key: it signs receipts and the registry for colleagues.

use anziping_core::record::KeyRecord;
use anziping_core::request::{MadeKey, MakeKey};
use anziping_core::signer::Role;
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, dom};
use crate::ui::new_passphrase::NewPassphrase;
use crate::words::office::receipts as words;
use crate::words::office::registry::bad_office;
use crate::words::seal;
use crate::worker_client;

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
                                <dd class="digits" data-office-key=key.kid.to_string()>
                                    {key.kid.fingerprint().to_string()}
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
            dom::focus_id("office");
            return;
        }
        if let Some(fault) = line_fault(&name) {
            new.form.fail(bad_office(fault));
            dom::focus_id("office");
            return;
        }
        let Some(passphrase) = new.passphrase() else { return };
        let request = MakeKey { passphrase: passphrase.into(), avoid: vec![name.clone()] };
        new.work(async move {
            let MadeKey { pem, kid, x, .. } = worker_client::ask(&request).await?;
            let key = KeyRecord {
                kid,
                pem,
                x,
                name,
                title: String::new(),
                role: Role::Office,
                created_at: clock::now(),
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
