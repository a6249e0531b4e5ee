//! What a suspicion does in the ledger.

use anziping_core::catalog::{Criterion, Listed};
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::month::screening::{Outcome, Screened};
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::{Session, today_within};
use crate::platform::clock;
use crate::words::screening as words;

/// Changes the answer to a criterion; one that becomes 疑似 opens a hazard as a lead unless it has one.
pub(super) fn edit(session: Session, listed: Listed<'static>, change: impl FnOnce(&mut Screened)) {
    if session.read_only.get_untracked() {
        return;
    }
    session.edit_screening(&listed.criterion.id, clock::today(), change);
    let screened =
        session.screening.with_untracked(|screening| screening.get(&listed.criterion.id).cloned()).unwrap_or_default();
    if screened.outcome(listed.criterion) == Outcome::Suspected {
        match lead_of(session, &listed.criterion.id) {
            None => open(session, listed, &screened),
            // While nobody has worked on it, its words follow the boxes.
            Some(lead) if lead.stage == Stage::Found && lead.place.is_empty() => {
                let description = words::lead(listed.criterion, &ticked(listed.criterion, &screened));
                session.edit_hazards(|hazards| {
                    if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == lead.id) {
                        hazard.description = description;
                    }
                });
            }
            Some(_) => {}
        }
    }
}

/// The open hazard that this criterion has opened, else the last one; subscribes to nothing.
pub(super) fn lead_of(session: Session, criterion: &str) -> Option<Hazard> {
    session.hazards.with_untracked(|hazards| find(hazards, criterion).cloned())
}

/// As [`lead_of`], in a list.
pub(super) fn find<'a>(hazards: &'a [Hazard], criterion: &str) -> Option<&'a Hazard> {
    let of = || hazards.iter().filter(|hazard| hazard.lead == criterion);
    of().find(|hazard| hazard.is_open()).or_else(|| of().next_back())
}

/// Puts a lead into the ledger.
pub(super) fn open(session: Session, listed: Listed<'static>, screened: &Screened) {
    let hazard = Hazard {
        id: session.snapshot().next_hazard_id(),
        stage: Stage::Found,
        grade: Some(Grade::Major),
        lead: listed.criterion.id.clone(),
        criterion: listed.citation(),
        description: words::lead(listed.criterion, &ticked(listed.criterion, screened)),
        found_on: Some(today_within(session.span.get_untracked())),
        ..Hazard::default()
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
}

/// Registers what is not enough for the criterion as a general hazard and goes to it.
pub(super) fn register_general(session: Session, listed: Listed<'static>, screened: &Screened) {
    if session.read_only.get_untracked() {
        return;
    }
    let id = session.snapshot().next_hazard_id();
    let hazard = Hazard {
        id: id.clone(),
        stage: Stage::Found,
        grade: Some(Grade::General),
        description: ticked(listed.criterion, screened).join("；"),
        found_on: Some(today_within(session.span.get_untracked())),
        ..Hazard::default()
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
    App::get().go(&Route::Hazards(Some(id)));
}

fn ticked<'a>(criterion: &'a Criterion, screened: &Screened) -> Vec<&'a str> {
    (1..)
        .zip(&criterion.defects)
        .filter(|(number, _)| screened.defects.contains(number))
        .map(|(_, defect)| defect.as_str())
        .collect()
}
