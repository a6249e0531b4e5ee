//! The life of a key after it was made: changed for another, taken out of use, or lost.

use anziping_core::document::revocation::Revocation;
use anziping_core::document::rotation::Rotation;
use anziping_core::record::{KeyRecord, Retired};
use anziping_core::request::{LockedKey, SignDocuments, SignedFile, UnsignedDocument};
use anziping_core::signer::{Cause, Role};
use leptos::prelude::*;

use super::export::Export;
use super::keys::digits;
use super::registration::named;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Notice, Select};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::ui::passphrase::PassphraseField;
use crate::words::keys as words;
use crate::words::seal;
use crate::worker_client;

/// The section: everything that can happen to a key, and the two documents an enterprise signs itself.
#[component]
pub(super) fn Life(session: Session, keys: Memo<Vec<KeyRecord>>) -> impl IntoView {
    let sentences = words::SENTENCES
        .map(|(what, how)| {
            view! {
                <dt>{what}</dt>
                <dd>{how}</dd>
            }
        })
        .collect_view();
    // Kept here: the block of a key goes away as soon as the key is out of use, and its statement still has to be
    // saved.
    let signed = RwSignal::new(None::<SignedFile>);
    view! {
        <details class="card" data-key-life="">
            <summary>
                <h2>{words::LIFE}</h2>
            </summary>
            <div class="stack">
                <dl class="facts-list">{sentences}</dl>
                {move || {
                    signed
                        .get()
                        .map(|SignedFile { file_name, text, .. }| {
                            let hook = file_name.clone();
                            view! {
                                <Notice kind="good">
                                    <p data-statement=hook.clone()>{words::READY}</p>
                                </Notice>
                                <Export name=file_name text=text prefix="statement" />
                            }
                        })
                }}
                <For
                    each=move || keys.get()
                    key=|key| (key.kid, key.retired.is_some(), key.backup_checked)
                    children=move |key| {
                        view! { <OneKey session=session key=key keys=keys signed=signed /> }
                    }
                />
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn OneKey(
    session: Session,
    key: KeyRecord,
    keys: Memo<Vec<KeyRecord>>,
    signed: RwSignal<Option<SignedFile>>,
) -> impl IntoView {
    if !key.backup_checked {
        return ().into_any();
    }
    let heading = format!("{} · {}", key.name, words::role(key.role, key.mandate.is_some()));
    let (key_id, kid) = (key.kid, key.kid.to_string());
    let body = match key.retired {
        Some(retired) => view! {
            <p>
                <span class="tag">{words::retired(retired)}</span>
                " "
                {words::RETIRED}
            </p>
        }
        .into_any(),
        None => view! {
            <details data-change=kid.clone()>
                <summary data-action="change-key">{words::CHANGE}</summary>
                <div class="details-body">
                    <Change session=session key=key.clone() keys=keys signed=signed />
                </div>
            </details>
            <details data-revoke=kid.clone()>
                <summary data-action="revoke-key">{words::REVOKE}</summary>
                <div class="details-body">
                    <Revoke session=session key=key keys=keys signed=signed />
                </div>
            </details>
        }
        .into_any(),
    };
    view! {
        <div class="stack-tight" data-life-of=kid.clone()>
            <h3>{heading}</h3>
            <p class="digits">{digits(key_id)}</p>
            {body}
        </div>
    }
    .into_any()
}

/// The signals of both forms.
#[derive(Clone, Copy)]
struct RetiringForm {
    session: Session,
    form: KeyForm,
    signed: RwSignal<Option<SignedFile>>,
}

impl RetiringForm {
    /// Signs the statement and retires `key`, with a way back.
    ///
    /// Says so when there is nothing that can be signed.
    fn sign(self, document: Option<UnsignedDocument>, keys: Vec<LockedKey>, key: KeyRecord, retired: Retired) {
        let Some(document) = document else { return self.form.fail(seal::NOT_REPORTABLE) };
        let app = App::get();
        let (id, several) = (self.session.id.get_value(), keys.len() > 1);
        self.form.work(async move {
            let signed = worker_client::ask(&SignDocuments { documents: vec![document], keys }).await;
            let files = signed.map_err(|fault| match fault.into() {
                KeyFault::Passphrase(_) if several => KeyFault::Form(words::ONE_WRONG.into()),
                fault => fault,
            })?;
            self.signed.try_set(files.into_iter().next());
            app.keep_key(&id, &KeyRecord { retired: Some(retired), ..key.clone() });
            let said = words::retired_said(&key.name);
            app.store.offer_undo(said, move || app.keep_key(&id, &key));
            Ok(())
        });
    }
}

#[component]
fn Change(
    session: Session,
    key: KeyRecord,
    keys: Memo<Vec<KeyRecord>>,
    signed: RwSignal<Option<SignedFile>>,
) -> impl IntoView {
    let fields = format!("change-{}", key.kid);
    let of_deputy = key.mandate.is_some();
    // The form keeps the passphrase of the old key; that of the new one stands beside it.
    let form = KeyForm::new(format!("{fields}-old"));
    let retiring = RetiringForm { session, form, signed };
    let new_passphrase = RwSignal::new(String::new());
    let wanted = RwSignal::new(String::new());
    let of = key.clone();
    let others = Memo::new(move |_| {
        let same = |other: &&KeyRecord| {
            other.kid != of.kid
                && other.role == of.role
                && other.name == of.name
                && other.backup_checked
                && other.retired.is_none()
                && other.mandate.is_none()
        };
        keys.with(|keys| keys.iter().filter(same).cloned().collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| {
        others.with(|others| {
            others
                .iter()
                .find(|other| wanted.with(|kid| *kid == other.kid.to_string()))
                .or_else(|| others.first())
                .cloned()
        })
    });
    let submit = move |press: leptos::ev::SubmitEvent| {
        let (true, Some(new)) = (form.begin(&press), chosen.get_untracked()) else { return };
        let Some(old_typed) = form.passphrase() else { return };
        let new_typed = new_passphrase.get_untracked();
        if new_typed.is_empty() {
            return form.fail(seal::PASSPHRASE_MISSING);
        }
        let draft = named(retiring.session).and_then(|enterprise| {
            let name = words::rotation_name(enterprise.uscc.as_str());
            let rotation = Rotation::new(enterprise, session.demo, clock::now(), (&key).into(), (&new).into());
            UnsignedDocument::new(name, &rotation).ok()
        });
        let keys = vec![LockedKey::of(&key, old_typed), LockedKey::of(&new, new_typed)];
        retiring.sign(draft, keys, key.clone(), Retired::Replaced);
    };
    let inputs = move || {
        let options = others
            .with(|others| others.iter().map(|other| (other.kid.to_string(), digits(other.kid))).collect::<Vec<_>>());
        let value = Signal::derive(move || {
            chosen.with(|chosen| chosen.as_ref().map_or_else(String::new, |key| key.kid.to_string()))
        });
        view! {
            <p>{words::CHANGE_WHAT}</p>
            <Select
                name=format!("{fields}-to")
                label=words::NEW_KEY
                options=options
                value=value
                on_change=Callback::new(move |kid| wanted.set(kid))
            />
            {form.field(words::OLD_PASSPHRASE)}
            <PassphraseField
                name=format!("{fields}-new")
                label=words::NEW_PASSPHRASE
                value=new_passphrase
                shown=form.shown
            />
            {form.foot("sign-change", words::CHANGE_BUTTON, words::SIGNING)}
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            {move || {
                if of_deputy {
                    view! { <p>{words::CHANGE_DEPUTY}</p> }.into_any()
                } else if others.with(Vec::is_empty) {
                    view! { <p>{words::CHANGE_NEEDS}</p> }.into_any()
                } else {
                    inputs().into_any()
                }
            }}
        </form>
    }
    .into_any()
}

#[component]
fn Revoke(
    session: Session,
    key: KeyRecord,
    keys: Memo<Vec<KeyRecord>>,
    signed: RwSignal<Option<SignedFile>>,
) -> impl IntoView {
    let fields = format!("revoke-{}", key.kid);
    let form = KeyForm::new(format!("{fields}-passphrase"));
    let retiring = RetiringForm { session, form, signed };
    let (cause, by) = (RwSignal::new(Cause::Unused), RwSignal::new(key.kid.to_string()));
    let of = key.clone();
    // The key itself, or a principal's: the office refuses the word of anybody else.
    let may_sign = Memo::new(move |_| {
        let entitled = |other: &&KeyRecord| {
            other.kid == of.kid || (other.role == Role::Principal && other.backup_checked && other.retired.is_none())
        };
        keys.with(|keys| keys.iter().filter(entitled).cloned().collect::<Vec<_>>())
    });
    let submit = move |press: leptos::ev::SubmitEvent| {
        let signing = may_sign.with_untracked(|keys| {
            keys.iter().find(|key| by.with_untracked(|kid| *kid == key.kid.to_string())).cloned()
        });
        let (true, Some(signing)) = (form.begin(&press), signing) else { return };
        let Some(typed) = form.passphrase() else { return };
        let draft = named(retiring.session).and_then(|enterprise| {
            let name = words::revocation_name(enterprise.uscc.as_str());
            let (cause, by) = (cause.get_untracked(), (&signing).into());
            let revocation = Revocation::new(enterprise, session.demo, clock::now(), key.kid, cause, by);
            UnsignedDocument::new(name, &revocation).ok()
        });
        retiring.sign(draft, vec![LockedKey::of(&signing, typed)], key.clone(), Retired::Revoked);
    };
    let causes = Cause::ALL.map(|cause| (cause.code().to_owned(), words::cause(cause).to_owned())).to_vec();
    let choose = move |code: String| {
        if let Some(chosen) = Cause::parse(&code) {
            cause.set(chosen);
        }
    };
    let signers = {
        let name = format!("{fields}-by");
        move || {
            let options = may_sign.with(|keys| {
                keys.iter().map(|key| (key.kid.to_string(), format!("{} {}", key.name, digits(key.kid)))).collect()
            });
            view! {
                <Select
                    name=name.clone()
                    label=words::REVOKE_BY
                    options=options
                    value=by
                    on_change=Callback::new(move |kid| by.set(kid))
                />
            }
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <p>{words::REVOKE_WHAT}</p>
            <Select
                name=format!("{fields}-cause")
                label=words::CAUSE
                options=causes
                value=Signal::derive(move || cause.get().code().to_owned())
                on_change=Callback::new(choose)
            />
            {signers}
            {form.field(seal::PASSPHRASE)}
            {form.foot("sign-revocation", words::REVOKE_BUTTON, words::SIGNING)}
        </form>
    }
    .into_any()
}
