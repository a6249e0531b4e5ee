//! Filters and sorts the hazards of the ledger.

use super::Hazard;
use crate::value::day::Day;

/// The filters of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// 未销号.
    #[default]
    Open,
    /// Open, and due from today to Sunday.
    DueThisWeek,
    /// Open after the deadline.
    Overdue,
    /// 重大, open or not.
    Major,
    /// All of them.
    All,
}

impl Which {
    crate::listed! {
        /// In the order of the buttons.
        pub ALL: Open, DueThisWeek, Overdue, Major, All
    }

    /// Returns whether the hazard is among them on the day `today`.
    pub fn keeps(self, hazard: &Hazard, today: Day) -> bool {
        let due =
            |least: Day, most: Day| hazard.is_open() && hazard.deadline.is_some_and(|day| least <= day && day <= most);
        match self {
            Self::Open => hazard.is_open(),
            Self::DueThisWeek => due(today, today.plus(6 - today.weekday())),
            Self::Overdue => due(Day::epoch(), today.plus(-1)),
            Self::Major => hazard.is_major(),
            Self::All => true,
        }
    }
}

/// A choice of hazards.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Selection {
    /// The choice by state and day.
    pub which: Which,
    /// Only this high-risk area; empty for all.
    pub area: String,
    /// Only what this person puts right; empty for all.
    pub owner: String,
}

impl Selection {
    /// Returns whether the hazard is listed.
    pub fn keeps(&self, hazard: &Hazard, today: Day) -> bool {
        let among = |chosen: &str, own: &str| chosen.is_empty() || chosen == own.trim();
        self.which.keeps(hazard, today) && among(&self.area, &hazard.area) && among(&self.owner, &hazard.owner)
    }
}

/// Sort key: open before closed, overdue first, then the earliest deadline; those without one last.
pub fn urgency(hazard: &Hazard, today: Day) -> (bool, bool, bool, Option<Day>, String) {
    let overdue = Which::Overdue.keeps(hazard, today);
    (!hazard.is_open(), !overdue, hazard.deadline.is_none(), hazard.deadline, hazard.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::{Grade, Stage};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn due(id: &str, deadline: &str) -> Hazard {
        Hazard { id: id.into(), deadline: Day::parse(deadline), ..Hazard::default() }
    }

    #[test]
    fn this_week_ends_on_sunday_and_begins_today() {
        // 2026-11-18 is a Wednesday.
        let kept = |deadline: &str| Which::DueThisWeek.keeps(&due("1", deadline), day("2026-11-18"));
        assert_eq!(
            ["2026-11-17", "2026-11-18", "2026-11-22", "2026-11-23", ""].map(kept),
            [false, true, true, false, false]
        );
        let closed = Hazard { stage: Stage::Closed, ..due("1", "2026-11-18") };
        assert!(!Which::DueThisWeek.keeps(&closed, day("2026-11-18")));
    }

    #[test]
    fn overdue_begins_the_day_after_the_deadline_and_ends_with_the_close_out() {
        let hazard = due("1", "2026-11-18");
        assert!(!Which::Overdue.keeps(&hazard, day("2026-11-18")) && Which::Overdue.keeps(&hazard, day("2026-11-19")));
        assert!(!Which::Overdue.keeps(&Hazard { stage: Stage::Closed, ..hazard }, day("2026-11-19")));
    }

    #[test]
    fn area_and_owner_narrow_the_list_further() {
        let hazard = Hazard {
            area: "hot-work".into(),
            owner: " 王五 ".into(),
            grade: Some(Grade::Major),
            ..due("1", "2026-11-18")
        };
        let chosen =
            |area: &str, owner: &str| Selection { which: Which::Major, area: area.into(), owner: owner.into() };
        let kept = |selection: Selection| selection.keeps(&hazard, day("2026-11-01"));
        assert!(kept(chosen("", "")) && kept(chosen("hot-work", "王五")));
        assert!(!kept(chosen("lifting", "")) && !kept(chosen("", "李四")));
    }

    #[test]
    fn overdue_ones_come_first_then_by_deadline_and_closed_ones_last() {
        let today = day("2026-11-18");
        let closed = Hazard { stage: Stage::Closed, ..due("1", "2026-11-01") };
        let mut all = [closed, due("2", ""), due("3", "2026-11-30"), due("4", "2026-11-10"), due("5", "2026-11-02")];
        all.sort_by_key(|hazard| urgency(hazard, today));
        assert_eq!(all.map(|hazard| hazard.id), ["5", "4", "3", "2", "1"]);
    }
}
