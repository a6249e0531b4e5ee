//! Checks a catalogue beyond its shape; the same for our own and for foreign ones.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `areas` | high-risk areas, their targets and points |
//! | `changes` | the change log of an edition: it speaks of things that are there, or were in the edition before |
//! | `criteria` | criteria for major hazards: their sets, articles and items |
//! | `elements` | elements and their items |
//! | `form` | how ids, clauses, versions and dates are written |
//! | `problem` | what can be wrong with a catalogue |
//! | `relations` | relations between answers |
//! | `sources` | what citations rest on: documents in force, and texts that somebody read |
//! | `text` | which texts may stand in a catalogue: one line, plain Chinese, nothing invisible |
//! | `vetoes` | vetoes and leads: what they speak of, and where exactly a veto begins |

mod areas;
mod changes;
mod criteria;
mod elements;
mod form;
mod problem;
mod relations;
mod sources;
mod text;
mod vetoes;

use std::collections::HashSet;

use crate::readings::Readings;
use crate::rule::RESERVED;
use crate::{Catalogue, Citation, FactGroup, Rule};
use form::Spelling;
pub(crate) use text::Length;

pub use problem::{Flaw, Problem};
pub use text::MAX_TEXT;

/// Most check items, and most points, in one catalogue; the pages are measured up to half of this.
pub const MAX_ITEMS: usize = 2_000;

impl Catalogue {
    /// All that is wrong with this catalogue, in the order of its parts; empty for a sound one.
    pub fn problems(&self) -> Vec<Problem> {
        let mut check = Check::of(self);
        check.head();
        check.facts();
        check.documents();
        check.readings();
        check.elements();
        check.areas();
        check.criteria();
        check.exclusions();
        check.changes();
        check.problems
    }
}

/// A validation in progress: the ids of the check list, and the problems found so far.
///
/// The tables of the trade are looked at with it too.
pub(crate) struct Check<'a> {
    catalogue: &'a Catalogue,
    facts: HashSet<&'a str>,
    documents: HashSet<&'a str>,
    criteria: HashSet<&'a str>,
    read: Readings<'a>,
    item_ids: HashSet<&'a str>,
    problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    pub(crate) fn of(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            facts: catalogue.facts.iter().map(|fact| fact.id.as_str()).collect(),
            documents: catalogue.documents.iter().map(|document| document.id.as_str()).collect(),
            criteria: catalogue.criteria().map(|listed| listed.criterion.id.as_str()).collect(),
            read: Readings::of(catalogue),
            item_ids: HashSet::new(),
            problems: Vec::new(),
        }
    }

    /// Ends the check with the problems that were found.
    #[cfg(feature = "source")]
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The id of a row of a table of the trade; records and calendars keep it.
    #[cfg(feature = "source")]
    pub(crate) fn row_id(&mut self, path: &str, id: &str, is_new: bool) {
        self.form(path.to_owned(), id, Spelling::Fact);
        if !is_new {
            self.report(path, Flaw::Duplicate(id.to_owned()));
        }
    }

    pub(crate) fn report(&mut self, path: impl Into<String>, what: Flaw) {
        self.problems.push(Problem { path: path.into(), what });
    }

    /// The id of an area of this catalogue, or none.
    #[cfg(feature = "source")]
    pub(crate) fn area_id(&mut self, path: String, id: &str) {
        if !id.is_empty() && self.catalogue.area(id).is_none() {
            self.report(path, Flaw::Row("没有这个编号的高风险领域"));
        }
    }

    pub(crate) fn text(&mut self, path: String, text: &str, length: Length) {
        if let Err(flaw) = text::check(text, length) {
            self.report(path, flaw);
        }
    }

    fn form(&mut self, path: String, found: &str, form: Spelling) {
        if !form.fits(found) {
            let found = found.chars().filter(|c| !c.is_control()).take(40).collect();
            let example = form.example();
            self.report(path, Flaw::Form { found, example });
        }
    }

    fn unique(&mut self, path: &str, seen: &mut HashSet<&'a str>, id: &'a str) {
        if !seen.insert(id) {
            self.report(path, Flaw::Duplicate(id.to_owned()));
        }
    }

    pub(crate) fn rule(&mut self, path: String, rule: &Rule) {
        for fact in rule.facts() {
            if !self.facts.contains(fact) {
                self.report(path.clone(), Flaw::UnknownFact(fact.to_owned()));
            }
        }
    }

    fn basis(&mut self, path: &str, basis: &[Citation]) {
        if basis.is_empty() {
            self.report(path, Flaw::NoBasis);
        }
        for (index, citation) in basis.iter().enumerate() {
            self.citation(&format!("{path}/{index}"), citation);
        }
    }

    fn head(&mut self) {
        let catalogue = self.catalogue;
        self.form("/id".into(), &catalogue.id, Spelling::Slug);
        self.form("/version".into(), &catalogue.version, Spelling::Version);
        self.text("/title".into(), &catalogue.title, Length::Required);
        self.form("/issued".into(), &catalogue.issued, Spelling::Day);
        self.text("/notice".into(), &catalogue.notice, Length::Required);
    }

    fn facts(&mut self) {
        let mut seen = HashSet::new();
        for (index, fact) in self.catalogue.facts.iter().enumerate() {
            let at = format!("/facts/{index}");
            let id = format!("{at}/id");
            self.unique(&id, &mut seen, &fact.id);
            if RESERVED.contains(&fact.id.as_str()) {
                self.report(id.clone(), Flaw::ReservedWord(fact.id.clone()));
            }
            self.form(id, &fact.id, Spelling::Fact);
            self.text(format!("{at}/label"), &fact.label, Length::Required);
            let asked = match fact.group {
                FactGroup::Derived | FactGroup::Officer => Length::MayBeEmpty,
                _ => Length::Required,
            };
            self.text(format!("{at}/question"), &fact.question, asked);
            self.text(format!("{at}/hint"), &fact.hint, Length::MayBeEmpty);
            // Facts are decided one after the other, so a rule asks only for those that stand before.
            for asked in fact.applies.facts() {
                if !self.catalogue.facts.iter().take(index).any(|before| before.id == asked) {
                    self.report(format!("{at}/applies"), Flaw::LaterFact(asked.to_owned()));
                }
            }
        }
    }

    fn documents(&mut self) {
        let mut seen = HashSet::new();
        for (index, document) in self.catalogue.documents.iter().enumerate() {
            let at = format!("/documents/{index}");
            self.unique(&format!("{at}/id"), &mut seen, &document.id);
            self.form(format!("{at}/id"), &document.id, Spelling::Slug);
            self.text(format!("{at}/title"), &document.title, Length::Required);
            self.text(format!("{at}/short"), &document.short, Length::Required);
            for (name, text) in
                [("number", &document.number), ("replaces", &document.replaces), ("note", &document.note)]
            {
                self.text(format!("{at}/{name}"), text, Length::MayBeEmpty);
            }
            if !document.in_force_since.is_empty() {
                self.form(format!("{at}/in_force_since"), &document.in_force_since, Spelling::Day);
            }
            if !document.checked_on.is_empty() {
                self.form(format!("{at}/checked_on"), &document.checked_on, Spelling::Month);
            }
            self.validity(&at, document);
        }
    }
}

#[cfg(test)]
mod tests;
