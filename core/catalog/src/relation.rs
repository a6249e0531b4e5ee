//! What one answer says about another.
//!
//! The same fact asked once, answers that follow, answers that exclude each other.
//!
//! A relation names what it speaks of by id: an item (`X23`), a point (`hot-work.P1.1`), the counts of a target
//! (`hot-work.P2`; those of P4 come from the ledger), a criterion (`GM10-11-10`), a figure of the month
//! (`month.accidents`) or of the hazard ledger (`ledger.overdue`), a fact of the enterprise (`fact.dormitory`).

use serde::{Deserialize, Serialize};

use crate::{Area, Catalogue, Fact, Item, Kind, Listed, Point, Rule, TargetCode};

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

/// What a relation holds of something that is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// 是, 100 %, or no case (items, points, counts of a target).
    Met,
    /// Answered, and anything less (items, points, counts of a target).
    Unmet,
    /// 否 (items and points that are not counted).
    No,
    /// 待核实 (items and points).
    Unsure,
    /// 疑似 (criteria).
    Suspected,
    /// 不存在 or 不涉及 (criteria).
    Clear,
    /// Above zero (figures), or holds (facts).
    Some,
    /// Zero (figures), or does not hold (facts).
    None,
}

/// The answer that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// 是.
    Yes,
    /// 部分.
    Partly,
    /// 否.
    No,
}

/// An answer that follows from others, so that nobody is asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Follows {
    /// What it follows from; those that do not concern the enterprise are left out.
    pub of: Vec<String>,
    /// What they say: `met` and `clear` all of them, anything else at least one.
    pub on: Said,
    /// The answer.
    pub answer: Answered,
}

/// Two answers that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The one, where the finding is shown.
    pub one: Side,
    /// The other.
    pub other: Side,
    /// For which enterprises.
    #[serde(default, skip_serializing_if = "Rule::is_always")]
    pub when: Rule,
    /// Why they exclude each other, in one sentence.
    pub says: String,
    /// Whether a report with both would be false, so that it cannot be signed; else it is a reminder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blocks: bool,
}

/// One of the two answers of an exclusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// What it speaks of.
    pub of: String,
    /// What is said there.
    pub on: Said,
}

/// What an id of a relation names.
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
    /// Whether such a thing can say this at all.
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
    /// What an id of a relation names; `None` where there is nothing of that name.
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
            if let Some(target) = area.targets.iter().find(|target| target.code.to_string() == rest) {
                return Some(Related::Counts(area, target.code));
            }
            let mut points = area.targets.iter().flat_map(|target| &target.points);
            return points.find(|point| point.id == id).map(|point| Related::Point(area, point));
        }
        self.item(id).map(Related::Item).or_else(|| self.criterion(id).map(Related::Criterion))
    }
}
