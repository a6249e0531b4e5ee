//! One risk point of the register: a line with its colour, and the form behind it.

use anziping_core::register::{Colour, Method, RiskPoint, Score};
use leptos::prelude::*;

use super::person::short;
use super::{edit, edit_later};
use crate::enterprise::app::App;
use crate::enterprise::hazards::today_within;
use crate::enterprise::session::Session;
use crate::ui::field::{Check, Field, Input, Select};
use crate::words::register as words;

/// An entry; open while it has no place.
#[component]
pub(super) fn RiskForm(app: App, session: Session, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let risk = Memo::new(move |_| {
        session
            .registers
            .with(|registers| registers.risks.iter().find(|risk| id.with_value(|id| *id == risk.id)).cloned())
            .unwrap_or_default()
    });
    let method = Memo::new(move |_| session.registers.with(|registers| registers.method));
    let change = move |change: &dyn Fn(&mut RiskPoint)| {
        edit(session, |registers| {
            if let Some(risk) = registers.risks.iter_mut().find(|risk| id.with_value(|id| *id == risk.id)) {
                change(risk);
            }
        });
    };
    let place = move || {
        risk.with(|risk| if risk.place.trim().is_empty() { words::NO_PLACE.to_owned() } else { risk.place.clone() })
    };
    let remove = move |_| {
        let (said, before) = (words::removed(&place()), risk.get_untracked());
        edit(session, |registers| registers.risks.retain(|other| other.id != before.id));
        let enterprise = session.id.get_value();
        app.offer_undo(said, move || edit_later(app, &enterprise, |registers| registers.risks.push(before.clone())));
    };
    let tag = move || {
        let colour = risk.with(|risk| risk.colour(method.get()));
        let tone = match colour {
            Some(Colour::Red) => "tag-bad",
            Some(Colour::Orange | Colour::Yellow) => "tag-warn",
            Some(Colour::Blue) => "tag-blue",
            None => "",
        };
        view! {
            <span class=format!("tag {tone}") data-colour=colour.map(|colour| format!("{colour:?}"))>
                {colour.map_or(words::UNRATED, words::colour)}
            </span>
        }
    };
    let key = id.with_value(|id| format!("risk-{id}"));
    let open = risk.with_untracked(|risk| risk.place.is_empty());
    // A long list is drawn as lines; the form of one comes when somebody opens it.
    let opened = RwSignal::new(open);
    let form_key = StoredValue::new(key.clone());
    let form = move || {
        view! {
            {fields(session, &form_key.get_value(), risk, change)}
            {move || letters(&form_key.get_value(), method.get(), risk, change)}
            {boxes(session, &form_key.get_value(), risk, change)}
            <div class="no-print">
                <button
                    type="button"
                    class="button button-small button-danger"
                    data-action="remove-risk"
                    on:click=remove
                >
                    {words::REMOVE}
                </button>
            </div>
        }
    };
    view! {
        <details class="card card-flat" id=key data-risk=id.get_value() open=open on:toggle=move |_| opened.set(true)>
            <summary>
                {place} " " <span class="muted">{move || risk.with(|risk| risk.danger.clone())}</span> " " {tag}
            </summary>
            <fieldset class="details-body stack" disabled=session.registers_read_only>
                {move || opened.get().then(form)}
            </fieldset>
        </details>
    }
    .into_any()
}

fn fields(
    session: Session,
    key: &str,
    risk: Memo<RiskPoint>,
    change: impl Fn(&dyn Fn(&mut RiskPoint)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let text = move |read: fn(&RiskPoint) -> &String| Signal::derive(move || risk.with(|risk| read(risk).clone()));
    let set = move |part: fn(&mut RiskPoint) -> &mut String| {
        Callback::new(move |text: String| change(&|risk| *part(risk) = short(&text)))
    };
    let areas = session.profile.with_untracked(|profile| {
        let own = session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact));
        own.map(|area| (area.id.clone(), area.name.clone())).collect::<Vec<_>>()
    });
    view! {
        <div class="pairs">
            <Field
                name=format!("{key}-place")
                label=words::PLACE
                value=text(|risk| &risk.place)
                on_input=set(|risk| &mut risk.place)
            />
            <Field
                name=format!("{key}-danger")
                label=words::DANGER
                hint=words::DANGER_HINT
                value=text(|risk| &risk.danger)
                on_input=set(|risk| &mut risk.danger)
            />
            <Select
                name=format!("{key}-area")
                label=words::AREA
                none=words::NO_AREA
                options=areas
                value=text(|risk| &risk.area)
                on_change=set(|risk| &mut risk.area)
            />
            <Field
                name=format!("{key}-owner")
                label=words::OWNER
                value=text(|risk| &risk.owner)
                on_input=set(|risk| &mut risk.owner)
            />
            <div class="wide">
                <Field
                    name=format!("{key}-measures")
                    label=words::MEASURES
                    value=text(|risk| &risk.measures)
                    on_input=set(|risk| &mut risk.measures)
                    input=Input::Lines
                />
            </div>
        </div>
    }
    .into_any()
}

/// A choice for each letter of the method.
fn letters(
    key: &str,
    method: Method,
    risk: Memo<RiskPoint>,
    change: impl Fn(&dyn Fn(&mut RiskPoint)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let selects = method.letters().iter().enumerate().map(|(at, &(letter, values))| {
        let options = values.iter().map(|&tenths| (tenths.to_string(), words::value(method, letter, tenths))).collect();
        let value = Signal::derive(move || {
            let chosen = risk.with(|risk| risk.letter(method, at));
            if chosen == Score(0) { String::new() } else { chosen.0.to_string() }
        });
        let choose = Callback::new(move |chosen: String| {
            change(&|risk| risk.set_letter(method, at, Score(chosen.parse().unwrap_or(0))))
        });
        view! {
            <Select
                name=format!("{key}-{letter}")
                label=words::letter(letter)
                options=options
                value=value
                on_change=choose
            />
        }
    });
    view! { <div class="pairs">{selects.collect_view()}</div> }.into_any()
}

fn boxes(
    session: Session,
    key: &str,
    risk: Memo<RiskPoint>,
    change: impl Fn(&dyn Fn(&mut RiskPoint)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let one = |name: &str,
               label: &'static str,
               hint: &'static str,
               read: fn(&RiskPoint) -> bool,
               part: fn(&mut RiskPoint) -> &mut bool| {
        let checked = Signal::derive(move || risk.with(read));
        let tick = Callback::new(move |on: bool| change(&|risk| *part(risk) = on));
        view! { <Check name=format!("{key}-{name}") label=label hint=hint checked=checked on_change=tick /> }
    };
    let looked_at =
        Signal::derive(move || risk.with(|risk| risk.checked_on.is_some_and(|day| session.span.get().contains(day))));
    let look = Callback::new(move |on: bool| {
        change(&|risk| risk.checked_on = on.then(|| today_within(session.span.get_untracked())));
    });
    view! {
        <div class="check-list">
            {one("direct", words::DIRECT, words::DIRECT_HINT, |risk| risk.direct_red, |risk| &mut risk.direct_red)}
            {one("posted", words::POSTED, "", |risk| risk.posted, |risk| &mut risk.posted)}
            <Check name=format!("{key}-effective") label=words::EFFECTIVE checked=looked_at on_change=look />
        </div>
    }
    .into_any()
}
