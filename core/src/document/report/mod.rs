//! The month-end report (企业月度自查自改报告) as the document that is signed, and the way back from it to an assessment.

mod of_draft;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::TargetCode;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::enterprise::{OfficerTime, RiskClass};
use crate::hazard::{Hazard, Ledger};
use crate::month::answer::Mark;
use crate::month::draft::{CatalogueRef, NoPrevious, Previous};
use crate::month::figures::{MonthField, MonthValue};
use crate::month::screening::Tally;
use crate::score::targets::Rate;
use crate::score::total::{ScoreGrade, Tenths};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

pub use of_draft::{NotReportable, Signing};
pub use parts::ReportParts;

/// Type of the document.
pub const REPORT_TYPE: &str = "wsr.report";
/// Version of the document's shape. A higher minor may add optional members, a higher major may change anything.
pub const REPORT_VERSION: &str = "1.1";
/// Identifier of the schema; carries the major version only.
pub const REPORT_SCHEMA: &str = "https://anziping.invalid/schema/report/1.json";

/// The signed document of one enterprise and month.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MonthlyReport {
    /// Always [`REPORT_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = REPORT_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`REPORT_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = REPORT_SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data. A desk never takes such a document for a real report.
    pub demo: bool,
    /// The month.
    pub period: Period,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The day on which it is due.
    pub due: Day,
    /// 1 for the first report of the month, one more for each correction.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub revision: u32,
    /// The document that a correction replaces.
    pub supersedes: Option<DocumentRef>,
    /// Last month's document.
    pub prev: Option<Previous>,
    /// Why `prev` is null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev_reason: Option<NoPrevious>,
    /// The program that wrote it.
    pub app: App,
    /// The check list that was answered.
    pub catalogue: CatalogueRef,
    /// Who reports.
    pub enterprise: ReportedEnterprise,
    /// Ids of the facts that hold, sorted: asked ones, kinds of mine, areas and those of the month.
    pub facts: Vec<String>,
    /// Answers to the items that apply, in the order of the catalogue.
    pub items: Vec<ReportedAnswer>,
    /// The high-risk areas.
    pub areas: Vec<ReportedArea>,
    /// The ledger, names of others than principal, preparer and owners left out.
    pub hazards: Vec<Hazard>,
    /// Figures and texts of the month by field name.
    #[cfg_attr(test, schemars(extend("additionalProperties" = { "$ref": "#/$defs/MonthValue" })))]
    pub month: BTreeMap<MonthField, MonthValue>,
    /// The screening against the criteria for major hazards; reports of version 1.0 have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screening: Option<ReportedScreening>,
    /// What the enterprise's program computed. The desk computes it again.
    pub declared: Declared,
    /// Name of the preparer.
    pub preparer: String,
    /// The sentence that the principal signed.
    pub statement: String,
    /// Time of signing by the device's clock, RFC 3339; a claim.
    pub sealed_at: String,
    /// Code that the office printed in this month's notice, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Who signs, with public keys.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<ReportSigner>,
}

/// A document named by its hash.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DocumentRef {
    /// SHA-256 of the canonical form, 64 hex digits.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// The program that wrote a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct App {
    /// Name.
    pub name: String,
    /// Version.
    pub version: String,
}

/// The enterprise as it appears in the report: no telephone numbers, no names but the principal's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedEnterprise {
    /// Registered name.
    pub name: String,
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
    /// Place of production.
    pub address: String,
    /// Village or community.
    pub village: String,
    /// Receiving office.
    pub office: String,
    /// Fact id of the industry.
    pub industry: String,
    /// Number of workers, at least 1.
    pub workers: u32,
    /// 主要负责人.
    pub principal: String,
    /// Whether the safety officer is full or part time.
    pub officer_time: Option<OfficerTime>,
    /// A to D.
    pub risk_class: Option<RiskClass>,
    /// Standardisation level held, in words.
    pub level: String,
    /// Liability insurance, in words.
    pub insurance: String,
}

/// One answer. Exactly one of `mark` and the pair `done`/`total` is present.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedAnswer {
    /// Id of the item or point.
    pub id: String,
    /// Chosen mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Numerator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<u32>,
    /// Denominator; 0 ÷ 0 says that there was no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Why not applicable.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Day on which somebody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Day>,
    /// Taken over from an earlier month without a new look.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
}

/// The screening in numbers, and the leads. 疑似 has to be looked at on the spot; it is never a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedScreening {
    /// The numbers.
    pub tally: Tally,
    /// The criteria that are 疑似.
    #[serde(default)]
    pub leads: Vec<ReportedLead>,
}

/// A criterion that is 疑似.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedLead {
    /// Criterion id.
    pub criterion: String,
    /// The criterion as it is cited.
    pub citation: String,
    /// Number of the hazard in the ledger; empty where it was taken out of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hazard: String,
}

/// One high-risk area.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedArea {
    /// Area id such as `hot-work`.
    pub id: String,
    /// Counts of P1 to P3; the id is `P1` to `P3`.
    pub rates: Vec<ReportedAnswer>,
    /// Answers to its points.
    pub points: Vec<ReportedAnswer>,
}

/// What the program computed from the rest of the document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Declared {
    /// Scores by element; elements without a counting item are left out.
    pub elements: Vec<DeclaredElement>,
    /// Total in tenths, 0 to 1000.
    pub total: Option<Tenths>,
    /// Grade with the cap applied.
    pub grade: Option<ScoreGrade>,
    /// Whether the cap applies.
    pub capped: bool,
    /// Items that are themselves major hazards.
    pub vetoes: Vec<String>,
    /// The four targets by area.
    pub targets: Vec<DeclaredTarget>,
    /// The ledger in numbers.
    pub ledger: Ledger,
    /// Items asked.
    pub asked: u32,
    /// Of these, confirmed by a look this month.
    pub confirmed: u32,
    /// Of these, carried over.
    pub carried: u32,
    /// Of these, 待核实.
    pub unsure: u32,
    /// Of these, not applicable by hand.
    pub not_applicable: u32,
}

