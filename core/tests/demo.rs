//! The invented month is complete, plausible and may be signed, in every month of the year.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeSet;

use anziping_core::demo::demo;
use anziping_core::edition::builtin;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Ledger, Stage};
use anziping_core::month::answer::{Mark, Status};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::MonthField;
use anziping_core::review::{Review, ReviewFinding, Unsettled};
use anziping_core::score::targets::four_targets;
use anziping_core::score::total::{ScoreGrade, Scores};
use anziping_core::value::period::Period;

fn demo_of(period: &str) -> (Enterprise, MonthDraft) {
    demo(builtin::catalogue().unwrap(), builtin::reference().unwrap(), Period::parse(period).unwrap())
}

const PERIODS: [&str; 6] = ["2026-11", "2027-02", "2028-02", "2026-01", "2026-12", "2030-04"];

#[test]
fn the_demo_may_be_signed_in_every_month() {
    for period in PERIODS {
        let (enterprise, draft) = demo_of(period);
        let assessment = Assessment::of_draft(builtin::catalogue().unwrap(), &enterprise, &draft);
        let review = Review::of(&assessment, &enterprise, &draft);
        assert_eq!(review.problems, [], "{period}");
        assert!(draft.demo);
    }
}

#[test]
fn two_open_major_hazards_cap_a_good_score() {
    for period in PERIODS {
        let (enterprise, draft) = demo_of(period);
        let scores = Scores::of(&Assessment::of_draft(builtin::catalogue().unwrap(), &enterprise, &draft));
        let shown = scores.tenths().unwrap();
        assert!((700..=950).contains(&shown.0), "{shown}");
        assert_eq!(scores.open_major.len(), 2);
        assert_eq!(scores.vetoes, ["X20", "X22"]);
        assert_eq!(scores.grade(), Some(ScoreGrade::Fail));
    }
}

#[test]
fn every_state_of_an_answer_but_unanswered_can_be_seen() {
    let (enterprise, draft) = demo_of("2026-11");
    let assessment = Assessment::of_draft(builtin::catalogue().unwrap(), &enterprise, &draft);
    let statuses: Vec<Status> = assessment.items().map(|item| assessment.status(item)).collect();
    let count = |wanted: fn(&Status) -> bool| statuses.iter().filter(|status| wanted(status)).count();
    assert_eq!(count(|s| *s == Status::Unanswered || matches!(s, Status::Faulty(_))), 0);
    assert_eq!(count(|s| *s == Status::Unsure), 2);
    assert_eq!(count(|s| *s == Status::NotApplicable), 1);
    assert!(draft.answers.values().any(|answer| answer.mark == Some(Mark::No)));
    assert!(draft.answers.values().filter(|answer| answer.mark == Some(Mark::Partly)).count() >= 2);
    // Nothing is filled in that is not asked, so changing a fact shows its effect.
    assert_eq!(draft.answers.len(), statuses.len());
}

#[test]
fn the_ledger_shows_major_overdue_reopened_reported_and_closed_hazards() {
    for period in PERIODS {
        let (enterprise, draft) = demo_of(period);
        let ledger = Ledger::of(&draft.hazards, draft.span(&enterprise));
        let seen = (ledger.carried, ledger.added, ledger.closed, ledger.open, ledger.open_major);
        assert_eq!(seen, (3, 5, 3, 5, 2), "{period}");
        assert_eq!((ledger.due, ledger.due_closed, ledger.overdue, ledger.uncontrolled), (4, 3, 1, 0), "{period}");
        assert_eq!((ledger.reopened, ledger.reported_by_workers), (1, 1));
        let at = |stage| draft.hazards.iter().filter(|hazard| hazard.stage == stage).count();
        assert_eq!((at(Stage::Closed), at(Stage::Appraised)), (2, 1));
        for major in draft.hazards.iter().filter(|hazard| hazard.is_major()) {
            assert!(!major.criterion.is_empty() && major.regulator_on.is_some() && major.workers_on.is_some());
            assert_eq!(major.control_gaps(), []);
        }
    }
}

