//! The content of a register's column: read by the form on the page, and by sheets out and in.

use std::collections::{BTreeMap, BTreeSet};

use super::TEXT_MAX;
use super::rating::{Method, Score};
use crate::value::day::Day;
use crate::value::moment::Moment;
use crate::value::period::Period;
use crate::value::slot::Slot;

/// The content of a column. Texts have at most [`TEXT_MAX`] characters.
pub enum Content<T: 'static> {
    /// A text of one line.
    Line(Slot<T, String>),
    /// A text of several lines.
    Lines(Slot<T, String>),
    /// A whole number, as typed.
    Count(Slot<T, String>),
    /// Whole yuan or tonnes, as typed.
    Amount(Slot<T, String>),
    /// A day.
    Day(Slot<T, Option<Day>>),
    /// A calendar month.
    Month(Slot<T, Option<Period>>),
    /// A minute of a day.
    Moment(Slot<T, Option<Moment>>),
    /// 是 or 否.
    YesNo(Slot<T, bool>),
    /// Id of a high-risk area, or empty.
    Area(Slot<T, String>),
    /// Ids of high-risk areas.
    Areas(Slot<T, BTreeSet<String>>),
    /// Id of an item that documents are kept for, or empty.
    Item(Slot<T, String>),
    /// Texts by name, as many as the record has.
    Named(Slot<T, BTreeMap<String, String>>),
    /// One of several values with names.
    Choice(&'static dyn Choose<T>),
    /// A letter of a way of rating.
    Letter(Letter<T>),
}

impl<T> Content<T> {
    /// Takes over what another record says here.
    pub fn take(&self, into: &mut T, from: &T) {
        match self {
            Self::Line(slot)
            | Self::Lines(slot)
            | Self::Count(slot)
            | Self::Amount(slot)
            | Self::Area(slot)
            | Self::Item(slot) => (slot.of_mut)(into).clone_from((slot.of)(from)),
            Self::Day(slot) => *(slot.of_mut)(into) = *(slot.of)(from),
            Self::Month(slot) => *(slot.of_mut)(into) = *(slot.of)(from),
            Self::Moment(slot) => *(slot.of_mut)(into) = *(slot.of)(from),
            Self::Named(slot) => (slot.of_mut)(into).clone_from((slot.of)(from)),
            Self::YesNo(slot) => *(slot.of_mut)(into) = *(slot.of)(from),
            Self::Areas(slot) => (slot.of_mut)(into).clone_from((slot.of)(from)),
            Self::Choice(choice) => choice.take(into, from),
            Self::Letter(letter) => letter.choose(into, letter.chosen(from)),
        }
    }
}

/// A letter of a way of rating risks, such as the L of L × S.
pub struct Letter<T> {
    /// The way of rating.
    pub method: Method,
    /// The number of its letter, from 0.
    pub at: usize,
    /// Reads what was chosen.
    pub of: fn(&T, Method, usize) -> Score,
    /// Chooses a value.
    pub set: fn(&mut T, Method, usize, Score),
}

impl<T> Letter<T> {
    /// The chosen score; 0 while none is chosen.
    pub fn chosen(&self, entry: &T) -> Score {
        (self.of)(entry, self.method, self.at)
    }

    /// Chooses a value.
    pub fn choose(&self, entry: &mut T, score: Score) {
        (self.set)(entry, self.method, self.at, score);
    }

    /// The letter itself and the values it may have, in tenths, highest first.
    fn letter(&self) -> (char, &'static [u32]) {
        self.method.letters().get(self.at).copied().unwrap_or((' ', &[]))
    }

    /// The letter itself.
    pub fn symbol(&self) -> char {
        self.letter().0
    }

    /// The values it may have, in tenths, highest first.
    pub fn values(&self) -> &'static [u32] {
        self.letter().1
    }
}