/// Score of one element.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DeclaredElement {
    /// 1 to 8.
    pub number: u8,
    /// Tenths, 0 to 1000.
    pub score: Tenths,
}

/// One target of one area.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DeclaredTarget {
    /// Area id.
    pub area: String,
    /// `P1` to `P4`.
    #[cfg_attr(test, schemars(with = "crate::schema::Target"))]
    pub code: TargetCode,
    /// The counts.
    pub rate: Option<Rate>,
    /// Whether it is reached.
    pub met: bool,
}

/// A signer as listed in the document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportSigner {
    /// `principal` or `preparer`; in receipts and registries `office`.
    #[cfg_attr(test, schemars(with = "crate::schema::SigningRole"))]
    pub role: String,
    /// Name.
    pub name: String,
    /// Post, such as 总经理.
    pub title: String,
    /// RFC 7638 thumbprint of the key.
    #[cfg_attr(test, schemars(regex(pattern = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")))]
    pub kid: String,
    /// The public key.
    pub key: SignerKey,
}

/// A public key as a JWK of type OKP (RFC 8037).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(extend("additionalProperties" = false)))]
pub struct SignerKey {
    /// `Ed25519`.
    #[cfg_attr(test, schemars(extend("const" = "Ed25519")))]
    pub crv: String,
    /// `OKP`.
    #[cfg_attr(test, schemars(extend("const" = "OKP")))]
    pub kty: String,
    /// base64url of the 32 bytes.
    #[cfg_attr(test, schemars(regex(pattern = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")))]
    pub x: String,
}

/// Why a document of type report is not one, with what a person can do about it.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ReportFault {
    /// A member is missing or of the wrong kind; the enterprise has to export again with a current program.
    #[error("shape: {detail}")]
    Shape {
        /// What the reader met.
        detail: String,
    },
    /// First and last day do not enclose a month that bears the period's name.
    #[error("the days do not belong to the period")]
    Days,
    /// The revision is 0, or a correction names nothing it replaces.
    #[error("revision and superseded document contradict each other")]
    Revision,
    /// The signing time is not an RFC 3339 time.
    #[error("impossible signing time")]
    SealedAt,
    /// The listed signers are not those that such a document needs, as a change of key by one key alone.
    #[error("the signers do not fit the document")]
    Signers,
    /// A hash is not 64 hex digits.
    #[error("impossible hash")]
    Hash,
    /// An item, point, area, hazard or the counts of a cell appear twice.
    #[error("{id} appears twice")]
    Twice {
        /// Its id.
        id: String,
    },
}

impl MonthlyReport {
    /// Checks what the types cannot: days, revision, time, hashes and doubled ids.
    ///
    /// # Errors
    /// The first [`ReportFault`].
    pub fn check(&self) -> Result<(), ReportFault> {
        let length = self.from.days_until(self.to);
        let belongs = (self.to.year(), self.to.month()) == (self.period.year(), self.period.month());
        if !belongs || !(27..=30).contains(&length) {
            return Err(ReportFault::Days);
        }
        if self.revision == 0 || (self.revision == 1) != self.supersedes.is_none() {
            return Err(ReportFault::Revision);
        }
        if !is_rfc3339(&self.sealed_at) {
            return Err(ReportFault::SealedAt);
        }
        let others =
            [self.prev.as_ref().map(|prev| &prev.sha256), self.supersedes.as_ref().map(|earlier| &earlier.sha256)];
        if !others.into_iter().flatten().chain([&self.catalogue.sha256]).all(|hash| is_sha256(hash)) {
            return Err(ReportFault::Hash);
        }
        let mut seen = BTreeSet::new();
        let points = self
            .areas
            .iter()
            .flat_map(|area| area.points.iter().map(|point| &point.id).chain(std::iter::once(&area.id)));
        for id in
            self.items.iter().map(|item| &item.id).chain(points).chain(self.hazards.iter().map(|hazard| &hazard.id))
        {
            if !seen.insert(id) {
                return Err(ReportFault::Twice { id: id.clone() });
            }
        }
        for area in &self.areas {
            let mut cells = BTreeSet::new();
            if let Some(rate) = area.rates.iter().find(|rate| !cells.insert(&rate.id)) {
                return Err(ReportFault::Twice { id: format!("{}.{}", area.id, rate.id) });
            }
        }
        Ok(())
    }
}

/// Whether the text is a SHA-256 as files write it: 64 hexadecimal digits, the letters small.
pub(crate) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether the text is an RFC 3339 date-time with offset, to the second.
pub(crate) fn is_rfc3339(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let bytes = time.as_bytes();
    let two = |at: usize, most: u8| -> bool {
        bytes
            .get(at..at + 2)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_digit) && (pair[0] - b'0') * 10 + (pair[1] - b'0') <= most)
    };
    let clock = two(0, 23) && bytes.get(2) == Some(&b':') && two(3, 59) && bytes.get(5) == Some(&b':') && two(6, 60);
    let offset = match bytes.get(8) {
        Some(b'Z') => bytes.len() == 9,
        Some(b'+' | b'-') => bytes.len() == 14 && two(9, 23) && bytes.get(11) == Some(&b':') && two(12, 59),
        _ => false,
    };
    Day::parse(date).is_some() && clock && offset
}
