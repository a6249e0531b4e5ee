//! Month after month: twelve months of figures, and what has changed since the month before.
//!
//! A signed month stands with the figures that were declared in it; one in work with those computed now.

use std::collections::BTreeMap;

use anziping_catalog::TargetCode;

use crate::document::report::Declared;
use crate::hazard::{Hazard, Ledger};
use crate::month::assessment::Assessment;
use crate::score::total::Tenths;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::rate::Rate;

/// So many months are shown.
pub const MONTHS: usize = 12;

/// One month of the trend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrendMonth {
    /// The month.
    pub period: Period,
    /// Whether its figures are those of a signed report.
    pub sealed: bool,
    /// Total score; `None` while nothing counts.
    pub total: Option<Tenths>,
    /// Scores by element number; elements that dropped out are missing.
    pub elements: BTreeMap<u8, Tenths>,
    /// P1 to P4 over all areas: sum of what is done ÷ sum of what there is. `None` without any count.
    pub rates: [Option<Rate>; 4],
    /// The hazards in numbers.
    pub ledger: Ledger,
}

impl TrendMonth {
    /// The month with these figures.
    pub fn of(period: Period, sealed: bool, declared: &Declared) -> Self {
        let rate = |code: TargetCode| {
            let of_code = declared.targets.iter().filter(|target| target.code == code).filter_map(|target| target.rate);
            of_code.reduce(|sum, rate| Rate {
                done: sum.done.saturating_add(rate.done),
                total: sum.total.saturating_add(rate.total),
            })
        };
        Self {
            period,
            sealed,
            total: declared.total,
            elements: declared.elements.iter().map(|element| (element.number, element.score)).collect(),
            rates: TargetCode::ALL.map(rate),
            ledger: declared.ledger,
        }
    }
}

/// The twelve months that end with `last`, oldest first; months of which nothing is known are `None`.
pub fn year(months: Vec<TrendMonth>, last: Period) -> Vec<(Period, Option<TrendMonth>)> {
    let mut known: BTreeMap<Period, TrendMonth> = months.into_iter().map(|month| (month.period, month)).collect();
    let mut periods: Vec<Period> =
        std::iter::successors(Some(last), |period| Some(period.previous())).take(MONTHS).collect();
    periods.reverse();
    periods.into_iter().map(|period| (period, known.remove(&period))).collect()
}

/// How an item stands in a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Its score in basis points, 0 to 10 000; 未答 and 待核实 have none.
    Scored(u32),
    /// Asked, without a score.
    Open,
    /// 不适用 by rule or by hand.
    NotApplicable,
}

/// Computes the standing of all items of the catalogue.
pub fn standings(assessment: &Assessment<'_>) -> BTreeMap<String, Direction> {
    let standing = |item| match assessment.status(item) {
        _ if !item.applies.holds(&assessment.profile) => Direction::NotApplicable,
        status if status.is_excluded() => Direction::NotApplicable,
        status => status
            .reading()
            .and_then(|reading| reading.score())
            .map_or(Direction::Open, |score| Direction::Scored(score.get())),
    };
    assessment.catalogue.items().map(|item| (item.id.clone(), standing(item))).collect()
}

/// The changes since the month before, by item id in the order of the ids.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MonthChanges {
    /// Scored higher than before.
    pub improved: Vec<String>,
    /// Scored lower than before.
    pub worse: Vec<String>,
    /// 不适用 now and not before: what leaves the score.
    pub newly_not_applicable: Vec<String>,
}

impl MonthChanges {
    /// Compares two months.
    ///
    /// Items that one of them does not have, and those without a score in one of them, say nothing.
    pub fn between(before: &BTreeMap<String, Direction>, now: &BTreeMap<String, Direction>) -> Self {
        let mut changes = Self::default();
        for (id, now) in now {
            match (before.get(id), now) {
                (Some(Direction::Scored(before)), Direction::Scored(now)) if now > before => {
                    changes.improved.push(id.clone())
                }
                (Some(Direction::Scored(before)), Direction::Scored(now)) if now < before => {
                    changes.worse.push(id.clone())
                }
                (Some(Direction::Scored(_) | Direction::Open), Direction::NotApplicable) => {
                    changes.newly_not_applicable.push(id.clone())
                }
                _ => {}
            }
        }
        changes
    }
}

/// The hazards that have been open longest on `day`, each with the number of days, longest first.
pub fn oldest_open(hazards: &[Hazard], day: Day, most: usize) -> Vec<(&Hazard, i32)> {
    let open = hazards.iter().filter(|hazard| hazard.is_open());
    let mut aged: Vec<(&Hazard, i32)> =
        open.filter_map(|hazard| Some((hazard, hazard.found_on?.days_until(day).max(0)))).collect();
    aged.sort_by(|(a, a_days), (b, b_days)| b_days.cmp(a_days).then_with(|| a.id.cmp(&b.id)));
    aged.truncate(most);
    aged
}
