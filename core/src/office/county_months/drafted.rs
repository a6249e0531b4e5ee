//! The month of this desk as a document, ready to be signed.

use std::collections::{BTreeMap, BTreeSet};

use anziping_seal::limits;
use serde_json::Value;
use thiserror::Error;

use crate::document::SignedDocument;
use crate::document::office_month::{
    FollowedHazard, HazardEnd, MonthRow, MonthSums, OfficeMonth, RowFigures, RowReport, RowState,
};
use crate::hazard::{HAZARD_TEXT_MAX, Hazard};
use crate::json;
use crate::month::figures::{MONTH_TEXT_MAX, MonthField};
use crate::office::desk::{Accepted, Judged, Remark, Verdict};
use crate::office::hazard_course::{Course, End, courses};
use crate::office::intake::{Checked, CheckedReport};
use crate::office::missing::{Came, Excuse, Expected, RollCall, absent};
use crate::signer::Signer;
use crate::value::day::Day;
use crate::value::period::{Period, Span};
use crate::value::timestamp::Timestamp;
use crate::value::uscc::UnifiedCode;
use crate::value::visible::visible;

/// JSON values and bytes that the envelope may add to a document.
const ENVELOPE_VALUES: usize = 100;
const ENVELOPE_BYTES: usize = 8 * 1024;

/// The sources of the month that an office signs.
#[derive(Clone, Debug)]
pub struct Drafting<'a> {
    /// The month.
    pub period: Period,
    /// 1, or one more than that of the month it takes the place of.
    pub revision: u32,
    /// The enterprises that must report, the reports taken in, and the enterprises that need not.
    pub expected: Expected<'a>,
    /// The files at the desk.
    pub inbox: &'a [Checked],
    /// Their verdicts, in the same order.
    pub judged: &'a [Judged],
    /// Now.
    pub made_at: Timestamp,
    /// The office with its key.
    pub signer: Signer,
}

/// Why a month cannot be signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NotDrafted {
    /// The list is empty.
    #[error("no enterprises")]
    NoEnterprises,
    /// More enterprises, or more major hazards, than one file holds.
    #[error("{0} rows are too many for one file")]
    TooMany(usize),
    /// The file would be larger than any reader takes.
    #[error("too large for one file")]
    TooLarge,
}

impl Drafting<'_> {
    /// The document.
    ///
    /// # Errors
    /// [`NotDrafted`]
    pub fn draft(self) -> Result<OfficeMonth, NotDrafted> {
        let enterprises = self.rows();
        let hazards = self.hazards();
        match enterprises.len() {
            0 => return Err(NotDrafted::NoEnterprises),
            count if count > OfficeMonth::ROWS => return Err(NotDrafted::TooMany(count)),
            _ => {}
        }
        if hazards.len() > OfficeMonth::ROWS {
            return Err(NotDrafted::TooMany(hazards.len()));
        }
        let month = OfficeMonth {
            kind: OfficeMonth::TYPE.into(),
            schema: OfficeMonth::SCHEMA.into(),
            version: OfficeMonth::VERSION.into(),
            office: self.expected.registry.office.trim().to_owned(),
            period: self.period,
            revision: self.revision,
            sums: MonthSums::of(&enterprises, &hazards),
            enterprises,
            hazards,
            made_at: self.made_at,
            signers: vec![self.signer],
        };
        if fits(&month) { Ok(month) } else { Err(NotDrafted::TooLarge) }
    }

    /// The trusted reports of all months, with their remarks.
    fn trusted(&self) -> impl Iterator<Item = (&CheckedReport, &[Remark])> {
        let pairs = self.inbox.iter().zip(self.judged).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
        pairs.filter_map(|(checked, judged)| Some((checked.report()?, judged.remarks.as_slice())))
    }

    fn rows(&self) -> Vec<MonthRow> {
        let taken_in: BTreeMap<&UnifiedCode, &Accepted> = {
            let of_month = self.expected.accepted.iter().filter(|accepted| accepted.period == self.period);
            of_month.map(|accepted| (&accepted.uscc, accepted)).collect()
        };
        let absent = absent(self.period, &self.expected, self.inbox, self.judged);
        let absent: BTreeMap<&UnifiedCode, (RollCall, Came)> =
            absent.iter().map(|row| (&row.uscc, (row.standing, row.came))).collect();
        let trusted = self.trusted().filter(|(found, _)| found.report.period == self.period);
        let trusted: BTreeMap<&UnifiedCode, RowReport> =
            trusted.map(|(found, remarks)| (&found.report.enterprise.uscc, self.counted(found, remarks))).collect();
        let row = |uscc: &UnifiedCode, name: &str| {
            let (state, report) = match (trusted.get(uscc), absent.get(uscc)) {
                (Some(report), _) => (RowState::Counted, Some(report.clone())),
                (None, Some((RollCall::TakenIn(_), _))) => {
                    (RowState::TakenIn, taken_in.get(uscc).map(|accepted| without_figures(accepted)))
                }
                (None, Some((RollCall::Uncounted, came))) => (uncounted(*came), None),
                (None, Some((RollCall::Excused(why, _), _))) => (excused(*why), None),
                (None, Some((RollCall::NotSent, _)) | None) => (RowState::NotSent, None),
            };
            MonthRow { name: visible(name.trim()).into_owned(), uscc: uscc.clone(), state, report }
        };
        let listed = &self.expected.registry.enterprises;
        listed.iter().map(|enterprise| row(&enterprise.uscc, &enterprise.name)).collect()
    }

    fn counted(&self, found: &CheckedReport, remarks: &[Remark]) -> RowReport {
        let signed = &found.signed;
        let accepted = self.expected.accepted.iter().find(|one| one.document_sha256 == found.document_sha256);
        RowReport {
            revision: found.report.revision,
            document_sha256: found.document_sha256,
            received_on: accepted.and_then(|accepted| accepted.received_on),
            late: remarks.iter().any(|remark| matches!(remark, Remark::Late { .. } | Remark::ReceivedLate { .. })),
            figures: found.recomputed.as_ref().map(RowFigures::of),
            accidents: signed.harmed(MonthField::Accidents),
            deaths: signed.harmed(MonthField::Deaths),
            serious_injuries: signed.harmed(MonthField::SeriousInjuries),
            minor_injuries: signed.harmed(MonthField::MinorInjuries),
            help_needed: shortened(&signed.help_needed, MONTH_TEXT_MAX),
        }
    }

    /// Lists the hazards that this desk follows, and the major ones that were closed in the month.
    ///
    /// The county may know a closed one from an earlier month that this desk no longer has.
    fn hazards(&self) -> Vec<FollowedHazard> {
        let reports: Vec<&CheckedReport> = self.trusted().map(|(found, _)| found).collect();
        let mut hazards: Vec<FollowedHazard> = courses(self.period, &reports).iter().map(followed).collect();
        let named: BTreeSet<(UnifiedCode, String)> =
            hazards.iter().map(|hazard| (hazard.uscc.clone(), hazard.id.clone())).collect();
        for found in reports.iter().filter(|found| found.report.period == self.period) {
            let days = Span { from: found.report.from, to: found.report.to };
            let closed = found
                .signed
                .closed
                .iter()
                .filter(|hazard| hazard.is_major() && hazard.closed_on.is_some_and(|on| days.contains(on)));
            let uscc = &found.report.enterprise.uscc;
            let unnamed = closed.filter(|hazard| !named.contains(&(uscc.clone(), hazard.id.clone())));
            hazards.extend(unnamed.map(|hazard| {
                stated(uscc, hazard, Vec::new(), hazard.deadline.into_iter().collect(), (HazardEnd::Closed, None))
            }));
        }
        // The registry may have lost an enterprise whose earlier report is still here.
        let listed: BTreeSet<&UnifiedCode> =
            self.expected.registry.enterprises.iter().map(|enterprise| &enterprise.uscc).collect();
        hazards.retain(|hazard| listed.contains(&hazard.uscc));
        hazards
    }
}

