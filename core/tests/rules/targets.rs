//! The 四个100% of the areas.

use anziping_core::catalog::TargetCode::{self, P1, P2, P4};
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::month::answer::Mark;
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::targets::{TargetCell, four_targets};
use anziping_core::value::rate::Rate;

use crate::small::{builtin, counted, day, demo_month, marked};

#[test]
fn a_rate_of_999_in_1000_is_not_shown_as_100() {
    assert_eq!(Rate { done: 999, total: 1_000 }.floored_tenths(), Some(999));
    assert_eq!(Rate { done: 999_998, total: 999_999 }.floored_tenths(), Some(999));
    assert_eq!(Rate { done: 2, total: 3 }.floored_tenths(), Some(666));
    assert_eq!(Rate { done: 7, total: 7 }.floored_tenths(), Some(1_000));
}

#[test]
fn nothing_to_count_is_neither_full_nor_100() {
    let empty = Rate { done: 0, total: 0 };
    assert_eq!(empty.floored_tenths(), None);
    assert!(!empty.is_full());
}

/// A month in which everything of 动火 is in order and the ledger is empty.
fn in_order() -> (Enterprise, MonthDraft) {
    let (enterprise, mut draft) = demo_month();
    draft.hazards.clear();
    (enterprise, draft)
}

fn cell(enterprise: &Enterprise, draft: &MonthDraft, code: TargetCode) -> TargetCell {
    let targets = four_targets(&Assessment::of_draft(builtin(), enterprise, draft));
    targets
        .into_iter()
        .find(|area| area.area == "hot-work")
        .unwrap()
        .cells
        .into_iter()
        .find(|cell| cell.code == code)
        .unwrap()
}

#[test]
fn a_cell_is_met_when_counts_and_points_are() {
    let (enterprise, draft) = in_order();
    for code in TargetCode::ALL {
        let cell = cell(&enterprise, &draft, code);
        assert!(cell.is_met(), "{code}");
        assert_eq!(cell.points_met, cell.points_asked);
    }
}

#[test]
fn a_missing_count_an_open_point_or_one_person_too_few_leaves_it_open() {
    let (enterprise, draft) = in_order();
    let with = |change: &dyn Fn(&mut MonthDraft)| {
        let mut draft = draft.clone();
        change(&mut draft);
        cell(&enterprise, &draft, P2)
    };
    assert!(!with(&|draft| drop(draft.rates.remove("hot-work.P2"))).is_met());
    assert_eq!(with(&|draft| drop(draft.rates.remove("hot-work.P2"))).rate, None);
    assert!(!with(&|draft| drop(draft.rates.insert("hot-work.P2".into(), counted(999, 1_000)))).is_met());
    for mark in [Mark::Partly, Mark::No, Mark::Unsure] {
        let cell = with(&|draft| drop(draft.points.insert("hot-work.P2.4".into(), marked(mark))));
        assert!(!cell.is_met());
        assert_eq!(cell.open_points, ["hot-work.P2.4"]);
    }
    let unanswered = with(&|draft| drop(draft.points.remove("hot-work.P2.4")));
    assert_eq!((unanswered.is_met(), unanswered.open_points.as_slice()), (false, &["hot-work.P2.4".to_owned()][..]));
}

#[test]
fn a_point_that_an_item_answers_is_asked_where_the_item_is_not_met() {
    let (enterprise, mut draft) = in_order();
    draft.points.remove("hot-work.P4.5");
    draft.answers.insert("C03".into(), counted(2, 2));
    let met = cell(&enterprise, &draft, P4);
    assert_eq!((met.is_met(), met.points_met), (true, met.points_asked), "nothing has come back");
    draft.answers.insert("C03".into(), counted(1, 2));
    assert_eq!(cell(&enterprise, &draft, P4).open_points, ["hot-work.P4.5"], "is it of this area?");
}

#[test]
fn a_point_excluded_by_hand_is_not_asked_and_nobody_to_count_is_said() {
    let (enterprise, mut draft) = in_order();
    draft.points.insert("hot-work.P1.6".into(), marked(Mark::Na));
    draft.rates.insert("hot-work.P1".into(), marked(Mark::Na));
    let p1 = cell(&enterprise, &draft, P1);
    assert_eq!((p1.points_asked, p1.points_met, p1.rate), (5, 5, Some(Rate { done: 0, total: 0 })));
    assert!(p1.is_met());
}

fn hazard(deadline: &str) -> Hazard {
    Hazard {
        id: "2026-11-01".into(),
        stage: Stage::Rectifying,
        grade: Some(Grade::General),
        area: "hot-work".into(),
        found_on: Some(day("2026-11-02")),
        owner: "班长".into(),
        measures: "清理".into(),
        deadline: Some(day(deadline)),
        ..Hazard::default()
    }
}

fn p4(hazards: Vec<Hazard>) -> TargetCell {
    let (enterprise, mut draft) = in_order();
    draft.hazards = hazards;
    cell(&enterprise, &draft, P4)
}

