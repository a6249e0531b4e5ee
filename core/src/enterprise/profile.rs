//! The facts by which rules decide which questions apply.

use std::collections::BTreeSet;

use anziping_catalog::{Catalogue, FactGroup, rule::Facts};

use super::Enterprise;

/// Fact id of the industry 非煤矿山.
pub const MINE: &str = "mine";
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
            FactGroup::MineKind => self.industry == MINE,
            FactGroup::Industry | FactGroup::Month | FactGroup::Derived => false,
        };
        let declared = catalogue.facts.iter().filter(|fact| holds(fact.group) && self.facts.contains(&fact.id));
        let mut facts: BTreeSet<String> = declared.map(|fact| fact.id.clone()).collect();
        if !self.industry.is_empty() {
            facts.insert(self.industry.clone());
        }
        Profile { facts, workers: self.worker_count().unwrap_or(0) }
    }
}
