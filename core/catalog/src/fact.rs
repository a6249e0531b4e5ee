//! The facts that an enterprise states once, so that it is only asked what concerns it.

use serde::{Deserialize, Serialize};

use crate::Rule;

/// A yes-or-no statement about the enterprise, such as `dormitory` (有员工宿舍).
///
/// Rules refer to it by its id.
///
/// The number of workers is not a fact in this sense: rules compare it under the reserved name `workers`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Name used in rules, `[a-z][a-z0-9_]*`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z][a-z0-9_]{0,39}$")))]
    pub id: String,
    /// Where the fact comes from, and with which others it is asked.
    pub group: FactGroup,
    /// Short statement shown when the fact decides something: 有员工宿舍.
    pub label: String,
    /// The question the enterprise answers; empty where it is not asked (`derived`, `officer`).
    pub question: String,
    /// One line of help under the question; may be empty.
    pub hint: String,
    /// Who is asked at all, by the industry and the facts before this one; for the others it does not hold.
    #[serde(default, skip_serializing_if = "Rule::is_always")]
    pub applies: Rule,
}

/// How a fact comes to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactGroup {
    /// 行业: exactly one holds.
    Industry,
    /// 矿山类型: those to whom its rule applies must choose at least one.
    MineKind,
    /// One of the eight high-risk areas.
    Area,
    /// A question of its own in the enterprise's settings.
    Asked,
    /// Asked anew each month (本月有新上岗人员).
    Month,
    /// Holds while a major hazard is open in the ledger; never asked.
    Derived,
    /// Holds while the safety officer of the form has other work besides (兼职); never asked for itself.
    Officer,
}