fn closed(hazard: Hazard, on: &str) -> Hazard {
    Hazard { stage: Stage::Closed, closed_on: Some(day(on)), ..hazard }
}

#[test]
fn an_open_hazard_in_control_and_not_due_leaves_p4_met() {
    let cell = p4(vec![hazard("2026-12-10")]);
    assert_eq!((cell.open_hazards, cell.rate), (1, Some(Rate { done: 0, total: 0 })));
    assert!(cell.is_met());
}

#[test]
fn an_open_hazard_without_owner_measure_or_deadline_is_out_of_control() {
    for lost in [
        Hazard { owner: " ".into(), ..hazard("2026-12-10") },
        Hazard { measures: String::new(), ..hazard("2026-12-10") },
        Hazard { deadline: None, ..hazard("2026-12-10") },
        Hazard { grade: Some(Grade::Major), ..hazard("2026-12-10") },
    ] {
        let cell = p4(vec![lost]);
        assert_eq!((cell.uncontrolled, cell.is_met()), (1, false));
    }
}

#[test]
fn overdue_late_and_in_time_are_three_things() {
    let overdue = p4(vec![hazard("2026-11-29")]);
    assert_eq!((overdue.rate, overdue.overdue, overdue.is_met()), (Some(Rate { done: 0, total: 1 }), 1, false));
    let due_today = p4(vec![hazard("2026-11-30")]);
    assert_eq!((due_today.rate, due_today.overdue, due_today.is_met()), (Some(Rate { done: 0, total: 1 }), 0, false));
    let late = p4(vec![closed(hazard("2026-11-10"), "2026-11-11")]);
    assert_eq!((late.rate, late.overdue, late.is_met()), (Some(Rate { done: 0, total: 1 }), 0, false));
    let in_time = p4(vec![closed(hazard("2026-11-10"), "2026-11-10")]);
    assert_eq!((in_time.rate, in_time.is_met()), (Some(Rate { done: 1, total: 1 }), true));
}

#[test]
fn a_hazard_closed_in_time_and_opened_again_is_due_once_and_not_done() {
    let mut hazard = closed(hazard("2026-11-10"), "2026-11-05");
    hazard.reopen(day("2026-11-12"), "又发现".into());
    let cell = p4(vec![hazard]);
    assert_eq!((cell.rate, cell.overdue), (Some(Rate { done: 0, total: 1 }), 1));
}

#[test]
fn what_was_only_taken_over_never_makes_a_target_met() {
    let (enterprise, mut draft) = in_order();
    draft.points.get_mut("hot-work.P3.1").unwrap().carried = true;
    draft.rates.get_mut("hot-work.P2").unwrap().carried = true;
    let cell = |code| cell(&enterprise, &draft, code);
    for code in [P2, TargetCode::P3] {
        let cell = cell(code);
        assert_eq!((cell.carried, cell.is_met(), cell.is_to_confirm()), (1, false, true), "{code}");
    }
    assert!(cell(P1).is_met());
}

#[test]
fn an_answer_within_its_interval_makes_a_target_met_without_another_look() {
    let (enterprise, mut draft) = in_order();
    let point = draft.points.get_mut("hot-work.P1.2").unwrap();
    (point.carried, point.confirmed_on) = (true, Some(day("2026-03-10")));
    assert!(cell(&enterprise, &draft, P1).is_met(), "good until March");
    draft.points.get_mut("hot-work.P1.2").unwrap().confirmed_on = Some(day("2025-11-20"));
    assert!(cell(&enterprise, &draft, P1).is_to_confirm(), "it runs out this month");
}

#[test]
fn an_open_major_hazard_of_the_area_keeps_p4_open_however_well_it_is_in_hand() {
    let major = Hazard {
        grade: Some(Grade::Major),
        funds: "3000".into(),
        plan: "撤人".into(),
        interim: "停用".into(),
        ..hazard("2026-12-10")
    };
    let cell = p4(vec![major.clone()]);
    assert_eq!((cell.uncontrolled, cell.overdue, cell.open_major, cell.is_met()), (0, 0, 1, false));
    assert!(p4(vec![closed(major, "2026-11-20")]).is_met());
}

#[test]
fn an_edition_that_does_not_say_so_counts_what_was_taken_over_as_before() {
    let (enterprise, mut draft) = in_order();
    draft.points.get_mut("hot-work.P3.1").unwrap().carried = true;
    let mut before = builtin().clone();
    before.counting = anziping_core::catalog::Counting::Carried;
    let targets = four_targets(&Assessment::of_draft(&before, &enterprise, &draft));
    let area = targets.iter().find(|area| area.area == "hot-work").unwrap();
    assert!(area.cells.iter().all(TargetCell::is_met));
}

#[test]
fn hazards_of_other_areas_do_not_count() {
    let elsewhere = Hazard { area: "lifting".into(), ..hazard("2026-11-10") };
    assert!(p4(vec![elsewhere]).is_met());
}
