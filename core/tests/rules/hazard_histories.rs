//! The ledger identity over random lives of hazards, made only by the moves the page offers.

use anziping_core::hazard::{Grade, Hazard, HazardFault, HazardField, Ledger, Source, Stage};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};
use proptest::prelude::*;

use crate::small::day;

const PRINCIPAL: &str = "负责人";

/// One move, some days after the one before.
#[derive(Clone, Copy, Debug)]
enum Move {
    Advance,
    Reject,
    Reopen,
}

#[derive(Clone, Debug)]
struct Life {
    major: bool,
    by_worker: bool,
    found: i32,
    deadline: Option<i32>,
    moves: Vec<(i32, Move)>,
}

fn lives() -> impl Strategy<Value = Vec<Life>> {
    let a_move = (0..12_i32, prop_oneof![6 => Just(Move::Advance), 1 => Just(Move::Reject), 1 => Just(Move::Reopen)]);
    let life =
        (any::<bool>(), any::<bool>(), 0..100_i32, prop::option::of(0..90_i32), prop::collection::vec(a_move, 0..24));
    let life =
        life.prop_map(|(major, by_worker, found, deadline, moves)| Life { major, by_worker, found, deadline, moves });
    prop::collection::vec(life, 0..12)
}

/// Fills what the stage asks for, as of `today`.
fn fill(hazard: &mut Hazard, today: Day) {
    for field in Hazard::fields_of(hazard.stage, hazard.is_major(), hazard.supervised) {
        if hazard.is_blank(field) {
            let text = if field == HazardField::AcceptedBy { PRINCIPAL } else { "1" };
            hazard.set_text(field, text.into());
            if field != HazardField::Deadline {
                hazard.set_day(field, Some(today));
            }
        }
    }
    if hazard.stage == Stage::Registered {
        hazard.grade.get_or_insert(Grade::General);
    }
}

fn lived(life: &Life) -> Hazard {
    let first = day("2026-08-01").plus(life.found);
    let mut hazard = Hazard {
        grade: life.major.then_some(Grade::Major),
        source: if life.by_worker { Source::Worker } else { Source::SelfCheck },
        found_on: Some(first),
        deadline: Some(first.plus(life.deadline.unwrap_or(30))),
        ..Hazard::default()
    };
    let mut today = first;
    for (later, a_move) in &life.moves {
        today = today.plus(*later);
        match a_move {
            Move::Advance => {
                fill(&mut hazard, today);
                let stage = hazard.stage;
                match hazard.advance(PRINCIPAL, today) {
                    Ok(next) => assert_eq!(Some(next), stage.next()),
                    Err(faults) => assert_eq!((stage, faults), (Stage::Appraised, vec![])),
                }
            }
            Move::Reject => hazard.reject(today, "不合格".into()),
            Move::Reopen => hazard.reopen(today, "又发现".into()),
        }
    }
    hazard
}

fn months() -> impl Iterator<Item = Period> {
    std::iter::successors(Period::parse("2026-07"), |period| Some(period.next())).take(16)
}

proptest! {
    #[test]
    fn carried_plus_added_less_closed_is_open_in_every_month(lives in lives(), cut_off in 0..28_u8) {
        let hazards: Vec<Hazard> = lives.iter().map(lived).collect();
        let rhythm = Rhythm { cut_off, due: 0 };
        let mut open_before = 0;
        for period in months() {
            let span = period.span(rhythm);
            let ledger = Ledger::of(&hazards, span);
            prop_assert!(ledger.adds_up(), "{period}: {ledger:?}");
            prop_assert_eq!(ledger.carried, open_before, "what was open is carried over");
            let counted = |day: Day| hazards.iter().filter(|hazard| hazard.is_open_on(day)).count();
            prop_assert_eq!(ledger.open as usize, counted(span.to));
            prop_assert_eq!(ledger.overdue as usize, hazards.iter().filter(|hazard| hazard.is_overdue_on(span.to)).count());
            prop_assert!(ledger.due_on_time <= ledger.due_closed && ledger.due_closed <= ledger.due);
            prop_assert!(ledger.due as usize <= hazards.len(), "each is due once");
            prop_assert!(ledger.open_major <= ledger.open && ledger.added_major <= ledger.added && ledger.uncontrolled <= ledger.open);
            open_before = ledger.open;
        }
        prop_assert_eq!(open_before as usize, hazards.iter().filter(|hazard| hazard.is_open()).count(), "in the end only open ones are open");
    }

    #[test]
    fn no_move_leaves_the_days_out_of_order(lives in lives()) {
        for hazard in lives.iter().map(lived) {
            prop_assert!(!hazard.faults().iter().any(|fault| matches!(fault, HazardFault::Order(first, _) if *first != HazardField::FoundOn)));
        }
    }
}

#[test]
fn a_hazard_goes_round_once_more_after_a_refusal_and_after_a_reopening() {
    let moves = |list: &[Move]| list.iter().map(|a_move| (1, *a_move)).collect();
    use Move::{Advance as A, Reject, Reopen};
    // Found → … → evaluated takes five moves; refused; rectified again; closed; reopened; three moves later closed
    // again.
    let life = Life {
        major: true,
        by_worker: false,
        found: 0,
        deadline: None,
        moves: moves(&[A, A, A, A, A, Reject, A, A, Reopen, A, A, A]),
    };
    let hazard = lived(&life);
    assert_eq!((hazard.stage, hazard.rejections.len(), hazard.reopenings.len()), (Stage::Closed, 1, 1));
    assert_eq!(hazard.reopenings[0].closed_on, day("2026-08-09"));
    assert_eq!(hazard.closed_on, Some(day("2026-08-13")));
}
