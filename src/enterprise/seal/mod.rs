//! Key, signature, and the sealed report with its ways out.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `backup` | keeping a key outside of this browser |
//! | `corrected` | what the office sends about the signed version while that is being corrected |
//! | `export` | the ways out of a sealed report |
//! | `first` | the first signature |
//! | `form` | what the stamped form of a key says |
//! | `handed` | signing on another device: the month goes out to the principal's, and the signed file comes back |
//! | `holder` | whose key it is: the principal's, the preparer's, or that of a deputy with a power of attorney |
//! | `import` | a key from its backup, on a device that does not have it |
//! | `key_names` | what the blocks of a key are called on the page |
//! | `keys` | the keys of the enterprise: which one signs, which need their backup checked, how to get another |
//! | `life` | what happens to a key after it was made: it is changed for another, taken out of use, or lost |
//! | `make` | making a key: name, post, passphrase |
//! | `opened` | a sealed report read back from its own file, for showing; verifying is the office's part |
//! | `receipt` | the office's receipt for a sealed report: handed over, checked, kept, shown |
//! | `registration` | making a key known to the office: the self-signed file and the form on paper |
//! | `sealed` | the month after its signature |
//! | `sign` | review confirmed, passphrase, signature |

mod backup;
mod corrected;
pub(super) mod export;
mod first;
pub(super) mod form;
mod handed;
mod holder;
mod import;
mod key_names;
mod keys;
mod life;
mod make;
mod opened;
mod receipt;
mod registration;
mod sealed;
mod sign;

use anziping_core::record::KeyRecord;
use anziping_core::request::SignedRegistration;
use anziping_core::seal::keys::KeyId;
use anziping_core::signer::Role;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::store::tabs::WriterRole;
use crate::ui::field::Notice;
use crate::words::{common, seal as words};

pub(super) use opened::read;
pub(super) use sealed::out;

/// The stages of the page, each with other offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum SealStage {
    /// The month is signed, in this revision.
    Sealed(u32),
    /// Another tab writes.
    Guest,
    /// Its record may not be written.
    Locked,
    /// So many problems block the signature.
    Blocked(usize),
    /// It can be signed.
    Open,
}

#[component]
pub(crate) fn SealPage(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let stage = Memo::new(move |_| stage(app, session));
    // Made with the key while its passphrase is at hand, and saved on the page that follows.
    let registered = RwSignal::new(None::<SignedRegistration>);
    let keeps_keys = Memo::new(move |_| matches!(stage.get(), SealStage::Sealed(_) | SealStage::Blocked(_)));
    let is_open = Memo::new(move |_| matches!(stage.get(), SealStage::Open | SealStage::Blocked(_)));
    let body = move || match stage.get() {
        SealStage::Sealed(revision) => {
            view! { <sealed::Sealed session=session revision=revision registered=registered /> }.into_any()
        }
        SealStage::Guest => view! {
            <Notice kind="info">
                <p>{words::GUEST}</p>
            </Notice>
        }
        .into_any(),
        SealStage::Locked => view! {
            <Notice kind="warn">
                <p>{words::LOCKED}</p>
            </Notice>
        }
        .into_any(),
        SealStage::Blocked(count) => view! {
            <Notice kind="warn">
                <p data-blocking=count>
                    <strong>{words::blocked(count)}</strong>
                </p>
                <div>
                    <a class="button button-primary" href=Route::Report.href()>
                        {words::TO_REPORT}
                    </a>
                </div>
            </Notice>
        }
        .into_any(),
        SealStage::Open => view! { <Steps session=session registered=registered /> }.into_any(),
    };
    view! {
        <div class="page seal">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE} " " {common::period(session.period)}</h1>
                <p>{words::WHAT}</p>
            </div>
            {session
                .demo
                .then(|| {
                    view! {
                        <Notice kind="info">
                            <p>{words::DEMO}</p>
                        </Notice>
                    }
                })}
            {body}
            {move || is_open.get().then(|| corrected::from_office(app, session))}
            {move || keeps_keys.get().then(|| view! { <Keeper session=session registered=registered /> })}
        </div>
    }
    .into_any()
}

