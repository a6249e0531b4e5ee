//! 事故隐患排查治理情况公示: what was found and what became of it, for the notice board, without names of people.

use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::was_open_within;
use leptos::prelude::*;

use super::sheet::{asked_for, sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, hazard, report, statistics};

pub(super) fn board(session: Session) -> AnyView {
    let span = session.span.get_untracked();
    let rows = session.hazards.with_untracked(|hazards| {
        let shown = hazards.iter().filter(|hazard| was_open_within(hazard, span));
        shown.enumerate().map(|(index, hazard)| row(index + 1, hazard)).collect::<Vec<_>>()
    });
    let content = if rows.is_empty() {
        view! { <p>{words::BOARD_EMPTY}</p> }.into_any()
    } else {
        table(Form::Board.title(), words::BOARD, rows)
    };
    sheet(
        session,
        Form::Board,
        view! {
            <p class="sheet-line">{report::ledger(&session.ledger())}</p>
            {content}
            {asked_for(Form::Board)}
            {sign_lines(&words::BOARD_SIGN)}
        },
    )
}

fn row(number: usize, of: &Hazard) -> [String; 7] {
    [
        number.to_string(),
        of.place.clone(),
        of.description.clone(),
        of.grade.map_or_else(String::new, |grade| hazard::grade(grade).to_owned()),
        of.measures.clone(),
        of.deadline.map_or_else(String::new, common::day),
        match of.closed_on.filter(|_| !of.is_open()) {
            Some(day) => statistics::closed_on(day),
            None => hazard::stage(of.stage).to_owned(),
        },
    ]
}
