//! The month-end report (企业月度自查自改报告) as it is signed.
//!
//! From a draft to the report, and from a report back to an assessment.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `of_draft` | from the draft of a month to the report that is signed |
//! | `parts` | from a received report back to what an assessment is computed from |
//! | `taken_back` | a report that was signed on another device, compared with the month that was handed over for it |

mod of_draft;
mod parts;
mod taken_back;

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::TargetCode;
use anziping_seal::Sha256;
use anziping_seal::envelope::RoleRules;
use serde::{Deserialize, Serialize};

use super::signed::{OF_REPORT, whole_seconds};
use super::{DocumentFault, SignedDocument};
use crate::edition::CatalogueRef;
use crate::enterprise::{OfficerTime, RiskClass};
use crate::hazard::{Hazard, Ledger};
use crate::month::answer::{ConfirmedBy, Mark};
use crate::month::draft::{NoPrevious, Previous};
use crate::month::figures::{MonthField, MonthValue};
use crate::month::screening::{Finding, Tally};
use crate::score::total::{ScoreGrade, Tenths};
use crate::signer::Signer;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::rate::Rate;
use crate::value::timestamp::Timestamp;
use crate::value::uscc::UnifiedCode;

pub use of_draft::{NotReportable, Signing};
pub use parts::ReportParts;
pub use taken_back::OtherReport;

/// The signed document of one enterprise and month.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MonthlyReport {
    /// Always `wsr.report`.
    #[cfg_attr(test, schemars(extend("const" = MonthlyReport::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = MonthlyReport::SCHEMA)))]
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
    /// The office's return that a correction answers; reports before version 1.3 have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_return: Option<DocumentRef>,
    /// Last month's document.
    pub prev: Option<Previous>,
    /// Why `prev` is null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev_reason: Option<NoPrevious>,
    /// The program that wrote it.
    pub app: ReportApp,
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
    #[cfg_attr(test, schemars(with = "String"))]
    pub sealed_at: Timestamp,
    /// Code that the office printed in this month's notice, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Who signs, with public keys.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

/// A document named by its hash.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DocumentRef {
    /// SHA-256 of the canonical form, 64 hex digits.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Sha256,
}

/// The program that wrote a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "App"))]
pub struct ReportApp {
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
    /// How it was confirmed, where that was not one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<ConfirmedBy>,
    /// Taken over from an earlier month without a new look.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
}

/// The screening in numbers and by criterion. 疑似 is looked at on the spot; it is never a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedScreening {
    /// The numbers.
    pub tally: Tally,
    /// The criteria that are 疑似.
    #[serde(default)]
    pub leads: Vec<ReportedLead>,
    /// The criteria that were looked at by themselves; reports before version 1.4 have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<ReportedCriterion>,
}

/// A criterion that somebody looked at by itself. One that an item answers follows from that item.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedCriterion {
    /// Criterion id.
    pub id: String,
    /// What it comes to: `clear` also where too few of its defects are there.
    pub finding: Finding,
    /// Day on which somebody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Day>,
    /// How it was confirmed, where that was not one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<ConfirmedBy>,
    /// Taken over from an earlier month without a new look.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
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
    #[cfg_attr(test, schemars(with = "crate::value::schema::TargetSchema"))]
    pub code: TargetCode,
    /// The counts.
    pub rate: Option<Rate>,
    /// Whether it is reached.
    pub met: bool,
}

impl SignedDocument for MonthlyReport {
    const TYPE: &'static str = "wsr.report";
    const VERSION: &'static str = "1.4";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/report/1.json";
    const ROLES: &'static [RoleRules] = OF_REPORT;

    /// Days, revision, time, hashes and doubled ids.
    fn check(&self) -> Result<(), DocumentFault> {
        let length = self.from.days_until(self.to);
        let belongs = (self.to.year(), self.to.month()) == (self.period.year(), self.period.month());
        if !belongs || !(27..=30).contains(&length) {
            return Err(DocumentFault::Days);
        }
        if self.revision == 0 || (self.revision == 1) != self.supersedes.is_none() {
            return Err(DocumentFault::Revision);
        }
        // Only what replaces a report can answer its return.
        if self.answers_return.is_some() && self.supersedes.is_none() {
            return Err(DocumentFault::Revision);
        }
        whole_seconds(&self.sealed_at)?;
        // A month may name no edition of the check list, a report has to.
        self.catalogue.sha256.parse::<Sha256>().map_err(|_| DocumentFault::Hash)?;
        let mut seen = BTreeSet::new();
        let points = self
            .areas
            .iter()
            .flat_map(|area| area.points.iter().map(|point| &point.id).chain(std::iter::once(&area.id)));
        for id in
            self.items.iter().map(|item| &item.id).chain(points).chain(self.hazards.iter().map(|hazard| &hazard.id))
        {
            if !seen.insert(id) {
                return Err(DocumentFault::Twice { id: id.clone() });
            }
        }
        for area in &self.areas {
            let mut cells = BTreeSet::new();
            if let Some(rate) = area.rates.iter().find(|rate| !cells.insert(&rate.id)) {
                return Err(DocumentFault::Twice { id: format!("{}.{}", area.id, rate.id) });
            }
        }
        Ok(())
    }
}
