//! Compares two check lists: what was added, removed or changed.

use std::collections::BTreeMap;

use crate::{Catalogue, Item};

/// The differences between two check lists, by the stable ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// The check items.
    pub items: Changes,
    /// The points of the high-risk areas.
    pub points: Changes,
    /// The criteria for major hazards.
    pub criteria: Changes,
}

/// Things of one kind that were added, removed and changed, in the order of the check lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Ids only the new one has.
    pub added: Vec<String>,
    /// Ids only the old one has.
    pub removed: Vec<String>,
    /// Ids both have with another content.
    pub changed: Vec<Change>,
    /// How many are the same in both.
    pub same: usize,
}

/// One thing that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// The parts of an item that differ; empty for points and criteria.
    pub parts: Vec<ItemPart>,
}

/// A part of a check item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemPart {
    /// The question.
    Question,
    /// How to check, what to show, limits of the scope in words.
    How,
    /// The legal basis.
    Basis,
    /// How it is answered or where its counts come from.
    Kind,
    /// How long an answer stays good.
    Interval,
    /// The weight.
    Weight,
    /// The veto, or what it is a sign of.
    Veto,
    /// To whom it applies.
    Applies,
    /// The clause or element it stands in.
    Place,
}

impl Difference {
    /// Compares `new` with `old`: added, removed, changed.
    pub fn between(old: &Catalogue, new: &Catalogue) -> Self {
        let element_of = |catalogue: &Catalogue, id: &str| {
            catalogue
                .elements
                .iter()
                .find(|element| element.items.iter().any(|item| item.id == id))
                .map(|element| element.number)
        };
        Self {
            items: Changes::between(
                old.items().map(|item| (item.id.as_str(), item)),
                new.items().map(|item| (item.id.as_str(), item)),
                {
                    |old_item, new_item| {
                        let mut parts = parts(old_item, new_item);
                        let moved = element_of(old, &old_item.id) != element_of(new, &new_item.id);
                        if moved && !parts.contains(&ItemPart::Place) {
                            parts.push(ItemPart::Place);
                        }
                        (!parts.is_empty()).then_some(parts)
                    }
                },
            ),
            points: Changes::between(
                old.points().map(|point| (point.id.as_str(), point)),
                new.points().map(|point| (point.id.as_str(), point)),
                |old, new| (old != new).then(Vec::new),
            ),
            criteria: Changes::between(
                old.criteria().map(|listed| (listed.criterion.id.as_str(), listed.criterion)),
                new.criteria().map(|listed| (listed.criterion.id.as_str(), listed.criterion)),
                |old, new| (old != new).then(Vec::new),
            ),
        }
    }

    /// Returns whether everything that is asked is the same.
    pub fn is_empty(&self) -> bool {
        [&self.items, &self.points, &self.criteria].into_iter().all(Changes::is_empty)
    }
}

impl Changes {
    /// Returns whether nothing was added, removed or changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    fn between<'a, T: 'a>(
        old: impl Iterator<Item = (&'a str, &'a T)>,
        new: impl Iterator<Item = (&'a str, &'a T)>,
        differs: impl Fn(&T, &T) -> Option<Vec<ItemPart>>,
    ) -> Self {
        let old: Vec<_> = old.collect();
        let mut left: BTreeMap<&str, &T> = old.iter().copied().collect();
        let mut changes = Self::default();
        for (id, new) in new {
            match left.remove(id) {
                None => changes.added.push(id.to_owned()),
                Some(old) => match differs(old, new) {
                    Some(parts) => changes.changed.push(Change { id: id.to_owned(), parts }),
                    None => changes.same += 1,
                },
            }
        }
        changes.removed =
            old.into_iter().filter(|(id, _)| left.contains_key(id)).map(|(id, _)| id.to_owned()).collect();
        changes
    }
}

