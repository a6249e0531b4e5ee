//! The facts by which rules decide which questions apply.

use std::collections::BTreeSet;

use anziping_catalog::{Catalogue, Fact, FactGroup, rule::Facts};

use super::{Enterprise, OfficerTime};

/// The facts by which rules decide, complete for one month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    /// Ids of the facts that hold.
    pub facts: BTreeSet<String>,
    /// Number of workers; 0 while it is unknown.
    pub workers: u32,
}

fn mine_kinds(catalogue: &Catalogue) -> impl Iterator<Item = &Fact> {
    catalogue.facts.iter().filter(|fact| fact.group == FactGroup::MineKind)
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
            FactGroup::Asked | FactGroup::Area | FactGroup::MineKind => true,
            FactGroup::Industry | FactGroup::Month | FactGroup::Derived | FactGroup::Officer => false,
        };
        let part_time = self.officer_time == Some(OfficerTime::PartTime);
        let mut profile = Profile { facts: BTreeSet::new(), workers: self.worker_count().unwrap_or(0) };
        if !self.industry.is_empty() {
            profile.facts.insert(self.industry.clone());
        }
        for fact in &catalogue.facts {
            let said = holds(fact.group) && self.facts.contains(&fact.id);
            if (said || part_time && fact.group == FactGroup::Officer) && fact.applies.holds(&profile) {
                profile.facts.insert(fact.id.clone());
            }
        }
        profile
    }

    /// Returns whether the check list asks this enterprise for the kind of its mine.
    pub fn is_asked_mine_kind(&self, catalogue: &Catalogue) -> bool {
        let profile = self.profile(catalogue);
        mine_kinds(catalogue).any(|fact| fact.applies.holds(&profile))
    }

    /// Returns whether the enterprise runs a mine, as its industry or beside it, and must name the kind.
    ///
    /// Kinds that a list asks of everybody do not make it a mine.
    pub fn is_mine(&self, catalogue: &Catalogue) -> bool {
        let profile = self.profile(catalogue);
        mine_kinds(catalogue).any(|fact| !fact.applies.is_always() && fact.applies.holds(&profile))
    }

    /// Returns whether the enterprise has named the kind of its mine.
    pub(super) fn said_mine_kind(&self, catalogue: &Catalogue) -> bool {
        mine_kinds(catalogue).any(|fact| self.facts.contains(&fact.id))
    }
}
