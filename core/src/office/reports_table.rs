//! One row for each received file, as a spreadsheet takes it.

use std::collections::BTreeMap;

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use super::desk::{Judged, Remark, Verdict};
use super::intake::{Checked, CheckedReport};
use super::risk_overview::letter;
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
    /// Village or community.
    Village,
    /// Industry.
    Industry,
    /// Risk class.
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
    /// What stands beside the verdict.
    Remarks,
    /// SHA-256 of the document.
    Document,
}

impl ReportColumn {
    /// Whether its cells are numbers.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Differences | Self::Revision | Self::Total | Self::Open | Self::OpenMajor | Self::Overdue)
    }

    /// Whether these are tenths.
    pub const fn is_tenths(self) -> bool {
        matches!(self, Self::Total)
    }
}

impl ReportColumn {
    /// All columns in order.
    pub const ALL: [Self; 19] = [
        Self::File,
        Self::Verdict,
        Self::Differences,
        Self::Enterprise,
        Self::Uscc,
        Self::Village,
        Self::Industry,
        Self::RiskClass,
        Self::Period,
        Self::Revision,
        Self::Total,
        Self::Grade,
        Self::Open,
        Self::OpenMajor,
        Self::Overdue,
        Self::SealedOn,
        Self::ReceivedOn,
        Self::Remarks,
        Self::Document,
    ];
}

/// The words of the table; they stand in the interface texts.
pub trait Words {
    /// Heading of a column.
    fn column(&self, column: ReportColumn) -> String;
    /// A verdict.
    fn verdict(&self, verdict: &Verdict) -> String;
    /// A grade.
    fn grade(&self, grade: ScoreGrade) -> String;
    /// An industry by its fact id.
    fn industry(&self, id: &str) -> String;
    /// What stands beside a verdict.
    fn remark(&self, remark: &Remark) -> String;
    /// The name that a file gives its enterprise, where nothing else is known of it.
    fn claimed(&self, name: &str) -> String;
}

/// A heading and one row for each file.
///
/// Content is given for trusted and unregistered reports only: what another file says is not the enterprise's word. Of
/// such a file the office still has to know whom to ask: the registered name of the code in it or in its name.
pub fn reports_table(
    inbox: &[Checked],
    judged: &[Judged],
    accepted: &BTreeMap<Sha256, Option<Day>>,
    registry: &Registry,
    words: &dyn Words,
) -> Vec<Vec<String>> {
    let heading: Vec<String> = ReportColumn::ALL.iter().map(|&column| words.column(column)).collect();
    let rows = inbox.iter().zip(judged).map(|(checked, judged)| {
        let cell = |column| value(column, checked, judged, accepted, registry, words);
        ReportColumn::ALL.into_iter().map(cell).collect()
    });
    std::iter::once(heading).chain(rows).collect()
}

fn value(
    column: ReportColumn,
    checked: &Checked,
    judged: &Judged,
    accepted: &BTreeMap<Sha256, Option<Day>>,
    registry: &Registry,
    words: &dyn Words,
) -> String {
    let shown = matches!(judged.verdict, Verdict::Trusted | Verdict::Unregistered);
    let report = checked.report().filter(|_| shown);
    match (column, report) {
        (ReportColumn::File, _) => checked.file_name.clone(),
        (ReportColumn::Verdict, _) => words.verdict(&judged.verdict),
        (ReportColumn::Enterprise, None) => whose(checked, registry).map_or_else(String::new, |whose| match whose {
            Whose::Registered(_, name) => name.to_owned(),
            Whose::Claimed(name) => words.claimed(&visible(name)),
        }),
        (ReportColumn::Uscc, None) => match whose(checked, registry) {
            Some(Whose::Registered(uscc, _)) => uscc.to_string(),
            _ => String::new(),
        },
        (_, None) => String::new(),
        (ReportColumn::ReceivedOn, Some(report)) => {
            accepted.get(&report.document_sha256).copied().flatten().map_or_else(String::new, |day| day.to_string())
        }
        (ReportColumn::Remarks, Some(_)) => {
            judged.remarks.iter().map(|remark| words.remark(remark)).collect::<Vec<_>>().join("；")
        }
        (_, Some(report)) => content(column, report, words).unwrap_or_default(),
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

fn content(column: ReportColumn, checked: &CheckedReport, words: &dyn Words) -> Option<String> {
    let (report, figures) = (&checked.report, checked.recomputed.as_ref());
    Some(match column {
        ReportColumn::File | ReportColumn::Verdict | ReportColumn::ReceivedOn | ReportColumn::Remarks => return None,
        ReportColumn::Differences => checked.differences.len().to_string(),
        ReportColumn::Enterprise => report.enterprise.name.clone(),
        ReportColumn::Uscc => report.enterprise.uscc.to_string(),
        ReportColumn::Village => report.enterprise.village.clone(),
        ReportColumn::Industry => words.industry(&report.enterprise.industry),
        ReportColumn::RiskClass => letter(report.enterprise.risk_class?).to_owned(),
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
