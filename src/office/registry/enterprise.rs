//! One enterprise of the registry with its keys.

use anziping_core::registry::{Registered, RegisteredKey};
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::revoke::KeyToRevoke;
use super::standing;
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::office::registry as words;
use crate::words::office::verdict;

#[component]
pub(super) fn EnterpriseRow(app: OfficeApp, uscc: UnifiedCode) -> impl IntoView {
    let code = uscc.to_string();
    let own = Memo::new(move |_| app.record.with(|record| record.registry.enterprise(&uscc).cloned()));
    let row = move || own.get().map(|enterprise| card(app, enterprise));
    view! {
        <li class="registered" data-enterprise=code>
            {row}
        </li>
    }
    .into_any()
}

fn card(app: OfficeApp, enterprise: Registered) -> AnyView {
    let Registered { uscc, name, keys } = enterprise;
    let (said, code) = (name.clone(), uscc.to_string());
    let standing = standing::disclosure(app, uscc.clone());
    let remove = move |_| {
        app.edit_record(|record| {
            record.registry.enterprises.retain(|enterprise| enterprise.uscc != uscc || !enterprise.keys.is_empty());
            words::removed(&name)
        });
    };
    let keys = if keys.is_empty() {
        view! {
            <div class="row row-between">
                <span class="status-item status-warn">{icon::of("warn")} {words::NO_KEY}</span>
                <button type="button" class="button button-small" data-action="remove" on:click=remove>
                    {words::REMOVE}
                </button>
            </div>
        }
        .into_any()
    } else {
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
        }
        .into_any()
    };
    view! {
        <h3>{said} " " <span class="muted number">{code}</span></h3>
        {keys}
        {standing}
    }
    .into_any()
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
