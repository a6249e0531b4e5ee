//! Rows put onto a register, each to the entry it speaks of.

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::Catalogue;

use super::{Identity, identity};
use crate::register::{ColumnPlace, ColumnRole, Entry, RegisterColumn, Registers};

/// Numbers of entries that are taken from a table; higher ones are no numbers of a register.
const NUMBER_MAX: u32 = 999_999;

/// Among entries of one name, the one that a row means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Namesake {
    /// From 0.
    pub one: usize,
    /// How many there are.
    pub of: usize,
}

/// A register under the rows of a file.
pub(super) struct Merge<'a, T> {
    catalogue: &'a Catalogue,
    /// The registers with the rows read so far; only the one of the file is filled.
    pub after: Registers,
    /// Places of the entries by their words.
    places: BTreeMap<Identity, Vec<usize>>,
    /// Every row's words with its number.
    said: BTreeSet<(Identity, String)>,
    /// Places of those who share their name with others of the file.
    told_apart: BTreeMap<(Identity, usize), usize>,
    /// The highest number that a row gives.
    ///
    /// New entries are numbered above it, since a later row may bring its own.
    highest_said: u32,
    taken: BTreeSet<String>,
    of: std::marker::PhantomData<T>,
}

impl<'a, T: Entry> Merge<'a, T> {
    pub(super) fn new(registers: &Registers, catalogue: &'a Catalogue, said: BTreeSet<(Identity, String)>) -> Self {
        let mut after = Registers { last_number: registers.last_number, ..Registers::default() };
        T::of_mut(&mut after).clone_from(T::of(registers));
        let mut places = BTreeMap::<Identity, Vec<usize>>::new();
        for (at, entry) in T::of(registers).iter().enumerate() {
            places.entry(identity(entry, catalogue)).or_default().push(at);
        }
        let taken = registers.numbers().map(str::to_owned).collect();
        let highest_said = said.iter().filter_map(|(_, number)| own_number(number)).max().unwrap_or(0);
        let told_apart = BTreeMap::new();
        Self { catalogue, after, places, said, told_apart, highest_said, taken, of: std::marker::PhantomData }
    }

    /// The place of the entry that a row means: past the end for a new one, `None` when it is ambiguous.
    pub(super) fn place_of(&mut self, row: &T, which: Namesake) -> Option<usize> {
        let entries = T::of(&self.after);
        let number = |at: usize| entries.get(at).map_or("", T::number);
        let words = identity(row, self.catalogue);
        let same = self.places.get(&words).map_or(&[][..], Vec::as_slice);
        if let Some(at) = same.iter().copied().find(|at| !row.number().is_empty() && number(*at) == row.number()) {
            return Some(at);
        }
        if let Some(at) = same.iter().copied().find(|at| entries.get(*at).is_some_and(|entry| entry.is_same(row))) {
            return Some(at);
        }
        if which.of > 1 {
            let key = (words, which.one);
            if let Some(at) = self.told_apart.get(&key) {
                return Some(*at);
            }
            let claimed =
                |at: &&usize| self.told_apart.iter().any(|((words, _), place)| *words == key.0 && place == *at);
            // Those who are there already and whom nothing tells apart could be any of them.
            if same.iter().any(|at| !claimed(&at)) {
                return None;
            }
            self.told_apart.insert(key, entries.len());
            return Some(entries.len());
        }
        // Two of one name: each row that gives a number speaks of the entry with that number and of no other.
        let spoken_of = |at: usize| self.said.contains(&(words.clone(), number(at).to_owned()));
        let mut free = same.iter().copied().filter(|at| row.number().is_empty() || !spoken_of(*at));
        match (free.next(), free.next()) {
            (None, _) => Some(entries.len()),
            (Some(at), None) => Some(at),
            (Some(_), Some(_)) => None,
        }
    }

    /// Takes over what a row says into the entry at a place, and returns its number.
    pub(super) fn take(&mut self, place: usize, row: &T, given: &[T::Column]) -> String {
        let is_new = place == T::of(&self.after).len();
        if is_new {
            let number = self.number_for(row);
            let mut fresh = T::begin();
            fresh.set_number(number.clone());
            T::of_mut(&mut self.after).push(fresh);
            self.taken.insert(number);
            self.places.entry(identity(row, self.catalogue)).or_default().push(place);
        }
        let Some(entry) = T::of_mut(&mut self.after).get_mut(place) else { return String::new() };
        // By these it was known again: another padding or form of them is no change.
        let known_by = |column: &T::Column| matches!(column.row().role, ColumnRole::Needed | ColumnRole::Identity);
        for column in given.iter().filter(|column| is_new || !known_by(column)) {
            if let ColumnPlace::Own(content) = &column.row().place {
                content.take(entry, row);
            }
        }
        entry.take_parts(given, row);
        entry.number().to_owned()
    }

    /// The number of the row where it is free, else the next one.
    ///
    /// The entries of all registers are numbered together.
    fn number_for(&mut self, row: &T) -> String {
        match own_number(row.number()).filter(|_| !self.taken.contains(row.number())) {
            Some(number) => {
                self.after.last_number = self.after.last_number.max(number);
                number.to_string()
            }
            None => {
                self.after.last_number = self.after.last_number.max(self.highest_said);
                self.after.next_number()
            }
        }
    }
}

/// A number as a register gives it.
fn own_number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| (1..=NUMBER_MAX).contains(number) && number.to_string() == text)
}
