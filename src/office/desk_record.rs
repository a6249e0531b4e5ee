//! The record of the desk: the registry, the names of accepted documents, its own key.
//!
//! It has no content of any report; the findings about reports lie in records of their own.

use std::collections::{BTreeMap, BTreeSet};

use anziping_core::json;
use anziping_core::office::county_months::{KeptMonth, Streets};
use anziping_core::office::desk::Accepted;
use anziping_core::office::missing::Excused;
use anziping_core::office::returns::ReturnNote;
use anziping_core::record::{KeyRecord, RecordKey};
use anziping_core::registry::listed::ListedDetails;
use anziping_core::registry::{Registry, RegistryFault};
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::uscc::UnifiedCode;
use serde::{Deserialize, Serialize};

use crate::store::records::RecordStore;

/// The record `registry`, and the content of a backup of it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub(crate) struct DeskRecord {
    /// The registry with the known keys.
    #[serde(flatten)]
    pub registry: Registry,
    /// The accepted documents.
    pub accepted: Vec<Accepted>,
    /// Day of the month on which reports are due here; 0 means the last day of the period.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub due_day: u8,
    /// The office's own key, its secret encrypted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_key: Option<KeyRecord>,
    /// The documents for which a receipt was signed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub receipted: BTreeSet<Sha256>,
    /// Enterprises of which no report is expected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excused: Vec<Excused>,
    /// Reports that were given back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given_back: Vec<ReturnNote>,
    /// The maker's name on the office's papers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper_maker: String,
    /// The details of the office's own list beside name and code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub listed: BTreeMap<UnifiedCode, ListedDetails>,
    /// The office's own notes on documents.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notes: BTreeMap<Sha256, String>,
    /// The month that was chosen to be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<ChosenMonth>,
    /// The months of this office that were signed for the county, the latest of each month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed_months: Vec<SignedMonth>,
    /// The offices of which this desk expects months.
    #[serde(default, skip_serializing_if = "Streets::is_empty")]
    pub streets: Streets,
    /// Months of theirs that do not count because somebody here said so.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub set_aside: BTreeSet<Sha256>,
}

/// A month that was chosen, until reports of a newer one come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct ChosenMonth {
    /// The month.
    pub month: Period,
    /// The month that would have been checked without the choice.
    pub newest: Period,
}

/// The note that a month of this office was signed for the county.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct SignedMonth {
    /// The month.
    pub period: Period,
    /// Its revision; the next one takes its place.
    pub revision: u32,
    /// Hash of the document.
    pub document_sha256: Sha256,
    /// Day on which it was signed.
    pub on: Day,
}

fn is_zero(day: &u8) -> bool {
    *day == 0
}

/// The months of streets that this browser keeps; one that cannot be read stays where it is.
pub(crate) fn kept_months(records: &RecordStore) -> Vec<KeptMonth> {
    let names = records.keys().into_iter().filter(|key| matches!(key, RecordKey::StreetMonth(_)));
    names.filter_map(|key| records.read(&key)?.ok()).collect()
}

/// The record as it lies in the browser, before its keys are held against their digits.
#[derive(Deserialize)]
struct Unchecked {
    #[serde(flatten)]
    registry: Registry,
    #[serde(default)]
    accepted: Vec<Accepted>,
    #[serde(default)]
    due_day: u8,
    #[serde(default)]
    office_key: Option<KeyRecord>,
    #[serde(default)]
    receipted: BTreeSet<Sha256>,
    #[serde(default)]
    excused: Vec<Excused>,
    #[serde(default)]
    given_back: Vec<ReturnNote>,
    #[serde(default)]
    listed: BTreeMap<UnifiedCode, ListedDetails>,
    #[serde(default)]
    notes: BTreeMap<Sha256, String>,
    #[serde(default)]
    signed_months: Vec<SignedMonth>,
    #[serde(default)]
    streets: Streets,
    #[serde(default)]
    set_aside: BTreeSet<Sha256>,
    #[serde(default)]
    month: Option<ChosenMonth>,
    #[serde(default)]
    paper_maker: String,
}

impl TryFrom<Unchecked> for DeskRecord {
    type Error = RegistryFault;

    /// Checks the keys: one that was exchanged behind its digits would make forgeries green.
    fn try_from(unchecked: Unchecked) -> Result<Self, RegistryFault> {
        let registry = unchecked.registry.checked()?;
        let Unchecked { accepted, due_day, office_key, receipted, excused, given_back, listed, month, .. } = unchecked;
        let Unchecked { signed_months, streets, set_aside, paper_maker, notes, .. } = unchecked;
        Ok(Self {
            registry,
            accepted,
            due_day,
            office_key,
            receipted,
            excused,
            given_back,
            listed,
            notes,
            month,
            signed_months,
            streets,
            set_aside,
            paper_maker,
        })
    }
}

