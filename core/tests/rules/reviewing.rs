//! Each finding of the review appears for its cause, at its place, and disappears with its mend.

use anziping_core::catalog::TargetCode;
use anziping_core::enterprise::{Enterprise, EnterpriseFault, EnterpriseField};
use anziping_core::hazard::{Hazard, HazardFault, HazardField, Reopening, Stage, Step, counts_of_item};
use anziping_core::month::answer::{Answer, AnswerFault, Mark};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::{MonthFault, MonthField};
use anziping_core::register::{Person, Registers};
use anziping_core::review::{Review, ReviewFinding, ReviewPlace, Unsettled};
use anziping_core::value::line::{LINE_MAX, LineFault};
use anziping_core::value::rate::Rate;
use anziping_core::value::uscc::UnifiedCodeFault;

use crate::small::{builtin, counted, day, demo_month, marked};

fn review(enterprise: &Enterprise, draft: &MonthDraft) -> Review {
    Review::of(&Assessment::of_draft(builtin(), enterprise, draft), enterprise, draft)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Weight {
    Blocks,
    Warns,
}
use Weight::{Blocks, Warns};

/// Holds that `cause` adds this finding to the demo month, which does not have it.
///
/// Only problems block.
fn appears(
    weight: Weight,
    place: ReviewPlace,
    finding: ReviewFinding,
    cause: impl FnOnce(&mut Enterprise, &mut MonthDraft),
) {
    let (mut enterprise, mut draft) = demo_month();
    let expected = (place, finding);
    let before = review(&enterprise, &draft);
    assert!(
        !before.problems.contains(&expected) && !before.warnings.contains(&expected),
        "{expected:?} without a cause"
    );
    cause(&mut enterprise, &mut draft);
    let after = review(&enterprise, &draft);
    assert_eq!(after.problems.contains(&expected), weight == Blocks, "{expected:?} in {:?}", after.problems);
    assert_eq!(after.warnings.contains(&expected), weight == Warns, "{expected:?} in {:?}", after.warnings);
    assert_eq!(after.may_be_signed(), after.problems.is_empty());
    assert_eq!(after.may_be_signed(), weight == Warns, "{expected:?}: {:?}", after.problems);
}

fn item(id: &str) -> ReviewPlace {
    ReviewPlace::Item(id.into())
}

fn hazard_place(id: &str) -> ReviewPlace {
    ReviewPlace::Hazard(id.into())
}

/// Changes the hazard with this number.
fn hazard(id: &'static str, change: impl FnOnce(&mut Hazard)) -> impl FnOnce(&mut Enterprise, &mut MonthDraft) {
    move |_, draft| change(draft.hazards.iter_mut().find(|hazard| hazard.id == id).unwrap())
}

const MAJOR: &str = "2026-11-01";
const OVERDUE: &str = "2026-10-02";
const OPEN: &str = "2026-11-02";
const CLOSED: &str = "2026-11-03";

#[test]
fn an_incomplete_enterprise_blocks() {
    let at = ReviewPlace::Enterprise;
    appears(Blocks, at(EnterpriseField::Address), ReviewFinding::Enterprise(EnterpriseFault::Missing), |e, _| {
        e.address.clear()
    });
    let check = EnterpriseFault::Code(UnifiedCodeFault::Check { expected: '8' });
    appears(Blocks, at(EnterpriseField::Uscc), ReviewFinding::Enterprise(check), |e, _| {
        e.uscc = "91320000DEM0000367".into()
    });
}

#[test]
fn a_preparer_whose_name_is_no_line_blocks() {
    for (name, fault) in [("长".repeat(LINE_MAX + 1), LineFault::TooLong), ("张\t三".into(), LineFault::LineBreak)] {
        appears(Blocks, ReviewPlace::Preparer, ReviewFinding::Line(fault), |_, d| d.preparer = name);
    }
}

#[test]
fn what_is_not_answered_or_not_understood_blocks() {
    appears(Blocks, item("Z01"), ReviewFinding::Unanswered, |_, d| drop(d.answers.remove("Z01")));
    appears(Blocks, item("Z01"), ReviewFinding::Unanswered, |_, d| d.answers.get_mut("Z01").unwrap().ask_again = true);
    appears(Blocks, item("Z06"), ReviewFinding::Answer(AnswerFault::DoneExceedsTotal), |_, d| {
        drop(d.answers.insert("Z06".into(), counted(37, 36)))
    });
    let silent = Answer { mark: Some(Mark::Na), ..Answer::default() };
    appears(Blocks, item("Z01"), ReviewFinding::Answer(AnswerFault::ReasonMissing), |_, d| {
        drop(d.answers.insert("Z01".into(), silent))
    });
    appears(Blocks, ReviewPlace::Point("lifting.P1.3".into()), ReviewFinding::Unanswered, |_, d| {
        drop(d.points.remove("lifting.P1.3"))
    });
    let rate = ReviewPlace::Rate("lifting".into(), TargetCode::P3);
    appears(Blocks, rate, ReviewFinding::Unanswered, |_, d| drop(d.rates.remove("lifting.P3")));
}

#[test]
fn what_is_unsure_or_carried_warns() {
    // The demonstration has two that are 待核实, and none that is carried.
    appears(Warns, item("Z01"), ReviewFinding::Unsettled(Unsettled::Unsure, 3), |_, d| {
        drop(d.answers.insert("Z01".into(), marked(Mark::Unsure)))
    });
    appears(Warns, item("Z08"), ReviewFinding::Unsettled(Unsettled::Carried, 1), |_, d| {
        d.answers.get_mut("Z08").unwrap().carried = true
    });
    let rate = ReviewPlace::Rate("lifting".into(), TargetCode::P3);
    appears(Warns, rate, ReviewFinding::Unsettled(Unsettled::Carried, 1), |_, d| {
        d.rates.get_mut("lifting.P3").unwrap().carried = true
    });
}

#[test]
fn a_second_month_that_nobody_has_confirmed_has_one_reminder_of_it() {
    let (enterprise, mut draft) = demo_month();
    let answers = draft.answers.values_mut().chain(draft.points.values_mut()).chain(draft.rates.values_mut());
    answers.for_each(|answer| answer.carried = true);
    let review = review(&enterprise, &draft);
    let carried = review.unsettled.iter().filter(|(_, found)| *found == Unsettled::Carried).count();
    assert!(carried > 100, "each has its place: {carried}");
    let told: Vec<_> =
        review.warnings.iter().filter(|(_, finding)| matches!(finding, ReviewFinding::Unsettled(..))).collect();
    let first = |kind| review.unsettled.iter().find(|(_, found)| *found == kind).unwrap().0.clone();
    let line = |kind, count| (first(kind), ReviewFinding::Unsettled(kind, count));
    assert_eq!(told, [&line(Unsettled::Unsure, 2), &line(Unsettled::Carried, carried)]);
}

#[test]
fn a_veto_needs_an_open_major_hazard_of_its_item() {
    let finding = || ReviewFinding::VetoWithoutHazard;
    appears(Blocks, item("X22"), finding(), |_, d| d.hazards.retain(|hazard| hazard.item != "X22"));
    appears(Blocks, item("X23"), finding(), |_, d| drop(d.answers.insert("X23".into(), marked(Mark::No))));
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("X23".into(), marked(Mark::No));
    draft.hazards.push(Hazard { id: "2026-11-05".into(), item: "X23".into(), ..draft.hazards[3].clone() });
    assert!(review(&enterprise, &draft).may_be_signed(), "a general one would not do, a major one does");
    draft.hazards[8].grade = Some(anziping_core::hazard::Grade::General);
    assert!(review(&enterprise, &draft).problems.contains(&(item("X23"), finding())));
}

#[test]
fn what_is_not_met_and_not_in_the_ledger_warns() {
    let of_demo = |cause: &dyn Fn(&mut MonthDraft)| {
        let (enterprise, mut draft) = demo_month();
        cause(&mut draft);
        let warnings = review(&enterprise, &draft).warnings.into_iter();
        warnings
            .filter_map(|(place, finding)| match finding {
                ReviewFinding::UnmetWithoutHazard(items) => Some((place, items)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let [(_, before)] = of_demo(&|_| ()).try_into().unwrap();
    let added = |cause: &dyn Fn(&mut MonthDraft)| {
        let [(place, mut items)] = of_demo(cause).try_into().unwrap();
        assert_eq!(place, item(&items[0]), "one line, at the first");
        items.retain(|id| !before.contains(id));
        items
    };
    assert_eq!(added(&|draft| drop(draft.answers.insert("X12".into(), marked(Mark::Partly)))), ["X12"]);
    assert_eq!(added(&|draft| draft.hazards.retain(|hazard| hazard.item != "X02")), ["X02"]);
}

#[test]
fn a_hazard_without_its_first_data_blocks() {
    for field in [HazardField::Place, HazardField::Description] {
        appears(
            Blocks,
            hazard_place(OPEN),
            ReviewFinding::HazardIncomplete(field),
            hazard(OPEN, |h| h.set_text(field, " ".into())),
        );
    }
    appears(
        Blocks,
        hazard_place(OPEN),
        ReviewFinding::HazardIncomplete(HazardField::Grade),
        hazard(OPEN, |h| h.grade = None),
    );
    appears(
        Blocks,
        hazard_place(OPEN),
        ReviewFinding::HazardIncomplete(HazardField::FoundOn),
        hazard(OPEN, |h| h.found_on = None),
    );
}

#[test]
fn days_after_the_month_or_out_of_order_block() {
    let later = day("2026-12-01");
    appears(
        Blocks,
        hazard_place(OPEN),
        ReviewFinding::HazardLater(HazardField::ReportedOn),
        hazard(OPEN, |h| h.reported_on = Some(later)),
    );
    let order = ReviewFinding::Hazard(HazardFault::Order(HazardField::FoundOn, HazardField::Deadline));
    appears(Blocks, hazard_place(OPEN), order, hazard(OPEN, |h| h.deadline = Some(day("2026-11-08"))));
    let order = ReviewFinding::Hazard(HazardFault::Order(HazardField::AcceptedOn, HazardField::ClosedOn));
    appears(Blocks, hazard_place(CLOSED), order, hazard(CLOSED, |h| h.closed_on = Some(day("2026-11-11"))));
    appears(
        Blocks,
        hazard_place(OPEN),
        ReviewFinding::Hazard(HazardFault::NotAnAmount),
        hazard(OPEN, |h| h.funds = "三千".into()),
    );
}

#[test]
fn a_closed_hazard_keeps_to_the_rules_of_acceptance() {
    let owner = ReviewFinding::Hazard(HazardFault::AcceptedByOwner);
    appears(Blocks, hazard_place(CLOSED), owner, hazard(CLOSED, |h| h.accepted_by = h.owner.clone()));
    let principal = ReviewFinding::Hazard(HazardFault::PrincipalMustAccept);
    appears(
        Blocks,
        hazard_place(CLOSED),
        principal,
        hazard(CLOSED, |h| h.grade = Some(anziping_core::hazard::Grade::Major)),
    );
    let missing = ReviewFinding::Hazard(HazardFault::Missing(HazardField::ClosedOn));
    appears(Blocks, hazard_place(CLOSED), missing, hazard(CLOSED, |h| h.closed_on = None));
}

#[test]
fn a_ledger_that_does_not_add_up_blocks() {
    // Reopened on the 20th and closed again, as someone corrected by hand, on the 12th.
    let reopening = Reopening { closed_on: day("2026-10-15"), on: day("2026-12-20"), reason: String::new() };
    appears(
        Blocks,
        hazard_place("2026-10-01"),
        ReviewFinding::LedgerDoesNotAddUp,
        hazard(CLOSED, |h| h.reopenings.push(reopening)),
    );
}

#[test]
fn overdue_uncontrolled_and_not_reported_twice_warn() {
    appears(
        Warns,
        hazard_place(OPEN),
        ReviewFinding::HazardOverdue,
        hazard(OPEN, |h| h.deadline = Some(day("2026-11-29"))),
    );
    let gaps = ReviewFinding::HazardUncontrolled(vec![HazardField::Owner]);
    appears(Warns, hazard_place(OPEN), gaps, hazard(OPEN, |h| h.owner.clear()));
    let gaps = ReviewFinding::HazardUncontrolled(vec![HazardField::Plan]);
    appears(Warns, hazard_place(MAJOR), gaps, hazard(MAJOR, |h| h.plan.clear()));
    for half in [HazardField::RegulatorOn, HazardField::WorkersOn] {
        appears(
            Warns,
            hazard_place(MAJOR),
            ReviewFinding::DoubleReportMissing,
            hazard(MAJOR, |h| h.set_day(half, None)),
        );
    }
    let (mut enterprise, mut draft) = demo_month();
    hazard(OVERDUE, |h| h.deadline = Some(day("2026-11-30")))(&mut enterprise, &mut draft);
    assert!(
        !review(&enterprise, &draft).warnings.iter().any(|(_, finding)| *finding == ReviewFinding::HazardOverdue),
        "due today is not overdue"
    );
}

#[test]
fn a_missing_or_impossible_figure_of_the_month_blocks() {
    let at = ReviewPlace::Month;
    let set = |field, text: &'static str| {
        move |_: &mut Enterprise, draft: &mut MonthDraft| draft.month.set_text(field, text.into())
    };
    appears(
        Blocks,
        at(MonthField::Accidents),
        ReviewFinding::Month(MonthFault::Missing),
        set(MonthField::Accidents, ""),
    );
    appears(
        Blocks,
        at(MonthField::Deaths),
        ReviewFinding::Month(MonthFault::NotANumber),
        set(MonthField::Deaths, "无"),
    );
    appears(
        Blocks,
        at(MonthField::PrincipalCheckDay),
        ReviewFinding::Month(MonthFault::OutsidePeriod),
        set(MonthField::PrincipalCheckDay, "2026-10-31"),
    );
    appears(
        Blocks,
        at(MonthField::InspectionFixed),
        ReviewFinding::Month(MonthFault::Exceeds(MonthField::InspectionFindings)),
        set(MonthField::InspectionFixed, "3"),
    );
}

#[test]
fn an_empty_month_blocks_with_every_question_and_no_more() {
    let (enterprise, demo) = demo_month();
    let draft = MonthDraft::new(demo.period, demo.catalogue);
    let review = review(&enterprise, &draft);
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let items = review.problems.iter().filter(|(place, _)| matches!(place, ReviewPlace::Item(_))).count();
    assert_eq!(items, assessment.items().count());
    assert_eq!(review.warnings, []);
    let asked = |field: &&MonthField| field.is_required() && assessment.counted_by(**field).is_none();
    let required = MonthField::ALL.iter().filter(asked).count();
    assert_eq!(review.problems.iter().filter(|(place, _)| matches!(place, ReviewPlace::Month(_))).count(), required);
}

#[test]
fn counts_that_the_ledger_knows_better_warn() {
    let of_demo = |item: &str| {
        let (enterprise, draft) = demo_month();
        counts_of_item(builtin().item(item).unwrap(), &draft.hazards, draft.span(&enterprise)).unwrap()
    };
    let [due, accepted] = ["S10", "S12"].map(of_demo);
    // The demonstration says in S10 and S12 what its ledger says.
    for (id, known) in [("S10", due), ("S12", accepted)] {
        let more = counted(known.total + 1, known.total + 1);
        appears(Warns, item(id), ReviewFinding::DiffersFromLedger(known), move |_, d| {
            drop(d.answers.insert(id.into(), more))
        });
        appears(Warns, item(id), ReviewFinding::DiffersFromLedger(known), move |_, d| {
            drop(d.answers.insert(id.into(), counted(0, 0)))
        });
    }
    // One that was put right and is not accepted yet waits for its acceptance.
    let waiting = Rate { total: accepted.total + 1, ..accepted };
    appears(
        Warns,
        item("S12"),
        ReviewFinding::DiffersFromLedger(waiting),
        hazard(OPEN, |hazard| hazard.rectified_on = Some(day("2026-11-20"))),
    );
    assert_eq!(counts_of_item(builtin().item("S09").unwrap(), &[], demo_month().1.span(&demo_month().0)), None);
}

#[test]
fn a_day_after_today_warns_and_today_does_not() {
    let (enterprise, mut draft) = demo_month();
    let found = |draft: &MonthDraft, today: &str| {
        let mut review = review(&enterprise, draft);
        review.compare_with_today(&draft.hazards, day(today));
        assert!(review.may_be_signed(), "an old machine's clock must not block");
        review
            .warnings
            .into_iter()
            .filter(|(_, finding)| matches!(finding, ReviewFinding::HazardInFuture(_)))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&draft, "2026-11-30"), []);
    draft.hazards.iter_mut().find(|hazard| hazard.id == OPEN).unwrap().rectified_on = Some(day("2026-11-20"));
    assert_eq!(found(&draft, "2026-11-30"), []);
    assert!(
        !found(&draft, "2026-11-20")
            .contains(&(hazard_place(OPEN), ReviewFinding::HazardInFuture(HazardField::RectifiedOn)))
    );
    assert!(
        found(&draft, "2026-11-19")
            .contains(&(hazard_place(OPEN), ReviewFinding::HazardInFuture(HazardField::RectifiedOn)))
    );
}

#[test]
fn hazards_closed_in_another_ledger_give_one_reminder_and_block_nothing() {
    let (enterprise, mut draft) = demo_month();
    let closed: Vec<usize> = (0..draft.hazards.len()).filter(|at| !draft.hazards[*at].is_open()).collect();
    assert!(closed.len() > 1);
    for at in &closed {
        draft.hazards[*at].accepted_by.clear();
        draft.hazards[*at].steps = vec![Step { stage: Stage::Closed, on: day("2026-11-20") }];
    }
    let gaps = |review: &Review| {
        let missing = ReviewFinding::Hazard(HazardFault::Missing(HazardField::AcceptedBy));
        review.problems.iter().filter(|(_, finding)| *finding == missing).count()
    };
    let before = review(&enterprise, &draft);
    assert_eq!(gaps(&before), closed.len(), "what went through its stages here has their fields");
    closed.iter().for_each(|at| draft.hazards[*at].steps.clear());
    let after = review(&enterprise, &draft);
    let told: Vec<_> = after
        .warnings
        .iter()
        .filter_map(
            |(_, finding)| if let ReviewFinding::HazardsKeptElsewhere(count) = finding { Some(*count) } else { None },
        )
        .collect();
    let in_period = closed.iter().filter(|at| draft.hazards[**at].closed_on >= Some(day("2026-11-01"))).count();
    assert_eq!((gaps(&after), told), (0, vec![in_period]));
}

#[test]
fn a_register_with_other_people_than_work_there_is_a_reminder() {
    let (enterprise, draft) = demo_month();
    let told = |people: usize| {
        let mut registers = Registers::default();
        registers.people.resize_with(people, Person::default);
        let mut review = review(&enterprise, &draft);
        let before = review.warnings.len();
        review.compare_with_registers(&enterprise, &registers);
        assert!(review.may_be_signed(), "whoever leases people may count them elsewhere");
        review.warnings.split_off(before)
    };
    assert_eq!(told(0), [], "it is not kept");
    assert_eq!(told(36), []);
    for listed in [3, 37] {
        let finding = ReviewFinding::RegisterHasOtherPeople { workers: 36, listed };
        assert_eq!(told(listed), [(ReviewPlace::Enterprise(EnterpriseField::Workers), finding)]);
    }
}
