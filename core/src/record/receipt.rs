//! An office's receipt as it is kept beside the report it is for.

use anziping_seal::Sha256;
use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use crate::value::day::Day;

/// Body of a record `r/e1/2026-11/r1`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReceiptRecord {
    /// The file as it was handed over.
    pub text: String,
    /// Name of the office as the receipt states it.
    pub office: String,
    /// The 30 digits of the office's key, for comparing with what the office has published.
    pub fingerprint: Fingerprint,
    /// Day on which the office took the report in.
    pub received_on: Day,
    /// The remarks of the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// Whether somebody has compared the digits with what the office has published.
    ///
    /// Or the same ones on an earlier receipt. Before that it proves nothing: anybody can sign a receipt.
    #[serde(default)]
    pub compared: bool,
    /// Hash of the document that was received.
    pub document_sha256: Sha256,
}
