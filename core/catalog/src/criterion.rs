//! The official lists by which a hazard is a major one (重大事故隐患判定标准), item by item.

use serde::{Deserialize, Serialize};

use crate::{Confidence, Facts, Rule};

/// The criteria of one document: 10号令, or the open-pit part of 88号 or 41号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriteriaSet {
    /// `[a-z][a-z0-9-]*`: `gm10`.
    pub id: String,
    /// The name people use: 10号令.
    pub name: String,
    /// Id of the document.
    pub document: String,
    /// Limits of the whole document in words; may be empty.
    pub scope_note: String,
    /// What makes a device that is there count as missing (10号令 14).
    ///
    /// Empty where the document has no such rule.
    pub failed_device: String,
    /// How well the wording is known.
    pub confidence: Confidence,
    /// The articles, in order.
    pub parts: Vec<CriteriaPart>,
}

/// An article: one industry, one area, or one kind of mine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriteriaPart {
    /// The article as lawyers write it: 第十三条; empty where the items hang under the document itself.
    pub article: String,
    /// What it is about: 有限空间.
    pub name: String,
    /// To whom its items can apply at all.
    pub applies: Rule,
    /// Limits of the article in words; may be empty.
    pub scope_note: String,
    /// The items.
    pub criteria: Vec<Criterion>,
}

/// One item of the list. The answer 疑似 is a lead that has to be looked at on the spot, never a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable id, `[A-Z][A-Z0-9-]*`: `GM10-13-1`.
    pub id: String,
    /// The place as it is cited: 第十三条（一）.
    pub at: String,
    /// What would have to be the case.
    pub text: String,
    /// The defects one by one, where the item names several; else empty.
    pub defects: Vec<String>,
    /// Whether one of the defects is enough.
    pub needs: Needs,
    /// Whether it asks for a monitoring, alarm or protective device.
    ///
    /// So one that does not work counts as none.
    pub device: bool,
    /// Limits of the item in words; may be empty.
    pub scope_note: String,
    /// To whom the item can apply, within its article.
    pub applies: Rule,
    /// How well its wording is known, where that differs from the rest of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Id of the check item on the same matter, to which a hazard belongs; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// Whether that item asks for the same fact, so that its answer is taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub same: bool,
    /// Id of the high-risk area to which a hazard belongs; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub area: String,
}

/// How many of the defects of a criterion it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// Any one of them (有一项就算).
    #[default]
    Any,
    /// All of them together (都缺才算).
    All,
}

/// A criterion with the article and document it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed<'a> {
    /// The document.
    pub set: &'a CriteriaSet,
    /// The article.
    pub part: &'a CriteriaPart,
    /// The item.
    pub criterion: &'a Criterion,
}

impl Listed<'_> {
    /// Returns whether the criterion can apply to an enterprise.
    pub fn applies(&self, facts: &dyn Facts) -> bool {
        self.part.applies.holds(facts) && self.criterion.applies.holds(facts)
    }

    /// Tells how well its wording is known.
    pub fn confidence(&self) -> Confidence {
        self.criterion.confidence.unwrap_or(self.set.confidence)
    }

    /// The item as it is cited in the ledger: `10号令 第十三条（一）`.
    pub fn citation(&self) -> String {
        format!("{} {}", self.set.name, self.criterion.at)
    }
}
