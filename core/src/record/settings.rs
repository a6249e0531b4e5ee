//! Choices and counters of this browser, one record for all enterprises.

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::value::timestamp::Timestamp;

/// Body of the record `settings`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Local id of the enterprise that is open; empty before the first one.
    pub current: String,
    /// Month that is open; `None` means the newest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<crate::value::period::Period>,
    /// Time of the last backup file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_backup: Option<Timestamp>,
    /// Changes since then: an answer or a field, however many letters were typed into it.
    ///
    /// Each record of a larger step.
    pub changes_since_backup: u32,
    /// The browser's answer to the question for lasting storage; `None` while it has not been asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persist: Option<bool>,
    /// Signed documents that were saved, shared or copied from this browser, by SHA-256.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub handed_out: Vec<Sha256>,
    /// Large type.
    pub large_type: bool,
}
