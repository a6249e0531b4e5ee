//! The changes that an edition made, told to the people who work with it.

use serde::{Deserialize, Serialize};

/// Things of the check list that are new, gone or otherwise than in the edition before, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionChange {
    /// Ids of items, criteria, points, areas, facts or documents.
    ///
    /// Of the edition before, where they are gone.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub ids: Vec<String>,
    /// What changed, in one sentence.
    pub what: String,
    /// Why, in one sentence.
    pub why: String,
}
