//! Facts about hazards, one each.

use super::*;
use crate::value::period::Span;

fn day(d: u8) -> Day {
    Day::new(2026, 11, d).unwrap()
}

fn november() -> Span {
    Span { from: day(1), to: day(30) }
}

fn general() -> Hazard {
    Hazard {
        id: "2026-11-01".into(),
        grade: Some(Grade::General),
        found_on: Some(day(3)),
        finder: "班组长".into(),
        place: "打磨间".into(),
        description: "角磨机缺护罩".into(),
        accident_type: "机械致害".into(),
        owner: "车间主任".into(),
        reported_on: Some(day(3)),
        measures: "补装护罩".into(),
        deadline: Some(day(10)),
        rectification: "已补装".into(),
        rectified_on: Some(day(8)),
        accepted_by: "安全员".into(),
        accepted_on: Some(day(9)),
        acceptance: "合格".into(),
        closed_on: Some(day(9)),
        appraisal: "奖励报告人".into(),
        appraised_on: Some(day(20)),
        ..Hazard::default()
    }
}

fn major() -> Hazard {
    Hazard {
        grade: Some(Grade::Major),
        criterion: "10号令 第十一条（十）".into(),
        funds: "12,000".into(),
        plan: "现场处置方案".into(),
        interim: "停用除尘器".into(),
        regulator_on: Some(day(4)),
        workers_on: Some(day(5)),
        accepted_by: "老板".into(),
        ..general()
    }
}

#[test]
fn a_complete_hazard_walks_through_all_eight_stages() {
    for mut hazard in [general(), major()] {
        for stage in &Stage::ALL[1..] {
            assert_eq!(hazard.advance("老板", day(10)), Ok(*stage));
        }
        assert_eq!(hazard.stage, Stage::Appraised);
        assert_eq!(hazard.advance("老板", day(10)), Err(vec![]), "there is nothing after the last stage");
    }
}

#[test]
fn each_stage_names_exactly_the_field_that_is_missing() {
    for complete in [general(), major(), Hazard { supervised: true, consent_on: Some(day(9)), ..major() }] {
        for stage in Stage::ALL {
            for field in Hazard::fields_of(stage, complete.is_major(), complete.supervised) {
                let mut hazard = Hazard { stage, ..complete.clone() };
                if field == HazardField::Grade {
                    continue;
                }
                hazard.set_text(field, String::new());
                hazard.set_day(field, None);
                assert_eq!(hazard.advance("老板", day(10)), Err(vec![HazardFault::Missing(field)]), "{stage:?}");
                assert_eq!(hazard.stage, stage, "nothing moved");
            }
        }
    }
}

#[test]
fn the_one_who_put_it_right_does_not_accept_it() {
    let mut hazard = Hazard { stage: Stage::Evaluated, accepted_by: "车间主任".into(), ..general() };
    assert_eq!(hazard.advance("老板", day(10)), Err(vec![HazardFault::AcceptedByOwner]));
}

#[test]
fn a_major_hazard_is_accepted_by_the_principal() {
    let mut hazard = Hazard { stage: Stage::Evaluated, accepted_by: "安全员".into(), ..major() };
    assert_eq!(hazard.advance("老板", day(10)), Err(vec![HazardFault::PrincipalMustAccept]));
}

#[test]
fn days_in_the_wrong_order_are_named() {
    let hazard = Hazard { accepted_on: Some(day(7)), ..general() };
    assert_eq!(hazard.faults(), vec![HazardFault::Order(HazardField::RectifiedOn, HazardField::AcceptedOn)]);
}

#[test]
fn a_hazard_graded_major_late_is_not_closed_without_its_double_report() {
    let mut hazard = Hazard { stage: Stage::Evaluated, regulator_on: None, workers_on: None, ..major() };
    let missing = [HazardField::RegulatorOn, HazardField::WorkersOn].map(HazardFault::Missing);
    assert_eq!(hazard.advance("老板", day(10)), Err(missing.to_vec()));
}

#[test]
fn a_rejected_acceptance_goes_back_to_rectifying_and_keeps_the_reason() {
    let mut hazard = Hazard { stage: Stage::Evaluated, ..general() };
    hazard.reject(day(9), "护罩松动".into());
    assert_eq!((hazard.stage, hazard.rejections.len()), (Stage::Rectifying, 1));
    assert!(hazard.advance("老板", day(10)).is_err(), "it has to be put right again");
}

#[test]
fn a_reopened_hazard_counts_as_added_again_and_the_ledger_adds_up() {
    let mut hazard = Hazard { stage: Stage::Appraised, ..general() };
    hazard.reopen(day(25), "护罩又被拆".into());
    let ledger = Ledger::of([&hazard], november());
    assert_eq!((ledger.carried, ledger.added, ledger.closed, ledger.open, ledger.reopened), (0, 2, 1, 1, 1));
    assert!(ledger.adds_up());
}

#[test]
fn overdue_begins_the_day_after_the_deadline() {
    let hazard = Hazard { stage: Stage::Rectifying, ..general() };
    assert!(!hazard.is_overdue_on(day(10)));
    assert!(hazard.is_overdue_on(day(11)));
    let closed = Hazard { stage: Stage::Closed, ..general() };
    assert!(!closed.is_overdue_on(day(30)));
}

