//! Checks what citations rest on: documents in force, and texts that somebody read.

use super::form::Spelling;
use super::text::Length;
use super::{Check, Flaw};
use crate::{Citation, Confidence, CriteriaSet, LegalDocument, Listed, State};

impl Check<'_> {
    /// Days, successors and addresses of a document.
    pub(super) fn validity(&mut self, at: &str, document: &LegalDocument) {
        self.text(format!("{at}/address"), &document.address, Length::MayBeEmpty);
        if !document.address.is_empty() && !is_address(&document.address) {
            self.report(format!("{at}/address"), Flaw::Address);
        }
        if document.confidence == Confidence::Verified
            && (document.address.is_empty() || document.checked_on.is_empty())
        {
            self.report(format!("{at}/confidence"), Flaw::DocumentNotLookedAt);
        }
        if !document.ended_on.is_empty() {
            self.form(format!("{at}/ended_on"), &document.ended_on, Spelling::Day);
        }
        if !document.replaced_by.is_empty() {
            if !self.documents.contains(document.replaced_by.as_str()) || document.replaced_by == document.id {
                self.report(format!("{at}/replaced_by"), Flaw::UnknownDocument(document.replaced_by.clone()));
            }
            if document.ended_on.is_empty() {
                self.report(format!("{at}/replaced_by"), Flaw::ReplacedWithoutDay);
            }
        }
    }

    pub(super) fn readings(&mut self) {
        for (index, text) in self.catalogue.readings.iter().enumerate() {
            let at = format!("/readings/{index}");
            if !self.documents.contains(text.document.as_str()) {
                self.report(format!("{at}/document"), Flaw::UnknownDocument(text.document.clone()));
            }
            self.text(format!("{at}/at"), &text.at, Length::Required);
            for (name, address, required) in [("address", &text.address, true), ("copy", &text.copy, false)] {
                self.text(format!("{at}/{name}"), address, Length::MayBeEmpty);
                if (required || !address.is_empty()) && !is_address(address) {
                    self.report(format!("{at}/{name}"), Flaw::Address);
                }
            }
            self.form(format!("{at}/read_on"), &text.read_on, Spelling::Day);
        }
    }

    /// A citation of a listed document: in force or explained, and read where it says so.
    pub(crate) fn citation(&mut self, at: &str, citation: &Citation) {
        self.text(format!("{at}/at"), &citation.at, Length::MayBeEmpty);
        self.text(format!("{at}/despite"), &citation.despite, Length::MayBeEmpty);
        let Some(document) = self.catalogue.document(&citation.document) else {
            return self.report(format!("{at}/document"), Flaw::UnknownDocument(citation.document.clone()));
        };
        match (document.state(), citation.despite.is_empty()) {
            (State::InForce, false) => self.report(format!("{at}/despite"), Flaw::DespiteNothing),
            (State::Ended { .. } | State::Replaced { .. }, true) => {
                self.report(at, Flaw::OutOfForce(document.short.clone()));
            }
            _ => {}
        }
        if citation.confidence == Confidence::Verified && !self.read.cover(&citation.document, &citation.at) {
            self.report(format!("{at}/confidence"), Flaw::NotRead(format!("{} {}", document.short, citation.at)));
        }
    }

    /// Criteria asserted as verified were read one by one.
    pub(super) fn criteria_read(&mut self, at: &str, set: &CriteriaSet) {
        if let Some(document) = self.catalogue.document(&set.document)
            && document.state() != State::InForce
        {
            self.report(format!("{at}/document"), Flaw::OutOfForce(document.short.clone()));
        }
        for (index, part) in set.parts.iter().enumerate() {
            for (number, criterion) in part.criteria.iter().enumerate() {
                let listed = Listed { set, part, criterion };
                let place = listed.place();
                if listed.confidence() == Confidence::Verified && !self.read.cover(&set.document, &place) {
                    let path = format!("{at}/parts/{index}/criteria/{number}/at");
                    self.report(path, Flaw::NotRead(format!("{} {place}", set.name)));
                }
            }
        }
    }
}

fn is_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|host| host.contains('.')))
        && !address.contains(' ')
}
