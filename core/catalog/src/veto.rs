//! The answers that amount to a listed major accident hazard, and those that are only a sign of one.

use serde::{Deserialize, Serialize};

use crate::{Kind, Rule};

/// The answer to an item that amounts to a listed major accident hazard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// Which answers.
    pub on: VetoOn,
    /// For which enterprises; for the others a bad answer only costs points.
    pub when: Rule,
    /// The criterion that lists it: 10号令 13(一).
    pub criterion: String,
    /// What must be missing, in words, where the answer alone does not say it: 台账和标志都缺.
    pub condition: String,
    /// Ids of the criteria that list it, where they are in the check list item by item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<String>,
    /// The smallest case that fires; required of a check list that is read in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fires: Option<Case>,
    /// The largest case that does not; required of a check list that is read in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub does_not_fire: Option<Case>,
}

/// An answer of an enterprise that shows where a veto begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What is found on the spot.
    pub found: String,
    /// The answer to the item: `yes`, `partly`, `no`, or counts such as `3/4`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^(yes|partly|no|[0-9]+/[0-9]+)$")))]
    pub answer: String,
    /// The facts that hold, the industry among them.
    pub facts: Vec<String>,
    /// The number of workers; said only where a rule asks for it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub workers: u32,
}

fn is_zero(workers: &u32) -> bool {
    *workers == 0
}

impl Case {
    /// Reads the answer of a case for an item of this kind; `None` where the item takes no such answer.
    pub fn met(&self, kind: Kind) -> Option<Met> {
        match (kind, self.answer.as_str()) {
            (Kind::Level | Kind::YesNo, "yes") => Some(Met::Fully),
            (Kind::Level, "partly") => Some(Met::Partly),
            (Kind::Level | Kind::YesNo, "no") => Some(Met::Not),
            (Kind::Ratio, counts) => {
                let (done, total) = counts.split_once('/')?;
                let (done, total) = (done.parse::<u32>().ok()?, total.parse::<u32>().ok()?);
                (done <= total).then_some(if done == total { Met::Fully } else { Met::Partly })
            }
            _ => None,
        }
    }
}

impl crate::Facts for Case {
    fn is(&self, fact: &str) -> bool {
        self.facts.iter().any(|held| held == fact)
    }

    fn workers(&self) -> u32 {
        self.workers
    }
}

/// How far an item is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// 是, 100 %, or no case at all.
    Fully,
    /// 部分, or counts below 100 %.
    Partly,
    /// 否.
    Not,
}

/// An answer that may point to a listed major accident hazard (疑似) and does not amount to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Which answers.
    pub on: VetoOn,
    /// For which enterprises.
    pub when: Rule,
    /// Ids of the criteria to compare with.
    ///
    /// May be empty where `criterion` names one that is not listed item by item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<String>,
    /// The criterion in words, where the check list does not have it item by item; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub criterion: String,
    /// The question to look at on the spot.
    pub ask: String,
}

/// The answers that trigger a veto. Which are possible follows from the item's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VetoOn {
    /// 否 (level and yes-no items).
    No,
    /// 部分 or 否 (level items).
    PartlyOrNo,
    /// Anything below 100 % (ratio items).
    BelowFull,
}

impl VetoOn {
    /// Returns whether an answer that meets its item to this degree is one of those meant.
    pub fn fires(self, met: Met) -> bool {
        match self {
            Self::No => met == Met::Not,
            Self::PartlyOrNo | Self::BelowFull => met != Met::Fully,
        }
    }
}
