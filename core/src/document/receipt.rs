//! The office's word that it received a document: which one, when, and what it noted about it.

use serde::{Deserialize, Serialize};

use super::registration::NamedEnterprise;
use crate::document::report::{ReportFault, ReportSigner, is_rfc3339, is_sha256};
use crate::value::day::Day;
use crate::value::period::Period;

/// Type of the document.
pub const RECEIPT_TYPE: &str = "wsr.receipt";
/// Version of the document's shape.
pub const RECEIPT_VERSION: &str = "1.0";
/// Identifier of the schema; carries the major version only.
pub const RECEIPT_SCHEMA: &str = "https://anziping.invalid/schema/receipt/1.json";

/// A receipt for one report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Always [`RECEIPT_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = RECEIPT_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`RECEIPT_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = RECEIPT_SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Name of the office.
    pub office: String,
    /// Whose report was received.
    pub enterprise: NamedEnterprise,
    /// Its month.
    pub period: Period,
    /// Its revision.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub revision: u32,
    /// SHA-256 of the canonical document.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub document_sha256: String,
    /// SHA-256 of the file as it was received.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub file_sha256: String,
    /// Day on which the office took it in.
    pub received_on: Day,
    /// What the office noted, in words: late, figures that differ. Empty when there was nothing to note.
    pub remarks: Vec<String>,
    /// Time of signing by the office's clock, RFC 3339.
    pub issued_at: String,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<ReportSigner>,
}

impl Receipt {
    /// Checks what the types cannot.
    ///
    /// # Errors
    /// [`ReportFault::SealedAt`], [`ReportFault::Revision`] or [`ReportFault::Hash`].
    pub fn check(&self) -> Result<(), ReportFault> {
        if !is_rfc3339(&self.issued_at) {
            return Err(ReportFault::SealedAt);
        }
        if self.revision == 0 {
            return Err(ReportFault::Revision);
        }
        if is_sha256(&self.document_sha256) && is_sha256(&self.file_sha256) { Ok(()) } else { Err(ReportFault::Hash) }
    }
}

/// Name of a receipt's file, for people.
pub fn file_name(receipt: &Receipt) -> String {
    format!("{}-{}-r{}.receipt.json", receipt.enterprise.uscc, receipt.period, receipt.revision)
}
