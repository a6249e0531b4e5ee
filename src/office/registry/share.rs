//! The registry for a colleague, signed by this office.

use anziping_core::document::registry_copy::RegistryCopy;
use anziping_core::request::UnsignedDocument;
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::sign;
use crate::platform::{clock, files};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::office as desk;
use crate::words::office::{merge as words, receipts};

/// The form; there is none before the office has a key.
#[component]
pub(super) fn Share(app: OfficeApp) -> impl IntoView {
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    let form = KeyForm::new("share_passphrase");
    let saved = RwSignal::new(None::<String>);
    let share = move |press: leptos::ev::SubmitEvent| {
        let (true, Some(key)) = (form.begin(&press), key.get_untracked()) else { return };
        saved.set(None);
        if let Some(fault) = app.record.with_untracked(|record| line_fault(&record.registry.office)) {
            return form.fail(desk::registry::bad_office(fault));
        }
        let Some(typed) = form.passphrase() else { return };
        let copy = app.record.with_untracked(|record| RegistryCopy::new(&record.registry, clock::now(), (&key).into()));
        form.work(async move {
            let garbled = || KeyFault::Form(desk::GARBLED.to_owned());
            let draft = UnsignedDocument::new(words::file_name(clock::today()), &copy).map_err(|_| garbled())?;
            let signed = sign::sign(vec![draft], &key, typed).await.map_err(KeyFault::Form)?;
            let file = signed.first().ok_or_else(garbled)?;
            files::save(&file.file_name, "application/json", file.text.as_bytes())
                .map_err(|fault| KeyFault::Form(desk::file(&fault)))?;
            saved.try_set(Some(file.file_name.clone()));
            Ok(())
        });
    };
    let said = move || {
        let saved = saved.get().map(|name| {
            view! {
                <p class="status-good" data-shared="true">
                    {desk::registry::saved(&name)}
                </p>
            }
        });
        view! { {saved} {form.failed().get().map(|fault| view! { <p class="error">{fault}</p> })} }
    };
    let block = move || {
        key.with(Option::is_some).then(|| {
            view! {
                <details>
                    <summary data-action="share-registry">{words::SHARE}</summary>
                    <form class="details-body" novalidate on:submit=share>
                        <p>{words::SHARE_WHAT}</p>
                        {form.field(receipts::KEY_PASSPHRASE)}
                        {form.reveal()}
                        {form.submit("sign-registry", words::SHARE_BUTTON, crate::words::keys::SIGNING)}
                        <div aria-live="polite">{said}</div>
                    </form>
                </details>
            }
        })
    };
    view! { {block} }.into_any()
}
