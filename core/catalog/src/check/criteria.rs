//! Criteria for major hazards: their sets, articles and items.

use std::collections::HashSet;

use super::form::Spelling;
use super::text::Length;
use super::{Check, Flaw, MAX_ITEMS};
use crate::{CriteriaPart, Criterion};

impl<'a> Check<'a> {
    pub(super) fn criteria(&mut self) {
        let catalogue = self.catalogue;
        let count = catalogue.criteria().count();
        if count > MAX_ITEMS {
            self.report("/criteria", Flaw::TooMany(count));
        }
        let (mut sets, mut ids) = (HashSet::new(), HashSet::new());
        for (index, set) in catalogue.criteria.iter().enumerate() {
            let at = format!("/criteria/{index}");
            self.unique(&format!("{at}/id"), &mut sets, &set.id);
            self.form(format!("{at}/id"), &set.id, Spelling::Slug);
            self.text(format!("{at}/name"), &set.name, Length::Required);
            if !self.documents.contains(set.document.as_str()) {
                self.report(format!("{at}/document"), Flaw::UnknownDocument(set.document.clone()));
            }
            self.criteria_read(&at, set);
            self.text(format!("{at}/scope_note"), &set.scope_note, Length::MayBeEmpty);
            self.text(format!("{at}/failed_device"), &set.failed_device, Length::MayBeEmpty);
            for (index, part) in set.parts.iter().enumerate() {
                self.part(&format!("{at}/parts/{index}"), part, &mut ids);
            }
        }
    }

    fn part(&mut self, at: &str, part: &'a CriteriaPart, ids: &mut HashSet<&'a str>) {
        self.text(format!("{at}/article"), &part.article, Length::MayBeEmpty);
        self.text(format!("{at}/name"), &part.name, Length::Required);
        self.text(format!("{at}/scope_note"), &part.scope_note, Length::MayBeEmpty);
        self.rule(format!("{at}/applies"), &part.applies);
        for (index, criterion) in part.criteria.iter().enumerate() {
            let path = format!("{at}/criteria/{index}");
            self.unique(&format!("{path}/id"), ids, &criterion.id);
            self.criterion(&path, criterion);
        }
    }

    fn criterion(&mut self, at: &str, criterion: &Criterion) {
        self.form(format!("{at}/id"), &criterion.id, Spelling::Criterion);
        self.text(format!("{at}/at"), &criterion.at, Length::Required);
        self.text(format!("{at}/text"), &criterion.text, Length::Required);
        self.text(format!("{at}/scope_note"), &criterion.scope_note, Length::MayBeEmpty);
        // One defect is no choice, and they are kept by their number in a byte.
        if criterion.defects.len() == 1 || criterion.defects.len() > 9 {
            self.report(format!("{at}/defects"), Flaw::Defects(criterion.defects.len()));
        }
        for (index, defect) in criterion.defects.iter().enumerate() {
            self.text(format!("{at}/defects/{index}"), defect, Length::Required);
        }
        self.rule(format!("{at}/applies"), &criterion.applies);
        self.criterion_relations(at, criterion);
    }
}
