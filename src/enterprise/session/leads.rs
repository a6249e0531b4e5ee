//! Opens the record of a suspicion in the ledger, and takes one back that nobody has worked on.

use anziping_core::catalog::{Criterion, Listed};
use anziping_core::hazard::Hazard;
use anziping_core::month::screening::{Outcome, Screened};
use leptos::prelude::*;

use super::{AnswerRow, Session, today_within};
use crate::words::screening as words;

impl Session {
    /// A record as this answer to a criterion opens it, without a number.
    pub(crate) fn lead_of(&self, listed: Listed<'static>, screened: &Screened) -> Hazard {
        let found_on = Some(today_within(self.span.get_untracked()));
        let description = words::lead(listed.criterion, &ticked(listed.criterion, screened));
        let lead = self.profile.with_untracked(|profile| Hazard::of_lead(listed, self.catalogue, profile, found_on));
        Hazard { description, finder: self.usual_finder(), ..lead }
    }

    /// Puts a lead into the ledger.
    pub(crate) fn open_lead(&self, listed: Listed<'static>, screened: &Screened) {
        let hazard = Hazard { id: self.snapshot().next_hazard_id(), ..self.lead_of(listed, screened) };
        self.edit_hazards(|hazards| hazards.push(hazard));
    }

    /// The item of a row; `None` for that of a point or a cell.
    pub(super) fn item_of(&self, row: AnswerRow) -> Option<String> {
        let is_row = |(_, other): &(&String, &AnswerRow)| other.answer == row.answer;
        self.items.with_value(|rows| rows.iter().find(is_row).map(|(id, _)| id.clone()))
    }

    /// Lets the ledger follow an item whose answer is that of criteria.
    ///
    /// A record that nobody has worked on goes away with the answer that made it. A suspicion that `is_confirmed`,
    /// after its record was closed, opens another one.
    pub(super) fn follow_item(&self, item: &str, is_confirmed: bool) {
        let of_item = |listed: &Listed<'static>| {
            let criterion = listed.criterion;
            criterion.same && criterion.item == item && self.profile.with_untracked(|profile| listed.applies(profile))
        };
        for listed in self.catalogue.criteria().filter(of_item) {
            let is_suspected =
                untrack(|| self.looked(listed)).is_some_and(|looked| looked.outcome == Outcome::Suspected);
            let has_record = || untrack(|| self.with(|assessment| assessment.record_of(listed).is_some()));
            if !is_suspected {
                self.take_back_untouched(listed);
            } else if is_confirmed && !has_record() {
                self.open_lead(listed, &Screened::default());
            }
        }
    }

    /// Takes back the record that an item has opened for a criterion, if nobody has worked on it.
    fn take_back_untouched(&self, listed: Listed<'static>) {
        let opened = self.lead_of(listed, &Screened::default());
        let untouched = self.hazards.with_untracked(|hazards| {
            let of_criterion = hazards.iter().filter(|hazard| hazard.lead == listed.criterion.id);
            of_criterion.filter(|hazard| hazard.is_untouched(&opened)).map(|hazard| hazard.id.clone()).next()
        });
        if let Some(id) = untouched {
            self.take_back_hazard(&id);
        }
    }
}

/// The defects that were ticked, in words.
pub(crate) fn ticked<'a>(criterion: &'a Criterion, screened: &Screened) -> Vec<&'a str> {
    (1..)
        .zip(&criterion.defects)
        .filter(|(number, _)| screened.defects.contains(number))
        .map(|(_, defect)| defect.as_str())
        .collect()
}
