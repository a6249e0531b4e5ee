//! What an edition changed, said to the people who work with it.

use serde::{Deserialize, Serialize};

/// One thing of the check list that is new, gone or otherwise than in the edition before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EditionChange {
    /// Id of an item, criterion, point, area, fact or document; of the edition before, where it is gone.
    pub id: String,
    /// What changed, in one sentence.
    pub what: String,
    /// Why, in one sentence.
    pub why: String,
}
