//! One enterprise in the month of its office.

use std::collections::BTreeMap;

use anziping_catalog::TargetCode;
use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::document::report::Declared;
use crate::month::figures::MONTH_TEXT_MAX;
use crate::score::total::{ScoreGrade, Tenths};
use crate::value::code::codes;
use crate::value::day::Day;
use crate::value::uscc::UnifiedCode;

/// Elements of the check list at most.
const ELEMENTS: usize = 8;

/// How an enterprise stands in the month, as its office judged.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MonthRow {
    /// Name on the office's list.
    pub name: String,
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
    /// How it stands.
    pub state: RowState,
    /// The report that counts; present with `counted` and `taken_in` and with no other state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<RowReport>,
}

/// How an enterprise stands in the month of its office.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// Its report counts.
    Counted,
    /// Its report was taken in, and did not lie at the desk when the month was signed: no figures.
    TakenIn,
    /// Its report is under a key that is not registered.
    Unregistered,
    /// Two reports of different content.
    Forked,
    /// Its report is under a key that does not fit.
    Mismatched,
    /// A demonstration came.
    Demo,
    /// A file came that is refused.
    Refused,
    /// Nothing came.
    NotSent,
    /// 停产: no report is expected.
    Stopped,
    /// 注销: no report is expected.
    Deregistered,
    /// 免报: no report is expected.
    Exempt,
}

codes! {
    RowState {
        Counted = "counted",
        TakenIn = "taken_in",
        Unregistered = "unregistered",
        Forked = "forked",
        Mismatched = "mismatched",
        Demo = "demo",
        Refused = "refused",
        NotSent = "not_sent",
        Stopped = "stopped",
        Deregistered = "deregistered",
        Exempt = "exempt",
    }
}

/// The groups of states by which rows are added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowGroup {
    /// Its report counts.
    Counted,
    /// It was taken in earlier.
    TakenIn,
    /// Something came that does not count.
    Uncounted,
    /// Nothing came.
    NotSent,
    /// None is expected.
    Excused,
}

impl RowState {
    /// The group of states that it is counted under.
    #[must_use]
    pub const fn group(self) -> RowGroup {
        match self {
            Self::Counted => RowGroup::Counted,
            Self::TakenIn => RowGroup::TakenIn,
            Self::Unregistered | Self::Forked | Self::Mismatched | Self::Demo | Self::Refused => RowGroup::Uncounted,
            Self::NotSent => RowGroup::NotSent,
            Self::Stopped | Self::Deregistered | Self::Exempt => RowGroup::Excused,
        }
    }
}

/// The report of a row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RowReport {
    /// Its revision.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub revision: u32,
    /// SHA-256 of its canonical document.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub document_sha256: Sha256,
    /// Day on which the office took it in, where it has noted that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Day>,
    /// Late by the office's due day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// What the office computed from its answers; absent when it did not have the check list or the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<RowFigures>,
    /// Accidents, with or without people hurt, as signed by the enterprise.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub accidents: u32,
    /// People who died.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub deaths: u32,
    /// People badly hurt.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub serious_injuries: u32,
    /// People slightly hurt.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minor_injuries: u32,
    /// What it asks the government to settle (需要协调), at most 1000 characters; empty without it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(length(max = 1000)))]
    pub help_needed: String,
}

/// The figures that follow from a report's answers, as far as they are added up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RowFigures {
    /// Total in tenths, 0 to 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Tenths>,
    /// Grade with the cap applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<ScoreGrade>,
    /// Scores of the elements from the first on, in tenths, at most 8.
    ///
    /// Null for one without a counting item.
    #[cfg_attr(test, schemars(length(max = 8)))]
    pub elements: Vec<Option<Tenths>>,
    /// Its high-risk areas with the targets that are reached, none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<MetTargets>,
    /// Hazards open at the end of the month.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub open: u32,
    /// Of these, major.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub open_major: u32,
    /// Of these, open after their deadline.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub overdue: u32,
    /// Found or opened again in the month.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub added: u32,
    /// Closed in the month.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub closed: u32,
}

/// One high-risk area with the targets that are reached in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MetTargets {
    /// Area id.
    pub area: String,
    /// Those of `P1` to `P4` that are reached.
    #[cfg_attr(test, schemars(with = "Vec<crate::value::schema::TargetSchema>", length(max = 4)))]
    pub met: Vec<TargetCode>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl MonthRow {
    /// Returns whether report and state belong together, and everything keeps to its limits.
    pub(super) fn is_sound(&self) -> bool {
        let group = self.state.group();
        let report = self.report.as_ref();
        match group {
            RowGroup::Counted => report.is_some_and(RowReport::is_sound),
            RowGroup::TakenIn => report.is_some_and(|report| report.is_sound() && report.figures.is_none()),
            RowGroup::Uncounted | RowGroup::NotSent | RowGroup::Excused => report.is_none(),
        }
    }

    /// The report, when it counts.
    pub fn counted(&self) -> Option<&RowReport> {
        self.report.as_ref().filter(|_| self.state == RowState::Counted)
    }
}

impl RowReport {
    fn is_sound(&self) -> bool {
        self.revision > 0
            && self.help_needed.chars().count() <= MONTH_TEXT_MAX
            && self.figures.as_ref().is_none_or(RowFigures::is_sound)
    }
}

impl RowFigures {
    /// Takes the figures of a row from those computed from a report.
    pub fn of(figures: &Declared) -> Self {
        let last = figures.elements.iter().map(|element| usize::from(element.number)).max().unwrap_or_default();
        let mut elements = vec![None; last];
        for element in &figures.elements {
            if let Some(place) = usize::from(element.number).checked_sub(1).and_then(|at| elements.get_mut(at)) {
                *place = Some(element.score);
            }
        }
        let mut targets: BTreeMap<&str, Vec<TargetCode>> = BTreeMap::new();
        for target in &figures.targets {
            targets.entry(&target.area).or_default().extend(target.met.then_some(target.code));
        }
        let ledger = figures.ledger;
        Self {
            total: figures.total,
            grade: figures.grade,
            elements,
            targets: targets.into_iter().map(|(area, met)| MetTargets { area: area.to_owned(), met }).collect(),
            open: ledger.open,
            open_major: ledger.open_major,
            overdue: ledger.overdue,
            added: ledger.added,
            closed: ledger.closed,
        }
    }

    /// The scores by the numbers of their elements.
    pub fn scores(&self) -> impl Iterator<Item = (u8, Tenths)> + '_ {
        (1..).zip(&self.elements).filter_map(|(number, score)| Some((number, (*score)?)))
    }

    fn is_sound(&self) -> bool {
        let areas = self.targets.iter().map(|target| target.area.as_str());
        let areas: std::collections::BTreeSet<&str> = areas.collect();
        let once = |target: &MetTargets| {
            TargetCode::ALL.iter().all(|code| target.met.iter().filter(|met| *met == code).count() <= 1)
        };
        self.elements.len() <= ELEMENTS && areas.len() == self.targets.len() && self.targets.iter().all(once)
    }
}
