//! The month of an office as it is told: who reported, what stands out, who is behind.
//!
//! Every figure is that of the roll-up; what is named is what nobody may overlook.

use super::desk::{Judged, Remark, Verdict};
use super::hazard_course::{Course, End, courses};
use super::intake::{Checked, CheckedReport};
use super::matters::{Matter, MatterKind, matters};
use super::missing::{Absent, RollCall};
use super::risk_overview::{WorstItem, worst_items};
use super::rollup::{RollUp, of_month};
use crate::value::day::Day;

/// A month to be told.
#[derive(Clone, PartialEq, Debug)]
pub struct Bulletin<'a> {
    /// Its figures.
    pub rollup: &'a RollUp,
    /// Of how many enterprises a report was expected: all of the registry but the excused.
    pub expected: usize,
    /// The reports that came late, in their order at the desk.
    pub late: Vec<LateReport>,
    /// Major hazards of earlier reports that this month's leave out or no longer call major.
    pub lost: Vec<Course>,
    /// Those that are open for longer than this month, or were closed in it.
    pub followed: Vec<Course>,
    /// Items that many do not fully meet, the most frequent first.
    pub worst: Vec<WorstItem>,
    reports: Vec<&'a CheckedReport>,
}

/// A report that counts and was late.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LateReport {
    /// Name of the enterprise.
    pub enterprise: String,
    /// The office's due day.
    pub due: Day,
    /// The day on which it was signed, or taken in.
    pub on: Day,
    /// Whether it was signed in time by its own claim, and only taken in too late.
    pub signed_in_time: bool,
}

impl<'a> Bulletin<'a> {
    /// The month of a roll-up, from the files it adds up.
    pub fn of(rollup: &'a RollUp, inbox: &'a [Checked], judged: &[Judged]) -> Self {
        let reports = of_month(rollup.period, &Verdict::Trusted, inbox, judged);
        let excused = rollup.count(|standing| matches!(standing, RollCall::Excused(..)));
        let trusted = inbox.iter().zip(judged).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
        let trusted: Vec<(&CheckedReport, &Judged)> =
            trusted.filter_map(|(checked, judged)| Some((checked.report()?, judged))).collect();
        let of_this_month = trusted.iter().filter(|(found, _)| found.report.period == rollup.period);
        let late = of_this_month.filter_map(|(found, judged)| {
            let (due, on, signed_in_time) = judged.remarks.iter().find_map(lateness)?;
            Some(LateReport { enterprise: found.report.enterprise.name.clone(), due, on, signed_in_time })
        });
        let of_all_months: Vec<&CheckedReport> = trusted.iter().map(|(found, _)| *found).collect();
        let (lost, followed): (Vec<_>, Vec<_>) = courses(rollup.period, &of_all_months)
            .into_iter()
            .partition(|course| matches!(course.end, End::Gone(_) | End::Downgraded(_)));
        let is_new = |course: &Course| course.end == End::Open && course.months == [rollup.period];
        Self {
            rollup,
            expected: reports.len() + rollup.absent.len() - excused,
            late: late.collect(),
            lost,
            followed: followed.into_iter().filter(|course| !is_new(course)).collect(),
            worst: worst_items(&reports),
            reports,
        }
    }

    /// The reports that count, in the order of the desk.
    pub fn reports(&self) -> &[&'a CheckedReport] {
        &self.reports
    }

    /// The names of those whose reports count, in the order of the desk.
    pub fn reporting(&self) -> Vec<&'a str> {
        self.reports.iter().map(|found| found.report.enterprise.name.as_str()).collect()
    }

    /// Lists the matters of a kind, each with the report that states it.
    pub fn told(&self, kind: MatterKind) -> Vec<(&'a CheckedReport, Matter<'a>)> {
        let of_one = |found: &'a CheckedReport| matters(found).into_iter().map(move |matter| (found, matter));
        let all = self.reports.iter().copied().flat_map(of_one);
        all.filter(|(_, matter)| matter.kind() == kind).collect()
    }

    /// The enterprises that stand so, in the order of the roll-up.
    pub fn standing(&self, stands: impl Fn(RollCall) -> bool) -> Vec<&'a Absent> {
        self.rollup.absent.iter().filter(|absent| stands(absent.standing)).collect()
    }
}

/// Due day, day, and whether it was signed in time.
fn lateness(remark: &Remark) -> Option<(Day, Day, bool)> {
    match remark {
        Remark::Late { due, sealed_on } => Some((*due, *sealed_on, false)),
        Remark::ReceivedLate { due, received_on } => Some((*due, *received_on, true)),
        _ => None,
    }
}
