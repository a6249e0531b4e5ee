//! The verdicts on an inbox, kept.
//!
//! Files that come later are judged among those of their enterprises only.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use anziping_seal::Sha256;

use super::grounds::Lookup;
use super::reports_of_one::named_by;
use super::{Desk, Grounds, Inbox, Judged, Verdict};
use crate::office::intake::CheckedReport;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// The verdict on each file of an inbox, in its order: those of [`Desk::verdicts`].
#[derive(Debug, Default)]
pub struct Verdicts {
    judged: Vec<Judged>,
    order: u64,
    expected: Option<Period>,
    /// Today, and the day of the month on which reports are due.
    days: Option<(Day, u8)>,
    grounds: Arc<Grounds>,
    /// Places of the reports of each enterprise.
    files: BTreeMap<UnifiedCode, Vec<usize>>,
    /// Place of each document.
    documents: BTreeMap<Sha256, usize>,
    /// Places of the reports that name a document.
    naming: BTreeMap<Sha256, Vec<usize>>,
}

impl Deref for Verdicts {
    type Target = [Judged];

    fn deref(&self) -> &[Judged] {
        &self.judged
    }
}

impl Verdicts {
    /// Judges what was not judged yet and what that changes.
    ///
    /// Everything when the desk or the order of the inbox has changed since.
    ///
    /// `grounds` are those of `desk`, and the same ones as before exactly if its registry and what it accepted are.
    #[must_use]
    pub fn go_on(self, desk: &Desk<'_>, grounds: &Arc<Grounds>, inbox: &Inbox) -> Self {
        let same_desk = self.expected == desk.expected && self.days == Some((desk.today, desk.due_day));
        let holds = self.order == inbox.order() && same_desk && Arc::ptr_eq(&self.grounds, grounds);
        let mut verdicts = if holds {
            self
        } else {
            let (order, expected, days) = (inbox.order(), desk.expected, Some((desk.today, desk.due_day)));
            Self { order, expected, days, grounds: Arc::clone(grounds), ..Self::default() }
        };
        let places = verdicts.take_in(inbox);
        let files: Vec<_> = places.into_iter().filter_map(|at| Some((at, inbox.get(at)?))).collect();
        let elsewhere =
            |sha256: &Sha256| verdicts.documents.get(sha256).and_then(|at| inbox.get(*at)?.report()).map(month);
        let judged = Lookup { desk: *desk, grounds }.verdicts_among(&files, elsewhere);
        verdicts.judged.resize(inbox.len(), Judged { verdict: Verdict::Rejected, remarks: Vec::new() });
        for (at, one) in judged {
            verdicts.judged[at] = one;
        }
        verdicts
    }

    /// Notes the new files of an inbox; gives the places of all that have to be judged, in their order.
    fn take_in(&mut self, inbox: &Inbox) -> BTreeSet<usize> {
        let first = self.judged.len();
        let mut enterprises = BTreeSet::new();
        let reports = || inbox.iter().enumerate().skip(first).filter_map(|(at, checked)| Some((at, checked.report()?)));
        for (at, report) in reports() {
            let uscc = &report.report.enterprise.uscc;
            enterprises.insert(uscc);
            self.files.entry(uscc.clone()).or_default().push(at);
            if report.report.demo {
                continue;
            }
            self.documents.entry(report.document_sha256).or_insert(at);
            for sha256 in named_by(report) {
                self.naming.entry(sha256).or_default().push(at);
            }
        }
        // A document that is here now may be the one that an earlier report of another enterprise names.
        for (_, report) in reports().filter(|(_, report)| !report.report.demo) {
            let naming = self.naming.get(&report.document_sha256).into_iter().flatten();
            enterprises.extend(naming.filter_map(|at| Some(&inbox.get(*at)?.report()?.report.enterprise.uscc)));
        }
        let theirs = enterprises.into_iter().filter_map(|uscc| self.files.get(uscc)).flatten().copied();
        theirs.chain(first..inbox.len()).collect()
    }
}

fn month(report: &CheckedReport) -> (&UnifiedCode, Period) {
    (&report.report.enterprise.uscc, report.report.period)
}
