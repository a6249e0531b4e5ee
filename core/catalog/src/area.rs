//! The high-risk areas and their four 100 % targets (四个100%).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Citation, Confidence, Follows, Interval, Rule};

/// A high-risk area: 动火, 有限空间, 临时用电, 吊装, 危险化学品, 粉尘涉爆, 检维修, 承包商.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Name used in addresses and point ids, `[a-z][a-z0-9-]*`: `hot-work`.
    pub id: String,
    /// Id of the fact that says the enterprise has this area: `hot_work`.
    pub fact: String,
    /// Its name: 动火.
    pub name: String,
    /// Legal basis; at least one place.
    pub basis: Vec<Citation>,
    /// Exactly P1, P2, P3, P4, in this order.
    #[cfg_attr(feature = "schema", schemars(length(min = 4, max = 4)))]
    pub targets: Vec<Target>,
}

/// One of the four 100 % targets of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Which of the four.
    pub code: TargetCode,
    /// What the numerator counts: 现行有效文件.
    pub done_label: String,
    /// What the denominator counts: 必备文件.
    pub total_label: String,
    /// What to look at; the target is met only when every applicable point is.
    pub points: Vec<Point>,
}

impl Target {
    /// The id of the point at this index (from 0) in an area: `hot-work.P1.1` for the first.
    pub fn point_id(&self, area: &str, index: usize) -> String {
        format!("{area}.{}.{}", self.code, index + 1)
    }
}

/// The four 100 % targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TargetCode {
    /// 制度规程100%健全落实.
    P1,
    /// 教育培训100%落实到位.
    P2,
    /// 风险辨识管控100%精准有效.
    P3,
    /// 隐患100%动态清零; its rate comes from the hazard ledger.
    P4,
}

impl TargetCode {
    /// The four, in the order every area has them.
    pub const ALL: [Self; 4] = [Self::P1, Self::P2, Self::P3, Self::P4];

    /// The name of the target in ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
            Self::P4 => "P4",
        }
    }
}

impl fmt::Display for TargetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One thing to look at under a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Area, target and position from 1: `hot-work.P1.1`.
    pub id: String,
    /// What must be so.
    pub text: String,
    /// Source or limit in words; may be empty.
    pub note: String,
    /// How well its source is known.
    pub confidence: Confidence,
    /// Legal basis; empty where it is practice of the trade.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// Whom of those that have the area it concerns.
    #[serde(default, skip_serializing_if = "Rule::is_always")]
    pub applies: Rule,
    /// How long an answer stays good; left out, it has to be confirmed each month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Set where it speaks of this month, so that an earlier answer says nothing and it is asked anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub this_month: bool,
    /// Id of the item that asks for the same fact and answers it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub same: String,
    /// Answers from which this one follows; the first that holds decides, and without one it is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Follows>,
}
