//! Major hazards from report to report.

use anziping_core::document::report::MonthlyReport;
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::office::desk::{Desk, Judged, Remark, likely_month};
use anziping_core::office::hazard_course::{Course, End, courses};
use anziping_core::office::intake::{Checked, CheckedReport};
use anziping_core::registry::Registry;

use crate::registry::registered;
use anziping_fixtures::sample::{Person, check, day, draft, enterprise, major_hazard, period, report_of, sign, today};

/// A month in which nothing is in the ledger but these.
fn month(month: &str, hazards: &[Hazard]) -> MonthlyReport {
    let principal = Person::principal(1);
    let mut draft = draft(&enterprise(), month);
    draft.hazards = hazards.to_vec();
    report_of(&enterprise(), &draft, &[&principal])
}

fn file(report: &MonthlyReport) -> Checked {
    check(&sign(report, &[&Person::principal(1)]))
}

fn major() -> Hazard {
    major_hazard("2026-10")
}

fn put_off() -> Hazard {
    Hazard { deadline: Some(day("2027-01-31")), ..major() }
}

fn closed() -> Hazard {
    Hazard { stage: Stage::Closed, closed_on: Some(day("2026-11-20")), ..major() }
}

fn remarks(inbox: &[Checked], of: usize) -> Vec<Remark> {
    let registry: Registry = registered(&Person::principal(1));
    let desk = Desk { registry: &registry, expected: None, accepted: &[], today: today(), due_day: 0 };
    let mut judged: Vec<Judged> = desk.verdicts(inbox);
    judged.swap_remove(of).remarks
}

fn gone(remarks: &[Remark]) -> Option<(Vec<String>, usize)> {
    remarks.iter().find_map(|remark| match remark {
        Remark::HazardsGone { hazards, major, .. } => Some((hazards.clone(), *major)),
        _ => None,
    })
}

fn course(month: &str, files: &[Checked]) -> Vec<Course> {
    let reports: Vec<&CheckedReport> = files.iter().filter_map(Checked::report).collect();
    courses(period(month), &reports)
}

#[test]
fn a_major_hazard_that_the_next_report_has_not_is_remarked() {
    let october = file(&month("2026-10", &[major()]));
    let without = file(&month("2026-11", &[]));
    let files = [without, october];
    assert_eq!(gone(&remarks(&files, 0)), Some((vec![major().id], 1)));
    let course = &course("2026-11", &files)[0];
    assert_eq!((course.end, course.months.as_slice()), (End::Gone(period("2026-11")), &[period("2026-10")][..]));
}

#[test]
fn a_hazard_that_is_open_still_or_was_closed_is_not_gone() {
    for hazard in [major(), put_off(), closed()] {
        let files = [file(&month("2026-10", &[major()])), file(&month("2026-11", std::slice::from_ref(&hazard)))];
        assert_eq!(gone(&remarks(&files, 1)), None, "{hazard:?}");
    }
}

#[test]
fn a_month_without_a_report_does_not_hide_what_went_missing() {
    let files = [file(&month("2026-09", &[major_hazard("2026-09")])), file(&month("2026-11", &[]))];
    assert_eq!(gone(&remarks(&files, 1)), Some((vec![major_hazard("2026-09").id], 1)));
}

#[test]
fn a_hazard_that_is_no_longer_major_is_remarked() {
    let general = Hazard { grade: Some(Grade::General), ..major() };
    let files = [file(&month("2026-10", &[major()])), file(&month("2026-11", &[general]))];
    let expected = Remark::NoLongerMajor { period: period("2026-10"), hazards: vec![major().id] };
    assert!(remarks(&files, 1).contains(&expected));
    assert_eq!(course("2026-11", &files)[0].end, End::Downgraded(period("2026-11")));
}

#[test]
fn the_course_counts_reports_and_changes_of_the_deadline() {
    let files = [file(&month("2026-10", &[major()])), file(&month("2026-11", &[put_off()]))];
    let course = course("2026-11", &files).remove(0);
    assert_eq!((course.end, course.months.len(), course.moved()), (End::Open, 2, 1));
    assert_eq!(course.deadlines.last(), Some(&day("2027-01-31")));
}

#[test]
fn what_was_closed_is_told_in_its_month_and_then_no_more() {
    let files =
        [file(&month("2026-10", &[major()])), file(&month("2026-11", &[closed()])), file(&month("2026-12", &[]))];
    assert_eq!(course("2026-11", &files)[0].end, End::Closed);
    assert_eq!(course("2026-12", &files), []);
}

#[test]
fn without_a_report_of_the_month_the_course_says_so() {
    let files = [file(&month("2026-10", &[major()]))];
    assert_eq!(course("2026-11", &files)[0].end, End::NoReport);
}

#[test]
fn a_stranger_cannot_invent_what_went_missing() {
    let stranger = Person::principal(7);
    let mut invented = month("2026-10", &[major()]);
    invented.signers = vec![stranger.signer()];
    let files = [check(&sign(&invented, &[&stranger])), file(&month("2026-11", &[]))];
    assert_eq!(gone(&remarks(&files, 1)), None);
}

#[test]
fn answers_with_the_days_of_last_month_are_remarked() {
    let october = month("2026-10", &[]);
    let mut copied = month("2026-11", &[]);
    (copied.items, copied.areas) = (october.items.clone(), october.areas.clone());
    let same = Remark::SameAnswers { period: period("2026-10") };
    assert!(remarks(&[file(&october), file(&copied)], 1).contains(&same));
    assert!(!remarks(&[file(&october), file(&month("2026-11", &[]))], 1).contains(&same), "looked at again");
}

#[test]
fn the_newest_month_that_has_begun_is_shown() {
    let files = ["2026-10", "2026-10", "2026-11"].map(|of| file(&month(of, &[])));
    let registry = Registry::default();
    assert_eq!(likely_month(&files, &registry, day("2026-12-05")), period("2026-11"));
    let of_next_year = [file(&month("2027-06", &[]))];
    assert_eq!(likely_month(&of_next_year, &registry, day("2026-12-05")), period("2026-11"), "the one that is due");
}

#[test]
fn a_strangers_file_of_a_later_month_does_not_turn_the_desks_month() {
    let stranger = Person::principal(7);
    let mut premature = month("2026-12", &[]);
    premature.signers = vec![stranger.signer()];
    let files = [file(&month("2026-11", &[])), check(&sign(&premature, &[&stranger]))];
    let of = |registry: &Registry| likely_month(&files, registry, day("2026-12-05"));
    assert_eq!(of(&registered(&Person::principal(1))), period("2026-11"), "signed by nobody of ours");
    assert_eq!(of(&Registry::default()), period("2026-12"), "nobody is on the list yet");
    assert_eq!(likely_month(&files[1..], &registered(&Person::principal(1)), day("2026-12-05")), period("2026-12"));
}
