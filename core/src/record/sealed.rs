//! A sealed report as it is kept in the browser beside the drafts.

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::value::timestamp::Timestamp;

/// Body of a record `s/e1/2026-11/r1`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SealedRecord {
    /// The file, byte for byte as it was first exported.
    pub text: String,
    /// Its file name.
    pub file_name: String,
    /// Hash of the canonical document: what the next report's `prev` names.
    pub document_sha256: Sha256,
    /// Time of signing by the device's clock.
    pub sealed_at: Timestamp,
    /// Total in tenths as declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<crate::score::total::Tenths>,
    /// Invented data.
    #[serde(default)]
    pub demo: bool,
}
