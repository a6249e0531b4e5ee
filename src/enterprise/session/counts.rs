//! Takes the counts of the month from the registers and the ledger, and lets them follow.

use anziping_core::catalog::{Kind, TargetCode};
use anziping_core::hazard::counts_of_item;
use anziping_core::month::answer::{Answer, ConfirmedBy, Status};
use anziping_core::month::draft::MonthDraft;
use anziping_core::register::{CountSources, Registers};
use anziping_core::value::count::parse_count;
use anziping_core::value::day::Day;
use anziping_core::value::rate::Rate;
use leptos::prelude::*;

use super::{AnswerRow, Session, SessionRecord};

impl Session {
    /// The counts that a register gives for an item or a cell such as `hot-work.P2`; subscribes.
    ///
    /// `None` where none does.
    pub(crate) fn register_rate(&self, id: &str) -> Option<Rate> {
        let span = self.span.get();
        self.profile.with(|profile| {
            self.registers.with(|registers| {
                let counting = CountSources { registers, profile, span };
                match id.rsplit_once('.') {
                    Some((area, "P1")) => counting.cell(area, TargetCode::P1),
                    Some((area, "P2")) => counting.cell(area, TargetCode::P2),
                    Some((area, "P3")) => counting.cell(area, TargetCode::P3),
                    Some(_) => None,
                    None => counting.item(self.catalogue.item(id)?),
                }
            })
        })
    }

    /// Documents in force of those that serve an item which a register does not answer; subscribes.
    pub(crate) fn documents_beside(&self, id: &str) -> Option<Rate> {
        let span = self.span.get();
        self.profile
            .with(|profile| self.registers.with(|registers| CountSources { registers, profile, span }.beside(id)))
    }

    /// Changes the registers.
    ///
    /// Counts of this month that were taken from them follow; those somebody typed otherwise stay.
    pub(crate) fn edit_registers(&self, today: Day, edit: impl FnOnce(&mut Registers)) {
        if self.registers_read_only.get_untracked() {
            return;
        }
        let before = untrack(|| self.countable());
        self.registers.update(edit);
        self.changed(SessionRecord::Registers);
        for (id, row, counted) in before {
            let now = untrack(|| self.register_rate(&id));
            let follows = counted.is_some_and(|counted| row.answer.with_untracked(|answer| says(answer, counted)));
            match now {
                Some(now) if follows && Some(now) != counted => self.take_counts(row, today, now),
                // A register that has nothing more to count takes its counts with it.
                None if follows && row.answer.with_untracked(|answer| answer.by == Some(ConfirmedBy::Register)) => {
                    self.edit_answer(row, today, |answer| {
                        answer.by = None;
                        answer.done.clear();
                        answer.total.clear();
                    });
                }
                _ => {}
            }
        }
    }

    /// Changes the ledger.
    ///
    /// Counts of this month that nobody gave, or that were the ledger's, follow; those somebody typed otherwise stay.
    pub(super) fn follow_ledger(&self, today: Day, change: impl FnOnce()) {
        let before = untrack(|| self.of_ledger());
        change();
        for ((row, before), (_, now)) in before.into_iter().zip(untrack(|| self.of_ledger())) {
            let follows = row.answer.with_untracked(|answer| answer.is_blank() || says(answer, before));
            if follows && !row.answer.with_untracked(|answer| says(answer, now)) {
                self.take_counts(row, today, now);
            }
        }
    }

    /// The rows that are asked this month and count the ledger, with what it gives now.
    fn of_ledger(&self) -> Vec<(AnswerRow, Rate)> {
        let span = self.span.get();
        let asked = self.catalogue.items().filter(|item| self.profile.with(|profile| item.applies.holds(profile)));
        self.hazards.with(|hazards| {
            asked.filter_map(|item| Some((self.item(&item.id)?, counts_of_item(item, hazards, span)?))).collect()
        })
    }

    /// Takes the counts that registers give for what nobody has answered this month yet.
    ///
    /// What somebody has typed stays.
    pub(crate) fn take_open_counts(&self, today: Day) {
        for (_, row, counted) in untrack(|| self.countable()) {
            let is_open = row.status.with_untracked(|status| *status == Status::Unanswered || status.is_carried());
            if let (Some(counted), true) = (counted, is_open) {
                self.take_counts(row, today, counted);
            }
        }
    }

    /// Returns whether the month has other counts than its registers; subscribes.
    pub(crate) fn has_other_counts(&self) -> bool {
        let other = |(_, row, counted): (String, AnswerRow, Option<Rate>)| {
            counted.is_some_and(|counted| row.answer.with(|answer| !says(answer, counted)))
        };
        self.countable().into_iter().any(other)
    }

    /// Takes all counts of this month that registers give, and says how many were not the same already.
    pub(crate) fn take_all_counts(&self, today: Day) -> usize {
        let countable = untrack(|| self.countable());
        let other = countable.into_iter().filter_map(|(_, row, counted)| Some((row, counted?)));
        let other: Vec<_> =
            other.filter(|(row, counted)| !row.answer.with_untracked(|answer| says(answer, *counted))).collect();
        other.iter().for_each(|(row, counted)| self.take_counts(*row, today, *counted));
        other.len()
    }

    /// Takes the counts of a register as the answer of a row.
    pub(crate) fn take_counts(&self, row: AnswerRow, today: Day, counted: Rate) {
        self.edit_answer(row, today, |answer| {
            answer.mark = None;
            answer.by = Some(ConfirmedBy::Register);
            answer.done = counted.done.to_string();
            answer.total = counted.total.to_string();
        });
    }

    /// The rows that are asked this month and can take counts from registers, with what these give now.
    fn countable(&self) -> Vec<(String, AnswerRow, Option<Rate>)> {
        let items = self.catalogue.items().filter(|item| {
            let offered = item.computed.as_ref().is_some_and(|computed| !computed.is_given());
            offered && item.kind == Kind::Ratio && self.profile.with(|profile| item.applies.holds(profile))
        });
        let areas =
            self.catalogue.areas.iter().filter(|area| self.profile.with(|profile| profile.facts.contains(&area.fact)));
        let cells = areas.flat_map(|area| {
            [TargetCode::P1, TargetCode::P2, TargetCode::P3].map(|code| MonthDraft::rate_key(&area.id, code))
        });
        let rows = items.map(|item| (item.id.clone(), self.item(&item.id)));
        let rates = cells.map(|key| {
            let row = self.rates.with_value(|rows| rows.get(&key).copied());
            (key, row)
        });
        let all = rows.chain(rates).filter_map(|(id, row)| Some((id, row?)));
        all.map(|(id, row)| {
            let counted = self.register_rate(&id);
            (id, row, counted)
        })
        .collect()
    }
}

/// Returns whether an answer holds just these counts, looked at in this month.
pub(crate) fn says(answer: &Answer, counted: Rate) -> bool {
    let same = |typed: &str, count: u32| parse_count(typed) == Ok(count);
    answer.mark.is_none() && !answer.carried && same(&answer.done, counted.done) && same(&answer.total, counted.total)
}
