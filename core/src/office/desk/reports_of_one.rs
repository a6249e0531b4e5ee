//! Links the documents of each enterprise: duplicates, revisions, predecessors, forks.

use std::collections::BTreeMap;

use anziping_seal::Sha256;

use super::grounds::Lookup;
use super::trust::{self, Trust};
use super::{Accepted, Remark};
use crate::month::draft::NoPrevious;
use crate::office::intake::{Checked, CheckedReport};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// A sound report that is no demo and no duplicate, with what decides about it.
pub(super) struct Candidate<'a> {
    pub report: &'a CheckedReport,
    pub trust: Trust,
    /// Somebody signed it as principal who needs no power of attorney.
    pub in_person: bool,
}

/// The rank of a document when two contradict each other, by who signed it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum WordWeight {
    /// Anybody can make a key.
    Unknown,
    /// A deputy's, whose word does not go over that of others.
    Deputy,
    /// The principal's own, or what the office took in.
    Full,
}

impl Candidate<'_> {
    pub(super) fn standing(&self) -> WordWeight {
        match self.trust {
            Trust::Registered { .. } => WordWeight::Full,
            Trust::Deputy { .. } => WordWeight::Deputy,
            Trust::Unknown | Trust::Mismatch(_) => WordWeight::Unknown,
        }
    }

    /// Returns whether the two have a principal's signature by the same key.
    pub(super) fn is_by_the_same(&self, other: &Self) -> bool {
        self.report.principal_kids().any(|kid| other.report.principal_kids().any(|k| k == kid))
    }

    /// Returns whether a later revision of this document counts.
    ///
    /// A later one that the principal signed or the office took in always counts; any other only when this one does not
    /// count for more and the same key signed both. Anybody can make a key and a "revision 2".
    pub(super) fn may_be_superseded_by(&self, later: &Self) -> bool {
        let is_principals = self.in_person && self.trust.is_registered();
        match later.standing() {
            WordWeight::Full => true,
            WordWeight::Deputy => !is_principals && self.is_by_the_same(later),
            WordWeight::Unknown => self.standing() == WordWeight::Unknown && self.is_by_the_same(later),
        }
    }
}

/// An enterprise and a month.
type Month<'a> = (&'a UnifiedCode, Period);

/// The documents by everything by which one of them asks for others.
pub(super) struct ReportsOfOne<'a> {
    /// The file that stands for each document.
    originals: BTreeMap<Sha256, usize>,
    /// Reports to be judged, by their place in the inbox.
    pub candidates: BTreeMap<usize, Candidate<'a>>,
    /// Enterprise and month by hash.
    documents: BTreeMap<Sha256, Month<'a>>,
    /// The first month of each enterprise.
    first: BTreeMap<&'a UnifiedCode, Period>,
    /// Places of received ones by enterprise and month.
    received: BTreeMap<Month<'a>, Vec<usize>>,
    /// Accepted ones by enterprise and month.
    accepted: BTreeMap<Month<'a>, Vec<&'a Accepted>>,
}

