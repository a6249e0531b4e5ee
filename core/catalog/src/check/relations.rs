//! Relations between answers.
//!
//! That what they name is there, can say such a thing, and goes round in no circle.

use std::collections::HashSet;

use super::text::Length;
use super::{Check, Flaw};
use crate::{Computed, Criterion, Figure, Figures, Interval, Item, Kind, Point, Related, Said, Side};

impl<'a> Check<'a> {
    pub(super) fn point_relations(&mut self, at: &str, point: &'a Point) {
        self.rule(format!("{at}/applies"), &point.applies);
        if !point.same.is_empty() {
            match self.catalogue.item(&point.same) {
                None => self.report(format!("{at}/same"), Flaw::UnknownRelated(point.same.clone())),
                // Two counts are no level: what follows from them is written with `follows`.
                Some(item) if item.kind == Kind::Ratio => {
                    self.report(format!("{at}/same"), Flaw::SameScale(point.same.clone()));
                }
                Some(_) if !point.follows.is_empty() => self.report(format!("{at}/same"), Flaw::SameAndFollows),
                Some(_) => {}
            }
        }
        for (index, follows) in point.follows.iter().enumerate() {
            let at = format!("{at}/follows/{index}");
            if follows.of.is_empty() {
                self.report(format!("{at}/of"), Flaw::Empty);
            }
            for (index, of) in follows.of.iter().enumerate() {
                self.said(format!("{at}/of/{index}"), of, follows.on);
            }
        }
        if self.follows_itself(point) {
            self.report(format!("{at}/follows"), Flaw::Circle(point.id.clone()));
        }
    }

    pub(super) fn criterion_relations(&mut self, at: &str, criterion: &Criterion) {
        if !criterion.area.is_empty() && self.catalogue.area(&criterion.area).is_none() {
            self.report(format!("{at}/area"), Flaw::UnknownRelated(criterion.area.clone()));
        }
        let item = self.catalogue.item(&criterion.item);
        if item.is_none() && !criterion.item.is_empty() {
            self.report(format!("{at}/item"), Flaw::UnknownRelated(criterion.item.clone()));
        } else if criterion.same && !item.is_some_and(|item| asks_for(item, &criterion.id)) {
            self.report(format!("{at}/same"), Flaw::SameWithoutVeto);
        }
    }

    /// `figures` are those of the items before this one.
    pub(super) fn item_relations(&mut self, at: &str, item: &Item, figures: &mut HashSet<Figure>) {
        if item.of_workers && item.kind != Kind::Ratio {
            self.report(format!("{at}/of_workers"), Flaw::WorkersOfNoRatio);
        }
        let Some(Figures { done, total }) = item.figures else { return };
        for (name, figure) in [("done", done), ("total", total)] {
            if !figures.insert(figure) {
                self.report(format!("{at}/figures/{name}"), Flaw::FigureTwice);
            }
        }
    }

    pub(super) fn exclusions(&mut self) {
        for (index, exclusion) in self.catalogue.exclusions.iter().enumerate() {
            let at = format!("/exclusions/{index}");
            for (name, Side { of, on }) in [("one", &exclusion.one), ("other", &exclusion.other)] {
                self.said(format!("{at}/{name}/of"), of, *on);
            }
            self.rule(format!("{at}/when"), &exclusion.when);
            self.text(format!("{at}/says"), &exclusion.says, Length::Required);
        }
    }

    fn said(&mut self, path: String, of: &str, on: Said) {
        match self.catalogue.related(of) {
            None => self.report(path, Flaw::UnknownRelated(of.chars().filter(|c| !c.is_control()).take(40).collect())),
            Some(related) if !related.can_say(on) => self.report(path, Flaw::CannotSay(of.to_owned())),
            Some(_) => {}
        }
    }

    /// Returns whether a point follows from itself by way of others.
    fn follows_itself(&self, point: &Point) -> bool {
        let (mut left, mut seen) = (vec![point], HashSet::new());
        while let Some(next) = left.pop() {
            for id in next.follows.iter().flat_map(|follows| &follows.of) {
                let Some(Related::Point(_, from)) = self.catalogue.related(id) else { continue };
                if from.id == point.id {
                    return true;
                }
                if seen.insert(&from.id) {
                    left.push(from);
                }
            }
        }
        false
    }
}

/// Returns whether an item asks the same as this criterion.
///
/// Its veto names the criterion, and it is asked every month, as criteria are.
fn asks_for(item: &Item, criterion: &str) -> bool {
    let monthly = item.interval == Interval::Month && !item.computed.as_ref().is_some_and(Computed::is_given);
    monthly && item.veto.as_ref().is_some_and(|veto| veto.criteria.iter().any(|id| id == criterion))
}
