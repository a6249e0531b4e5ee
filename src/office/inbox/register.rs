//! Registers a key: the digits come from the stamped paper form, typed, never from the screen.

use anziping_core::registry::{Offer, RegisterFault};
use anziping_core::signer::Role;
use anziping_core::value::line::line_fault;
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::{clock, document};
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, Input, Notice};
use crate::words::fault::line;
use crate::words::office as words;
use crate::words::office::verdict;

/// Which file's key is being registered. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct KeyToRegister {
    pub(super) open: RwSignal<bool>,
    /// Place of the file in the inbox.
    pub(super) at: RwSignal<usize>,
}

impl KeyToRegister {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { open: RwSignal::new(false), at: RwSignal::new(0) }
    }
}

/// The dialog.
#[component]
pub(super) fn Register(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    view! {
        <Dialog open=registering.open labelled_by="register-title">
            <Form app=app registering=registering />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    let at = registering.at.get_untracked();
    let (digits, form_number) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<String>);
    let number_fault = Memo::new(move |_| form_number.with(|number| line_fault(number).map(line)));
    let compared = app.inbox.with_untracked(|inbox| {
        let offer = inbox.get(at)?.offer()?;
        Some(offered(app, &offer))
    });
    let register = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if number_fault.with_untracked(Option::is_some) {
            document::focus_id("form_number");
            return;
        }
        let outcome = app.inbox.with_untracked(|inbox| {
            let checked = inbox.get(at).ok_or(RegisterFault::NothingToRegister)?;
            app.try_edit_record(|record| {
                let kid = record.registry.register(
                    checked.offer(),
                    &digits.get_untracked(),
                    clock::today(),
                    &form_number.get_untracked(),
                )?;
                let said = record
                    .registry
                    .key(&kid)
                    .map_or_else(String::new, |(owner, key)| words::registered(&owner.name, &key.name));
                Ok::<_, RegisterFault>(said)
            })
        });
        match outcome {
            Ok(()) => registering.open.set(false),
            Err(refused) => {
                fault.set(Some(words::registry::register(&refused)));
                document::focus_id("digits");
            }
        }
    };
    let typed = move |text| {
        fault.set(None);
        digits.set(text);
    };
    view! {
        <form class="stack" novalidate on:submit=register>
            <h2 id="register-title">{words::REGISTER_TITLE}</h2>
            <p>{words::COMPARE_THESE}</p>
            {compared}
            <p>{words::REGISTER_HOW}</p>
            <Field
                name="digits"
                label=words::DIGITS
                hint=words::DIGITS_HINT
                input=Input::Count
                required=true
                value=digits
                fault=fault
                eager=Signal::stored(true)
                on_input=Callback::new(typed)
            />
            <Field
                name="form_number"
                label=words::FORM_NUMBER
                hint=words::FORM_NUMBER_HINT
                value=form_number
                fault=number_fault
                eager=Signal::stored(true)
                on_input=Callback::new(move |text| form_number.set(text))
            />
            <div class="row">
                <button type="submit" class="button button-primary" data-action="compare">
                    {words::COMPARE}
                </button>
                <button type="button" class="button" data-action="close" on:click=move |_| registering.open.set(false)>
                    {words::CLOSE}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Everything that an offer says of itself: the digits prove nothing that was not read beside them.
pub(super) fn offered(app: OfficeApp, offer: &Offer<'_>) -> AnyView {
    let known = app.record.with_untracked(|record| record.registry.enterprise(offer.uscc).cloned());
    let listed = match &known {
        None => Some(words::NOT_LISTED.to_owned()),
        Some(known) if known.name.trim() != offer.name.trim() => Some(words::listed_as(&known.name)),
        Some(_) => None,
    };
    let in_use = known.into_iter().flat_map(|known| known.keys).find(|key| {
        let offered_again = offer.signers.iter().any(|signer| signer.kid == key.kid);
        key.is_active() && key.is_of_principal_in_person() && !offered_again
    });
    let second =
        in_use.filter(|_| offer.mandate.is_none() && offer.signers.iter().any(|signer| signer.role == Role::Principal));
    let mandate = match offer.mandate {
        Some(mandate) => verdict::mandate(mandate),
        None => words::NO_MANDATE.to_owned(),
    };
    let people = offer.signers.iter().map(|signer| {
        let is_other = signer.role == Role::Principal
            && offer.mandate.is_none()
            && offer.principal.is_some_and(|principal| principal.trim() != signer.name.trim());
        let warning = offer.principal.filter(|_| is_other).map(|principal| {
            view! { <p class="status-bad small">{words::not_the_principal(principal.trim())}</p> }
        });
        let capacity = if offer.mandate.is_some() { verdict::DEPUTY } else { verdict::role(signer.role) };
        view! {
            <dt>{words::HOLDER}</dt>
            <dd data-holder="">
                {signer.name.clone()} " " <span class="muted">{signer.title.clone()}</span> {warning}
            </dd>
            <dt>{words::CAPACITY}</dt>
            <dd>{capacity}</dd>
        }
    });
    let warns = offer.mandate.is_none_or(|mandate| mandate.is_long());
    let needs_none = offer.signers.iter().all(|signer| signer.role != Role::Principal);
    view! {
        <dl class="facts-list" data-offer="">
            <dt>{words::CLAIMED}</dt>
            <dd>{format!("{}（{}）", visible(offer.name), offer.uscc)}</dd>
            {people.collect_view()}
            {(!needs_none)
                .then(|| {
                    view! {
                        <dt>{words::MANDATE}</dt>
                        <dd class:status-warn=warns data-mandate="">
                            {mandate}
                        </dd>
                    }
                })}
        </dl>
        {listed
            .map(|said| {
                view! {
                    <Notice kind="warn">
                        <p data-listed="">{said}</p>
                    </Notice>
                }
            })}
        {second
            .map(|key| {
                view! {
                    <Notice kind="warn">
                        <p>{words::already_in_use(&key.name)}</p>
                    </Notice>
                }
            })}
    }
    .into_any()
}