impl DeskRecord {
    /// The text of a backup.
    ///
    /// # Errors
    /// [`RegistryFault::Shape`], which no registry is known to cause.
    pub(crate) fn to_backup(&self) -> Result<String, RegistryFault> {
        json::write_readable(self).map_err(|fault| RegistryFault::Shape(fault.to_string()))
    }

    /// Reads a backup.
    ///
    /// # Errors
    /// A [`RegistryFault`].
    pub(crate) fn from_backup(text: &str) -> Result<Self, RegistryFault> {
        let unchecked: Unchecked = json::read(text).map_err(|fault| RegistryFault::Shape(fault.to_string()))?;
        unchecked.try_into()
    }

    /// The documents that were taken in, by SHA-256, each with the day of that as far as it is known.
    ///
    /// For many questions at once.
    pub(crate) fn accepted_documents(&self) -> BTreeMap<Sha256, Option<Day>> {
        // Of a document that was noted twice the first day counts.
        self.accepted.iter().rev().map(|accepted| (accepted.document_sha256, accepted.received_on)).collect()
    }

    /// The times in which no report is expected of an enterprise, in the order in which they were entered.
    pub(crate) fn excuses_of(&self, uscc: &UnifiedCode) -> Vec<Excused> {
        self.excused.iter().filter(|excused| excused.uscc == *uscc).cloned().collect()
    }

    /// The month of this office that was signed for the county last.
    pub(crate) fn signed_month(&self, period: Period) -> Option<&SignedMonth> {
        self.signed_months.iter().rev().find(|signed| signed.period == period)
    }

    /// Returns whether this document was accepted.
    pub(crate) fn has_accepted(&self, document_sha256: Sha256) -> bool {
        self.accepted.iter().any(|accepted| accepted.document_sha256 == document_sha256)
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::document::returned::ReturnRemark;
    use anziping_core::record::body::read_body;

    use super::*;

    const BODY: &str = r#"{"office":"演示街道","enterprises":[{"uscc":"91320000DEM0000368","name":"演示厂","keys":[{"kid":"--6IM5l0OosLj9yWskISYhUA3n_3CURQkmrYMSha_ck","key":{"crv":"Ed25519","kty":"OKP","x":"6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw"},"fingerprint":"68098 65727 45395 99235 00556 61001","form_number":"1","name":"王","role":"principal","status":{"active":{"since":"2026-11-02"}}}]}]}"#;

    #[test]
    fn a_registry_kept_before_there_were_accepted_documents_is_read() {
        let (record, _) = read_body::<DeskRecord>(BODY).unwrap();
        assert_eq!(record.registry.enterprises.len(), 1);
        assert!(record.accepted.is_empty());
    }

    #[test]
    fn a_key_exchanged_behind_its_digits_is_not_read() {
        let exchanged = BODY.replace("61001", "61002");
        assert!(read_body::<DeskRecord>(&exchanged).is_err());
        assert!(matches!(DeskRecord::from_backup(&exchanged), Err(RegistryFault::KeyMismatch(_))));
    }

    #[test]
    fn a_backup_reads_back_as_it_was() {
        let mut record = DeskRecord::from_backup(BODY).unwrap();
        record.accepted.push(Accepted {
            uscc: record.registry.enterprises[0].uscc.clone(),
            period: anziping_core::value::period::Period::parse("2026-11").unwrap(),
            revision: 1,
            document_sha256: Sha256::of(b""),
            received_on: None,
        });
        record.receipted.insert(Sha256::of(b""));
        record.paper_maker = "王".into();
        record.given_back.push(ReturnNote {
            uscc: record.registry.enterprises[0].uscc.clone(),
            period: anziping_core::value::period::Period::parse("2026-11").unwrap(),
            revision: 1,
            document_sha256: Sha256::of(b""),
            return_sha256: Sha256::of(b"return"),
            on: Day::parse("2026-12-02").unwrap(),
            remarks: vec![ReturnRemark { place: Some("X23".into()), text: "请核实".into() }],
        });
        let details = ListedDetails { telephone: "13800000000".into(), ..ListedDetails::default() };
        let [month, newest] = ["2026-10", "2026-11"].map(|text| Period::parse(text).unwrap());
        record.month = Some(ChosenMonth { month, newest });
        record.listed.insert(record.registry.enterprises[0].uscc.clone(), details);
        record.notes.insert(Sha256::of(b""), "已电话核实".into());
        record.signed_months.push(SignedMonth {
            period: Period::parse("2026-11").unwrap(),
            revision: 2,
            document_sha256: Sha256::of(b"month"),
            on: Day::parse("2026-12-02").unwrap(),
        });
        let kid = record.registry.enterprises[0].keys[0].kid;
        let digits = kid.fingerprint().to_string();
        record.streets.register("东街道", kid, &digits, Day::parse("2026-12-02").unwrap()).unwrap();
        record.set_aside.insert(Sha256::of(b"month"));
        assert_eq!(DeskRecord::from_backup(&record.to_backup().unwrap()), Ok(record));
    }
}
