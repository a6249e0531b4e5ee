//! Resolves the ids in relations to items, points, criteria, figures and facts.
//!
//! A relation names what it speaks of by id: an item (`X23`), a point (`hot-work.P1.1`), the counts of a target
//! (`hot-work.P2`; those of P4 come from the ledger), a criterion (`GM10-11-10`), a figure of the month
//! (`month.accidents`) or of the hazard ledger (`ledger.overdue`), a fact of the enterprise (`fact.dormitory`).

use crate::{Area, Catalogue, Fact, Item, Kind, Listed, Point, Said, TargetCode};

/// Figures of the month that a relation can name, without the `month.` in front.
pub const MONTH_FIGURES: [&str; 22] = [
    "checks",
    "principal_checks",
    "check_people",
    "posts_signed",
    "posts_total",
    "trained",
    "to_train",
    "new_workers_passed",
    "new_workers",
    "certificates_valid",
    "certificates_needed",
    "certificates_expiring",
    "drills",
    "accidents",
    "deaths",
    "serious_injuries",
    "minor_injuries",
    "near_misses",
    "spent",
    "inspection_findings",
    "inspection_fixed",
    "spent_year",
];

/// Figures of the hazard ledger that a relation can name, without the `ledger.` in front.
pub const LEDGER_FIGURES: [&str; 6] = ["added", "closed", "open", "open_major", "overdue", "uncontrolled"];

/// The things that an id of a relation can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Related<'a> {
    /// A check item.
    Item(&'a Item),
    /// A point of an area.
    Point(&'a Area, &'a Point),
    /// The counts of a target.
    Counts(&'a Area, TargetCode),
    /// A criterion for major hazards.
    Criterion(Listed<'a>),
    /// A figure of the month.
    Month(&'a str),
    /// A figure of the hazard ledger.
    Ledger(&'a str),
    /// A fact of the enterprise.
    Fact(&'a Fact),
}

impl Related<'_> {
    /// Returns whether such a thing can say this at all.
    pub fn can_say(self, on: Said) -> bool {
        match self {
            Self::Item(item) => {
                matches!(on, Said::Met | Said::Unmet | Said::Unsure) || (on == Said::No && item.kind != Kind::Ratio)
            }
            Self::Point(..) => matches!(on, Said::Met | Said::Unmet | Said::Unsure | Said::No),
            Self::Counts(..) => matches!(on, Said::Met | Said::Unmet),
            Self::Criterion(_) => matches!(on, Said::Suspected | Said::Clear),
            Self::Month(_) | Self::Ledger(_) | Self::Fact(_) => matches!(on, Said::Some | Said::None),
        }
    }
}

impl Catalogue {
    /// Finds the thing that an id of a relation names; `None` where there is nothing of that name.
    pub fn related<'a>(&'a self, id: &'a str) -> Option<Related<'a>> {
        if let Some(figure) = id.strip_prefix("month.") {
            return MONTH_FIGURES.contains(&figure).then_some(Related::Month(figure));
        }
        if let Some(figure) = id.strip_prefix("ledger.") {
            return LEDGER_FIGURES.contains(&figure).then_some(Related::Ledger(figure));
        }
        if let Some(fact) = id.strip_prefix("fact.") {
            return self.fact(fact).map(Related::Fact);
        }
        if let Some((area, rest)) = id.split_once('.') {
            let area = self.area(area)?;
            if let Some(target) = area.targets.iter().find(|target| target.code.code() == rest) {
                return Some(Related::Counts(area, target.code));
            }
            let mut points = area.targets.iter().flat_map(|target| &target.points);
            return points.find(|point| point.id == id).map(|point| Related::Point(area, point));
        }
        self.item(id).map(Related::Item).or_else(|| self.criterion(id).map(Related::Criterion))
    }
}
