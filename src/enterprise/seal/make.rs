//! Making a key: name, post, passphrase.

use anziping_core::record::KeyRecord;
use anziping_core::request::{self, MadeKey};
use leptos::prelude::*;

use super::holder::{HeldBy, Holder, HolderFields};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, document};
use crate::ui::new_passphrase::NewPassphrase;
use crate::words::seal as words;
use crate::worker_client;

/// The form.
#[component]
pub(super) fn MakeKey(session: Session) -> impl IntoView {
    let app = App::get();
    let holder = Holder::new(session, "key");
    let new = NewPassphrase::new("new_passphrase", move || avoid(session, &holder.name()));
    let make = move |press: leptos::ev::SubmitEvent| {
        if !new.form.begin(&press) {
            return;
        }
        new.tried();
        let Some(HeldBy { role, name, title, mandate }) = holder.read() else { return };
        let Some(passphrase) = new.passphrase() else { return };
        let request = request::MakeKey { passphrase: passphrase.into(), avoid: avoid(session, &name) };
        let id = session.id.get_value();
        new.work(async move {
            let MadeKey { pem, kid, x, .. } = worker_client::ask(&request).await?;
            let kept = KeyRecord {
                kid,
                pem,
                x,
                name,
                title,
                role,
                created_at: clock::now(),
                backup_checked: false,
                mandate,
                retired: None,
            };
            app.keep_key(&id, &kept);
            document::reveal(Some(&super::backup::id_of(kid)));
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=make>
            <p>{words::KEY_WHAT} <strong>{words::KEY_LOST}</strong></p>
            <HolderFields holder=holder />
            {new.fields(words::PASSPHRASE)}
            {new.form.foot("make-key", words::MAKE_BUTTON, words::MAKING)}
        </form>
    }
    .into_any()
}

/// What the file shows anyway and a passphrase may not contain.
fn avoid(session: Session, name: &str) -> Vec<String> {
    session.enterprise.with_untracked(|enterprise| {
        [&enterprise.name, &enterprise.uscc, &enterprise.principal, &enterprise.officer]
            .map(|text| text.trim().to_owned())
            .into_iter()
            .chain([name.trim().to_owned()])
            .collect()
    })
}
