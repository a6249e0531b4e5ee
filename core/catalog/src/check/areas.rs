//! High-risk areas, their targets and points.

use std::collections::HashSet;

use super::form::Spelling;
use super::text::Length;
use super::{Check, Flaw, MAX_ITEMS};
use crate::{Area, Confidence, FactGroup, Target, TargetCode};

impl<'a> Check<'a> {
    pub(super) fn areas(&mut self) {
        let catalogue = self.catalogue;
        let points = catalogue.points().count();
        if points > MAX_ITEMS {
            self.report("/areas", Flaw::TooMany(points));
        }
        let mut ids = HashSet::new();
        let mut facts = HashSet::new();
        for (index, area) in catalogue.areas.iter().enumerate() {
            let at = format!("/areas/{index}");
            self.unique(&format!("{at}/id"), &mut ids, &area.id);
            self.unique(&format!("{at}/fact"), &mut facts, &area.fact);
            self.area(&at, area);
        }
    }

    fn area(&mut self, at: &str, area: &'a Area) {
        self.form(format!("{at}/id"), &area.id, Spelling::Slug);
        match self.catalogue.fact(&area.fact).map(|fact| fact.group) {
            Some(FactGroup::Area) => {}
            Some(_) => self.report(format!("{at}/fact"), Flaw::NotAnAreaFact(area.fact.clone())),
            None => self.report(format!("{at}/fact"), Flaw::UnknownFact(area.fact.clone())),
        }
        self.text(format!("{at}/name"), &area.name, Length::Required);
        self.basis(&format!("{at}/basis"), &area.basis);
        if !area.targets.iter().map(|target| target.code).eq(TargetCode::ALL) {
            self.report(format!("{at}/targets"), Flaw::TargetCodes);
        }
        for (index, target) in area.targets.iter().enumerate() {
            self.target(&format!("{at}/targets/{index}"), &area.id, target);
        }
    }

    fn target(&mut self, at: &str, area: &str, target: &'a Target) {
        self.text(format!("{at}/done_label"), &target.done_label, Length::Required);
        self.text(format!("{at}/total_label"), &target.total_label, Length::Required);
        if target.points.is_empty() {
            self.report(format!("{at}/points"), Flaw::NoPoints);
        }
        for (index, point) in target.points.iter().enumerate() {
            let path = format!("{at}/points/{index}");
            let expected = target.point_id(area, index);
            if point.id != expected {
                self.report(format!("{path}/id"), Flaw::PointId(expected));
            }
            self.text(format!("{path}/text"), &point.text, Length::Required);
            self.text(format!("{path}/note"), &point.note, Length::MayBeEmpty);
            for (number, citation) in point.basis.iter().enumerate() {
                self.citation(&format!("{path}/basis/{number}"), citation);
            }
            if point.confidence == Confidence::Verified && point.basis.is_empty() {
                self.report(format!("{path}/confidence"), Flaw::VerifiedWithoutBasis);
            }
            self.point_relations(&path, point);
        }
    }
}
