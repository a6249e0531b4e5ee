//! Books on a month, kept beside the program to check it.
//!
//! They are counted with nothing of the program but the rules of applicability.

use std::collections::BTreeSet;

use anziping_core::catalog::{self, Catalogue, Item, VetoOn};
use anziping_core::enterprise::Enterprise;
use anziping_core::month::answer::Mark;
use anziping_core::value::day::Day;

use crate::answers::{Replies, Said};
use crate::hazards::{Life, Pit};

/// The facts of a month.
pub struct Facts {
    facts: BTreeSet<String>,
    workers: u32,
}

impl Facts {
    pub fn of(enterprise: &Enterprise, open_major: &[&Life]) -> Self {
        let mut facts = enterprise.facts.clone();
        facts.insert(enterprise.industry.clone());
        if !open_major.is_empty() {
            facts.insert("major_hazard".into());
        }
        Self { facts, workers: enterprise.workers.parse().unwrap() }
    }
}

impl catalog::Facts for Facts {
    fn is(&self, fact: &str) -> bool {
        self.facts.contains(fact)
    }

    fn workers(&self) -> u32 {
        self.workers
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    pub carried: u32,
    pub added: u32,
    pub closed: u32,
    pub open: u32,
    pub open_major: u32,
    pub due: u32,
    pub due_on_time: u32,
    pub overdue: u32,
    pub reopened: u32,
}

/// A month by the books.
pub struct Known {
    pub from: Day,
    pub to: Day,
    pub ledger: Ledger,
    /// Total in tenths.
    pub tenths: Option<u32>,
    pub vetoes: Vec<String>,
    pub asked: u32,
    pub confirmed: u32,
    pub carried: u32,
    /// Area, closed on time, due.
    pub fourth: Vec<(String, u32, u32)>,
}

impl Known {
    pub fn of(catalogue: &Catalogue, facts: &Facts, replies: &Replies, pit: &Pit, from: Day, to: Day) -> Self {
        let areas = catalogue.areas.iter().filter(|area| facts.facts.contains(&area.fact));
        let fourth = areas.map(|area| {
            let ledger = ledger(pit.lives.iter().filter(|life| life.area == area.id), from, to);
            (area.id.clone(), ledger.due_on_time, ledger.due)
        });
        let mut known = Self {
            from,
            to,
            ledger: ledger(&pit.lives, from, to),
            tenths: None,
            vetoes: Vec::new(),
            asked: 0,
            confirmed: 0,
            carried: 0,
            fourth: fourth.collect(),
        };
        // Hundredths of a percent over exact fractions: numerator and denominator of the sum over the elements.
        let (mut over, mut under, mut weights) = (0_u128, 1_u128, 0_u128);
        for element in &catalogue.elements {
            let (mut sum, mut full) = (0_u128, 0_u128);
            for item in element.items.iter().filter(|item| item.applies.holds(facts)) {
                let reply = replies.0[&item.id];
                known.asked += 1;
                known.carried += u32::from(reply.carried);
                known.confirmed += u32::from(!reply.carried && reply.said != Said::Mark(Mark::Unsure));
                if vetoes(item, facts, reply.said) {
                    known.vetoes.push(item.id.clone());
                }
                if let Some(score) = score(reply.said) {
                    sum += u128::from(item.weight) * score;
                    full += u128::from(item.weight);
                }
            }
            if full > 0 {
                over = over * full + u128::from(element.weight) * sum * under;
                under *= full;
                weights += u128::from(element.weight);
            }
        }
        known.tenths =
            (weights > 0).then(|| u32::try_from((over * 2 + 10 * under * weights) / (20 * under * weights)).unwrap());
        known
    }
}

/// 0 to 10 000; `None` for what leaves both sums.
fn score(said: Said) -> Option<u128> {
    Some(match said {
        Said::Mark(Mark::Yes) => 10_000,
        Said::Mark(Mark::Partly) => 5_000,
        Said::Mark(Mark::No | Mark::Unsure) => 0,
        Said::Mark(Mark::Na) | Said::Count(_, 0) => return None,
        // Half up.
        Said::Count(done, total) => (u128::from(done) * 20_000 / u128::from(total)).div_ceil(2),
    })
}

fn vetoes(item: &Item, facts: &Facts, said: Said) -> bool {
    let Some(veto) = item.veto.as_ref().filter(|veto| veto.when.holds(facts)) else { return false };
    match said {
        Said::Mark(Mark::No) => true,
        Said::Mark(Mark::Partly) => veto.on != VetoOn::No,
        Said::Count(done, total) => veto.on == VetoOn::BelowFull && done < total,
        Said::Mark(_) => false,
    }
}

pub fn ledger<'a>(lives: impl IntoIterator<Item = &'a Life>, from: Day, to: Day) -> Ledger {
    let mut ledger = Ledger::default();
    for life in lives {
        for (number, (opened, closed)) in life.stretches.iter().enumerate() {
            let open_at = |day: Day| *opened <= day && closed.is_none_or(|closed| closed > day);
            let within = |day: Day| from <= day && day <= to;
            ledger.carried += u32::from(open_at(from.plus(-1)));
            ledger.added += u32::from(within(*opened));
            ledger.reopened += u32::from(within(*opened) && number > 0);
            ledger.closed += u32::from(closed.is_some_and(within));
            ledger.open += u32::from(open_at(to));
            ledger.open_major += u32::from(open_at(to) && life.major);
        }
        let (_, closed) = life.stretches[life.stretches.len() - 1];
        let over = closed.is_some_and(|closed| closed < from);
        if life.deadline <= to && !over {
            ledger.due += 1;
            ledger.due_on_time += u32::from(closed.is_some_and(|closed| closed <= life.deadline));
            ledger.overdue += u32::from(closed.is_none() && life.deadline < to);
        }
    }
    ledger
}
