//! 重大事故隐患报告 and 重大事故隐患治理方案: what the ledger knows is filled in, the rest is left to be written by hand.

use anziping_core::hazard::Hazard;
use leptos::prelude::*;

use super::sheet::{asked_for, choice, form_table, named_hazard, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::common;
use crate::words::paper::{self as words, Form};

/// The reports, each with the record of the meeting it was told to.
pub(super) fn reports(session: Session, code: &str) -> AnyView {
    of_each(session, code, |session, hazard| {
        let summary = words::sentences(&[
            (words::MEASURES, hazard.measures.clone()),
            (words::UNTIL, hazard.deadline.map_or_else(String::new, common::day)),
            (words::RESPONSIBLE, hazard.owner.clone()),
        ]);
        let found = format!("{} {}", hazard.place, hazard.found_on.map_or_else(String::new, common::day));
        let values = [
            hazard.id.clone(),
            found,
            hazard.description.clone(),
            hazard.criterion.clone(),
            or_blank(&hazard.cause),
            analysis(hazard),
            summary.clone(),
            hazard.interim.clone(),
        ];
        let told = format!("{} {} {summary}", hazard.id, hazard.description);
        let blank = || words::BLANK.to_owned();
        let report = sheet(
            session,
            Form::MajorReport,
            view! {
                {form_table(words::MAJOR_REPORT_ROWS, values)}
                {asked_for(Form::MajorReport)}
                {sign_lines(&words::MAJOR_REPORT_SIGN)}
            },
        );
        let meeting = sheet(
            session,
            Form::MajorReport,
            view! {
                <h3>{words::MEETING}</h3>
                {form_table(words::MEETING_ROWS, [blank(), blank(), blank(), told, blank()])}
                {sign_lines(&words::MEETING_SIGN)}
            },
        );
        view! {
            {report}
            {meeting}
        }
        .into_any()
    })
}

/// The plans.
pub(super) fn plans(session: Session, code: &str) -> AnyView {
    of_each(session, code, |session, hazard| {
        let funds = match hazard.funds.trim() {
            "" => words::BLANK.to_owned(),
            typed => words::yuan(typed),
        };
        let safety =
            words::sentences(&[(words::INTERIM, hazard.interim.clone()), (words::CONTINGENCY, hazard.plan.clone())]);
        let values = [
            format!("{} {} {}", hazard.id, hazard.place, hazard.description),
            or_blank(&hazard.cause),
            analysis(hazard),
            words::BLANK.to_owned(),
            hazard.measures.clone(),
            funds,
            hazard.owner.clone(),
            hazard.deadline.map_or_else(String::new, common::day),
            safety,
        ];
        sheet(
            session,
            Form::MajorPlan,
            view! {
                {form_table(words::MAJOR_PLAN_ROWS, values)}
                {asked_for(Form::MajorPlan)}
                {sign_lines(&words::MAJOR_PLAN_SIGN)}
            },
        )
    })
}

/// The typed text, or room to write by hand.
fn or_blank(text: &str) -> String {
    if text.trim().is_empty() { words::BLANK.to_owned() } else { text.trim().to_owned() }
}

/// Says how bad it is and how hard to put right: what it could cause, and what was typed.
fn analysis(hazard: &Hazard) -> String {
    match hazard.accident_type.trim() {
        "" => or_blank(&hazard.analysis),
        accident => words::may_cause(accident) + hazard.analysis.trim(),
    }
}

/// The form of the hazard that is named.
///
/// Else the choice of an open major one, and the form of it or of each.
fn of_each(session: Session, code: &str, form: fn(Session, &Hazard) -> AnyView) -> AnyView {
    if let Some(hazard) = named_hazard(session, code) {
        return form(session, &hazard);
    }
    let open: Vec<Hazard> = session.hazards.with_untracked(|hazards| {
        hazards.iter().filter(|hazard| hazard.is_open() && hazard.is_major()).cloned().collect()
    });
    if open.is_empty() {
        return view! { <p class="card">{words::MAJOR_NONE}</p> }.into_any();
    }
    choice("major-of", words::MAJOR_CHOICE, words::MAJOR_ALL, open, move |hazard| form(session, hazard))
}
