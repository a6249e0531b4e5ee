//! One enterprise of the registry with its keys.

use anziping_core::office::missing::{Excuse, Excused};
use anziping_core::registry::{Registered, RegisteredKey};
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::revoke::KeyToRevoke;
use super::standing;
use crate::office::app::OfficeApp;
use crate::platform::clock;
use crate::ui::icon;
use crate::words::office::registry as words;
use crate::words::office::rollup;
use crate::words::office::verdict;

#[component]
pub(super) fn EnterpriseRow(app: OfficeApp, uscc: UnifiedCode) -> impl IntoView {
    let code = uscc.to_string();
    let own = Memo::new(move |_| app.record.with(|record| record.registry.enterprise(&uscc).cloned()));
    // Stays open while a key of it changes.
    let opened = RwSignal::new(false);
    let row = move || own.get().map(|enterprise| card(app, enterprise, opened));
    view! {
        <li class="registered" data-enterprise=code>
            {row}
        </li>
    }
    .into_any()
}

/// One line; keys and what can be done are built when it is opened, since hundreds stand on the page.
fn card(app: OfficeApp, enterprise: Registered, opened: RwSignal<bool>) -> AnyView {
    let Registered { uscc, name, keys } = enterprise;
    let code = uscc.to_string();
    let in_use: Vec<&str> = keys.iter().filter(|key| key.is_active()).map(|key| key.name.as_str()).collect();
    let (tone, said) = match (in_use.as_slice(), keys.is_empty()) {
        ([], true) => ("warn", words::NO_KEY.to_owned()),
        ([], false) => ("warn", words::NO_KEY_IN_USE.to_owned()),
        (holders, _) => ("good", words::keys_in_use(holders)),
    };
    let tag = standing::tag(app, uscc.clone());
    let rest = StoredValue::new((uscc, name.clone(), keys));
    let body = move || opened.get().then(|| rest.with_value(|(uscc, name, keys)| details(app, uscc, name, keys)));
    view! {
        <details prop:open=opened on:toggle=move |event| opened.set(is_open(&event))>
            <summary data-action="enterprise">
                <span>
                    <strong>{name}</strong>
                    " "
                    <span class="muted number">{code}</span>
                    " "
                    <span class=format!("status-item small status-{tone}")>{icon::of(tone)} {said}</span>
                    " "
                    {tag}
                </span>
            </summary>
            <div class="details-body">{body}</div>
        </details>
    }
    .into_any()
}

fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<leptos::web_sys::Element>(event).has_attribute("open")
}

fn details(app: OfficeApp, uscc: &UnifiedCode, name: &str, keys: &[RegisteredKey]) -> AnyView {
    let standing = standing::disclosure(app, uscc.clone());
    let (uscc, name) = (uscc.clone(), name.to_owned());
    let keys = if keys.is_empty() {
        let remove = move |_| {
            app.edit_record(|record| {
                record.registry.enterprises.retain(|enterprise| enterprise.uscc != uscc || !enterprise.keys.is_empty());
                words::removed(&name)
            });
        };
        view! {
            <div>
                <button type="button" class="button button-small" data-action="remove" on:click=remove>
                    {words::REMOVE}
                </button>
            </div>
        }
        .into_any()
    } else {
        let leave = leave(app, uscc, name);
        let heads = words::KEY_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
        let rows = keys.iter().map(|key| row(app, key)).collect_view();
        view! {
            <div class="table-wrap">
                <table class="table-cards">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {leave}
        }
        .into_any()
    };
    view! {
        {keys}
        {standing}
    }
    .into_any()
}

/// Takes an enterprise that is no more out of the roll-call; its keys stay known.
fn leave(app: OfficeApp, uscc: UnifiedCode, name: String) -> AnyView {
    let own = uscc.clone();
    let is_gone = Memo::new(move |_| {
        let today = clock::today();
        let is_gone = |one: &Excused| one.uscc == own && one.why == Excuse::Deregistered && one.covers(today);
        app.record.with(|record| record.excused.iter().any(is_gone))
    });
    let leave = StoredValue::new((uscc, name));
    let press = move |_| {
        let (uscc, name) = leave.get_value();
        let (why, since) = (Excuse::Deregistered, clock::today());
        app.edit_record(|record| {
            record.excused.push(Excused { uscc, why, since, until: None });
            words::excused(&name, &rollup::excused_since(why, since, None))
        });
    };
    let button = move || {
        (!is_gone.get()).then(|| {
            view! {
                <div>
                    <button type="button" class="button button-small" data-action="leave" on:click=press>
                        {words::LEAVE}
                    </button>
                    <p class="hint">{words::LEAVE_WHY}</p>
                </div>
            }
        })
    };
    view! { {button} }.into_any()
}

fn row(app: OfficeApp, key: &RegisteredKey) -> AnyView {
    let tone = words::status_tone(Some(&key.status));
    let revoking = expect_context::<KeyToRevoke>();
    let kid = key.kid;
    let uncompared = key.is_active()
        && key.mandate.is_some()
        && app.record.with_untracked(|record| !record.registry.has_compared_mandate(&kid));
    let mandate = key.mandate.as_ref().map(|given| {
        view! {
            <span class="hint" data-mandate="">
                {verdict::mandate(given)}
            </span>
            {uncompared
                .then(|| {
                    view! { <span class="status-item status-warn small">{icon::of("warn")} {words::UNCOMPARED}</span> }
                })}
        }
    });
    let capacity = if key.mandate.is_some() { verdict::DEPUTY } else { verdict::role(key.role) };
    let open = move |_| {
        revoking.kid.set(Some(kid));
        revoking.open.set(true);
    };
    let [_, digits, status, form, _] = words::KEY_COLUMNS;
    let revoke = key.is_active().then(|| {
        view! {
            <button type="button" class="button button-small button-danger" data-action="revoke" on:click=open>
                {words::REVOKE}
            </button>
        }
    });
    view! {
        <tr data-key=kid.to_string()>
            <th scope="row">{key.name.clone()} <span class="hint">" " {capacity}</span> {mandate}</th>
            <td class="digits digits-small wide" data-label=digits>
                {key.fingerprint.to_string()}
            </td>
            <td class="wide" data-label=status>
                <span class=format!("status-item status-{tone}")>{icon::of(tone)} {words::status(&key.status)}</span>
            </td>
            <td class="wide" data-label=form>
                {key.form_number.clone()}
            </td>
            <td class="wide">{revoke}</td>
        </tr>
    }
    .into_any()
}
