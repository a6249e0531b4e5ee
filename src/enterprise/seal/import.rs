//! A key from its backup, on a device that does not have it.

use anziping_core::record::KeyRecord;
use anziping_core::request::{OpenKey, OpenedKey};
use leptos::prelude::*;

use super::backup::{HandOver, Handed};
use super::holder::{HeldBy, HolderFields, KeyHolder};
use super::key_names::block_of_key;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, dom};
use crate::ui::key_form::KeyForm;
use crate::words::seal as words;
use crate::worker_client;

#[component]
pub(super) fn Import(session: Session) -> impl IntoView {
    let app = App::get();
    let handed = Handed::new();
    let holder = KeyHolder::new(session, "import");
    let form = KeyForm::new("import_passphrase");
    let import = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        let Some(pem) = handed.text() else { return };
        let Some(HeldBy { role, name, title, mandate }) = holder.read() else { return };
        let Some(passphrase) = form.passphrase() else { return };
        let id = session.id.get_value();
        let request = OpenKey { pem: pem.clone(), kid: None, passphrase: passphrase.into() };
        form.work(async move {
            let opened = worker_client::ask(&request).await;
            let OpenedKey { kid, x, .. } = opened.map_err(|fault| handed.said(fault))?;
            // Opening it was the check of the backup.
            let kept = KeyRecord {
                kid,
                pem,
                x,
                name,
                title,
                role,
                created_at: clock::now(),
                backup_checked: true,
                mandate,
                retired: None,
            };
            app.keep_key(&id, &kept);
            dom::reveal(Some(&block_of_key(kid)));
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=import>
            <HandOver handed=handed prefix="import" without_file=words::PASTE_INSTEAD />
            <HolderFields holder=holder />
            {form.field(words::PASSPHRASE)}
            {form.foot("import-key", words::IMPORT_BUTTON, words::OPENING)}
        </form>
    }
    .into_any()
}
