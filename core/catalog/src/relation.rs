//! Relations between answers, as check lists state them.
//!
//! The same fact asked once, answers that follow, answers that exclude each other. [`Related`](crate::Related) says by
//! which ids a relation names what it speaks of.

use serde::{Deserialize, Serialize};

use crate::Rule;

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
