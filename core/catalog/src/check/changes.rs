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
            if change.ids.is_empty() {
                self.report(format!("{at}/ids"), Flaw::Empty);
            }
            for (number, id) in change.ids.iter().enumerate() {
                if !seen.insert(id) {
                    self.report(format!("{at}/ids/{number}"), Flaw::Duplicate(id.clone()));
                }
                self.text(format!("{at}/ids/{number}"), id, Length::Required);
            }
            self.text(format!("{at}/what"), &change.what, Length::Required);
            self.text(format!("{at}/why"), &change.why, Length::Required);
        }
    }
}
