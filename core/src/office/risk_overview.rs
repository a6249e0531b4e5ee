//! The overview of risk in a month.
//!
//! It has the trusted reports by class, village and industry, the items that most enterprises miss, signs of ticking
//! boxes, and the changes since last month.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::intake::CheckedReport;
use super::placed::{By, Places};
use super::rollup::Spread;
use crate::score::total::{ScoreGrade, Tenths};
use crate::value::fold::fold;
use crate::value::uscc::UnifiedCode;

/// Reports that have something in common.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Group {
    /// The attribute they share: a class, a village, an industry; empty where list and report say none.
    pub key: String,
    /// How many reports with figures.
    pub reports: u32,
    /// Their total scores.
    pub total: Option<Spread>,
    /// Of these, 不合格.
    pub failed: u32,
    /// Open hazards.
    pub open: u32,
    /// Of these, major.
    pub open_major: u32,
    /// Overdue hazards.
    pub overdue: u32,
}

/// An item that enterprises miss.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WorstItem {
    /// Its id.
    pub id: String,
    /// Enterprises that do not fully meet it.
    pub short: u32,
    /// Of these, such that score 0 on it.
    pub zero: u32,
}

/// How much of a report nobody looked at this month. High shares are a reason to ask, not a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Habit {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// Its name.
    pub name: String,
    /// Items asked.
    pub asked: u32,
    /// Of these, excluded by hand.
    pub not_applicable: u32,
    /// Of these, taken over from an earlier month without a new look.
    pub carried: u32,
}

impl Habit {
    /// Share of the excluded items in tenths of a percent, half up.
    pub fn not_applicable_share(&self) -> Tenths {
        share(self.not_applicable, self.asked)
    }

    /// Share of the items taken over in tenths of a percent, half up.
    pub fn carried_share(&self) -> Tenths {
        share(self.carried, self.asked)
    }
}

fn share(part: u32, whole: u32) -> Tenths {
    let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
    Tenths(u32::try_from((2000 * part + whole) / (2 * whole)).unwrap_or(u32::MAX))
}

/// An enterprise in two months.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Movement {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// Its name.
    pub name: String,
    /// Total of the month before.
    pub before: Tenths,
    /// Total of this month.
    pub now: Tenths,
}

/// Reports with figures, grouped.
///
/// Groups with the lowest mean first, those of which nobody says last. What differs in width or blanks alone is one.
pub fn groups(by: By, reports: &[&CheckedReport], places: &Places<'_>) -> Vec<Group> {
    let mut members: BTreeMap<String, (String, Vec<&CheckedReport>)> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.recomputed.is_some()) {
        let name = places.of(by, &report.report.enterprise).counts;
        members.entry(fold(&name)).or_insert_with(|| (name.into_owned(), Vec::new())).1.push(report);
    }
    let mut groups: Vec<Group> = members.into_values().map(|(key, members)| group(key, &members)).collect();
    groups.sort_by_key(|group| (group.key.is_empty(), group.total.map(|total| total.mean), group.key.clone()));
    groups
}

fn group(key: String, members: &[&CheckedReport]) -> Group {
    let figures = || members.iter().filter_map(|report| report.recomputed.as_ref());
    let sum = |count: fn(&crate::hazard::Ledger) -> u32| figures().map(|figures| count(&figures.ledger)).sum();
    Group {
        key,
        reports: figures().map(|_| 1).sum(),
        total: Spread::of(figures().filter_map(|figures| figures.total).collect()),
        failed: figures().map(|figures| u32::from(figures.grade == Some(ScoreGrade::Fail))).sum(),
        open: sum(|ledger| ledger.open),
        open_major: sum(|ledger| ledger.open_major),
        overdue: sum(|ledger| ledger.overdue),
    }
}

/// The items that most enterprises do not fully meet, most first.
///
/// Of equal ones that with more zeros, then by id.
pub fn worst_items(reports: &[&CheckedReport]) -> Vec<WorstItem> {
    let mut items: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for item in reports.iter().flat_map(|report| &report.short) {
        let (short, zero) = items.entry(item.id.as_str()).or_default();
        *short += 1;
        *zero += u32::from(item.points == 0);
    }
    let mut worst: Vec<WorstItem> =
        items.into_iter().map(|(id, (short, zero))| WorstItem { id: id.to_owned(), short, zero }).collect();
    worst.sort_by(|a, b| (b.short, b.zero, &a.id).cmp(&(a.short, a.zero, &b.id)));
    worst
}

/// Enterprises with items excluded by hand or taken over, the largest share of both together first.
pub fn habits(reports: &[&CheckedReport]) -> Vec<Habit> {
    let habit = |report: &&CheckedReport| {
        let figures = report.recomputed.as_ref()?;
        let enterprise = &report.report.enterprise;
        Some(Habit {
            uscc: enterprise.uscc.clone(),
            name: enterprise.name.clone(),
            asked: figures.asked,
            not_applicable: figures.not_applicable,
            carried: figures.carried,
        })
    };
    let mut habits: Vec<Habit> =
        reports.iter().filter_map(habit).filter(|habit| habit.not_applicable + habit.carried > 0).collect();
    habits.sort_by_key(|habit| {
        (std::cmp::Reverse(share(habit.not_applicable + habit.carried, habit.asked)), habit.uscc.clone())
    });
    habits
}

/// Enterprises that reported in both months, the largest fall first.
pub fn movements(now: &[&CheckedReport], before: &[&CheckedReport]) -> Vec<Movement> {
    let total = |report: &CheckedReport| report.recomputed.as_ref()?.total;
    let earlier: BTreeMap<&UnifiedCode, Tenths> =
        before.iter().filter_map(|report| Some((&report.report.enterprise.uscc, total(report)?))).collect();
    let movement = |report: &&CheckedReport| {
        let enterprise = &report.report.enterprise;
        let (before, now) = (*earlier.get(&enterprise.uscc)?, total(report)?);
        Some(Movement { uscc: enterprise.uscc.clone(), name: enterprise.name.clone(), before, now })
    };
    let mut movements: Vec<Movement> = now.iter().filter_map(movement).collect();
    movements.sort_by_key(|movement| (i64::from(movement.now.0) - i64::from(movement.before.0), movement.uscc.clone()));
    movements
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up_to_a_tenth_of_a_percent() {
        assert_eq!(share(1, 3), Tenths(333));
        assert_eq!(share(2, 3), Tenths(667));
        assert_eq!(share(1, 2000), Tenths(1), "0.05 % is 0.1 %");
        assert_eq!(share(0, 0), Tenths(0));
    }
}
