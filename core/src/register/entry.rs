//! What the entries of all registers have in common.

use super::Registers;
use super::aside::{Aside, RowSaid};
use super::column::RegisterColumn;
use crate::value::slot::Slot;

/// An entry of a register.
pub trait Entry: Clone + PartialEq + Default + 'static {
    /// The columns of its register.
    type Column: RegisterColumn<Entry = Self>;
    /// What its list holds; `()` for an entry without one.
    type Part: Clone + PartialEq + Default + 'static;

    /// Where the entries of this kind are kept.
    const LIST: Slot<Registers, Vec<Self>>;
    /// Its number.
    const NUMBER: Slot<Self, String>;
    /// Its list; `None` for an entry without one.
    const PARTS: Option<Slot<Self, Vec<Self::Part>>> = None;
    /// Days that are the last ones of something: of a month or a range of days the end is meant.
    const LAST_DAYS: &'static [Self::Column] = &[];
    /// Sums of money.
    const SUMS: &'static [Self::Column] = &[];
    /// What a row of a list has to say besides what it is about.
    const ALSO_NEEDED: &'static [Self::Column] = &[];
    /// What lists say beside the columns of the register, with their headings.
    const ASIDE: &'static [(Aside, &'static [&'static str])] = &[];

    /// The entries of this kind.
    fn of(registers: &Registers) -> &Vec<Self> {
        (Self::LIST.of)(registers)
    }

    /// The entries of this kind, to be changed.
    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        (Self::LIST.of_mut)(registers)
    }

    /// The number of the entry.
    fn number(&self) -> &str {
        (Self::NUMBER.of)(self)
    }

    /// Gives the entry a number.
    fn set_number(&mut self, number: String) {
        *(Self::NUMBER.of_mut)(self) = number;
    }

    /// The parts of its list.
    fn parts(&self) -> &[Self::Part] {
        Self::PARTS.map_or(&[], |parts| (parts.of)(self).as_slice())
    }

    /// The parts of its list, to be changed; `None` for an entry without a list.
    fn parts_mut(&mut self) -> Option<&mut Vec<Self::Part>> {
        Self::PARTS.map(|parts| (parts.of_mut)(self))
    }

    /// An entry of a list of which nothing is known yet.
    fn begin() -> Self {
        Self::default()
    }

    /// Puts right what the cells of one row mean only together.
    fn settle_row(&mut self, _said: &mut RowSaid<Self::Column>) {}

    /// Whether a row and an entry of one name are known to be the same.
    fn is_same(&self, _row: &Self) -> bool {
        false
    }

    /// Adds what a row of a sheet says about its list.
    ///
    /// `given` are the columns in which the row says something.
    fn take_parts(&mut self, _given: &[Self::Column], _row: &Self) {}

    /// Puts right what one heading of a sheet means only beside others.
    fn settle(_columns: &mut [Option<Self::Column>]) {}
}

impl Registers {
    /// Adds an entry of which nothing is known yet and returns its number.
    pub fn add<T: Entry>(&mut self) -> String {
        let number = self.next_number();
        let mut entry = T::default();
        entry.set_number(number.clone());
        T::of_mut(self).push(entry);
        number
    }
}
