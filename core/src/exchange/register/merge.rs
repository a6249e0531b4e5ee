//! Rows put onto a register, each to the entry it speaks of.

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::Catalogue;

use super::{CellFault, Identity, ImportedRegister, OfRow, identity};
use crate::register::{Entry, Place, RegisterColumn, Registers};

/// Numbers of entries that are taken from a table; higher ones are no numbers of a register.
const NUMBER_MAX: u32 = 999_999;

/// A register under the rows of a file.
pub(super) struct Merge<'a, T> {
    registers: &'a Registers,
    catalogue: &'a Catalogue,
    /// The entries as they become; nothing else stands in it.
    after: Registers,
    /// Places of the entries by their words.
    places: BTreeMap<Identity, Vec<usize>>,
    /// Every row's words with its number.
    said: BTreeSet<(Identity, String)>,
    /// The highest number that a row gives.
    ///
    /// New entries are numbered above it, since a later row may bring its own.
    highest_said: u32,
    taken: BTreeSet<String>,
    named: BTreeSet<String>,
    of: std::marker::PhantomData<T>,
}

impl<'a, T: Entry> Merge<'a, T> {
    pub(super) fn new(registers: &'a Registers, catalogue: &'a Catalogue, said: BTreeSet<(Identity, String)>) -> Self {
        let mut after = Registers { last_number: registers.last_number, ..Registers::default() };
        T::of_mut(&mut after).clone_from(T::of(registers));
        let mut places = BTreeMap::<Identity, Vec<usize>>::new();
        for (at, entry) in T::of(registers).iter().enumerate() {
            places.entry(identity(entry, catalogue)).or_default().push(at);
        }
        let taken = registers.numbers().map(str::to_owned).collect();
        let highest_said = said.iter().filter_map(|(_, number)| own_number(number)).max().unwrap_or(0);
        Self {
            registers,
            catalogue,
            after,
            places,
            said,
            highest_said,
            taken,
            named: BTreeSet::new(),
            of: std::marker::PhantomData,
        }
    }

    /// The place of the entry that a row means: past the end for a new one, `None` when it is ambiguous.
    pub(super) fn place_of(&self, row: &T) -> Option<usize> {
        let entries = T::of(&self.after);
        let number = |at: usize| entries.get(at).map_or("", T::number);
        let words = identity(row, self.catalogue);
        let same = self.places.get(&words).map_or(&[][..], Vec::as_slice);
        if let Some(at) = same.iter().copied().find(|at| number(*at) == row.number()) {
            return Some(at);
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

    /// Takes over what a row says into the entry at a place.
    pub(super) fn take(&mut self, place: usize, row: &T, given: &[T::Column]) {
        if place == T::of(&self.after).len() {
            let number = self.number_for(row);
            let mut fresh = T::default();
            fresh.set_number(number.clone());
            T::of_mut(&mut self.after).push(fresh);
            self.taken.insert(number);
            self.places.entry(identity(row, self.catalogue)).or_default().push(place);
        }
        if let Some(entry) = T::of_mut(&mut self.after).get_mut(place) {
            for column in given {
                if let Place::Own(content) = &column.row().place {
                    content.take(entry, row);
                }
            }
            entry.take_parts(given, row);
            self.named.insert(entry.number().to_owned());
        }
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

    /// What became of the register.
    pub(super) fn done(
        mut self,
        refused: Vec<OfRow<(usize, CellFault)>>,
        unread: Vec<OfRow<usize>>,
    ) -> ImportedRegister<T> {
        let before: BTreeMap<&str, &T> = T::of(self.registers).iter().map(|entry| (entry.number(), entry)).collect();
        let (mut new, mut changed, mut unchanged) = (Vec::new(), Vec::new(), 0);
        for entry in T::of(&self.after).iter().filter(|entry| self.named.contains(entry.number())) {
            match before.get(entry.number()) {
                None => new.push(entry.number().to_owned()),
                Some(before) if *before != entry => changed.push(entry.number().to_owned()),
                Some(_) => unchanged += 1,
            }
        }
        let entries = std::mem::take(T::of_mut(&mut self.after));
        ImportedRegister { entries, last_number: self.after.last_number, new, changed, unchanged, refused, unread }
    }
}

/// A number as a register gives it.
fn own_number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| (1..=NUMBER_MAX).contains(number) && number.to_string() == text)
}
