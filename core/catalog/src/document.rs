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
    /// Where its official record stands; empty where none was found.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// First day on which it is no longer in force, YYYY-MM-DD; empty while it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ended_on: String,
    /// Id of the document that took its place on that day; empty where none did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub replaced_by: String,
}

impl LegalDocument {
    /// Tells whether the document is in force, as far as the register knows.
    pub fn state(&self) -> State<'_> {
        match (self.ended_on.as_str(), self.replaced_by.as_str()) {
            ("", _) => State::InForce,
            (on, "") => State::Ended { on },
            (on, by) => State::Replaced { on, by },
        }
    }
}

/// The state of a document: in force, ended, or replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'a> {
    /// Nothing is known that ended it.
    InForce,
    /// Out of force since that day, without a successor.
    Ended {
        /// First day without it, YYYY-MM-DD.
        on: &'a str,
    },
    /// Out of force since that day, with a successor.
    Replaced {
        /// First day without it, YYYY-MM-DD.
        on: &'a str,
        /// Id of the successor.
        by: &'a str,
    },
}

/// How well a statement is known, best first; pages print the last as 依据待核.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Compared with the text; the place and day of reading stand in `readings`.
    Verified,
    /// Seen in a reprint or in other people's work only.
    Secondary,
    /// From expert knowledge; no text was opened.
    Unconfirmed,
}

/// A place in a legal document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Id of a document of the same check list.
    pub document: String,
    /// Article, paragraph or clause as lawyers write it (`22①`, `5.1.1`); empty for the whole document.
    pub at: String,
    /// How well this place is known; may differ from the document's.
    pub confidence: Confidence,
    /// Why a document that is out of force is cited nevertheless; shown beside it. Empty for one in force.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub despite: String,
}
