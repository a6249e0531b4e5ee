//! Making a key: name, post, passphrase.

use anziping_core::record::KeyRecord;
use anziping_core::request::{self, MadeKey, SignedRegistration};
use leptos::prelude::*;

use super::holder::{HeldBy, HolderFields, KeyHolder};
use super::key_names::block_of_backup;
use super::registration;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, dom};
use crate::ui::new_passphrase::NewPassphrase;
use crate::words::seal as words;
use crate::worker_client::{self, WorkFault};

#[component]
pub(super) fn MakeKey(session: Session, registered: RwSignal<Option<SignedRegistration>>) -> impl IntoView {
    let app = App::get();
    let holder = KeyHolder::new(session, "key");
    let new = NewPassphrase::new("new_passphrase", move || avoid(session, &holder.name()));
    let make = move |press: leptos::ev::SubmitEvent| {
        if !new.form.begin(&press) {
            return;
        }
        new.tried();
        let Some(HeldBy { role, name, title, mandate }) = holder.read() else { return };
        let Some(passphrase) = new.passphrase() else { return };
        let id = session.id.get_value();
        new.work(async move {
            let kept = made(session, HeldBy { role, name, title, mandate }, passphrase, registered).await?;
            app.keep_key(&id, &kept);
            dom::reveal(Some(&block_of_backup(kept.kid)));
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

/// Makes a key and, while the passphrase is at hand, the file by which the office registers it.
///
/// # Errors
/// Why there is no key. A registration that cannot be made is no reason: it asks for the passphrase itself and says
/// why.
pub(super) async fn made(
    session: Session,
    holder: HeldBy,
    passphrase: String,
    registered: RwSignal<Option<SignedRegistration>>,
) -> Result<KeyRecord, WorkFault> {
    let HeldBy { role, name, title, mandate } = holder;
    let request = request::MakeKey { passphrase: passphrase.clone().into(), avoid: avoid(session, &name) };
    let MadeKey { pem, kid, x, .. } = worker_client::ask(&request).await?;
    let (created_at, backup_checked, retired) = (clock::now(), false, None);
    let kept = KeyRecord { kid, pem, x, name, title, role, created_at, backup_checked, mandate, retired };
    if let Some(registering) = registration::request(session, &kept, passphrase)
        && let Ok(signed) = worker_client::ask(&registering).await
    {
        registered.try_set(Some(signed));
    }
    Ok(kept)
}

/// Texts that stand in the file anyway, so that no passphrase may contain them.
pub(super) fn avoid(session: Session, name: &str) -> Vec<String> {
    session.enterprise.with_untracked(|enterprise| {
        [&enterprise.name, &enterprise.uscc, &enterprise.principal, &enterprise.officer]
            .map(|text| text.trim().to_owned())
            .into_iter()
            .chain([name.trim().to_owned()])
            .collect()
    })
}
