//! Tells people of one name apart by other columns, such as ID or telephone number.

use std::collections::BTreeMap;

use anziping_catalog::Catalogue;

use super::merge::Namesake;
use super::{Identity, RowRead, identity};
use crate::register::{Aside, Entry};
use crate::value::fold::fold;

/// The values of a row by which people of one name are told apart.
type Signs = BTreeMap<Aside, String>;

/// Finds for each row the entry of its name that it speaks of.
///
/// A row that contradicts no other speaks of the same one.
pub(super) fn which<T: Entry>(rows: &[RowRead<'_, T>], catalogue: &Catalogue) -> Vec<Namesake> {
    let mut known = BTreeMap::<Identity, Vec<Signs>>::new();
    let mut ones = Vec::new();
    for row in rows {
        let words = identity(&row.entry, catalogue);
        let signs: Signs = row
            .said
            .aside
            .iter()
            .filter(|(aside, _)| aside.tells_apart())
            .map(|(aside, text)| (*aside, fold(text)))
            .collect();
        let people = known.entry(words.clone()).or_default();
        let one = people.iter().position(|person| is_one(person, &signs)).unwrap_or(people.len());
        match people.get_mut(one) {
            Some(person) => person.extend(signs),
            None => people.push(signs),
        }
        ones.push((words, one));
    }
    ones.into_iter().map(|(words, one)| Namesake { one, of: known.get(&words).map_or(1, Vec::len) }).collect()
}

/// The same number of the person decides; without one nothing may differ.
fn is_one(person: &Signs, row: &Signs) -> bool {
    let both = |aside: Aside| person.get(&aside).zip(row.get(&aside));
    match both(Aside::Identity).or_else(|| both(Aside::Staff)) {
        Some((one, other)) => one == other,
        None => person.iter().all(|(aside, sign)| row.get(aside).is_none_or(|other| other == sign)),
    }
}
