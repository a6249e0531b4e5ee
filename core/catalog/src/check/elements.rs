//! Elements and their items.

use std::collections::HashSet;

use super::form::Spelling;
use super::text::Length;
use super::{Check, Flaw, MAX_ITEMS};
use crate::{Element, Item, Kind};

impl<'a> Check<'a> {
    pub(super) fn elements(&mut self) {
        let catalogue = self.catalogue;
        let items = catalogue.items().count();
        if items > MAX_ITEMS {
            self.report("/elements", Flaw::TooMany(items));
        }
        let sum = catalogue.elements.iter().map(|element| u64::from(element.weight)).sum();
        if sum != 100 {
            self.report("/elements", Flaw::ElementWeights(sum));
        }
        let (mut last, mut figures) = (0, HashSet::new());
        for (index, element) in catalogue.elements.iter().enumerate() {
            if element.number <= last || element.number > 8 {
                self.report(format!("/elements/{index}/number"), Flaw::ElementNumber(element.number));
            }
            last = element.number;
            self.element(&format!("/elements/{index}"), element);
            for (number, item) in element.items.iter().enumerate() {
                self.item_relations(&format!("/elements/{index}/items/{number}"), item, &mut figures);
            }
        }
    }

    fn element(&mut self, at: &str, element: &'a Element) {
        self.form(format!("{at}/clause"), &element.clause, Spelling::Clause);
        self.text(format!("{at}/name"), &element.name, Length::Required);
        let mut clauses = HashSet::new();
        for (index, sub) in element.sub_elements.iter().enumerate() {
            let path = format!("{at}/sub_elements/{index}");
            self.unique(&format!("{path}/clause"), &mut clauses, &sub.clause);
            self.form(format!("{path}/clause"), &sub.clause, Spelling::Clause);
            let below = sub.clause.strip_prefix(&element.clause);
            if !below.is_some_and(|rest| rest.starts_with('.')) {
                self.report(format!("{path}/clause"), Flaw::ForeignClause(sub.clause.clone()));
            }
            self.text(format!("{path}/name"), &sub.name, Length::Required);
        }
        for (index, item) in element.items.iter().enumerate() {
            let path = format!("{at}/items/{index}");
            if !clauses.contains(item.sub_element.as_str()) {
                self.report(format!("{path}/sub_element"), Flaw::UnknownSubElement(item.sub_element.clone()));
            }
            self.item(&path, item);
        }
    }

    fn item(&mut self, at: &str, item: &'a Item) {
        self.form(format!("{at}/id"), &item.id, Spelling::Item);
        if !self.item_ids.insert(&item.id) {
            self.report(format!("{at}/id"), Flaw::Duplicate(item.id.clone()));
        }
        self.text(format!("{at}/question"), &item.question, Length::Required);
        self.text(format!("{at}/how"), &item.how, Length::Required);
        if item.evidence.is_empty() {
            self.report(format!("{at}/evidence"), Flaw::NoEvidence);
        }
        for (index, evidence) in item.evidence.iter().enumerate() {
            self.text(format!("{at}/evidence/{index}"), evidence, Length::Required);
        }
        self.basis(&format!("{at}/basis"), &item.basis);
        for (name, label) in [("done_label", &item.done_label), ("total_label", &item.total_label)] {
            let path = format!("{at}/{name}");
            match (item.kind, label.is_empty()) {
                (Kind::Ratio, true) => self.report(path, Flaw::RatioWithoutLabel),
                (Kind::Level | Kind::YesNo, false) => self.report(path, Flaw::LabelWithoutRatio),
                _ => self.text(path, label, Length::MayBeEmpty),
            }
        }
        for (index, case) in item.interval_when.iter().enumerate() {
            self.rule(format!("{at}/interval_when/{index}/when"), &case.when);
        }
        if !(1..=5).contains(&item.weight) {
            self.report(format!("{at}/weight"), Flaw::Weight(item.weight));
        }
        if let Some(veto) = &item.veto {
            self.veto(&format!("{at}/veto"), item, veto);
        }
        if let Some(lead) = &item.lead {
            self.lead(&format!("{at}/lead"), item, lead);
        }
        if let Some(computed) = &item.computed {
            if item.kind != Kind::Ratio {
                self.report(format!("{at}/computed"), Flaw::ComputedWithoutRatio);
            }
            if computed.is_given() && self.catalogue.criteria.is_empty() {
                self.report(format!("{at}/computed/from"), Flaw::ScreeningWithoutCriteria);
            }
            if !computed.fits() {
                self.report(format!("{at}/computed/count"), Flaw::ForeignCount);
            }
            self.rule(format!("{at}/computed/when"), &computed.when);
        }
        if item.figures.is_some() && item.kind != Kind::Ratio {
            self.report(format!("{at}/figures"), Flaw::ComputedWithoutRatio);
        }
        self.text(format!("{at}/documents"), &item.documents, Length::MayBeEmpty);
        self.rule(format!("{at}/applies"), &item.applies);
        self.text(format!("{at}/scope_note"), &item.scope_note, Length::MayBeEmpty);
    }
}
