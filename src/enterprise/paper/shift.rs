//! 班组班前会和交接班记录: blank, or of a day with the permits and hazards that are known of it.

use anziping_core::register::{Permit, WorkDay};
use anziping_core::trade::{DAILY, Often, Task};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::records::{by_hand, mark};
use super::sheet::{basis, form_table, sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::Form;
use crate::words::record_paper as words;
use crate::words::register::permit as permit_words;

/// The choice of a day, and the record: what is done each shift, to be ticked, and what happened.
pub(super) fn shift(session: Session) -> AnyView {
    let span = session.span.get_untracked();
    let days = session.registers.with_untracked(|registers| {
        session.hazards.with_untracked(|hazards| {
            let said = |day| words::work_day(day, &registers.work_day(hazards, day));
            let days = registers.work_days(hazards, span).into_iter();
            days.map(|day| (day, said(day))).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(String::new());
    let options = days.iter().map(|(day, said)| view! { <option value=day.to_string()>{said.clone()}</option> });
    let options = options.collect_view();
    let choice = (!days.is_empty()).then(|| {
        view! {
            <div class="card field no-print">
                <label for="shift-of">{words::SHIFT_CHOICE}</label>
                // One form after another may draw on the same element, which keeps the choice of the one before.
                <select
                    id="shift-of"
                    name="shift-of"
                    prop:value=chosen
                    on:change=move |ev| chosen.set(event_target_value(&ev))
                >
                    <option value="">{words::BLANK}</option>
                    {options}
                </select>
            </div>
        }
    });
    view! {
        {choice}
        {move || record(session, Day::parse(&chosen.get()))}
    }
    .into_any()
}

fn record(session: Session, day: Option<Day>) -> AnyView {
    let profile = session.profile.get_untracked();
    let tasks = DAILY.iter().filter(|task| task.often == Often::Shift && task.when.holds(&profile));
    let row = |(at, task): (usize, &Task)| {
        [(at + 1).to_string(), task.what.to_owned(), task.who.to_owned(), basis(task.basis), String::new()]
    };
    let tasks = tasks.enumerate().map(row).collect();
    let mut head = words::SHIFT_HEAD.map(|_| String::new());
    let mut rest = words::SHIFT_REST.map(|_| String::new());
    let mut permits = None;
    if let Some(day) = day {
        head[0] = words::shift_of(day);
        session.registers.with_untracked(|registers| {
            session.hazards.with_untracked(|hazards| {
                let known = registers.work_day(hazards, day);
                permits = (!known.permits.is_empty()).then(|| permits_of_day(&known));
                rest[1] = known.found.iter().map(|hazard| words::found(hazard)).collect();
                rest[2] = words::handed_over(&known);
            });
        });
    }
    sheet(
        session,
        Form::ShiftRecord,
        view! {
            {mark(day.is_some())}
            {form_table(words::SHIFT_HEAD, head)}
            {by_hand(Form::ShiftRecord.title(), words::SHIFT, tasks)}
            {permits}
            {form_table(words::SHIFT_REST, rest)}
            {sign_lines(&words::SHIFT_SIGN)}
        },
    )
}

/// The permits under which work went on.
fn permits_of_day(known: &WorkDay<'_>) -> AnyView {
    let row = |permit: &&Permit| {
        [
            permit_words::line(permit),
            words::parts(&[&permit.place, &permit.what, &permit.contractor]),
            permit_words::stretch(Some(permit)),
            words::parts(&[&permit.lead, &permit.guard]),
            permit.closed_at.map_or_else(String::new, permit_words::moment),
        ]
    };
    view! {
        <h3>{words::SHIFT_PERMITS}</h3>
        {table(words::SHIFT_PERMITS, words::SHIFT_PERMIT, known.permits.iter().map(row).collect())}
    }
    .into_any()
}
