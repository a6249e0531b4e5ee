//! 治理后安全评估报告 and 恢复生产申请书 of major hazards under listed supervision (挂牌督办).
//!
//! What the ledger knows is filled in, the rest is left to be written by hand.

use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::was_open_within;
use leptos::prelude::*;

use super::sheet::{asked_for, choice, form_table, named_hazard, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::major_paper as words;
use crate::words::paper::{self as paper_words, Form};

/// The reports on what the treatment has come to.
pub(super) fn reviews(session: Session, code: &str) -> AnyView {
    of_each(session, code, |session, hazard| {
        let blank = String::new;
        let values = [
            hazard.id.clone(),
            found(hazard),
            hazard.description.clone(),
            hazard.criterion.clone(),
            plan(hazard),
            done(hazard),
            accepted(hazard),
            words::REVIEW_WAYS.to_owned(),
            blank(),
            blank(),
            blank(),
            blank(),
            words::REVIEW_RESULTS.to_owned(),
        ];
        sheet(
            session,
            Form::MajorReview,
            view! {
                {form_table(words::REVIEW_ROWS, values)}
                {asked_for(Form::MajorReview)}
                {sign_lines(&words::REVIEW_SIGN)}
            },
        )
    })
}

/// The requests to go on.
pub(super) fn requests(session: Session, code: &str) -> AnyView {
    of_each(session, code, |session, hazard| {
        let blank = String::new;
        let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
        let values = [
            paper_words::joined(&[hazard.id.clone(), found(hazard)]),
            hazard.description.clone(),
            blank(),
            plan(hazard),
            done(hazard),
            accepted(hazard),
            blank(),
            blank(),
            blank(),
            words::RESUME_ATTACHED.to_owned(),
        ];
        sheet(
            session,
            Form::Resume,
            view! {
                <p>{words::resume_request(&name, &hazard.id)}</p>
                {form_table(words::RESUME_ROWS, values)}
                {sign_lines(&words::RESUME_SIGN)}
                <h3>{words::CONSENT}</h3>
                {form_table(words::CONSENT_ROWS, [blank(), words::day_or_blank(hazard.consent_on)])}
                {asked_for(Form::Resume)}
            },
        )
    })
}

fn found(hazard: &Hazard) -> String {
    paper_words::joined(&[hazard.place.clone(), words::day_or_blank(hazard.found_on)])
}

/// The plan in one cell, by its parts.
fn plan(hazard: &Hazard) -> String {
    let funds = Some(hazard.funds.trim()).filter(|funds| !funds.is_empty()).map(paper_words::yuan);
    paper_words::sentences(&[
        (paper_words::MEASURES, hazard.measures.clone()),
        (words::FUNDS, funds.unwrap_or_default()),
        (paper_words::RESPONSIBLE, hazard.owner.clone()),
        (paper_words::UNTIL, words::day_or_blank(hazard.deadline)),
        (paper_words::INTERIM, hazard.interim.clone()),
        (paper_words::CONTINGENCY, hazard.plan.clone()),
    ])
}

fn done(hazard: &Hazard) -> String {
    paper_words::joined(&[hazard.rectification.clone(), words::day_or_blank(hazard.rectified_on)])
}

fn accepted(hazard: &Hazard) -> String {
    paper_words::joined(&[
        hazard.acceptance.clone(),
        hazard.accepted_by.clone(),
        words::day_or_blank(hazard.accepted_on),
    ])
}

/// The form of the hazard that is named.
///
/// Else the choice of a supervised one of the period, and the form of it or of each.
fn of_each(session: Session, code: &str, form: fn(Session, &Hazard) -> AnyView) -> AnyView {
    if let Some(hazard) = named_hazard(session, code) {
        return form(session, &hazard);
    }
    let span = session.span.get_untracked();
    let own: Vec<Hazard> = session.hazards.with_untracked(|hazards| {
        let supervised = hazards.iter().filter(|hazard| hazard.is_major() && hazard.supervised);
        supervised.filter(|hazard| was_open_within(hazard, span)).cloned().collect()
    });
    if own.is_empty() {
        return view! { <p class="card">{words::SUPERVISED_NONE}</p> }.into_any();
    }
    choice("supervised-of", words::SUPERVISED_CHOICE, words::SUPERVISED_ALL, own, move |hazard| form(session, hazard))
}
