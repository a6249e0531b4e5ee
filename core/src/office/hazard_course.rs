//! Hazards from report to report: what became of those that the month before left open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::intake::CheckedReport;
use crate::hazard::Hazard;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// Hazards that an earlier report left open and a later one lacks, or grades lower.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lost<'a> {
    /// Neither open nor closed: they are not in the report.
    pub gone: Vec<&'a Hazard>,
    /// Major then and open still, and no longer graded so.
    pub downgraded: Vec<&'a Hazard>,
}

impl<'a> Lost<'a> {
    /// Finds hazards that were open in `before` and that `now` lacks or grades lower.
    pub fn between(before: &'a CheckedReport, now: &CheckedReport) -> Self {
        let mut lost = Self::default();
        for hazard in &before.report.hazards {
            match state(now, &hazard.id) {
                None => lost.gone.push(hazard),
                Some((true, today)) if hazard.is_major() && !today.is_major() => lost.downgraded.push(hazard),
                Some(_) => {}
            }
        }
        lost
    }
}

/// A hazard in a report, and whether it is open at the end of its month.
fn state<'a>(report: &'a CheckedReport, id: &str) -> Option<(bool, &'a Hazard)> {
    let open = report.report.hazards.iter().map(|hazard| (true, hazard));
    let closed = report.signed.closed.iter().map(|hazard| (false, hazard));
    open.chain(closed).find(|(_, hazard)| hazard.id == id)
}

/// Where the course of a hazard has come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It was open and is missing since the report of this month.
    Gone(Period),
    /// It is open still, and no longer graded major since the report of this month.
    Downgraded(Period),
    /// It was open, and there is no report of the month.
    NoReport,
    /// It is open.
    Open,
    /// It was closed in the month.
    Closed,
}

/// A major hazard from month to month.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Course {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// Its name.
    pub enterprise: String,
    /// The hazard as the last report that has it says.
    pub hazard: Hazard,
    /// The reports at whose end it was open, oldest first.
    pub months: Vec<Period>,
    /// Its deadlines in the order in which they were set; more than one means that it was put off.
    pub deadlines: Vec<Day>,
    /// Where it has come to.
    pub end: End,
}

/// The major hazards of enterprises up to `period`, from the reports of all months at hand.
///
/// What is gone first, then what has been open longest. Of those that were closed, only the ones closed in the month.
pub fn courses(period: Period, reports: &[&CheckedReport]) -> Vec<Course> {
    let mut of_each: BTreeMap<&UnifiedCode, Vec<&CheckedReport>> = BTreeMap::new();
    for report in reports.iter().filter(|found| found.report.period <= period) {
        of_each.entry(&report.report.enterprise.uscc).or_default().push(report);
    }
    let mut courses: Vec<Course> = of_each.into_values().flat_map(|reports| courses_of_one(period, reports)).collect();
    courses.sort_by_key(|course| {
        let opened = course.hazard.found_on.or(course.hazard.reported_on);
        (course.end, opened, course.enterprise.clone(), course.uscc.clone(), course.hazard.id.clone())
    });
    courses
}

fn courses_of_one(period: Period, mut reports: Vec<&CheckedReport>) -> Vec<Course> {
    reports.sort_by_key(|found| found.report.period);
    let mut courses: BTreeMap<&str, Course> = BTreeMap::new();
    let mut last = None;
    for found in reports {
        let (month, enterprise) = (found.report.period, &found.report.enterprise);
        // What was closed in an earlier month is done with.
        courses.retain(|_, course| course.end != End::Closed);
        for course in courses.values_mut() {
            match state(found, &course.hazard.id) {
                Some((true, hazard)) => {
                    if !hazard.is_major() && !matches!(course.end, End::Downgraded(_)) {
                        course.end = End::Downgraded(month);
                    }
                    course.see(month, hazard);
                }
                Some((false, hazard)) => (course.hazard, course.end) = (hazard.clone(), End::Closed),
                None if !matches!(course.end, End::Gone(_)) => course.end = End::Gone(month),
                None => {}
            }
        }
        for hazard in found.report.hazards.iter().filter(|hazard| hazard.is_major()) {
            let course = courses.entry(&hazard.id).or_insert_with(|| Course {
                uscc: enterprise.uscc.clone(),
                enterprise: enterprise.name.clone(),
                hazard: hazard.clone(),
                months: Vec::new(),
                deadlines: Vec::new(),
                end: End::Open,
            });
            course.end = End::Open;
            course.see(month, hazard);
        }
        last = Some(month);
    }
    let reported = last == Some(period);
    courses.retain(|_, course| reported || course.end != End::Closed);
    let mut courses: Vec<Course> = courses.into_values().collect();
    if !reported {
        courses.iter_mut().filter(|course| course.end == End::Open).for_each(|course| course.end = End::NoReport);
    }
    courses
}

impl Course {
    fn see(&mut self, month: Period, hazard: &Hazard) {
        if self.months.last() != Some(&month) {
            self.months.push(month);
        }
        if let Some(deadline) = hazard.deadline.filter(|deadline| self.deadlines.last() != Some(deadline)) {
            self.deadlines.push(deadline);
        }
        self.hazard = hazard.clone();
    }

    /// Counts the changes of its deadline.
    pub fn moved(&self) -> usize {
        self.deadlines.len().saturating_sub(1)
    }
}
