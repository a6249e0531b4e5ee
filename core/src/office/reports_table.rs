//! One row for each received file, as a spreadsheet takes it.

use std::collections::BTreeMap;

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use super::desk::{Judged, Remark, Verdict};
use super::intake::{Checked, CheckedReport};
use super::placed::{By, Places};
use crate::registry::Registry;
use crate::score::total::ScoreGrade;
use crate::value::day::Day;
use crate::value::uscc::UnifiedCode;
use crate::value::visible::visible;

/// A column of the table of reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportColumn {
    /// Name of the file.
    File,
    /// Verdict.
    Verdict,
    /// Number of figures that differ.
    Differences,
    /// Name of the enterprise.
    Enterprise,
    /// 统一社会信用代码.
    Uscc,
    /// Village or community, by the office's list first.
    Village,
    /// Industry, likewise.
    Industry,
    /// Risk class, likewise.
    RiskClass,
    /// Month.
    Period,
    /// Revision.
    Revision,
    /// Total score as computed here.
    Total,
    /// Grade as computed here.
    Grade,
    /// Open hazards.
    Open,
    /// Of these, major.
    OpenMajor,
    /// Overdue hazards.
    Overdue,
    /// Day of signing, as claimed.
    SealedOn,
    /// Day on which the office took it in.
    ReceivedOn,
    /// The remarks beside the verdict.
    Remarks,
    /// Where the report says otherwise than the office's list.
    Stated,
    /// The office's own note.
    Note,
    /// SHA-256 of the document.
    Document,
}

impl ReportColumn {
    /// Returns whether its cells are numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Differences | Self::Revision | Self::Total | Self::Open | Self::OpenMajor | Self::Overdue)
    }

    /// Returns whether the numbers of this column are tenths.
    pub const fn is_tenths(self) -> bool {
        matches!(self, Self::Total)
    }
}

impl ReportColumn {
    crate::listed! {
        /// All columns in order.
        pub ALL:
            File, Verdict, Differences, Enterprise, Uscc, Village, Industry, RiskClass, Period, Revision, Total,
            Grade, Open, OpenMajor, Overdue, SealedOn, ReceivedOn, Remarks, Stated, Note, Document
    }
}

/// The words of the table; they stand in the interface texts.
pub trait Words {
    /// Heading of a column.
    fn column(&self, column: ReportColumn) -> String;
    /// A verdict.
    fn verdict(&self, verdict: &Verdict) -> String;
    /// A grade.
    fn grade(&self, grade: ScoreGrade) -> String;
    /// Says that a report states something else than the office's list.
    fn stated(&self, by: By, said: &str) -> String;
    /// Says a remark that stands beside a verdict.
    fn remark(&self, remark: &Remark) -> String;
    /// Statements side by side in one cell.
    fn statements(&self, statements: &[String]) -> String;
    /// The name that a file gives its enterprise, where nothing else is known of it.
    fn claimed(&self, name: &str) -> String;
}

/// The desk's knowledge besides the files.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The documents that were taken in, with the day of that as far as it is known.
    pub accepted: &'a BTreeMap<Sha256, Option<Day>>,
    /// The registered enterprises.
    pub registry: &'a Registry,
    /// Where enterprises belong.
    pub places: Places<'a>,
    /// The office's notes on documents.
    pub notes: &'a BTreeMap<Sha256, String>,
}

/// A heading and one row for each file.
///
/// Content is given for trusted and unregistered reports only: what another file says is not the enterprise's word. Of
/// such a file the office still has to know whom to ask: the registered name of the code in it or in its name.
pub fn reports_table(inbox: &[Checked], judged: &[Judged], beside: &Beside<'_>, words: &dyn Words) -> Vec<Vec<String>> {
    let heading: Vec<String> = ReportColumn::ALL.iter().map(|&column| words.column(column)).collect();
    let rows = inbox.iter().zip(judged).map(|(checked, judged)| {
        ReportColumn::ALL.into_iter().map(|column| value(column, checked, judged, beside, words)).collect()
    });
    std::iter::once(heading).chain(rows).collect()
}

