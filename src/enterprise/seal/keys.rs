//! The keys of the enterprise: which one signs, which need their backup checked, how to get another.

use anziping_core::record::KeyRecord;
use anziping_core::request::SignedRegistration;
use anziping_core::seal::keys::KeyId;
use anziping_core::signer::Role;
use leptos::prelude::*;

use super::backup::Backup;
use super::import::Import;
use super::key_names::block_of_key;
use super::make::MakeKey;
use crate::enterprise::session::Session;
use crate::ui::icon;
use crate::words::seal as words;

/// The 30 digits of a key.
pub(super) fn digits(kid: KeyId) -> String {
    kid.fingerprint().to_string()
}

/// The first step.
#[component]
pub(super) fn Keys(
    session: Session,
    keys: Memo<Vec<KeyRecord>>,
    chosen: Memo<Option<KeyRecord>>,
    wanted: RwSignal<Option<KeyId>>,
    registered: RwSignal<Option<SignedRegistration>>,
    /// The key whose backup stands further up on the page already.
    #[prop(default = Signal::stored(None))]
    above: Signal<Option<KeyId>>,
) -> impl IntoView {
    let several = Memo::new(move |_| keys.with(|keys| keys.iter().filter(|key| super::may_seal(key)).count() > 1));
    let keys = Memo::new(move |_| {
        keys.with(|keys| keys.iter().filter(|key| key.retired.is_none()).cloned().collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| keys.with(|keys| keys.iter().all(|key| key.role != Role::Principal)));
    view! {
        <section class="card" aria-labelledby="step-key">
            <h2 id="step-key">{words::STEP_KEY}</h2>
            <For
                each=move || keys.get()
                key=|key| (key.kid, key.backup_checked)
                children=move |key| {
                    view! {
                        <Key session=session key=key chosen=chosen wanted=wanted several=several above=above />
                    }
                }
            />
            {move || {
                if none.get() {
                    view! {
                        <MakeKey session=session registered=registered />
                        <details>
                            <summary>{words::IMPORT}</summary>
                            <div class="details-body">
                                <Import session=session />
                            </div>
                        </details>
                    }
                        .into_any()
                } else {
                    view! {
                        <details>
                            <summary>{words::MAKE_ANOTHER}</summary>
                            <div class="details-body">
                                <MakeKey session=session registered=registered />
                            </div>
                        </details>
                        <details>
                            <summary>{words::IMPORT}</summary>
                            <div class="details-body">
                                <Import session=session />
                            </div>
                        </details>
                    }
                        .into_any()
                }
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Key(
    session: Session,
    key: KeyRecord,
    chosen: Memo<Option<KeyRecord>>,
    wanted: RwSignal<Option<KeyId>>,
    several: Memo<bool>,
    above: Signal<Option<KeyId>>,
) -> impl IntoView {
    let usable = key.backup_checked;
    let signs = super::may_seal(&key);
    let state = if usable {
        view! { <span class="tag tag-good">{icon::of("good")} {words::KEY_READY}</span> }
    } else {
        view! { <span class="tag tag-warn">{icon::of("warn")} {words::KEY_UNCHECKED}</span> }
    };
    let role = crate::words::keys::role(key.role, key.mandate.is_some());
    let heading = [role, key.name.as_str(), key.title.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let choice = {
        let (kid, label) = (key.kid, format!("choose-{}", key.kid));
        move || {
            (signs && several.get()).then(|| {
                view! {
                    <label class="choice" for=label.clone()>
                        <input
                            type="radio"
                            id=label.clone()
                            name="signing_key"
                            value=kid.to_string()
                            prop:checked=move || {
                                chosen.with(|chosen| chosen.as_ref().is_some_and(|key| key.kid == kid))
                            }
                            on:change=move |_| wanted.set(Some(kid))
                        />
                        {words::CHOOSE_THIS}
                    </label>
                }
            })
        }
    };
    let (kid, made_at) = (key.kid, words::by_device(&words::moment(&key.created_at)));
    let key = StoredValue::new(key);
    let backup =
        move || (!usable && above.get() != Some(kid)).then(|| view! { <Backup session=session key=key.get_value() /> });
    view! {
        <div class="stack" id=block_of_key(kid) tabindex="-1" data-key=kid.to_string() data-usable=usable.to_string()>
            <div class="row row-between">
                <h3>{heading}</h3>
                {state}
            </div>
            <dl class="facts-list">
                <dt>{words::FINGERPRINT}</dt>
                <dd class="digits" data-fingerprint="">
                    {digits(kid)}
                </dd>
                <dt>{words::MADE_AT}</dt>
                <dd>{made_at}</dd>
            </dl>
            {choice}
            {backup}
        </div>
    }
    .into_any()
}