impl<'a> ReportsOfOne<'a> {
    /// Groups files, with their places in the inbox; `elsewhere` tells of documents in other files.
    pub(super) fn of(
        files: &[(usize, &'a Checked)],
        known: &'a Lookup<'a>,
        elsewhere: impl Fn(&Sha256) -> Option<Month<'a>>,
    ) -> Self {
        let mut reports = Self {
            originals: originals(files),
            candidates: BTreeMap::new(),
            documents: BTreeMap::new(),
            first: BTreeMap::new(),
            received: BTreeMap::new(),
            accepted: BTreeMap::new(),
        };
        for &(at, checked) in files {
            let Some(report) =
                checked.report().filter(|report| !report.report.demo && reports.original_of(report) == Some(at))
            else {
                continue;
            };
            let trust = match known.accepted(&report.document_sha256) {
                Some(accepted) => Trust::of_accepted(report, accepted.received_on, known),
                None => Trust::of(report, known),
            };
            let in_person = trust::in_person(report, known);
            let month = (&report.report.enterprise.uscc, report.report.period);
            reports.received.entry(month).or_default().push(at);
            reports.put(report.document_sha256, month);
            reports.candidates.insert(at, Candidate { report, trust, in_person });
        }
        let enterprises: Vec<&'a UnifiedCode> = reports.first.keys().copied().collect();
        for accepted in enterprises.into_iter().flat_map(|uscc| known.accepted_from(uscc)) {
            let month = (&accepted.uscc, accepted.period);
            reports.accepted.entry(month).or_default().push(accepted);
            reports.put(accepted.document_sha256, month);
        }
        let named: Vec<Sha256> = reports.candidates.values().flat_map(|candidate| named_by(candidate.report)).collect();
        for sha256 in named {
            let found = || {
                elsewhere(&sha256).or_else(|| known.accepted(&sha256).map(|accepted| (&accepted.uscc, accepted.period)))
            };
            if !reports.documents.contains_key(&sha256)
                && let Some(month) = found()
            {
                reports.documents.insert(sha256, month);
            }
        }
        reports
    }

    fn put(&mut self, sha256: Sha256, month: Month<'a>) {
        self.documents.entry(sha256).or_insert(month);
        let first = self.first.entry(month.0).or_insert(month.1);
        *first = (*first).min(month.1);
    }

    /// Place of the file that stands for this document.
    pub(super) fn original_of(&self, report: &CheckedReport) -> Option<usize> {
        self.originals.get(&report.document_sha256).copied()
    }

    /// Lists the reports received from an enterprise for a month.
    pub(super) fn received<'b>(&'b self, month: Month<'b>) -> impl Iterator<Item = &'b Candidate<'a>> {
        self.received.get(&month).into_iter().flatten().filter_map(|at| self.candidates.get(at))
    }

    /// The enterprise's report of the latest earlier month at hand whose word counts as much as this one's.
    ///
    /// Of several the latest revision, so that no report can choose what it is compared with.
    pub(super) fn last_before(&self, candidate: &Candidate<'a>) -> Option<&'a CheckedReport> {
        let report = &candidate.report.report;
        let uscc = &report.enterprise.uscc;
        let earlier = self.received.range(..(uscc, report.period)).rev().take_while(|((of, _), _)| *of == uscc);
        let of_month = |places: &Vec<usize>| {
            let known = places.iter().filter_map(|at| self.candidates.get(at));
            known
                .filter(|other| other.standing() >= candidate.standing())
                .max_by_key(|other| (other.standing(), other.report.report.revision, other.report.document_sha256))
                .map(|other| other.report)
        };
        earlier.map(|(_, places)| of_month(places)).find(Option::is_some).flatten()
    }

    /// Lists the reports accepted from an enterprise for a month.
    pub(super) fn accepted<'b>(&'b self, month: Month<'b>) -> impl Iterator<Item = &'b Accepted> {
        self.accepted.get(&month).into_iter().flatten().copied()
    }

    /// Returns whether a deputy's report would take the place of one that he did not sign.
    ///
    /// That is the principal's for the same month, one that was taken in, or one that is not here and may be anybody's.
    pub(super) fn overrules_another(&self, candidate: &Candidate<'_>) -> bool {
        if candidate.standing() != WordWeight::Deputy {
            return false;
        }
        let report = &candidate.report.report;
        let month = (&report.enterprise.uscc, report.period);
        let own = |sha256: Sha256| {
            let mut same = self.received(month).filter(|other| other.report.document_sha256 == sha256);
            same.any(|other| !other.in_person && other.is_by_the_same(candidate))
        };
        let earlier = self.received(month).filter(|other| other.report.report.revision <= report.revision);
        let taken_in = self.accepted(month).filter(|accepted| accepted.revision <= report.revision);
        earlier.into_iter().any(|other| other.in_person && other.trust.is_registered())
            || taken_in.into_iter().any(|accepted| !own(accepted.document_sha256))
            || report.supersedes.as_ref().is_some_and(|corrected| !own(corrected.sha256))
    }

    /// Returns whether an earlier version of a correction was in time.
    ///
    /// An honest correction is not late. An earlier version counts as far as the office can show
    /// it: one that is here, under keys known as well as those of the correction, by the day it was signed, or one that
    /// was accepted, by the day it came.
    pub(super) fn began_in_time(&self, correction: &Candidate<'_>, due: Day) -> bool {
        let report = &correction.report.report;
        let month = (&report.enterprise.uscc, report.period);
        let here = self.received(month).any(|earlier| {
            earlier.report.report.revision < report.revision
                && earlier.standing() == correction.standing()
                && earlier.may_be_superseded_by(correction)
                && earlier.report.report.sealed_at.day() <= due
        });
        let came = |accepted: &Accepted| accepted.received_on.is_some_and(|day| day <= due);
        here || self.accepted(month).any(|accepted| accepted.revision < report.revision && came(accepted))
    }

    /// Remarks on the place of a report in the row of the enterprise's documents.
    pub(super) fn chain_remarks(&self, checked: &CheckedReport, remarks: &mut Vec<Remark>) {
        let report = &checked.report;
        let uscc = &report.enterprise.uscc;
        match (&report.prev, report.prev_reason) {
            (Some(previous), _) => {
                if previous.period != report.period.previous() {
                    remarks.push(Remark::MonthsSkipped { period: previous.period });
                }
                match self.documents.get(&previous.sha256) {
                    None => remarks.push(Remark::PreviousNotHere { period: previous.period }),
                    Some(found) if *found != (uscc, previous.period) => remarks.push(Remark::PreviousOfAnother),
                    Some(_) => {}
                }
            }
            (None, Some(NoPrevious::First)) => {
                if self.first.get(uscc).is_some_and(|first| *first < report.period) {
                    remarks.push(Remark::NotTheFirst);
                }
            }
            (None, Some(reason)) => remarks.push(Remark::NoPrevious(reason)),
            (None, None) => remarks.push(Remark::PreviousUnexplained),
        }
        if let Some(corrected) = &report.supersedes
            && self.documents.get(&corrected.sha256) != Some(&(uscc, report.period))
        {
            remarks.push(Remark::CorrectedNotHere);
        }
    }
}

/// The documents that a report names, by hash.
pub(super) fn named_by(report: &CheckedReport) -> impl Iterator<Item = Sha256> {
    let previous = report.report.prev.as_ref().map(|previous| previous.sha256);
    previous.into_iter().chain(report.report.supersedes.as_ref().map(|corrected| corrected.sha256))
}

/// The file that stands for each document.
///
/// Of several copies the one with most signatures, and among these the first.
fn originals(files: &[(usize, &Checked)]) -> BTreeMap<Sha256, usize> {
    let mut originals: BTreeMap<Sha256, (usize, usize)> = BTreeMap::new();
    for (at, report) in files.iter().filter_map(|&(at, checked)| Some((at, checked.report()?))) {
        let signatures = report.signers.len();
        let best = originals.entry(report.document_sha256).or_insert((signatures, at));
        if signatures > best.0 {
            *best = (signatures, at);
        }
    }
    originals.into_iter().map(|(sha256, (_, at))| (sha256, at)).collect()
}