fn stage(app: App, session: Session) -> SealStage {
    let sealed = app.index.with(|index| {
        let months = &index.enterprise(&session.id.get_value())?.months;
        months.iter().find(|month| month.period == session.period && month.is_sealed()).map(|month| month.revision)
    });
    if let Some(revision) = sealed {
        return SealStage::Sealed(revision);
    }
    if app.store.role.get() != WriterRole::Writer {
        return SealStage::Guest;
    }
    if app.lock_of_month().is_some() {
        return SealStage::Locked;
    }
    match session.overview().review.problems.len() {
        0 => SealStage::Open,
        count => SealStage::Blocked(count),
    }
}

/// All keys of the enterprise on the screen, newest first.
fn keys_of(app: App, session: Session) -> Memo<Vec<KeyRecord>> {
    Memo::new(move |_| {
        app.index.with(|index| {
            let keys = index
                .enterprise(&session.id.get_value())
                .map(|enterprise| enterprise.keys.as_slice())
                .unwrap_or_default();
            keys.to_vec()
        })
    })
}

/// The key that has signed the month on the screen, while it lies in this browser alone.
fn to_keep(app: App, session: Session) -> Memo<Option<KeyRecord>> {
    Memo::new(move |_| {
        app.index.with(|index| {
            let enterprise = index.enterprise(&session.id.get_value())?;
            let month = enterprise.months.iter().find(|month| month.period == session.period && month.is_sealed())?;
            let record = app.sealed_record(&enterprise.id, month.period, month.revision)?;
            let signers = read(&record.text)?.signers;
            let signed = |key: &&KeyRecord| signers.iter().any(|signer| signer.kid == key.kid);
            enterprise.keys.iter().filter(signed).find(|key| key.retired.is_none() && !key.backup_checked).cloned()
        })
    })
}

/// Returns whether a report can be signed with this key alone.
fn may_seal(key: &KeyRecord) -> bool {
    key.role == Role::Principal && key.retired.is_none()
}

/// The key that signs: the wanted one, or the newest that may.
fn chosen_of(keys: Memo<Vec<KeyRecord>>, wanted: RwSignal<Option<KeyId>>) -> Memo<Option<KeyRecord>> {
    Memo::new(move |_| {
        keys.with(|keys| {
            let usable = || keys.iter().filter(|key| may_seal(key));
            wanted.with(|wanted| usable().find(|key| *wanted == Some(key.kid))).or_else(|| usable().next()).cloned()
        })
    })
}

/// The keys where the month cannot be signed now: they are made, changed and registered all the same.
#[component]
fn Keeper(session: Session, registered: RwSignal<Option<SignedRegistration>>) -> impl IntoView {
    let keys = keys_of(App::get(), session);
    let wanted = RwSignal::new(None::<KeyId>);
    let chosen = chosen_of(keys, wanted);
    let above = to_keep(App::get(), session);
    view! {
        <details class="card" data-keys="">
            <summary>
                <h2>{crate::words::keys::KEEPING}</h2>
            </summary>
            <keys::Keys
                session=session
                keys=keys
                chosen=chosen
                wanted=wanted
                registered=registered
                above=Signal::derive(move || above.with(|key| key.as_ref().map(|key| key.kid)))
            />
        </details>
        <life::Life session=session keys=keys />
    }
    .into_any()
}

/// The steps from key to signature; the first time both are one.
#[component]
fn Steps(session: Session, registered: RwSignal<Option<SignedRegistration>>) -> impl IntoView {
    let app = App::get();
    let keys = keys_of(app, session);
    let wanted = RwSignal::new(None::<KeyId>);
    let chosen = chosen_of(keys, wanted);
    let none = Memo::new(move |_| keys.with(|keys| !keys.iter().any(may_seal)));
    view! {
        <handed::HandOver session=session />
        {move || {
            if none.get() {
                view! {
                    <first::FirstSignature session=session registered=registered />
                    <details class="card">
                        <summary>{words::IMPORT}</summary>
                        <div class="details-body">
                            <import::Import session=session />
                        </div>
                    </details>
                }
                    .into_any()
            } else {
                view! {
                    <keys::Keys session=session keys=keys chosen=chosen wanted=wanted registered=registered />
                    {move || {
                        chosen
                            .get()
                            .map(|key| {
                                view! { <registration::Registration session=session key=key registered=registered /> }
                            })
                    }}
                    {move || chosen.get().map(|key| view! { <sign::Sign session=session key=key keys=keys /> })}
                }
                    .into_any()
            }
        }}
        <life::Life session=session keys=keys />
    }
    .into_any()
}
