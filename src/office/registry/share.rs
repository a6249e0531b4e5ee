//! The registry for a colleague, signed by this office.

use anziping_core::document::registry_copy::SharedRegistry;
use anziping_core::request::Draft;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::sign;
use crate::platform::{clock, document, files, task};
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::office as desk;
use crate::words::office::{merge as words, receipts};

/// The form; there is none before the office has a key.
#[component]
pub(super) fn Share(app: OfficeApp) -> impl IntoView {
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    let passphrase = RwSignal::new(String::new());
    let (shown, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<String>);
    let told = RwSignal::new(None::<Result<String, String>>);
    let share = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(key), false) = (key.get_untracked(), busy.get_untracked()) else { return };
        told.set(None);
        if passphrase.with_untracked(String::is_empty) {
            wrong.set(Some(crate::words::seal::PASSPHRASE_MISSING.into()));
            document::focus_id("share_passphrase");
            return;
        }
        wrong.set(None);
        busy.set(true);
        let shared = app
            .record
            .with_untracked(|record| SharedRegistry::new(&record.registry, clock::now_rfc3339(), sign::signer(&key)));
        let typed = passphrase.get_untracked();
        task::spawn(async move {
            let outcome = async {
                let draft =
                    Draft::new(words::file_name(clock::today()), &shared).map_err(|_| desk::GARBLED.to_owned())?;
                let signed = sign::sign(vec![draft], &key, typed).await?;
                let file = signed.first().ok_or_else(|| desk::GARBLED.to_owned())?;
                files::save(&file.file_name, "application/json", file.text.as_bytes())
                    .map_err(|fault| desk::file(&fault))?;
                Ok(file.file_name.clone())
            }
            .await;
            busy.try_set(false);
            if outcome.is_ok() {
                passphrase.try_set(String::new());
            }
            told.try_set(Some(outcome));
        });
    };
    let said = move || {
        told.get().map(|told| match told {
            Ok(name) => view! {
                <p class="status-good" data-shared="true">
                    {desk::registry::saved(&name)}
                </p>
            }
            .into_any(),
            Err(fault) => view! { <p class="error">{fault}</p> }.into_any(),
        })
    };
    let form = move || {
        key.with(Option::is_some).then(|| {
            view! {
                <details>
                    <summary data-action="share-registry">{words::SHARE}</summary>
                    <form class="details-body" novalidate on:submit=share>
                        <p>{words::SHARE_WHAT}</p>
                        <PassphraseField
                            name="share_passphrase"
                            label=receipts::KEY_PASSPHRASE
                            value=passphrase
                            fault=wrong
                            eager=Signal::stored(true)
                            shown=shown
                        />
                        <Reveal name="show_share_passphrase" shown=shown />
                        <Submit
                            action="sign-registry"
                            label=words::SHARE_BUTTON
                            working=crate::words::keys::SIGNING
                            busy=busy
                        />
                        <div aria-live="polite">{said}</div>
                    </form>
                </details>
            }
        })
    };
    view! { {form} }.into_any()
}
