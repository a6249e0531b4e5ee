//! The text and choice fields of the enterprise, each with its fault at its place.

use anziping_core::enterprise::{EnterpriseField, EnterpriseFieldKind, OfficerTime, RiskClass};
use anziping_core::trade::FULL_TIME_OFFICER;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::proposal::Proposal;
use crate::enterprise::session::Session;
use crate::ui::field::{Fault, Field, Input, Notice, required_mark};
use crate::words::{common, enterprise as words, fault};

/// The fault of a field, in words.
pub(super) fn fault_of(session: Session, field: EnterpriseField) -> Signal<Option<String>> {
    let found = Memo::new(move |_| session.enterprise.with(|enterprise| enterprise.fault(field, session.catalogue)));
    Signal::derive(move || found.get().map(|found| fault::enterprise(field, found)))
}

/// A one-line field that is kept as typed.
pub(super) fn text_field(session: Session, field: EnterpriseField) -> AnyView {
    let input = if field.kind() == EnterpriseFieldKind::Phone { Input::Phone } else { Input::Text };
    // A complete code is judged at once, before the field is left.
    let eager = Signal::derive(move || {
        field.kind() == EnterpriseFieldKind::CreditCode
            && session
                .enterprise
                .with(|enterprise| enterprise.uscc.chars().filter(|c| !c.is_whitespace()).count() >= 18)
    });
    let typed =
        Callback::new(move |text: String| session.edit_enterprise(|enterprise| enterprise.set_text(field, text)));
    view! {
        <Field
            name=field.code()
            label=words::label(field)
            hint=words::hint(field)
            input=input
            required=field.is_required()
            eager=eager
            value=Signal::derive(move || session.enterprise.with(|enterprise| enterprise.text(field).to_owned()))
            on_input=typed
            fault=fault_of(session, field)
        />
    }
    .into_any()
}

/// The credit code, with a word when it is complete and right.
#[component]
pub(super) fn CreditCode(session: Session) -> impl IntoView {
    let good = Memo::new(move |_| session.enterprise.with(|enterprise| UnifiedCode::parse(&enterprise.uscc).is_ok()));
    view! {
        <div class="stack-tight">
            {text_field(session, EnterpriseField::Uscc)}
            <output class="small status-good" for=EnterpriseField::Uscc.code()>
                {move || good.get().then_some(words::USCC_GOOD)}
            </output>
        </div>
    }
    .into_any()
}

/// The number of workers: a number across a rule's limit is asked about when the field is left.
#[component]
pub(super) fn Workers(session: Session, proposal: Proposal) -> impl IntoView {
    let field = EnterpriseField::Workers;
    view! {
        <div on:change=move |_| proposal.settle_workers()>
            <Field
                name=field.code()
                label=words::label(field)
                hint=words::hint(field)
                input=Input::Count
                required=true
                unit=common::PEOPLE
                value=Signal::derive(move || proposal.workers())
                on_input=Callback::new(move |typed| proposal.type_workers(typed))
                fault=fault_of(session, field)
            />
        </div>
    }
    .into_any()
}

/// 专职 or 兼职.
#[component]
pub(super) fn OfficerTimeChoice(session: Session) -> impl IntoView {
    let choices = OfficerTime::ALL.map(|time| (time.code(), words::officer_time(time)));
    let too_little = Memo::new(move |_| {
        let field = EnterpriseField::OfficerTime;
        let part_time = session.enterprise.with(|enterprise| enterprise.text(field) == OfficerTime::PartTime.code());
        part_time && session.profile.with(|profile| FULL_TIME_OFFICER.when.holds(profile))
    });
    view! {
        {radios(session, EnterpriseField::OfficerTime, choices.to_vec())}
        <div aria-live="polite">
            {move || {
                let sources = FULL_TIME_OFFICER.basis.iter().map(|source| source.said).collect::<Vec<_>>();
                too_little
                    .get()
                    .then(|| {
                        view! {
                            <Notice kind="warn">
                                <p data-officer="part-time">
                                    {FULL_TIME_OFFICER.said} {common::basis_line(&sources)}
                                </p>
                            </Notice>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// A to D, or not set.
#[component]
pub(super) fn RiskClassChoice(session: Session) -> impl IntoView {
    let classes = RiskClass::ALL.map(|class| (class.code(), words::risk_class(class)));
    radios(session, EnterpriseField::RiskClass, std::iter::once(("", words::RISK_CLASS_NONE)).chain(classes).collect())
}

fn radios(session: Session, field: EnterpriseField, choices: Vec<(&'static str, &'static str)>) -> AnyView {
    let left = RwSignal::new(false);
    let fault = fault_of(session, field);
    let shown = Signal::derive(move || if left.get() { fault.get() } else { None });
    let (name, error) = (field.code(), format!("{}-error", field.code()));
    let buttons = choices
        .into_iter()
        .map(|(code, said)| {
            let (id, labels) = (format!("{name}-{code}"), format!("{name}-{code}"));
            let chosen = move || session.enterprise.with(|enterprise| enterprise.text(field) == code);
            let choose = move |_| session.edit_enterprise(|enterprise| enterprise.set_text(field, code.into()));
            view! {
                <label class="choice" for=labels>
                    <input type="radio" id=id name=name value=code prop:checked=chosen on:change=choose />
                    {said}
                </label>
            }
        })
        .collect_view();
    let hint = words::hint(field);
    let described = format!("{error} {name}-hint");
    view! {
        <fieldset class="field" id=name aria-describedby=described on:focusout=move |_| left.set(true)>
            <legend>
                {words::label(field)} {required_mark(field.is_required())}
            </legend>
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <p class="hint" id=format!("{name}-hint")>
                            {hint}
                        </p>
                    }
                })}
            <div class="choices">{buttons}</div>
            <Fault id=error text=shown />
        </fieldset>
    }
    .into_any()
}
