//! Changes the month on the screen.
//!
//! Each change marks the record it belongs to; a locked one is not changed.

use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::Hazard;
use anziping_core::month::answer::Answer;
use anziping_core::month::draft::{Lineage, highest_hazard, without_hazard};
use anziping_core::month::figures::MonthFacts;
use anziping_core::month::reopened::Reopened;
use anziping_core::month::screening::Screened;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::{AnswerRow, Session, SessionRecord};
use crate::platform::clock;

impl Session {
    /// Changes an answer as [`Answer::given`] does; the ledger follows.
    pub(crate) fn edit_answer(&self, row: AnswerRow, today: Day, edit: impl FnOnce(&mut Answer)) {
        if self.read_only.get_untracked() {
            return;
        }
        let before = row.answer.get_untracked();
        row.answer.update(|answer| answer.given(today, edit));
        self.changed(SessionRecord::Month);
        if let Some(item) = self.item_of(row) {
            let last = if before.carried { Some(before) } else { self.before(&item).filter(|_| before.is_blank()) };
            let is_confirmed = row.answer.with_untracked(|now| last.is_some_and(|last| last.says_the_same(now)));
            self.follow_item(&item, is_confirmed);
        }
    }

    /// Changes the ledger.
    pub(crate) fn edit_hazards(&self, edit: impl FnOnce(&mut Vec<Hazard>)) {
        if !self.read_only.get_untracked() {
            self.follow_ledger(clock::today(), || self.hazards.update(edit));
            let highest = self.hazards.with_untracked(|hazards| highest_hazard(self.period, hazards));
            self.last_hazard.update_value(|last| *last = highest.max(*last));
            self.changed(SessionRecord::Month);
        }
    }

    /// Takes a record out of the ledger that nobody has worked on, as if it had never been opened.
    pub(crate) fn take_back_hazard(&self, id: &str) {
        if self.read_only.get_untracked() {
            return;
        }
        self.hazards.update(|hazards| hazards.retain(|hazard| hazard.id != id));
        self.last_hazard.update_value(|last| *last = without_hazard(self.period, *last, id));
        self.changed(SessionRecord::Month);
    }

    /// Changes the facts and figures of the month.
    pub(crate) fn edit_month(&self, edit: impl FnOnce(&mut MonthFacts)) {
        if !self.read_only.get_untracked() {
            self.month.update(edit);
            self.changed(SessionRecord::Month);
        }
    }

    /// Changes the answer to a criterion for major hazards.
    ///
    /// Somebody looked, so it is confirmed today and no longer carried over.
    pub(crate) fn edit_screening(&self, criterion: &str, today: Day, edit: impl FnOnce(&mut Screened)) {
        if self.read_only.get_untracked() {
            return;
        }
        self.screening.update(|screening| {
            let mut screened = screening.remove(criterion).unwrap_or_default();
            screened.carried = false;
            screened.other_edition = false;
            screened.by = None;
            edit(&mut screened);
            screened.confirmed_on = screened.finding.is_some().then_some(today);
            if screened != Screened::default() {
                screening.insert(criterion.to_owned(), screened);
            }
        });
        self.changed(SessionRecord::Month);
    }

    /// Changes the preparer's name.
    pub(crate) fn edit_preparer(&self, name: String) {
        if !self.read_only.get_untracked() {
            self.preparer.set(name);
            self.changed(SessionRecord::Month);
        }
    }

    /// Changes how the report relates to sealed ones.
    pub(crate) fn edit_lineage(&self, edit: impl FnOnce(&mut Lineage)) {
        if !self.read_only.get_untracked() {
            self.lineage.update(edit);
            self.changed(SessionRecord::Month);
        }
    }

    /// Changes the enterprise. It belongs to all its months, so a sealed month does not lock it.
    pub(crate) fn edit_enterprise(&self, edit: impl FnOnce(&mut Enterprise)) {
        if !self.enterprise_read_only.get_untracked() {
            self.enterprise.update(edit);
            self.changed(SessionRecord::Enterprise);
        }
    }

    /// Asks the item and the criterion of a closed hazard again; gives what stood there.
    pub(crate) fn ask_again(&self, item: &str, criterion: &str) -> AskedAgain {
        AskedAgain { item: self.ask_item_again(item), criterion: self.ask_criterion_again(criterion) }
    }

    /// Puts back what was asked again, as far as nobody has answered it since.
    pub(crate) fn answer_as_before(&self, asked: &AskedAgain) {
        if self.read_only.get_untracked() {
            return;
        }
        if let Some(item) = &asked.item
            && let Some(row) = self.item(&item.id)
            && let Some(before) = row.answer.with_untracked(|answer| item.restored(answer))
        {
            row.answer.set(before);
        }
        if let Some(criterion) = &asked.criterion {
            self.screening.update(|screening| {
                if let Some(now) = screening.get_mut(&criterion.id)
                    && let Some(before) = criterion.restored(now)
                {
                    *now = before;
                }
            });
        }
        self.changed(SessionRecord::Month);
    }

    /// Asks the criterion of a closed lead again.
    fn ask_criterion_again(&self, criterion: &str) -> Option<Reopened<Screened>> {
        if self.read_only.get_untracked() {
            return None;
        }
        let before = self.screening.with_untracked(|screening| screening.get(criterion).cloned())?;
        let mut after = before.clone();
        after.ask_again();
        self.screening.update(|screening| drop(screening.insert(criterion.to_owned(), after.clone())));
        self.changed(SessionRecord::Month);
        Some(Reopened::new(criterion, before, after))
    }

    /// Asks the item of a closed hazard again, unless it was answered 是 meanwhile.
    fn ask_item_again(&self, item: &str) -> Option<Reopened<Answer>> {
        let row = self.item(item)?;
        if self.read_only.get_untracked() {
            return None;
        }
        let before = row.answer.get_untracked();
        let after = before.asked_again(row.status.get_untracked())?;
        row.answer.set(after.clone());
        self.changed(SessionRecord::Month);
        Some(Reopened::new(item, before, after))
    }
}

/// The answers that the closing of a hazard has opened again.
#[derive(Clone, Default)]
pub(crate) struct AskedAgain {
    item: Option<Reopened<Answer>>,
    criterion: Option<Reopened<Screened>>,
}
