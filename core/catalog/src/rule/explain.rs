//! Explains in as few terms as possible why a rule holds or does not hold for an enterprise.

use std::cmp::Reverse;

use super::{Comparison, Facts, Rule, Test};

/// A term of a rule with the value it has for an enterprise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A fact: 没有有限空间.
    Fact {
        /// Id of the fact.
        id: String,
        /// Whether it holds.
        is: bool,
    },
    /// A comparison of the number of workers: 从业人员 36 人，不超过 100.
    Workers {
        /// The comparison as the rule has it.
        comparison: Comparison,
        /// The number the rule compares with.
        limit: u32,
        /// The number of workers the enterprise has.
        count: u32,
        /// Whether the comparison holds.
        is: bool,
    },
}

impl Term {
    /// Returns whether the term holds for the enterprise.
    pub fn holds(&self) -> bool {
        match self {
            Self::Fact { is, .. } | Self::Workers { is, .. } => *is,
        }
    }
}

pub(super) fn explain(rule: &Rule, facts: &dyn Facts) -> Vec<Term> {
    let count = rule.terms.len();
    // Bit i of an assignment says whether term i holds. At most 2^MAX_TERMS of them.
    let outcomes: Vec<bool> =
        (0..1_usize << count).map(|assignment| rule.expression.holds(&|index| assignment >> index & 1 == 1)).collect();
    let present = rule.terms.iter().enumerate().map(|(index, term)| usize::from(term.holds(facts)) << index).sum();

    // Fewest terms first; among equals the one with the terms written first.
    let mut kept_sets: Vec<usize> = (0..outcomes.len()).collect();
    kept_sets.sort_by_key(|kept| (kept.count_ones(), Reverse(kept.reverse_bits())));
    let kept = kept_sets.into_iter().find(|kept| decides(&outcomes, *kept, present)).unwrap_or_default();

    rule.terms
        .iter()
        .enumerate()
        .filter(|(index, _)| kept >> index & 1 == 1)
        .map(|(_, term)| seen(term, facts))
        .collect()
}

/// Returns whether every assignment that agrees with `present` on the terms in `kept` has its outcome.
fn decides(outcomes: &[bool], kept: usize, present: usize) -> bool {
    let free = (outcomes.len() - 1) & !kept;
    let mut chosen = free;
    loop {
        if outcomes.get(present & kept | chosen) != outcomes.get(present) {
            return false;
        }
        if chosen == 0 {
            return true;
        }
        // The next smaller subset of the free terms.
        chosen = (chosen - 1) & free;
    }
}

fn seen(term: &Test, facts: &dyn Facts) -> Term {
    let is = term.holds(facts);
    match term {
        Test::Fact(id) => Term::Fact { id: id.clone(), is },
        Test::Workers(comparison, limit) => {
            Term::Workers { comparison: *comparison, limit: *limit, count: facts.workers(), is }
        }
    }
}
