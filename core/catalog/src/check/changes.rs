//! The change log of an edition: it speaks of things that are there, or were in the edition before.

use std::collections::HashSet;

use super::text::Length;
use super::{Check, Flaw};

impl Check<'_> {
    pub(super) fn changes(&mut self) {
        let catalogue = self.catalogue;
        let mut seen = HashSet::new();
        for (index, change) in catalogue.changes.iter().enumerate() {
            let at = format!("/changes/{index}");
            if !seen.insert(&change.id) {
                self.report(format!("{at}/id"), Flaw::Duplicate(change.id.clone()));
            }
            self.text(format!("{at}/id"), &change.id, Length::Required);
            self.text(format!("{at}/what"), &change.what, Length::Required);
            self.text(format!("{at}/why"), &change.why, Length::Required);
        }
    }
}
