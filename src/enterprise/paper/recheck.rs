//! 隐患整改复查意见: what was asked, what was done, and what a second look found; one page for each hazard.

use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::was_open_within;
use leptos::prelude::*;

use super::sheet::{asked_for, choice, form_table, named_hazard, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::major_paper as words;
use crate::words::paper::{self as paper_words, Form};

/// The form of the hazard that is named.
///
/// Else the choice of one of the period, and the form of it or of each.
pub(super) fn rechecks(session: Session, code: &str) -> AnyView {
    if let Some(hazard) = named_hazard(session, code) {
        return recheck(session, &hazard);
    }
    let span = session.span.get_untracked();
    let own: Vec<Hazard> = session
        .hazards
        .with_untracked(|hazards| hazards.iter().filter(|hazard| was_open_within(hazard, span)).cloned().collect());
    if own.is_empty() {
        return view! { <p class="card">{words::RECHECK_NONE}</p> }.into_any();
    }
    choice("recheck-of", words::RECHECK_CHOICE, words::RECHECK_ALL, own, move |hazard| recheck(session, hazard))
}

fn recheck(session: Session, hazard: &Hazard) -> AnyView {
    let day = words::day_or_blank;
    let values = [
        hazard.id.clone(),
        paper_words::joined(&[hazard.place.clone(), day(hazard.found_on)]),
        hazard.description.clone(),
        hazard.measures.clone(),
        day(hazard.deadline),
        hazard.owner.clone(),
        paper_words::joined(&[hazard.rectification.clone(), day(hazard.rectified_on)]),
        words::refusals(hazard.rejections.len()),
        hazard.acceptance.clone(),
        paper_words::joined(&[hazard.accepted_by.clone(), day(hazard.accepted_on)]),
        String::new(),
    ];
    sheet(
        session,
        Form::Recheck,
        view! {
            {form_table(words::RECHECK_ROWS, values)}
            {asked_for(Form::Recheck)}
            {sign_lines(&words::RECHECK_SIGN)}
        },
    )
}
