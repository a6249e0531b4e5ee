//! The digest that the desk keeps of a report once it is checked.
//!
//! It is enough for every verdict, total and table, and a tenth of the whole.
//!
//! Ten thousand whole reports would be hundreds of megabytes in a browser. The file itself stays where it is and can be
//! read again.

use std::borrow::Cow;

use anziping_catalog::Item;
use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use crate::document::report::{Declared, DocumentRef, MonthlyReport, ReportApp, ReportedAnswer, ReportedEnterprise};
use crate::document::statement;
use crate::edition::CatalogueRef;
use crate::hazard::Hazard;
use crate::json;
use crate::month::answer::ConfirmedBy;
use crate::month::assessment::Assessment;
use crate::month::draft::{NoPrevious, Previous};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::timestamp::Timestamp;
use crate::value::visible::visible;

/// A report without its answers, closed hazards and facts of the month.
///
/// The members mean what they mean in [`MonthlyReport`]; in the names of the enterprise invisible characters are shown
/// by their numbers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReportDigest {
    /// Invented data.
    pub demo: bool,
    /// The month.
    pub period: Period,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The day on which it is due.
    pub due: Day,
    /// The revision.
    pub revision: u32,
    /// The document that a correction replaces.
    pub supersedes: Option<DocumentRef>,
    /// The return that a correction answers.
    pub answers_return: Option<DocumentRef>,
    /// Last month's document.
    pub prev: Option<Previous>,
    /// Why `prev` is null.
    pub prev_reason: Option<NoPrevious>,
    /// The program that wrote it.
    pub app: ReportApp,
    /// The check list that was answered.
    pub catalogue: CatalogueRef,
    /// The enterprise that reports.
    pub enterprise: ReportedEnterprise,
    /// Ids of its high-risk areas.
    pub areas: Vec<String>,
    /// The hazards that were open at the end of the month.
    pub hazards: Box<[Hazard]>,
    /// The figures that the enterprise's program computed.
    pub declared: Declared,
    /// Time of signing by the device's clock; a claim.
    pub sealed_at: Timestamp,
    /// The sentence that was signed, when it is not a known one.
    pub other_statement: Option<String>,
}

impl From<MonthlyReport> for ReportDigest {
    fn from(report: MonthlyReport) -> Self {
        let to = report.to;
        let mut enterprise = report.enterprise;
        let ReportedEnterprise { name, address, village, office, principal, level, insurance, .. } = &mut enterprise;
        for line in [name, address, village, office, principal, level, insurance] {
            *line = visible(line).into_owned();
        }
        Self {
            demo: report.demo,
            period: report.period,
            from: report.from,
            to,
            due: report.due,
            revision: report.revision,
            supersedes: report.supersedes,
            answers_return: report.answers_return,
            prev: report.prev,
            prev_reason: report.prev_reason,
            app: report.app,
            catalogue: report.catalogue,
            enterprise,
            areas: report.areas.into_iter().map(|area| area.id).collect(),
            hazards: report.hazards.into_iter().filter(|hazard| hazard.is_open_on(to)).collect(),
            declared: report.declared,
            sealed_at: report.sealed_at,
            other_statement: Some(report.statement).filter(|statement| !statement::is_known(statement)),
        }
    }
}

/// Counts the answers of a report by how they were confirmed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Confirmations {
    /// Looked at one by one.
    pub single: u32,
    /// Confirmed with their section.
    pub section: u32,
    /// Taken from a register.
    pub register: u32,
    /// Given by other answers.
    pub follows: u32,
    /// Taken over from an earlier month without a look in this one.
    pub carried: u32,
}

impl Confirmations {
    /// Counts the answers to items, points, targets and criteria of a report.
    pub(super) fn of(report: &MonthlyReport) -> Self {
        let areas = report.areas.iter().flat_map(|area| area.points.iter().chain(&area.rates));
        let answers = report.items.iter().chain(areas).filter(|answer| answer.mark.is_some() || answer.total.is_some());
        let criteria = report.screening.iter().flat_map(|screening| &screening.criteria);
        let all = answers
            .map(|answer| (answer.carried, answer.confirmed_by))
            .chain(criteria.map(|criterion| (criterion.carried, criterion.confirmed_by)));
        let mut counted = Self::default();
        for came_about in all {
            *match came_about {
                (true, _) => &mut counted.carried,
                (false, None) => &mut counted.single,
                (false, Some(ConfirmedBy::Section)) => &mut counted.section,
                (false, Some(ConfirmedBy::Register)) => &mut counted.register,
                (false, Some(ConfirmedBy::Follows)) => &mut counted.follows,
            } += 1;
        }
        counted
    }
}

/// Names the answers of a report with the days on which somebody looked.
///
/// Two reports with the same one have the same answers, word for word, and nobody looked again.
pub(super) fn answers_sha256(report: &MonthlyReport) -> Option<Sha256> {
    let areas: Vec<_> = report.areas.iter().map(|area| (&area.id, plain(&area.rates), plain(&area.points))).collect();
    json::write_directly(&(plain(&report.items), areas)).ok().map(|text| Sha256::of(text.as_bytes()))
}

/// Answers without the mark that they were taken over, which a program may set or not.
fn plain(answers: &[ReportedAnswer]) -> Vec<Cow<'_, ReportedAnswer>> {
    let plain = |answer: &ReportedAnswer| ReportedAnswer { carried: false, ..answer.clone() };
    answers
        .iter()
        .map(|answer| if answer.carried { Cow::Owned(plain(answer)) } else { Cow::Borrowed(answer) })
        .collect()
}

/// An item that was asked and is not fully met.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ShortItem {
    /// Its id.
    pub id: String,
    /// The score, in basis points, 0 to 9999; unanswered and 待核实 count 0.
    pub points: u32,
}

/// The items that are not fully met, in the order of the catalogue.
pub(super) fn short_items(assessment: &Assessment<'_>) -> Vec<ShortItem> {
    let short = |item: &Item| match assessment.status(item) {
        status if status.is_excluded() => None,
        status => match status.reading() {
            None => Some(0),
            Some(reading) if reading.is_met() => None,
            Some(reading) => Some(reading.score()?.get()),
        },
    };
    assessment.items().filter_map(|item| Some(ShortItem { id: item.id.clone(), points: short(item)? })).collect()
}