fn value(column: ReportColumn, checked: &Checked, judged: &Judged, beside: &Beside<'_>, words: &dyn Words) -> String {
    let shown = matches!(judged.verdict, Verdict::Trusted | Verdict::Unregistered);
    let report = checked.report().filter(|_| shown);
    match (column, report) {
        (ReportColumn::File, _) => checked.file_name.clone(),
        (ReportColumn::Verdict, _) => words.verdict(&judged.verdict),
        (ReportColumn::Enterprise, None) => {
            whose(checked, beside.registry).map_or_else(String::new, |whose| match whose {
                Whose::Registered(_, name) => name.to_owned(),
                Whose::Claimed(name) => words.claimed(&visible(name)),
            })
        }
        (ReportColumn::Uscc, None) => match whose(checked, beside.registry) {
            Some(Whose::Registered(uscc, _)) => uscc.to_string(),
            _ => String::new(),
        },
        (_, None) => String::new(),
        (ReportColumn::ReceivedOn, Some(report)) => {
            let received = beside.accepted.get(&report.document_sha256).copied().flatten();
            received.map_or_else(String::new, |day| day.to_string())
        }
        (ReportColumn::Remarks, Some(_)) => {
            words.statements(&judged.remarks.iter().map(|remark| words.remark(remark)).collect::<Vec<_>>())
        }
        (ReportColumn::Stated, Some(report)) => {
            let of = |by| Some(words.stated(by, &beside.places.of(by, &report.report.enterprise).stated?));
            words.statements(&By::ALL.into_iter().filter_map(of).collect::<Vec<_>>())
        }
        (ReportColumn::Note, Some(report)) => beside.notes.get(&report.document_sha256).cloned().unwrap_or_default(),
        (_, Some(report)) => content(column, report, &beside.places, words).unwrap_or_default(),
    }
}

/// Whom to ask about a file that does not count.
enum Whose<'a> {
    /// The registered enterprise whose code the file bears, in it or in its name.
    Registered(&'a UnifiedCode, &'a str),
    /// Nobody registered: the name in the file.
    Claimed(&'a str),
}

fn whose<'a>(checked: &'a Checked, registry: &'a Registry) -> Option<Whose<'a>> {
    let stated = checked.report().map(|found| &found.report.enterprise);
    let bears = |uscc: &UnifiedCode| match stated {
        Some(stated) => stated.uscc == *uscc,
        None => checked.file_name.contains(uscc.as_str()),
    };
    match registry.enterprises.iter().find(|enterprise| bears(&enterprise.uscc)) {
        Some(enterprise) => Some(Whose::Registered(&enterprise.uscc, &enterprise.name)),
        None => stated.map(|stated| Whose::Claimed(&stated.name)),
    }
}

fn content(column: ReportColumn, checked: &CheckedReport, places: &Places<'_>, words: &dyn Words) -> Option<String> {
    let (report, figures) = (&checked.report, checked.recomputed.as_ref());
    let place = |by| places.of(by, &report.enterprise).counts.into_owned();
    Some(match column {
        ReportColumn::File
        | ReportColumn::Verdict
        | ReportColumn::ReceivedOn
        | ReportColumn::Remarks
        | ReportColumn::Stated
        | ReportColumn::Note => return None,
        ReportColumn::Differences => checked.differences.len().to_string(),
        ReportColumn::Enterprise => report.enterprise.name.clone(),
        ReportColumn::Uscc => report.enterprise.uscc.to_string(),
        ReportColumn::Village => place(By::Village),
        ReportColumn::Industry => place(By::Industry),
        ReportColumn::RiskClass => place(By::Class),
        ReportColumn::Period => report.period.to_string(),
        ReportColumn::Revision => report.revision.to_string(),
        ReportColumn::Total => figures?.total?.to_string(),
        ReportColumn::Grade => words.grade(figures?.grade?),
        ReportColumn::Open => figures?.ledger.open.to_string(),
        ReportColumn::OpenMajor => figures?.ledger.open_major.to_string(),
        ReportColumn::Overdue => figures?.ledger.overdue.to_string(),
        ReportColumn::SealedOn => report.sealed_at.day().to_string(),
        ReportColumn::Document => checked.document_sha256.to_string(),
    })
}
