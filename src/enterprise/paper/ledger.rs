//! The hazard ledger of the period.

use anziping_core::hazard::Hazard;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, hazard, report};

pub(super) fn ledger(session: Session) -> AnyView {
    let rows = session.hazards.with_untracked(|hazards| hazards.iter().map(row).collect::<Vec<_>>());
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

fn row(row: &Hazard) -> [String; 10] {
    let day = |day: Option<anziping_core::value::day::Day>| day.map_or_else(String::new, common::day);
    [
        row.id.clone(),
        day(row.found_on),
        row.place.clone(),
        row.description.clone(),
        row.grade.map_or_else(String::new, |grade| hazard::grade(grade).to_owned()),
        row.owner.clone(),
        row.measures.clone(),
        day(row.deadline),
        hazard::stage(row.stage).to_owned(),
        day(row.closed_on.filter(|_| !row.is_open())),
    ]
}
