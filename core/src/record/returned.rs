//! An office's return as it is kept beside the report it is about; there may be several of one report.

use anziping_seal::Sha256;
use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use crate::document::returned::ReturnRemark;
use crate::value::timestamp::Timestamp;

/// Body of a record `t/e1/2026-11/<sha256>`, or `t/e1/2026-11/r1` as it was named before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReturnRecord {
    /// The file as it was handed over.
    pub text: String,
    /// Name of the office as the return states it.
    pub office: String,
    /// The 30 digits of the office's key, for comparing with what the office has published.
    pub fingerprint: Fingerprint,
    /// When the office signed it; a claim.
    pub issued_at: Timestamp,
    /// The remarks to be looked at again.
    pub remarks: Vec<ReturnRemark>,
    /// Whether somebody has compared the digits with what the office has published.
    ///
    /// Before that it proves nothing: anybody can sign a return.
    #[serde(default)]
    pub compared: bool,
    /// Hash of the report that is returned.
    pub document_sha256: Sha256,
    /// Hash of the return, by which the correction names it.
    pub return_sha256: Sha256,
}
