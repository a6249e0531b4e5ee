//! Takes a key out of use.

use anziping_core::registry::StatusFault;
use anziping_core::seal::keys::KeyId;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, dom};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, Input, Notice};
use crate::words::fault;
use crate::words::office as desk;
use crate::words::office::registry as words;

/// Which key is being revoked. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct KeyToRevoke {
    pub(super) open: RwSignal<bool>,
    pub(super) kid: RwSignal<Option<KeyId>>,
}

impl KeyToRevoke {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { open: RwSignal::new(false), kid: RwSignal::new(None) }
    }
}

#[component]
pub(super) fn Revoke(app: OfficeApp, revoking: KeyToRevoke) -> impl IntoView {
    view! {
        <Dialog open=revoking.open labelled_by="revoke-title">
            <Form app=app revoking=revoking />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(app: OfficeApp, revoking: KeyToRevoke) -> impl IntoView {
    let on = RwSignal::new(clock::today().to_string());
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let refused = RwSignal::new(None::<&'static str>);
    let day_fault = Memo::new(move |_| match on.with(|on| Day::parse(on)) {
        None => Some(words::DAY_MISSING.to_owned()),
        Some(day) if day > clock::today() => Some(words::DAY_FUTURE.to_owned()),
        Some(_) => None,
    });
    let reason_fault = Memo::new(move |_| reason.with(|reason| fault::required_line(reason, words::REASON_MISSING)));
    let named = move || {
        let kid = revoking.kid.get()?;
        app.record.with_untracked(|record| {
            record
                .registry
                .key(&kid)
                .map(|(owner, key)| (owner.name.clone(), key.name.clone(), key.fingerprint.to_string()))
        })
    };
    let revoke = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if reason_fault.with_untracked(Option::is_some) {
            dom::focus_id("revoke_reason");
            return;
        }
        let (Some(day), None, Some(kid)) =
            (on.with_untracked(|on| Day::parse(on)), day_fault.get_untracked(), revoking.kid.get_untracked())
        else {
            dom::focus_id("revoke_on");
            return;
        };
        let outcome = app.try_edit_record(|record| {
            record.registry.revoke(&kid, day, &reason.get_untracked())?;
            let holder = record
                .registry
                .key(&kid)
                .map_or_else(String::new, |(owner, key)| format!("{} {}", owner.name, key.name));
            Ok::<_, StatusFault>(words::revoked(&holder))
        });
        match outcome {
            Ok(()) => revoking.open.set(false),
            Err(fault) => refused.set(Some(words::change(fault))),
        }
    };
    view! {
        <form class="stack" novalidate on:submit=revoke>
            <h2 id="revoke-title">{words::REVOKE_TITLE}</h2>
            {move || {
                named()
                    .map(|(owner, holder, digits)| {
                        view! {
                            <p>
                                <strong>{owner}</strong>
                                " "
                                {holder}
                            </p>
                            <p class="digits digits-small">{digits}</p>
                        }
                    })
            }}
            <Notice kind="warn">
                <p>{words::REVOKE_WHAT}</p>
            </Notice>
            <Field
                name="revoke_reason"
                label=words::REVOKE_REASON
                required=true
                value=reason
                fault=reason_fault
                eager=tried
                suggestions=words::REASONS
                on_input=Callback::new(move |text| reason.set(text))
            />
            <Field
                name="revoke_on"
                label=words::REVOKE_ON
                input=Input::Date
                required=true
                value=on
                fault=day_fault
                eager=tried
                on_input=Callback::new(move |text| on.set(text))
            />
            {move || refused.get().map(|said| view! { <p class="error">{said}</p> })}
            <div class="row">
                <button type="submit" class="button button-danger" data-action="confirm-revoke">
                    {words::REVOKE_BUTTON}
                </button>
                <button type="button" class="button" data-action="close" on:click=move |_| revoking.open.set(false)>
                    {desk::CLOSE}
                </button>
            </div>
        </form>
    }
    .into_any()
}
