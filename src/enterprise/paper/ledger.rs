//! The hazard ledger of the period: what was open on some day of it.

use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::was_open_within;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{hazard, report};

pub(super) fn ledger(session: Session) -> AnyView {
    let span = session.span.get_untracked();
    // Hazards closed before the period are not part of 结转 + 新增 − 销号 in the line above the table.
    let rows = session.hazards.with_untracked(|hazards| {
        hazards.iter().filter(|hazard| was_open_within(hazard, span)).map(row).collect::<Vec<_>>()
    });
    let content = if rows.is_empty() {
        view! { <p>{words::LEDGER_EMPTY}</p> }.into_any()
    } else {
        table(Form::Ledger.title(), words::LEDGER, rows)
    };
    let sums = report::ledger(&session.ledger());
    sheet(
        session,
        Form::Ledger,
        view! {
            <p class="sheet-line">{sums}</p>
            {content}
            {sign_lines(&words::LIST_SIGN)}
        },
    )
}

fn row(row: &Hazard) -> [String; 14] {
    // Of fourteen columns five hold days: written so short that none breaks in two lines.
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    [
        row.id.clone(),
        day(row.found_on),
        row.place.clone(),
        row.description.clone(),
        row.grade.map_or_else(String::new, |grade| hazard::grade(grade).to_owned()),
        row.owner.clone(),
        row.measures.clone(),
        day(row.deadline),
        row.rectification.clone(),
        day(row.rectified_on),
        row.accepted_by.clone(),
        day(row.accepted_on),
        hazard::stage(row.stage).to_owned(),
        day(row.closed_on.filter(|_| !row.is_open())),
    ]
}
