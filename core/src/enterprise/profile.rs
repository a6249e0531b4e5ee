//! The facts by which rules decide which questions apply.

use std::collections::BTreeSet;

use anziping_catalog::{Catalogue, FactGroup, rule::Facts};

use super::Enterprise;

/// Fact id of the industry 非煤矿山.
pub const MINE: &str = "mine";
/// Fact id of a mine beside another industry: a cement works with a quarry of its own.
const QUARRYING: &str = "quarrying";
/// Fact ids of the kinds of mine; an open pit with its own tailings pond has two.
pub const MINE_KINDS: [&str; 3] = ["open_pit", "underground", "tailings"];

/// The facts by which rules decide, complete for one month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    /// Ids of the facts that hold.
    pub facts: BTreeSet<String>,
    /// Number of workers; 0 while it is unknown.
    pub workers: u32,
}

impl Facts for Profile {
    fn is(&self, fact: &str) -> bool {
        self.facts.contains(fact)
    }

    fn workers(&self) -> u32 {
        self.workers
    }
}

impl Enterprise {
    /// The facts that hold for the enterprise itself.
    ///
    /// Those of a month come from [`crate::month::figures::MonthFacts`].
    pub fn profile(&self, catalogue: &Catalogue) -> Profile {
        let holds = |group: FactGroup| match group {
            FactGroup::Asked | FactGroup::Area => true,
            FactGroup::MineKind => self.is_mine(),
            FactGroup::Industry | FactGroup::Month | FactGroup::Derived => false,
        };
        let mut profile = Profile { facts: BTreeSet::new(), workers: self.worker_count().unwrap_or(0) };
        if !self.industry.is_empty() {
            profile.facts.insert(self.industry.clone());
        }
        for fact in &catalogue.facts {
            if holds(fact.group) && self.facts.contains(&fact.id) && fact.applies.holds(&profile) {
                profile.facts.insert(fact.id.clone());
            }
        }
        profile
    }

    /// Whether it mines, be it as its industry or beside it.
    pub fn is_mine(&self) -> bool {
        self.industry == MINE || self.facts.contains(QUARRYING)
    }
}
