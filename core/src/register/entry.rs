//! The traits of all registers' entries, and the columns of each in one table.

use super::Registers;
use super::aside::{Aside, RowSaid};
use super::content::Content;
use crate::value::slot::Slot;

/// An entry of a register.
pub trait Entry: Clone + PartialEq + Default + 'static {
    /// The columns of its register.
    type Column: RegisterColumn<Entry = Self>;
    /// The parts in the entry's list; `()` for an entry without one.
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
    /// Columns that a row of a list needs besides those that name its entry.
    const ALSO_NEEDED: &'static [Self::Column] = &[];
    /// Columns of lists beside those of the register, with their headings.
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

    /// The word of the value that is chosen in a column; empty for a column without a choice.
    fn word(&self, column: Self::Column) -> &'static str {
        match &column.row().place {
            ColumnPlace::Own(Content::Choice(choice)) => choice.word(self),
            ColumnPlace::Own(_) | ColumnPlace::Part(_) => "",
        }
    }

    /// An entry of a list of which nothing is known yet.
    fn begin() -> Self {
        Self::default()
    }

    /// Puts right what the cells of one row mean only together.
    fn settle_row(&mut self, _said: &mut RowSaid<Self::Column>) {}

    /// Returns whether a row and an entry of one name are known to be the same.
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

/// The columns of one register, by name. Made by `register_columns!`.
pub trait RegisterColumn: Copy + PartialEq + 'static {
    /// The entry that has these columns.
    type Entry: Entry<Column = Self>;
    /// All, in the order in which sheets have them.
    const ALL: &'static [Self];
    /// The row of the table.
    fn row(self) -> &'static Column<Self::Entry>;
}

/// A row of the table of a register.
pub struct Column<T: Entry> {
    /// Name of the field in the form; part of the public hooks.
    pub name: &'static str,
    /// The role of the column for the entry as a whole.
    pub role: ColumnRole,
    /// The content of the column, and its place.
    pub place: ColumnPlace<T>,
    /// Headings of sheets that mean it; the first is the one that is written.
    pub headings: &'static [&'static str],
}

/// The role of a column for the entry as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnRole {
    /// The number of the entry.
    Number,
    /// Without it there is no entry; people know the entry again by it.
    Needed,
    /// People know the entry again by it.
    Identity,
    /// Nothing special.
    Detail,
}

/// The place of a column: the entry, or each part of its list.
pub enum ColumnPlace<T: Entry> {
    /// The entry itself.
    Own(Content<T>),
    /// A part of its list; each part takes a row of the sheet.
    Part(Content<T::Part>),
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

/// Declares the table of a register: name, form field, role, what it holds and where, headings.
macro_rules! register_columns {
    ($entry:ident, $column:ident: $(
        $variant:ident $name:literal $role:ident $place:expr => [$($heading:literal),+ $(,)?];
    )+) => {
        /// The columns of the register.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "each is the member of the same name")]
        pub enum $column { $($variant),+ }

        impl $crate::register::entry::RegisterColumn for $column {
            type Entry = $entry;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn row(self) -> &'static $crate::register::entry::Column<$entry> {
                #[allow(unused_imports, reason = "not every register has every kind of column")]
                use $crate::register::{content::Content::*, entry::{Column, ColumnPlace::*, ColumnRole}};
                match self {
                    $(Self::$variant => {
                        const ROW: &Column<$entry> = &Column {
                            name: $name,
                            role: ColumnRole::$role,
                            place: $place,
                            headings: &[$($heading),+],
                        };
                        ROW
                    })+
                }
            }
        }
    };
}
pub(crate) use register_columns;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::register::{
        ConfinedSpace, Contractor, Document, Drill, DustCollector, Expense, Permit, Person, RiskPoint, SpecialEquipment,
    };

    fn holds_of_each_register(check: impl Fn(&[ColumnRole], Vec<&'static [&'static str]>)) {
        fn table<T: Entry>() -> (Vec<ColumnRole>, Vec<&'static [&'static str]>) {
            T::Column::ALL.iter().map(|column| (column.row().role, column.row().headings)).unzip()
        }
        let tables = [
            table::<Person>(),
            table::<RiskPoint>(),
            table::<Document>(),
            table::<Drill>(),
            table::<Expense>(),
            table::<Permit>(),
            table::<ConfinedSpace>(),
            table::<SpecialEquipment>(),
            table::<DustCollector>(),
            table::<Contractor>(),
        ];
        for (roles, headings) in tables {
            check(&roles, headings);
        }
    }

    #[test]
    fn every_register_has_one_number_and_one_column_that_is_needed() {
        holds_of_each_register(|roles, _| {
            for role in [ColumnRole::Number, ColumnRole::Needed] {
                assert_eq!(roles.iter().filter(|one| **one == role).count(), 1, "{role:?}");
            }
        });
    }

    #[test]
    fn every_heading_of_a_register_means_one_column() {
        holds_of_each_register(|_, headings| {
            let all: Vec<&str> = headings.concat();
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
        });
    }
}
