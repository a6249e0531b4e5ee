//! Laws, orders and standards, and the places in them that an item rests on.

use serde::{Deserialize, Serialize};

/// A law, order or standard, as it stood when someone last looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LegalDocument {
    /// Name used in citations, `[a-z][a-z0-9_-]*`: `awsl`.
    pub id: String,
    /// Full title without 《》.
    pub title: String,
    /// The name people use: 安法, 10号令.
    pub short: String,
    /// Document number (文号) or standard number; may be empty.
    pub number: String,
    /// First day in force, YYYY-MM-DD; empty where it is not known.
    pub in_force_since: String,
    /// What it replaced, in words; may be empty.
    pub replaces: String,
    /// What to watch for (a draft revision, a narrower scope); may be empty.
    pub note: String,
    /// Month of the last look at its validity, YYYY-MM.
    pub checked_on: String,
    /// How well its status and text are known.
    pub confidence: Confidence,
}

/// How well a statement is known; pages print [`Confidence::Unconfirmed`] as 依据待核.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Compared with the text of the law or an official record.
    Verified,
    /// Seen in other people's work only.
    Secondary,
    /// From expert knowledge; no text was opened.
    Unconfirmed,
}

/// A place in a legal document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Id of a [`LegalDocument`] of the same catalogue.
    pub document: String,
    /// Article, paragraph or clause as lawyers write it (`22①`, `5.1.1`); empty for the whole document.
    pub at: String,
    /// How well this place is known; may differ from the document's.
    pub confidence: Confidence,
}
