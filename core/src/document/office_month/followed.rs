//! A major hazard from month to month, as an office states it.

use serde::{Deserialize, Serialize};

use crate::hazard::HAZARD_TEXT_MAX;
use crate::value::code::codes;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// Where the course of a hazard has come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HazardEnd {
    /// It was open and is missing since the report of `since`, without having been closed.
    Gone,
    /// It is open still, and no longer graded major since the report of `since`.
    Downgraded,
    /// It was open, and there is no report of the month.
    NoReport,
    /// It is open.
    Open,
    /// It was closed in the month.
    Closed,
}

codes! {
    HazardEnd {
        Gone = "gone",
        Downgraded = "downgraded",
        NoReport = "no_report",
        Open = "open",
        Closed = "closed",
    }
}

/// A major hazard from month to month.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FollowedHazard {
    /// The enterprise, one of the list.
    pub uscc: UnifiedCode,
    /// Number in the enterprise's ledger, 1 to 64 characters.
    #[cfg_attr(test, schemars(length(min = 1, max = 64)))]
    pub id: String,
    /// Where, at most 500 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub place: String,
    /// What, at most 500 characters.
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub description: String,
    /// Article of the criterion that makes it major, at most 500 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 500)))]
    pub criterion: String,
    /// Day of discovery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_on: Option<Day>,
    /// The months at whose end it was open, as far as the office knows, oldest first, at most 240.
    #[cfg_attr(test, schemars(length(max = 240)))]
    pub months: Vec<Period>,
    /// Its deadlines in the order in which they were set, at most 240.
    ///
    /// More than one means that it was put off.
    #[cfg_attr(test, schemars(length(max = 240)))]
    pub deadlines: Vec<Day>,
    /// Where it has come to.
    pub end: HazardEnd,
    /// Since the report of this month; with `gone` and `downgraded`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Period>,
}

impl FollowedHazard {
    /// Characters of a number in a ledger at most.
    pub const ID: usize = 64;
    /// Months and deadlines at most: twenty years.
    pub const MONTHS: usize = 240;

    /// Returns whether everything keeps to its limits, and `since` is there for the ends that need it.
    pub(super) fn is_sound(&self) -> bool {
        let texts = [&self.place, &self.description, &self.criterion];
        (1..=Self::ID).contains(&self.id.chars().count())
            && texts.into_iter().all(|text| text.chars().count() <= HAZARD_TEXT_MAX)
            && self.months.len() <= Self::MONTHS
            && self.deadlines.len() <= Self::MONTHS
            && self.months.is_sorted_by(|before, after| before < after)
            && matches!(self.end, HazardEnd::Gone | HazardEnd::Downgraded) == self.since.is_some()
    }

    /// Counts the changes of its deadline.
    pub fn moved(&self) -> usize {
        self.deadlines.len().saturating_sub(1)
    }
}
