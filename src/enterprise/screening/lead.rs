//! Enters a suspicion in the ledger, finds it there and changes it.

use anziping_core::catalog::Listed;
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::month::answer::ConfirmedBy;
use anziping_core::month::screening::{Outcome, Screened};
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::section::SectionPart;
use crate::enterprise::session::Session;
use crate::enterprise::session::leads::ticked;
use crate::platform::clock;
use crate::words::{common, screening as words};

/// Changes the answer to a criterion; one that becomes 疑似 opens a hazard as a lead unless it has one.
pub(super) fn edit(session: Session, listed: Listed<'static>, change: impl FnOnce(&mut Screened)) {
    if session.read_only.get_untracked() {
        return;
    }
    let chosen = || session.screening.with_untracked(|all| all.get(&listed.criterion.id).cloned()).unwrap_or_default();
    let before = chosen();
    session.edit_screening(&listed.criterion.id, clock::today(), change);
    let screened = chosen();
    let lead = session.hazards.with_untracked(|hazards| find(hazards, &listed.criterion.id).cloned());
    let untouched = lead.as_ref().filter(|lead| lead.is_untouched(&session.lead_of(listed, &before)));
    match (screened.outcome(listed.criterion), lead.as_ref()) {
        (Outcome::Suspected, Some(lead)) if lead.is_open() => {
            // While nobody has worked on it, its words follow the boxes.
            if untouched.is_some() || (lead.stage == Stage::Found && lead.place.is_empty()) {
                let description = words::lead(listed.criterion, &ticked(listed.criterion, &screened));
                session.edit_hazards(|hazards| {
                    if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == lead.id) {
                        hazard.description = description;
                    }
                });
            }
        }
        // A suspicion confirmed after its record was closed opens another one.
        (Outcome::Suspected, _) => session.open_lead(listed, &screened),
        (_, Some(_)) => {
            if let Some(untouched) = untouched {
                session.take_back_hazard(&untouched.id);
            }
        }
        (_, None) => {}
    }
}

/// A criterion among those that are confirmed at once.
///
/// 疑似 is confirmed by itself: it opens a record where none is.
pub(super) fn section_part(session: Session, listed: Listed<'static>) -> SectionPart {
    let due = Signal::derive(move || {
        let looked = session.looked(listed);
        looked.is_some_and(|looked| {
            looked.item.is_none()
                && looked.carried
                && looked.outcome.is_checked()
                && looked.outcome != Outcome::Suspected
        })
    });
    let confirm = Callback::new(move |()| edit(session, listed, |screened| screened.by = Some(ConfirmedBy::Section)));
    SectionPart { id: listed.criterion.id.clone(), due, confirm }
}

/// The open hazard that a criterion has opened, else the last one.
pub(super) fn find<'a>(hazards: &'a [Hazard], criterion: &str) -> Option<&'a Hazard> {
    let of = || hazards.iter().filter(|hazard| hazard.lead == criterion);
    of().find(|hazard| hazard.is_open()).or_else(|| of().next_back())
}

/// Registers what is not enough for the criterion as a general hazard and goes to it.
pub(super) fn register_general(session: Session, listed: Listed<'static>, screened: &Screened) {
    if session.read_only.get_untracked() {
        return;
    }
    let id = session.snapshot().next_hazard_id();
    let hazard = Hazard {
        id: id.clone(),
        grade: Some(Grade::General),
        description: common::statements(&ticked(listed.criterion, screened)),
        lead: String::new(),
        criterion: String::new(),
        ..session.lead_of(listed, screened)
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
    App::get().go(&Route::Hazards(Some(id)));
}
