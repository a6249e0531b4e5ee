//! Industry, kinds of mine, high-risk areas and the other facts that decide which questions apply.

use anziping_core::catalog::{Catalogue, Fact, FactGroup};
use anziping_core::enterprise::EnterpriseField;
use leptos::prelude::*;

use super::fields::fault_of;
use super::proposal::Proposal;
use crate::enterprise::session::Session;
use crate::ui::field::{Check, Fault, Select, required_mark};
use crate::words::enterprise as words;

fn of_group(catalogue: &'static Catalogue, group: FactGroup) -> impl Iterator<Item = &'static Fact> {
    catalogue.facts.iter().filter(move |fact| fact.group == group)
}

#[component]
pub(super) fn Industry(session: Session, proposal: Proposal) -> impl IntoView {
    let field = EnterpriseField::Industry;
    let options = of_group(session.catalogue, FactGroup::Industry)
        .map(|fact| (fact.id.clone(), words::industry(&fact.label).to_owned()))
        .collect();
    let chosen = Memo::new(move |_| proposal.with(|enterprise| enterprise.industry.clone()));
    let hint = move || {
        let fact = session.catalogue.fact(&chosen.get())?;
        (!fact.hint.is_empty()).then(|| view! { <p class="hint">{fact.hint.as_str()}</p> })
    };
    view! {
        <div class="stack-tight">
            <Select
                name=field.code()
                label=words::label(field)
                hint=words::INDUSTRY_HINT
                options=options
                value=chosen
                required=true
                on_change=Callback::new(move |code| proposal.propose(|enterprise| enterprise.industry = code))
                fault=fault_of(session, field)
            />
            {hint}
        </div>
    }
    .into_any()
}

/// The kinds of mine, only while the check list asks for them.
#[component]
pub(super) fn MineKinds(session: Session, proposal: Proposal) -> impl IntoView {
    let field = EnterpriseField::MineKind;
    let is_asked = Memo::new(move |_| proposal.with(|enterprise| enterprise.is_asked_mine_kind(session.catalogue)));
    let is_mine = Memo::new(move |_| proposal.with(|enterprise| enterprise.is_mine(session.catalogue)));
    let error = format!("{}-error", field.code());
    view! {
        {move || {
            is_asked
                .get()
                .then(|| {
                    view! {
                        <fieldset class="field" id=field.code() aria-describedby=error.clone()>
                            <legend>{words::label(field)} {move || required_mark(is_mine.get())}</legend>
                            <div class="check-list">{checks(session, proposal, FactGroup::MineKind)}</div>
                            <Fault id=error.clone() text=fault_of(session, field) />
                        </fieldset>
                    }
                })
        }}
    }
    .into_any()
}

/// A list of facts to tick.
#[component]
pub(super) fn FactList(
    /// The month on the screen.
    session: Session,
    /// The change that is on its way.
    proposal: Proposal,
    group: FactGroup,
    title: &'static str,
    /// Sentence below the heading.
    hint: &'static str,
) -> impl IntoView {
    view! {
        <fieldset class="card">
            <legend class="card-legend">
                <h2>{title}</h2>
            </legend>
            <p class="hint">{hint}</p>
            <div class="check-list">{checks(session, proposal, group)}</div>
        </fieldset>
    }
    .into_any()
}

/// The facts of a group that concern the enterprise, by its industry and the facts ticked so far.
fn checks(session: Session, proposal: Proposal, group: FactGroup) -> AnyView {
    let profile = Memo::new(move |_| proposal.with(|enterprise| enterprise.profile(session.catalogue)));
    of_group(session.catalogue, group)
        .map(|fact| {
            let change = Callback::new(move |holds: bool| {
                proposal.propose(|enterprise| {
                    if holds {
                        enterprise.facts.insert(fact.id.clone());
                    } else {
                        enterprise.facts.remove(&fact.id);
                    }
                });
            });
            let checked = Signal::derive(move || proposal.with(|enterprise| enterprise.facts.contains(&fact.id)));
            let concerned = Memo::new(move |_| profile.with(|profile| fact.applies.holds(profile)));
            let check = move || {
                view! {
                    <Check
                        name=fact.id.clone()
                        label=fact.question.clone()
                        hint=fact.hint.clone()
                        checked=checked
                        on_change=change
                    />
                }
            };
            move || concerned.get().then(check)
        })
        .collect_view()
        .into_any()
}