fn parts(old: &Item, new: &Item) -> Vec<ItemPart> {
    let differing = [
        (ItemPart::Question, old.question != new.question),
        (ItemPart::How, (&old.how, &old.evidence, &old.scope_note) != (&new.how, &new.evidence, &new.scope_note)),
        (ItemPart::Basis, old.basis != new.basis),
        (
            ItemPart::Kind,
            (old.kind, &old.done_label, &old.total_label, &old.computed, old.figures, &old.documents, old.of_workers)
                != (
                    new.kind,
                    &new.done_label,
                    &new.total_label,
                    &new.computed,
                    new.figures,
                    &new.documents,
                    new.of_workers,
                ),
        ),
        (
            ItemPart::Interval,
            (old.interval, &old.interval_when, old.this_month) != (new.interval, &new.interval_when, new.this_month),
        ),
        (ItemPart::Weight, old.weight != new.weight),
        (ItemPart::Veto, (&old.veto, &old.lead) != (&new.veto, &new.lead)),
        (ItemPart::Applies, old.applies != new.applies),
        (ItemPart::Place, old.sub_element != new.sub_element),
    ];
    differing.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Change, Difference, ItemPart};
    use crate::{Catalogue, sample};

    fn read(json: &serde_json::Value) -> Catalogue {
        serde_json::from_value(json.clone()).expect("a catalogue")
    }

    #[test]
    fn a_check_list_differs_in_nothing_from_itself() {
        let catalogue = read(&sample::json());
        let difference = Difference::between(&catalogue, &catalogue);
        assert!(difference.is_empty());
        assert_eq!(
            (difference.items.same, difference.points.same),
            (catalogue.items().count(), catalogue.points().count())
        );
    }

    #[test]
    fn items_added_removed_and_changed_are_told_with_the_parts_that_differ() {
        let old = sample::json();
        let mut new = old.clone();
        let items = new["elements"][0]["items"].as_array_mut().expect("items");
        let mut added = items[2].clone();
        items.remove(2);
        added["id"] = json!("Z99");
        items.push(added);
        items[0]["question"] = json!("目标贴出来了吗？");
        items[0]["weight"] = json!(5);
        new["areas"][0]["targets"][1]["points"][0]["text"] = json!("焊工持证");
        let difference = Difference::between(&read(&old), &read(&new));
        assert_eq!(difference.items.added, ["Z99"]);
        assert_eq!(difference.items.removed, ["Z07"]);
        assert_eq!(
            difference.items.changed,
            [Change { id: "Z01".into(), parts: vec![ItemPart::Question, ItemPart::Weight] }]
        );
        assert_eq!(difference.items.same, 1);
        assert_eq!(difference.points.changed, [Change { id: "hot-work.P2.1".into(), parts: vec![] }]);
        assert!(difference.criteria.is_empty());
    }

    #[test]
    fn every_part_of_an_item_is_compared() {
        let old = sample::json();
        for (member, value, part) in [
            ("question", json!("另一问？"), ItemPart::Question),
            ("how", json!("另一法。"), ItemPart::How),
            ("evidence", json!(["另一证"]), ItemPart::How),
            ("scope_note", json!("另一限"), ItemPart::How),
            ("basis", json!([{ "document": "awsl", "at": "4", "confidence": "verified" }]), ItemPart::Basis),
            ("kind", json!("yes_no"), ItemPart::Kind),
            ("interval", json!("event"), ItemPart::Interval),
            ("interval_when", json!([]), ItemPart::Interval),
            ("weight", json!(1), ItemPart::Weight),
            ("veto", json!({ "on": "no", "when": "always", "criterion": "某条", "condition": "" }), ItemPart::Veto),
            ("applies", json!("dormitory"), ItemPart::Applies),
            ("sub_element", json!("5.1.4"), ItemPart::Place),
        ] {
            let mut new = old.clone();
            new["elements"][0]["items"][0][member] = value;
            let changed = Difference::between(&read(&old), &read(&new)).items.changed;
            assert_eq!(changed, [Change { id: "Z01".into(), parts: vec![part] }], "{member}");
        }
    }
}
