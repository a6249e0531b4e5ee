//! The page with the register of risk points.

use anziping_core::catalog::{ComputedFrom, TargetCode};
use anziping_core::register::{Colour, ColumnPlace, Content, Method, RegisterColumn, RiskColumn, RiskPoint};
use leptos::prelude::*;

use super::form::EntryForm;
use super::list::{List, list};
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::enterprise::session::today_within;
use crate::ui::field::{Check, Select};
use crate::words::paper::Form as Paper;
use crate::words::register::{self as words, Labelled};

pub(crate) fn risks_page(session: Session) -> AnyView {
    let app = App::get();
    let papers =
        [Paper::RiskControl, Paper::RiskMap, Paper::RiskBoard, Paper::RiskCard, Paper::EmergencyCard, Paper::Signs]
            .map(|form| {
                let href = Route::Paper(paper_name::code(form).into()).href();
                view! { <a href=href>{form.title()}</a> }
            });
    let methods =
        Method::ALL.iter().map(|&method| (method.code().to_owned(), words::method(method).to_owned())).collect();
    let method = Signal::derive(move || session.registers.with(|registers| registers.method).code().to_owned());
    let set_method = Callback::new(move |chosen: String| {
        if let Some(method) = Method::parse(&chosen) {
            edit(session, |registers| registers.method = method);
        }
    });
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::RISKS}</h1>
                <p>{words::RISKS_LEAD}</p>
                <p class="row" data-risk-papers="true">{papers}</p>
            </div>
            {unreadable(app, session)}
            <section class="card">
                <Select
                    name="method"
                    label=words::METHOD
                    hint=words::METHOD_HINT
                    options=methods
                    value=method
                    on_change=set_method
                    disabled=session.registers_read_only
                />
            </section>
            {list(
                app,
                session,
                List::<RiskPoint> {
                    kind: "risk",
                    heading: "risks",
                    title: words::RISKS,
                    none: words::NO_RISKS,
                    add: words::ADD_RISK,
                    named: |risk: &RiskPoint| risk.place.clone(),
                    unnamed: words::NO_PLACE,
                    above: colours,
                    tags,
                    form,
                },
            )}
            {counts(session, labelled(session, Some(ComputedFrom::Risks), Some(TargetCode::P3)))}
            {sheets::<RiskPoint>(app, session, "risks", &words::sheet::RISKS, None)}
        </div>
    }
    .into_any()
}

/// Counts the risk points of each colour.
fn colours(session: Session) -> AnyView {
    let of_colour = move |colour: Option<Colour>| {
        session
            .registers
            .with(|registers| registers.risks.iter().filter(|risk| risk.colour(registers.method) == colour).count())
    };
    let all = [Some(Colour::Red), Some(Colour::Orange), Some(Colour::Yellow), Some(Colour::Blue), None];
    let figures = all
        .map(|colour| {
            let said = colour.map_or(words::UNRATED, words::colour);
            view! {
                <div>
                    <dt class="muted small">{said}</dt>
                    <dd class="number">
                        <strong>{move || of_colour(colour)}</strong>
                    </dd>
                </div>
            }
        })
        .into_iter()
        .collect_view();
    view! { <dl class="figures">{figures}</dl> }.into_any()
}

/// Tags of a risk point: its danger and its colour.
fn tags(session: Session, risk: &RiskPoint) -> AnyView {
    let colour = risk.colour(session.registers.with(|registers| registers.method));
    let tone = match colour {
        Some(Colour::Red) => "tag-bad",
        Some(Colour::Orange | Colour::Yellow) => "tag-warn",
        Some(Colour::Blue) => "tag-blue",
        None => "",
    };
    view! {
        <span class="muted">{risk.danger.clone()}</span>
        " "
        <span class=format!("tag {tone}") data-colour=colour.map(Colour::code)>
            {colour.map_or(words::UNRATED, words::colour)}
        </span>
    }
    .into_any()
}

/// The columns of the form: what is typed, the letters of the method, the boxes.
const FIELDS: &[RiskColumn] = &[
    RiskColumn::Place,
    RiskColumn::Danger,
    RiskColumn::Area,
    RiskColumn::Owner,
    RiskColumn::Measures,
    RiskColumn::Emergency,
];
const LETTERS: &[RiskColumn] =
    &[RiskColumn::LsL, RiskColumn::LsS, RiskColumn::LecL, RiskColumn::LecE, RiskColumn::LecC];
const BOXES: &[RiskColumn] = &[RiskColumn::DirectRed, RiskColumn::Posted];
// A column without a field does not compile; the number has none, and the day of the last look is a box of its own.
const _: () = assert!(FIELDS.len() + LETTERS.len() + BOXES.len() + 2 == RiskColumn::ALL.len());

fn form(entry: EntryForm<RiskPoint>) -> AnyView {
    let method = Memo::new(move |_| entry.session.registers.with(|registers| registers.method));
    let letters = move || {
        let of_method = |column: &&RiskColumn| match &column.row().place {
            ColumnPlace::Own(Content::Letter(letter)) => letter.method.letters() == method.get().letters(),
            ColumnPlace::Own(_) | ColumnPlace::Part(_) => false,
        };
        LETTERS.iter().filter(of_method).map(|column| entry.field(*column)).collect_view()
    };
    view! {
        <div class="pairs">{entry.fields(FIELDS)}</div>
        <div class="pairs">{letters}</div>
        <div class="check-list">{entry.fields(BOXES)} {looked_at(entry)}</div>
    }
    .into_any()
}

/// A box in place of a day: whether the measures were looked at in this month.
fn looked_at(entry: EntryForm<RiskPoint>) -> AnyView {
    let (session, column) = (entry.session, RiskColumn::CheckedOn);
    let checked = Signal::derive(move || {
        entry.value.with(|risk| risk.checked_on.is_some_and(|day| session.span.get().contains(day)))
    });
    let look = Callback::new(move |on: bool| {
        entry.edit(move |risk| risk.checked_on = on.then(|| today_within(session.span.get_untracked())));
    });
    view! { <Check name=entry.name(column.row().name) label=column.label().label checked=checked on_change=look /> }
        .into_any()
}
