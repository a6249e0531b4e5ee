//! Vetoes and leads: what they speak of, and where exactly a veto begins.

use super::text::Length;
use super::{Check, Flaw};
use crate::{Case, Item, Kind, Lead, Veto, VetoOn};

impl Check<'_> {
    pub(super) fn veto(&mut self, at: &str, item: &Item, veto: &Veto) {
        self.answers(at, item.kind, veto.on);
        self.rule(format!("{at}/when"), &veto.when);
        if veto.criterion.is_empty() && veto.condition.is_empty() && veto.criteria.is_empty() {
            self.report(at, Flaw::SilentVeto);
        }
        self.text(format!("{at}/criterion"), &veto.criterion, Length::MayBeEmpty);
        self.text(format!("{at}/condition"), &veto.condition, Length::MayBeEmpty);
        self.known_criteria(at, &veto.criteria);
        for (name, case, expected) in [("fires", &veto.fires, true), ("does_not_fire", &veto.does_not_fire, false)] {
            match case {
                None => self.report(at, Flaw::MissingCase(name)),
                Some(case) => self.case(&format!("{at}/{name}"), item, veto, case, expected),
            }
        }
    }

    pub(super) fn lead(&mut self, at: &str, item: &Item, lead: &Lead) {
        self.answers(at, item.kind, lead.on);
        self.rule(format!("{at}/when"), &lead.when);
        self.known_criteria(at, &lead.criteria);
        if lead.criteria.is_empty() && lead.criterion.is_empty() {
            self.report(at, Flaw::SilentLead);
        }
        self.text(format!("{at}/criterion"), &lead.criterion, Length::MayBeEmpty);
        self.text(format!("{at}/ask"), &lead.ask, Length::Required);
    }

    fn answers(&mut self, at: &str, kind: Kind, on: VetoOn) {
        let possible = match kind {
            Kind::YesNo => on == VetoOn::No,
            Kind::Level => on != VetoOn::BelowFull,
            Kind::Ratio => on == VetoOn::BelowFull,
        };
        if !possible {
            self.report(format!("{at}/on"), Flaw::VetoOn);
        }
    }

    fn known_criteria(&mut self, at: &str, criteria: &[String]) {
        for (index, id) in criteria.iter().enumerate() {
            if !self.criteria.contains(id.as_str()) {
                self.report(format!("{at}/criteria/{index}"), Flaw::UnknownCriterion(id.clone()));
            }
        }
    }

    fn case(&mut self, at: &str, item: &Item, veto: &Veto, case: &Case, expected: bool) {
        self.text(format!("{at}/found"), &case.found, Length::Required);
        for (index, fact) in case.facts.iter().enumerate() {
            if !self.facts.contains(fact.as_str()) {
                self.report(format!("{at}/facts/{index}"), Flaw::UnknownFact(fact.clone()));
            }
        }
        let Some(met) = case.met(item.kind) else {
            let answer = case.answer.chars().filter(|c| !c.is_control()).take(20).collect();
            return self.report(format!("{at}/answer"), Flaw::CaseAnswer(answer));
        };
        if !item.applies.holds(case) {
            return self.report(at, Flaw::CaseNotAsked);
        }
        // A rule about facts that are not declared is reported at the rule.
        if !veto.when.facts().iter().all(|fact| self.facts.contains(fact)) {
            return;
        }
        match (veto.when.holds(case) && veto.on.fires(met), expected) {
            (false, true) => self.report(at, Flaw::CaseDoesNotFire),
            (true, false) => self.report(at, Flaw::CaseFires),
            _ => {}
        }
    }
}