/// The words of values; the first of each is the one that is written.
pub(super) type ValueWords<V> = &'static [(V, &'static [&'static str])];

/// A choice among values with names.
pub struct Choice<T: 'static, V: 'static> {
    /// Where it is kept.
    pub slot: Slot<T, V>,
    /// Words that sheets use.
    ///
    /// The first value of which a word occurs is taken, so narrower words stand before wider ones.
    pub words: ValueWords<V>,
    /// The values in the order a form offers them.
    pub offered: &'static [V],
    /// Whether it means anything for this record.
    pub applies: fn(&T) -> bool,
}

/// A [`Choice`] whatever its values are.
pub trait Choose<T>: Sync {
    /// The words of the values, in the order in which a form offers them.
    fn offered(&self) -> Vec<&'static str>;
    /// The place of the chosen value among those offered.
    fn chosen(&self, entry: &T) -> Option<usize>;
    /// Chooses the value at a place; the usual one where there is none.
    fn choose(&self, entry: &mut T, place: Option<usize>);
    /// The word of the chosen value; empty where the choice means nothing.
    fn word(&self, entry: &T) -> &'static str;
    /// Chooses the value whose word occurs in a text; `false` when none does.
    fn read(&self, entry: &mut T, text: &str) -> bool;
    /// Takes over what another record has chosen.
    fn take(&self, into: &mut T, from: &T);
}

impl<T, V: Copy + PartialEq + Default + Sync> Choose<T> for Choice<T, V> {
    fn offered(&self) -> Vec<&'static str> {
        self.offered.iter().map(|value| word_of(self.words, *value)).collect()
    }

    fn chosen(&self, entry: &T) -> Option<usize> {
        self.offered.iter().position(|value| value == (self.slot.of)(entry))
    }

    fn choose(&self, entry: &mut T, place: Option<usize>) {
        let value = place.and_then(|place| self.offered.get(place)).copied().unwrap_or_default();
        *(self.slot.of_mut)(entry) = value;
    }

    fn word(&self, entry: &T) -> &'static str {
        if (self.applies)(entry) { word_of(self.words, *(self.slot.of)(entry)) } else { "" }
    }

    fn read(&self, entry: &mut T, text: &str) -> bool {
        let named = |(_, names): &&(V, &[&str])| names.iter().any(|name| text.contains(name));
        let Some((value, _)) = self.words.iter().find(named) else { return false };
        *(self.slot.of_mut)(entry) = *value;
        true
    }

    fn take(&self, into: &mut T, from: &T) {
        *(self.slot.of_mut)(into) = *(self.slot.of)(from);
    }
}

fn word_of<V: PartialEq>(words: ValueWords<V>, value: V) -> &'static str {
    words.iter().find(|(one, _)| *one == value).map_or("", |(_, names)| names[0])
}

/// Cuts a typed text to the length that a register keeps.
pub fn shortened(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{
        ColumnPlace, ConfinedSpace, Drill, DustCollector, Entry, Expense, Permit, Person, RegisterColumn,
        SpecialEquipment,
    };

    fn every_offered_word_is_read_as_itself<T: Entry>() {
        let check = |choice: &dyn Choose<T>| {
            for (at, word) in choice.offered().into_iter().enumerate() {
                let mut entry = T::default();
                assert!(!word.is_empty() && choice.read(&mut entry, word), "{word}");
                assert_eq!(choice.chosen(&entry), Some(at), "{word}");
                let mut chosen = T::default();
                choice.choose(&mut chosen, Some(at));
                assert!(chosen == entry, "{word}");
            }
        };
        for column in T::Column::ALL {
            match &column.row().place {
                ColumnPlace::Own(Content::Choice(choice)) => check(*choice),
                ColumnPlace::Own(_) | ColumnPlace::Part(_) => {}
            }
        }
    }

    #[test]
    fn a_choice_is_read_back_from_the_word_that_is_written_for_it() {
        every_offered_word_is_read_as_itself::<Person>();
        every_offered_word_is_read_as_itself::<Drill>();
        every_offered_word_is_read_as_itself::<Expense>();
        every_offered_word_is_read_as_itself::<Permit>();
        every_offered_word_is_read_as_itself::<ConfinedSpace>();
        every_offered_word_is_read_as_itself::<SpecialEquipment>();
        every_offered_word_is_read_as_itself::<DustCollector>();
    }

    #[test]
    fn typed_texts_end_at_the_longest_that_a_register_keeps() {
        assert_eq!(shortened(&"长".repeat(TEXT_MAX + 1)), "长".repeat(TEXT_MAX));
    }
}
