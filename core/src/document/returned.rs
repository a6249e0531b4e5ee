//! A report that the office gives back (退回): what has to be looked at again, place by place.

use anziping_seal::Sha256;
use anziping_seal::envelope::RoleRules;
use serde::{Deserialize, Serialize};

use super::receipt::named_file;
use super::signed::{OF_OFFICE, whole_seconds};
use super::{DocumentFault, NamedEnterprise, SignedDocument};
use crate::signer::Signer;
use crate::value::period::Period;
use crate::value::timestamp::Timestamp;

/// A return of one report, with the office's remarks.
///
/// It does not change the report. The next revision names it in `answers_return`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Return {
    /// Always `wsr.return`.
    #[cfg_attr(test, schemars(extend("const" = Return::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = Return::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Name of the office.
    pub office: String,
    /// Whose report is returned.
    pub enterprise: NamedEnterprise,
    /// Its month.
    pub period: Period,
    /// Its revision.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub revision: u32,
    /// SHA-256 of the canonical document that is returned.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub document_sha256: Sha256,
    /// What has to be looked at again, 1 to 50.
    #[cfg_attr(test, schemars(length(min = 1, max = 50)))]
    pub remarks: Vec<ReturnRemark>,
    /// Time of signing by the office's clock, RFC 3339.
    #[cfg_attr(test, schemars(with = "String"))]
    pub issued_at: Timestamp,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

/// One remark of a return.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReturnRemark {
    /// Id of the item, point, counts (`hot-work.P1`), hazard or month field, 1 to 64 characters.
    ///
    /// Absent when the remark is about the report as a whole. A place that the reader does not know is shown as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(min = 1, max = 64)))]
    pub place: Option<String>,
    /// What the office has to say, 1 to 300 characters, not blank.
    #[cfg_attr(test, schemars(length(min = 1, max = 300)))]
    pub text: String,
}

impl Return {
    /// Remarks of one return at most.
    pub const REMARKS: usize = 50;
}

impl ReturnRemark {
    /// Characters of a remark at most.
    pub const TEXT: usize = 300;
    /// Characters of a place at most.
    pub const PLACE: usize = 64;

    /// Returns whether place and text keep to their limits.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let place = self.place.as_ref().map_or(1, |place| place.chars().count());
        !self.text.trim().is_empty() && self.text.chars().count() <= Self::TEXT && (1..=Self::PLACE).contains(&place)
    }
}

impl SignedDocument for Return {
    const TYPE: &'static str = "wsr.return";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/return/1.json";
    const ROLES: &'static [RoleRules] = OF_OFFICE;

    /// Time, revision, and the limits of the remarks.
    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.issued_at)?;
        if self.revision == 0 {
            return Err(DocumentFault::Revision);
        }
        let count = self.remarks.len();
        let sound = (1..=Self::REMARKS).contains(&count) && self.remarks.iter().all(ReturnRemark::is_sound);
        if sound { Ok(()) } else { Err(DocumentFault::Remarks) }
    }
}

/// Name of a return's file, for people.
///
/// With the time of signing: a report may be given back twice, and neither file takes the other's place in a folder.
pub fn file_name(returned: &Return) -> String {
    let digits: String = returned.issued_at.to_string().chars().take(19).filter(char::is_ascii_digit).collect();
    let what = format!("{digits}.return");
    named_file(&returned.enterprise, returned.period, returned.revision, &what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(place: Option<&str>, text: &str) -> ReturnRemark {
        ReturnRemark { place: place.map(str::to_owned), text: text.to_owned() }
    }

    #[test]
    fn a_remark_has_a_text_of_at_most_300_characters_and_a_place_of_at_most_64() {
        assert!(remark(None, "请核实").is_sound());
        assert!(remark(Some("X23"), &"尘".repeat(300)).is_sound());
        assert!(!remark(Some("X23"), &"尘".repeat(301)).is_sound());
        assert!(!remark(Some("X23"), " \n").is_sound());
        assert!(!remark(Some(""), "请核实").is_sound());
        assert!(remark(Some(&"甲".repeat(64)), "请核实").is_sound());
        assert!(!remark(Some(&"甲".repeat(65)), "请核实").is_sound());
    }
}