#[test]
fn figures_that_are_asked_twice_agree() {
    let (enterprise, draft) = demo_of("2026-11");
    let ledger = Ledger::of(&draft.hazards, draft.span(&enterprise));
    let counts = |item: &str| {
        let answer = &draft.answers[item];
        (answer.done.parse::<u64>().unwrap(), answer.total.parse::<u64>().unwrap())
    };
    let month = |done, total| (draft.month.number(done).unwrap(), draft.month.number(total).unwrap());
    assert_eq!(counts("S10"), (ledger.due_closed.into(), ledger.due.into()));
    assert_eq!(counts("S12"), (ledger.closed.into(), ledger.closed.into()));
    assert_eq!(counts("S09").1, draft.hazards.len() as u64);
    assert_eq!(counts("Z06"), month(MonthField::PostsSigned, MonthField::PostsTotal));
    assert_eq!(counts("J05"), month(MonthField::Trained, MonthField::ToTrain));
    assert_eq!(counts("J04"), month(MonthField::NewWorkersPassed, MonthField::NewWorkers));
    assert_eq!(counts("Z11"), month(MonthField::ExpenseSet, MonthField::ExpenseDue));
    assert_eq!(counts("J07"), month(MonthField::CertificatesValid, MonthField::CertificatesNeeded));
}

#[test]
fn what_the_demo_names_is_in_the_catalogue_and_every_field_is_filled() {
    let catalogue = builtin::catalogue().unwrap();
    let (enterprise, draft) = demo_of("2026-11");
    for fact in enterprise.facts.iter().chain(&draft.month.facts) {
        assert!(catalogue.fact(fact).is_some(), "{fact}");
    }
    let items: BTreeSet<&str> = catalogue.items().map(|item| item.id.as_str()).collect();
    let areas: BTreeSet<&str> = catalogue.areas.iter().map(|area| area.id.as_str()).collect();
    for hazard in &draft.hazards {
        assert!(hazard.item.is_empty() || items.contains(hazard.item.as_str()), "{}", hazard.item);
        assert!(hazard.area.is_empty() || areas.contains(hazard.area.as_str()), "{}", hazard.area);
    }
    for &field in MonthField::ALL {
        assert!(!draft.month.text(field).is_empty(), "{}", field.code());
    }
    let targets = four_targets(&Assessment::of_draft(catalogue, &enterprise, &draft));
    assert_eq!(targets.len(), 7);
    assert!(targets.iter().flat_map(|area| &area.cells).all(|cell| cell.rate.is_some()));
    let met = targets.iter().flat_map(|area| &area.cells).filter(|cell| cell.is_met()).count();
    assert!((14..=24).contains(&met), "{met} of 28 cells are met: some of each can be seen");
}

#[test]
fn what_is_not_met_is_mostly_being_put_right() {
    let (enterprise, draft) = demo_of("2026-11");
    let assessment = Assessment::of_draft(builtin::catalogue().unwrap(), &enterprise, &draft);
    let review = Review::of(&assessment, &enterprise, &draft);
    let count = |wanted: &ReviewFinding| review.warnings.iter().filter(|(_, finding)| finding == wanted).count();
    assert_eq!(count(&ReviewFinding::Unsettled(Unsettled::Unsure, 2)), 1, "one line for both");
    assert_eq!(count(&ReviewFinding::HazardOverdue), 1);
    assert_eq!(count(&ReviewFinding::DoubleReportMissing), 0);
    let unmet = review.warnings.iter().filter_map(|(_, finding)| match finding {
        ReviewFinding::UnmetWithoutHazard(items) => Some(items.len()),
        _ => None,
    });
    assert!(matches!(unmet.collect::<Vec<_>>()[..], [1..=6]), "one line for all of them");
}
