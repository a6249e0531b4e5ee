//! The office's word that it received a document: which one, when, and what it noted about it.

use anziping_seal::Sha256;
use anziping_seal::envelope::RoleRules;
use serde::{Deserialize, Serialize};

use super::signed::{OF_OFFICE, whole_seconds};
use super::{DocumentFault, NamedEnterprise, SignedDocument};
use crate::signer::Signer;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::timestamp::Timestamp;

/// A receipt for one report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Always `wsr.receipt`.
    #[cfg_attr(test, schemars(extend("const" = Receipt::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = Receipt::SCHEMA)))]
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
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub document_sha256: Sha256,
    /// SHA-256 of the file as it was received.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub file_sha256: Sha256,
    /// Day on which the office took it in.
    pub received_on: Day,
    /// What the office noted, in words: late, figures that differ. Empty when there was nothing to note.
    pub remarks: Vec<String>,
    /// Time of signing by the office's clock, RFC 3339.
    #[cfg_attr(test, schemars(with = "String"))]
    pub issued_at: Timestamp,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

impl SignedDocument for Receipt {
    const TYPE: &'static str = "wsr.receipt";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/receipt/1.json";
    const ROLES: &'static [RoleRules] = OF_OFFICE;

    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.issued_at)?;
        if self.revision == 0 { Err(DocumentFault::Revision) } else { Ok(()) }
    }
}

/// Name of a receipt's file, for people.
///
/// An office that sends sixty of them finds each by the name of its enterprise.
pub fn file_name(receipt: &Receipt) -> String {
    named_file(&receipt.enterprise, receipt.period, receipt.revision, "receipt")
}

/// Name of a file that the office gives an enterprise about a report.
pub(super) fn named_file(enterprise: &NamedEnterprise, period: Period, revision: u32, what: &str) -> String {
    let name: String = enterprise.name.chars().filter(|c| c.is_alphanumeric()).take(NAME_MAX).collect();
    let name = if name.is_empty() { name } else { format!("{name}-") };
    format!("{name}{}-{period}-r{revision}.{what}.json", enterprise.uscc)
}

/// Characters of an enterprise's name in the name of a file.
const NAME_MAX: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipts_file_bears_the_name_of_its_enterprise_without_what_paths_are_made_of() {
        let receipt = |name: &str| {
            let text = format!(
                r#"{{"type":"wsr.receipt","schema":"s","version":"1.0","office":"甲街道","enterprise":{{"name":"{name}","uscc":"91310000MA1FL0000N"}},
                "period":"2026-11","revision":1,"document_sha256":"{0}","file_sha256":"{0}","received_on":"2026-12-01","remarks":[],
                "issued_at":"2026-12-01T09:00:00+08:00","signers":[]}}"#,
                "1".repeat(64)
            );
            file_name(&serde_json::from_str(&text).unwrap())
        };
        assert_eq!(receipt("上海/示例..厂"), "上海示例厂-91310000MA1FL0000N-2026-11-r1.receipt.json");
        assert_eq!(receipt("…"), "91310000MA1FL0000N-2026-11-r1.receipt.json");
    }
}
