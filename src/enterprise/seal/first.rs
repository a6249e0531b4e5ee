//! The first signature.
//!
//! The key is made and used in one step, so that its passphrase is typed twice and no more.

use anziping_core::request::SignedRegistration;
use leptos::prelude::*;

use super::holder::{HolderFields, KeyHolder};
use super::key_names::block_of_backup;
use super::make::{avoid, made};
use super::sign::{ReviewStep, ReviewTick, sealed};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::ui::new_passphrase::NewPassphrase;
use crate::words::seal as words;

/// The form: who signs, the passphrase, the statement, the button.
#[component]
pub(super) fn FirstSignature(session: Session, registered: RwSignal<Option<SignedRegistration>>) -> impl IntoView {
    let app = App::get();
    let (holder, review) = (KeyHolder::new(session, "key"), ReviewTick::new());
    let new = NewPassphrase::new("new_passphrase", move || avoid(session, &holder.name()));
    let sign = move |press: leptos::ev::SubmitEvent| {
        if !new.form.begin(&press) {
            return;
        }
        new.tried();
        let Some(held) = holder.read() else { return };
        let Some(passphrase) = new.passphrase() else { return };
        if !review.is_confirmed() {
            return;
        }
        new.work(async move {
            let key = made(session, held, passphrase.clone(), registered).await?;
            sealed(app, session, &[(key, passphrase)]).await
        });
    };
    let only_make = move |_| {
        if new.form.is_busy() {
            return;
        }
        new.tried();
        let Some(held) = holder.read() else { return };
        let Some(passphrase) = new.passphrase() else { return };
        let id = session.id.get_value();
        new.work(async move {
            let key = made(session, held, passphrase, registered).await?;
            app.keep_key(&id, &key);
            dom::reveal(Some(&block_of_backup(key.kid)));
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=sign>
            <section class="card" aria-labelledby="step-key">
                <h2 id="step-key">{words::STEP_KEY}</h2>
                <p>{words::KEY_WHAT} <strong>{words::KEY_LOST}</strong></p>
                <HolderFields holder=holder />
                {new.fields(words::PASSPHRASE)}
                {new.form.reveal()}
            </section>
            <ReviewStep session=session review=review>
                {().into_any()}
            </ReviewStep>
            <section class="card" aria-labelledby="step-sign">
                <h2 id="step-sign">{words::STEP_SIGN_FIRST}</h2>
                <p>{words::BACKUP_AFTER}</p>
                {new.form.notice()}
                {new.form.submit("make-and-seal", words::MAKE_AND_SEAL, words::MAKING_AND_SEALING)}
                <div class="row">
                    <button type="button" class="button" data-action="make-key" on:click=only_make>
                        {words::MAKE_ONLY}
                    </button>
                </div>
            </section>
        </form>
    }
    .into_any()
}