/// One that was taken in earlier and does not lie at the desk.
fn without_figures(accepted: &Accepted) -> RowReport {
    RowReport {
        revision: accepted.revision.max(1),
        document_sha256: accepted.document_sha256,
        received_on: accepted.received_on,
        late: false,
        figures: None,
        accidents: 0,
        deaths: 0,
        serious_injuries: 0,
        minor_injuries: 0,
        help_needed: String::new(),
    }
}

const fn uncounted(came: Came) -> RowState {
    match came {
        Came::Nothing => RowState::NotSent,
        Came::Refused => RowState::Refused,
        Came::Demo => RowState::Demo,
        Came::Mismatched => RowState::Mismatched,
        Came::Forked => RowState::Forked,
        Came::Unregistered => RowState::Unregistered,
    }
}

const fn excused(why: Excuse) -> RowState {
    match why {
        Excuse::Stopped => RowState::Stopped,
        Excuse::Deregistered => RowState::Deregistered,
        Excuse::Exempt => RowState::Exempt,
    }
}

fn followed(course: &Course) -> FollowedHazard {
    let end = match course.end {
        End::Gone(since) => (HazardEnd::Gone, Some(since)),
        End::Downgraded(since) => (HazardEnd::Downgraded, Some(since)),
        End::NoReport => (HazardEnd::NoReport, None),
        End::Open => (HazardEnd::Open, None),
        End::Closed => (HazardEnd::Closed, None),
    };
    stated(&course.uscc, &course.hazard, course.months.clone(), course.deadlines.clone(), end)
}

fn stated(
    uscc: &UnifiedCode,
    hazard: &Hazard,
    months: Vec<Period>,
    deadlines: Vec<Day>,
    (end, since): (HazardEnd, Option<Period>),
) -> FollowedHazard {
    let text = |text: &str| shortened(text, HAZARD_TEXT_MAX);
    FollowedHazard {
        uscc: uscc.clone(),
        id: shortened(&hazard.id, FollowedHazard::ID),
        place: text(&hazard.place),
        description: text(&hazard.description),
        criterion: text(&hazard.criterion),
        found_on: hazard.found_on.or(hazard.reported_on),
        months: last(months),
        deadlines: last(deadlines),
        end,
        since,
    }
}

/// The latest, as many as a file may state.
fn last<T>(mut all: Vec<T>) -> Vec<T> {
    all.drain(..all.len().saturating_sub(FollowedHazard::MONTHS));
    all
}

/// A text of an enterprise, cut where it is longer than a file may state.
fn shortened(text: &str, longest: usize) -> String {
    let text = visible(text);
    if text.chars().count() <= longest {
        return text.into_owned();
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}

/// Returns whether the file keeps to the limits; asked before anybody types a passphrase for it.
fn fits(month: &OfficeMonth) -> bool {
    let Ok(document) = json::value(month) else { return false };
    let bytes = json::write_readable(&document).map_or(usize::MAX, |text| text.len());
    // The file indents the document once more: two bytes a line, and a value has a line or two.
    let count = values(&document);
    count + ENVELOPE_VALUES <= limits::VALUES && bytes + 4 * count + ENVELOPE_BYTES <= limits::FILE_BYTES
}

/// The values of a document as readers count them.
fn values(value: &Value) -> usize {
    1 + match value {
        Value::Array(elements) => elements.iter().map(values).sum::<usize>(),
        Value::Object(members) => members.values().map(values).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}
