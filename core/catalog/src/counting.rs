//! The rules by which an edition counts answers as met.

use serde::{Deserialize, Serialize};

/// What counts as met in the four targets, and which answers stand without being asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// What was taken over counts like what was looked at.
    #[default]
    Carried,
    /// Only what somebody looked at within its interval is met.
    ///
    /// No open major hazard leaves an area in order.
    LookedAt,
}

impl Counting {
    /// Returns whether it is the way of counting of editions that do not say.
    pub fn is_usual(&self) -> bool {
        *self == Self::Carried
    }
}
