//! The hazards of a period in numbers.

use anziping_catalog::{Count, Item};
use serde::{Deserialize, Serialize};

use super::{Hazard, Source};
use crate::value::day::Day;
use crate::value::period::Span;
use crate::value::rate::Rate;

/// A stretch of time in which a hazard was open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lifetime {
    /// Found or reopened on.
    pub opened: Day,
    /// Closed on; `None` while open.
    pub closed: Option<Day>,
}

/// The hazards of a period in numbers (block E of the month-end report).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ledger {
    /// Open when the period began (上月结转).
    pub carried: u32,
    /// Found or reopened in the period (本月新增).
    pub added: u32,
    /// Of these, graded major.
    pub added_major: u32,
    /// Closed in the period (本月销号).
    pub closed: u32,
    /// Open at its end (月末未销号).
    pub open: u32,
    /// Of these, major.
    pub open_major: u32,
    /// Due by the end of the period, earlier overdue ones included (到期应改).
    pub due: u32,
    /// Of these, closed (到期已改).
    pub due_closed: u32,
    /// Of these, closed not later than their deadline.
    pub due_on_time: u32,
    /// Open after their deadline at the end of the period (逾期).
    pub overdue: u32,
    /// Open at the end and without owner, measure, deadline or, for major ones, a fulfilment.
    pub uncontrolled: u32,
    /// Reopened in the period.
    pub reopened: u32,
    /// Found in the period through workers' reports.
    pub reported_by_workers: u32,
}

impl Ledger {
    /// Counts the hazards of `span`.
    ///
    /// Carried + added − closed = open holds for every list whose lifetimes end after they begin.
    pub fn of<'a>(hazards: impl IntoIterator<Item = &'a Hazard>, span: Span) -> Self {
        let mut ledger = Self::default();
        for hazard in hazards {
            ledger.count(hazard, span);
        }
        ledger
    }

    fn count(&mut self, hazard: &Hazard, span: Span) {
        let major = u32::from(hazard.is_major());
        for (index, life) in hazard.lifetimes().enumerate() {
            let closed_before = |day: Day| life.closed.is_some_and(|closed| closed < day);
            if life.opened < span.from && !closed_before(span.from) {
                self.carried += 1;
            }
            if span.contains(life.opened) {
                self.added += 1;
                self.added_major += major;
                self.reopened += u32::from(index > 0);
                self.reported_by_workers += u32::from(index == 0 && hazard.source == Source::Worker);
            }
            if life.opened <= span.to && life.closed.is_some_and(|closed| span.contains(closed)) {
                self.closed += 1;
            }
            let open = life.opened <= span.to && life.closed.is_none_or(|closed| closed > span.to);
            if open {
                self.open += 1;
                self.open_major += major;
                self.uncontrolled += u32::from(!hazard.is_in_control());
            }
        }
        // A hazard closed and opened again within the period is due once, and done only if its last stretch is.
        let last = hazard.lifetimes().filter(|life| life.opened <= span.to).last();
        if let (Some(life), Some(deadline)) = (last, hazard.deadline)
            && deadline <= span.to
            && life.closed.is_none_or(|closed| closed >= span.from)
        {
            self.due += 1;
            match life.closed.filter(|&closed| closed <= span.to) {
                Some(closed) => {
                    self.due_closed += 1;
                    self.due_on_time += u32::from(closed <= deadline);
                }
                None => self.overdue += u32::from(deadline < span.to),
            }
        }
    }

    /// carried + added − closed = open.
    pub fn adds_up(&self) -> bool {
        u64::from(self.carried) + u64::from(self.added) == u64::from(self.closed) + u64::from(self.open)
    }
}

/// Counts for an item that asks for the ledger's figures; `None` for every other item.
pub fn counts_of_item(item: &Item, hazards: &[Hazard], span: Span) -> Option<Rate> {
    match item.computed.as_ref()?.count? {
        Count::DueClosed => {
            let ledger = Ledger::of(hazards, span);
            Some(Rate { done: ledger.due_closed, total: ledger.due })
        }
        Count::ReportedAccepted => Some(accepted_of_reported(hazards, span)),
        _ => None,
    }
}

/// Hazards put right by the end of the period and not closed before it; how many of them are closed.
fn accepted_of_reported(hazards: &[Hazard], span: Span) -> Rate {
    let last =
        |hazard: &Hazard| hazard.lifetimes().filter(|life| life.opened <= span.to).last().and_then(|life| life.closed);
    let reported = hazards.iter().filter(|hazard| hazard.rectified_on.is_some_and(|day| day <= span.to));
    let closed = reported.map(last).filter(|closed| closed.is_none_or(|day| day >= span.from));
    closed.fold(Rate { done: 0, total: 0 }, |rate, closed| Rate {
        done: rate.done + u32::from(closed.is_some_and(|day| day <= span.to)),
        total: rate.total + 1,
    })
}
