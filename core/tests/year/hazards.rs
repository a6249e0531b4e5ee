//! The hazards of a year: every move is made in the draft and written down in the books.

use std::collections::BTreeSet;

use anziping_core::hazard::{Grade, Hazard, HazardField, Stage};
use anziping_core::month::draft::MonthDraft;
use anziping_core::value::day::Day;

pub const PRINCIPAL: &str = "负责人";

/// One hazard as the books know it.
#[derive(Clone, Debug)]
pub struct Life {
    id: String,
    pub area: &'static str,
    pub major: bool,
    pub deadline: Day,
    /// Opened and, where it is, closed.
    pub stretches: Vec<(Day, Option<Day>)>,
    /// Moves that are left before it is closed, the refusal included.
    plan: Vec<Move>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Move {
    /// Up to the acceptance.
    Work,
    Refuse,
    Close,
    Reopen,
    Appraise,
}

/// All hazards of the year, and a source of days and choices that is the same in every run.
pub struct Pit {
    pub lives: Vec<Life>,
    state: u64,
}

impl Pit {
    pub fn new(seed: u64) -> Self {
        Self { lives: Vec::new(), state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) }
    }

    /// A number below `most`.
    fn pick(&mut self, most: u64) -> u64 {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % most
    }

    /// The major ones open at the end of the day.
    pub fn open_major(&self, day: Day) -> Vec<&Life> {
        let open = |life: &&Life| life.stretches.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| to > day));
        self.lives.iter().filter(|life| life.major).filter(open).collect()
    }

    /// Some days of work on what is open, and some new ones.
    pub fn live_through(&mut self, draft: &mut MonthDraft, from: Day, to: Day, seen: &mut BTreeSet<&'static str>) {
        let mut today = from.plus(1);
        while today <= to {
            for at in 0..self.lives.len() {
                if self.pick(5) == 0 {
                    self.step(at, draft, today, seen);
                }
            }
            if self.pick(4) == 0 {
                self.open(draft, today, seen);
            }
            today = today.plus(2);
        }
    }

    fn open(&mut self, draft: &mut MonthDraft, today: Day, seen: &mut BTreeSet<&'static str>) {
        let major = self.pick(7) == 0;
        let area = ["hot-work", "", "lifting", "maintenance"][self.pick(4) as usize];
        let deadline = today.plus(i32::try_from(self.pick(25)).unwrap());
        let mut plan = vec![Move::Work];
        if self.pick(3) == 0 {
            plan.extend([Move::Refuse, Move::Work]);
        }
        plan.push(Move::Close);
        if self.pick(3) == 0 {
            plan.extend([Move::Reopen, Move::Work, Move::Close]);
        }
        plan.push(Move::Appraise);
        plan.reverse();
        let id = draft.next_hazard_id();
        draft.hazards.push(Hazard {
            id: id.clone(),
            grade: Some(if major { Grade::Major } else { Grade::General }),
            area: area.into(),
            found_on: Some(today),
            deadline: Some(deadline),
            ..Hazard::default()
        });
        self.lives.push(Life { id, area, major, deadline, stretches: vec![(today, None)], plan });
        seen.insert(if major { "major hazard" } else { "hazard opened" });
    }

    fn step(&mut self, at: usize, draft: &mut MonthDraft, today: Day, seen: &mut BTreeSet<&'static str>) {
        let life = &mut self.lives[at];
        let Some(next) = life.plan.pop() else { return };
        let hazard =
            draft.hazards.iter_mut().find(|hazard| hazard.id == life.id).expect("what is not finished rolls over");
        match next {
            Move::Work => advance_to(hazard, Stage::Evaluated, today),
            Move::Refuse => {
                hazard.reject(today, "没有改好".into());
                seen.insert("acceptance rejected");
            }
            Move::Close => {
                advance_to(hazard, Stage::Closed, today);
                life.stretches.last_mut().unwrap().1 = Some(today);
                seen.insert("hazard closed");
                if today > life.deadline {
                    seen.insert("closed late");
                }
            }
            Move::Reopen => {
                hazard.reopen(today, "又出现".into());
                life.stretches.push((today, None));
                seen.insert("hazard reopened");
            }
            Move::Appraise => advance_to(hazard, Stage::Appraised, today),
        }
    }
}

/// Fills in what each stage asks for, as of `today`, and goes on.
fn advance_to(hazard: &mut Hazard, stage: Stage, today: Day) {
    while hazard.stage < stage {
        for field in Hazard::fields_of(hazard.stage, hazard.is_major(), hazard.supervised) {
            if hazard.is_blank(field) {
                hazard.set_text(field, if field == HazardField::AcceptedBy { PRINCIPAL } else { "1" }.into());
                hazard.set_day(field, Some(today));
            }
        }
        hazard.advance(PRINCIPAL, today).expect("everything is filled in");
    }
}
