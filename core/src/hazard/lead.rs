//! The record that a suspicion (疑似) opens in the ledger.

use anziping_catalog::{Catalogue, Listed};

use super::{Grade, Hazard};
use crate::enterprise::Profile;
use crate::value::day::Day;

impl Hazard {
    /// A lead as a criterion opens it.
    ///
    /// Major, with the item and the area of the criterion where the enterprise has them.
    pub fn of_lead(listed: Listed<'_>, catalogue: &Catalogue, profile: &Profile, found_on: Option<Day>) -> Self {
        let criterion = listed.criterion;
        let area = catalogue.area(&criterion.area).filter(|area| profile.facts.contains(&area.fact));
        let item = catalogue.item(&criterion.item).filter(|item| item.applies.holds(profile));
        Self {
            grade: Some(Grade::Major),
            lead: criterion.id.clone(),
            criterion: listed.citation(),
            item: item.map_or_else(String::new, |item| item.id.clone()),
            area: area.map_or_else(String::new, |area| area.id.clone()),
            found_on,
            ..Self::default()
        }
    }

    /// Returns whether nobody has changed a record since `opened`, but for its number and day.
    ///
    /// Earlier programs opened such a record without a finder.
    pub fn is_untouched(&self, opened: &Self) -> bool {
        let finder = if self.finder.is_empty() { String::new() } else { opened.finder.clone() };
        *self == Self { id: self.id.clone(), found_on: self.found_on, finder, ..opened.clone() }
    }
}
