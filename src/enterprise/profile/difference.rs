//! Compares the questions of a month before and after a change of facts, before it is applied.

use anziping_core::catalog::{Area, Catalogue, Item};
use anziping_core::enterprise::Profile;

/// Something that is asked or not, depending on the facts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum AskedQuestion {
    /// A check item.
    Item(&'static Item),
    /// A high-risk area with all its points and counts.
    Area(&'static Area),
}

/// Questions that a change brings and takes away, in the order of the catalogue.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct QuestionsChanged {
    /// Asked from then on.
    pub appear: Vec<AskedQuestion>,
    /// No longer asked; their answers stay where they are.
    pub disappear: Vec<AskedQuestion>,
}

impl QuestionsChanged {
    /// Finds the questions that change when `then` takes the place of `now`.
    pub(super) fn between(catalogue: &'static Catalogue, now: &Profile, then: &Profile) -> Self {
        let items = catalogue
            .items()
            .map(|item| (AskedQuestion::Item(item), item.applies.holds(now), item.applies.holds(then)));
        let areas = catalogue
            .areas
            .iter()
            .map(|area| (AskedQuestion::Area(area), now.facts.contains(&area.fact), then.facts.contains(&area.fact)));
        let mut difference = Self::default();
        for (asked, before, after) in items.chain(areas) {
            match (before, after) {
                (false, true) => difference.appear.push(asked),
                (true, false) => difference.disappear.push(asked),
                _ => {}
            }
        }
        difference
    }

    /// Returns whether the same questions are asked.
    pub(super) fn is_empty(&self) -> bool {
        self.appear.is_empty() && self.disappear.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::edition::builtin;
    use anziping_core::enterprise::Enterprise;

    use super::*;

    fn difference(now: &Enterprise, then: &Enterprise) -> QuestionsChanged {
        let catalogue = builtin::catalogue().unwrap();
        QuestionsChanged::between(catalogue, &now.profile(catalogue), &then.profile(catalogue))
    }

    fn shop(workers: &str, facts: &[&str]) -> Enterprise {
        Enterprise {
            industry: "machinery".into(),
            workers: workers.into(),
            facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
            ..Enterprise::default()
        }
    }

    #[test]
    fn the_hundred_and_first_worker_exchanges_two_items() {
        assert!(difference(&shop("36", &[]), &shop("100", &[])).is_empty());
        let crossed = difference(&shop("100", &[]), &shop("101", &[]));
        assert_eq!((crossed.appear.len(), crossed.disappear.len()), (1, 1), "{crossed:?}");
    }

    #[test]
    fn ticking_an_area_brings_the_area_and_unticking_takes_exactly_that_away() {
        let (without, with) = (shop("36", &[]), shop("36", &["hot_work"]));
        let ticked = difference(&without, &with);
        let is_hot_work = |asked: &AskedQuestion| matches!(asked, AskedQuestion::Area(area) if area.id == "hot-work");
        assert!(ticked.appear.iter().any(is_hot_work));
        assert_eq!(difference(&with, &without).disappear, ticked.appear);
    }

    #[test]
    fn a_name_changes_nothing() {
        let named = Enterprise { name: "示例机械厂".into(), ..shop("36", &["dormitory"]) };
        assert!(difference(&shop("36", &["dormitory"]), &named).is_empty());
    }
}