#[test]
fn a_hazard_closed_after_its_deadline_is_due_and_closed_but_not_on_time() {
    let late = Hazard { stage: Stage::Closed, deadline: Some(day(5)), ..general() };
    let ledger = Ledger::of([&late], november());
    assert_eq!((ledger.due, ledger.due_closed, ledger.due_on_time, ledger.overdue), (1, 1, 0, 0));
}

#[test]
fn control_of_a_major_hazard_takes_all_five_fulfilments() {
    assert!(major().is_in_control());
    for field in
        [HazardField::Owner, HazardField::Measures, HazardField::Funds, HazardField::Deadline, HazardField::Plan]
    {
        let mut hazard = major();
        hazard.set_text(field, String::new());
        hazard.set_day(field, None);
        assert_eq!(hazard.control_gaps(), vec![field]);
    }
}

#[test]
fn amounts_are_whole_yuan() {
    assert_eq!(parse_yuan("１２,000 "), Some(12_000));
    for wrong in ["", "-1", "1.5", "一万", "99999999999"] {
        assert_eq!(parse_yuan(wrong), None, "{wrong}");
    }
}

#[test]
fn every_step_is_noted_with_its_day_and_a_slip_leaves_no_trace() {
    let mut hazard = Hazard { stage: Stage::Rectifying, ..general() };
    hazard.advance("老板", day(8)).unwrap();
    hazard.step_back();
    assert_eq!((hazard.stage, hazard.steps.len()), (Stage::Rectifying, 0));
    hazard.advance("老板", day(8)).unwrap();
    hazard.reject(day(9), "护罩松动".into());
    hazard.step_back();
    let noted: Vec<_> = hazard.steps.iter().map(|step| (step.stage, step.on)).collect();
    assert_eq!(noted, [(Stage::Evaluated, day(8)), (Stage::Rectifying, day(9))], "a refusal is not taken back");
}

#[test]
fn a_refusal_keeps_what_had_been_said_to_be_done() {
    let mut hazard = Hazard { stage: Stage::Evaluated, ..general() };
    hazard.reject(day(9), "护罩松动".into());
    hazard.set_text(HazardField::Rectification, "重新固定".into());
    assert_eq!(
        (hazard.rejections[0].rectified_on, hazard.rejections[0].rectification.as_str()),
        (Some(day(8)), "已补装")
    );
}

#[test]
fn what_a_stage_has_left_behind_is_corrected_with_a_reason_and_stays_readable() {
    let mut hazard = Hazard { stage: Stage::Rectifying, ..general() };
    assert!(hazard.is_settled(HazardField::Deadline) && !hazard.is_settled(HazardField::Rectification));
    let correct = |hazard: &mut Hazard, value: &str, reason: &str| {
        hazard.correct(HazardField::Deadline, value, day(12), reason, "老板")
    };
    assert_eq!(correct(&mut hazard, "2026-11-20", " "), Err(CorrectionFault::ReasonMissing));
    let endless = "缺".repeat(HAZARD_TEXT_MAX + 1);
    assert_eq!(correct(&mut hazard, "2026-11-20", &endless), Err(CorrectionFault::ReasonTooLong));
    assert_eq!(correct(&mut hazard, "2026-11-10", "缺货"), Err(CorrectionFault::Unchanged));
    assert_eq!(correct(&mut hazard, "", "缺货"), Err(CorrectionFault::Emptied));
    assert_eq!(correct(&mut hazard, "下周", "缺货"), Err(CorrectionFault::NotAValue));
    let order = HazardFault::Order(HazardField::FoundOn, HazardField::Deadline);
    assert_eq!(correct(&mut hazard, "2026-11-01", "缺货"), Err(CorrectionFault::Contradiction(order)));
    assert_eq!(hazard.deadline, Some(day(10)), "nothing has changed so far");
    assert_eq!(correct(&mut hazard, "2026-11-20", "配件缺货"), Ok(()));
    assert_eq!(hazard.deadline, Some(day(20)));
    let noted = Correction {
        on: day(12),
        field: HazardField::Deadline,
        before: "2026-11-10".into(),
        after: "2026-11-20".into(),
        reason: "配件缺货".into(),
    };
    assert_eq!(hazard.corrections, [noted]);
}

#[test]
fn a_gap_that_a_raised_grade_leaves_is_filled_in_without_a_reason() {
    let mut hazard = Hazard { stage: Stage::Rectifying, ..general() };
    assert_eq!(hazard.correct(HazardField::Grade, "major", day(8), "专家复核", "老板"), Ok(()));
    assert_eq!(hazard.correct(HazardField::Plan, "现场处置方案", day(8), "", "老板"), Ok(()));
    assert_eq!((hazard.grade, hazard.corrections.len()), (Some(Grade::Major), 1));
    assert_eq!(
        hazard.correct(HazardField::Plan, "疏散", day(9), "", "老板"),
        Err(CorrectionFault::ReasonMissing),
        "now it stands"
    );
}

#[test]
fn a_correction_does_not_make_the_owner_accept_his_own_work() {
    let mut hazard = Hazard { stage: Stage::Closed, ..general() };
    let refused = hazard.correct(HazardField::Owner, "安全员", day(12), "写错了", "老板");
    assert_eq!(refused, Err(CorrectionFault::Contradiction(HazardFault::AcceptedByOwner)));
}
