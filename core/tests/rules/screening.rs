//! Screening against the criteria for major hazards.
//!
//! What counts as looked at, what is a lead, and what becomes of item S07.

use anziping_core::edition::{CatalogueRef, builtin::reference};
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Grade, Hazard};
use anziping_core::month::answer::{Reading, Status};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::contradiction::{Clash, Contradiction};
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::screening::{Finding, Outcome, Screened, Tally};
use anziping_core::review::{Review, ReviewFinding as Found, ReviewPlace};

use super::reports::report_of;
use super::small::{builtin, counted, day, demo_month, november};

fn screened(finding: Finding, defects: &[u8]) -> Screened {
    Screened {
        finding: Some(finding),
        defects: defects.iter().copied().collect(),
        confirmed_on: Some(day("2026-11-20")),
        ..Screened::default()
    }
}

fn outcome(id: &str, screened: &Screened) -> Outcome {
    screened.outcome(builtin().criterion(id).unwrap().criterion)
}

/// A quarry in the open.
fn quarry() -> (Enterprise, MonthDraft) {
    let enterprise = Enterprise {
        industry: "mine".into(),
        workers: "20".into(),
        facts: ["open_pit".into(), "former_underground".into()].into(),
        ..Enterprise::default()
    };
    (enterprise, MonthDraft::new(november(), anziping_core::edition::builtin::reference().unwrap()))
}

fn s07(enterprise: &Enterprise, draft: &MonthDraft) -> Status {
    let assessment = Assessment::of_draft(builtin(), enterprise, draft);
    assessment.status(builtin().item("S07").unwrap())
}

fn review(enterprise: &Enterprise, draft: &MonthDraft) -> Review {
    Review::of(&Assessment::of_draft(builtin(), enterprise, draft), enterprise, draft)
}

#[test]
fn a_missing_register_is_a_lead_only_where_signs_are_missing_too() {
    assert_eq!(outcome("GM10-13-1", &screened(Finding::Suspected, &[1])), Outcome::Partial);
    assert_eq!(outcome("GM10-13-1", &screened(Finding::Suspected, &[2])), Outcome::Partial);
    assert_eq!(outcome("GM10-13-1", &screened(Finding::Suspected, &[1, 2])), Outcome::Suspected);
}

#[test]
fn one_missing_step_before_entering_a_confined_space_is_enough() {
    for defect in 1..=3 {
        assert_eq!(outcome("GM10-13-2", &screened(Finding::Suspected, &[defect])), Outcome::Suspected);
    }
}

#[test]
fn a_suspicion_without_a_named_defect_is_not_yet_looked_at() {
    assert_eq!(outcome("GM10-13-2", &screened(Finding::Suspected, &[])), Outcome::Undecided);
    assert_eq!(
        outcome("GM10-13-2", &screened(Finding::Suspected, &[4])),
        Outcome::Undecided,
        "a defect the criterion does not name"
    );
    assert_eq!(outcome("GM10-7-6", &screened(Finding::Suspected, &[])), Outcome::Suspected, "it names none");
}

#[test]
fn s07_is_computed_from_what_was_looked_at_and_typed_counts_do_not_matter() {
    let (enterprise, mut draft) = quarry();
    draft.answers.insert("S07".into(), counted(64, 64));
    assert_eq!(s07(&enterprise, &draft), Status::Unanswered);
    draft.screening.insert("NM88-OP-1".into(), screened(Finding::Clear, &[]));
    draft.screening.insert("NM88-OP-12".into(), screened(Finding::NotInvolved, &[]));
    // Not of this enterprise, and not decided.
    draft.screening.insert("GM10-3-1".into(), screened(Finding::Clear, &[]));
    draft.screening.insert("NM88-OP-8".into(), screened(Finding::Suspected, &[]));
    assert_eq!(s07(&enterprise, &draft), Status::Answered(Reading::Ratio { done: 2, total: 11 }));
}

#[test]
fn an_underground_mine_counts_by_hand_since_its_criteria_are_not_listed() {
    let (mut enterprise, mut draft) = quarry();
    enterprise.facts.insert("underground".into());
    draft.answers.insert("S07".into(), counted(50, 51));
    assert_eq!(s07(&enterprise, &draft), Status::Answered(Reading::Ratio { done: 50, total: 51 }));
}

#[test]
fn the_next_month_takes_the_screening_over_and_counts_none_of_it_as_looked_at() {
    let (enterprise, draft) = demo_month();
    let next = draft.following(builtin(), draft.catalogue.clone(), &enterprise, None);
    let tally: Tally = Assessment::of_draft(builtin(), &enterprise, &next).screened().unwrap();
    assert_eq!((tally.checked, tally.carried, tally.suspected), (0, 11, 1));
    assert_eq!(s07(&enterprise, &next), Status::Carried(Reading::Ratio { done: 0, total: 15 }));
    assert!(review(&enterprise, &next).warnings.contains(&(ReviewPlace::Screening(None), Found::Unscreened(15))));
}

#[test]
fn a_suspicion_needs_a_hazard_of_its_own_before_the_month_is_signed() {
    let (enterprise, mut draft) = quarry();
    draft.screening.insert("NM88-OP-3".into(), screened(Finding::Suspected, &[]));
    let missing = (
        ReviewPlace::Screening(Some("NM88-OP-3".into())),
        Found::Contradiction(Contradiction {
            one: "NM88-OP-3".into(),
            other: String::new(),
            kind: Clash::NoRecord,
            blocks: true,
        }),
    );
    assert!(review(&enterprise, &draft).problems.contains(&missing));
    draft.hazards.push(Hazard {
        id: "2026-11-01".into(),
        lead: "NM88-OP-3".into(),
        grade: Some(Grade::Major),
        ..Hazard::default()
    });
    assert!(!review(&enterprise, &draft).problems.contains(&missing));
}

#[test]
fn the_screening_survives_being_kept_and_an_empty_one_leaves_no_trace() {
    let (_, draft) = demo_month();
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<MonthDraft>(&kept).unwrap(), draft);
    let (_, empty) = quarry();
    assert!(!serde_json::to_string(&empty).unwrap().contains("screening"));
}

#[test]
fn another_edition_asks_for_the_screening_to_be_confirmed() {
    let (_, mut draft) = demo_month();
    draft.catalogue.version = "2020.01".into();
    let adoption = draft.adopt(builtin(), &anziping_core::edition::builtin::reference().unwrap()).unwrap();
    assert!(adoption.to_confirm.contains(&"GM10-13-1".to_owned()));
    assert!(draft.screening.values().all(|screened| screened.carried && screened.other_edition));
}

#[test]
fn a_criterion_of_another_edition_is_said_to_be_one_until_somebody_looks() {
    let (enterprise, draft) = demo_month();
    let other = CatalogueRef { version: "2020.01".into(), ..reference().unwrap() };
    let next = draft.following(builtin(), other, &enterprise, None);
    assert!(!next.screening.is_empty() && next.screening.values().all(|screened| screened.other_edition));
    let reported = report_of(&enterprise, &next).screening.unwrap().criteria;
    assert!(!reported.is_empty());
    assert!(reported.iter().all(|criterion| criterion.carried && criterion.confirmed_on.is_none()));
    let same = draft.following(builtin(), draft.catalogue.clone(), &enterprise, None);
    assert!(same.screening.values().all(|screened| !screened.other_edition), "the same edition words it the same");
}
