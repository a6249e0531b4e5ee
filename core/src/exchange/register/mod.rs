//! The registers as tables: the same headings out and in.
//!
//! A row becomes a new entry, changes one that is there, or is refused with the place of the fault.

mod cells;
mod merge;

use anziping_catalog::Catalogue;

use self::cells::{cell_of, put_into};
use self::merge::Merge;
use super::matching::{Columns, Matching};
use super::table::{CellFault, OfRow, TableRow, below, is_formula, matched};
use crate::register::{ColumnRole, Entry, RegisterColumn, Registers, TEXT_MAX};

impl<C: RegisterColumn> Columns for C {
    fn all() -> impl Iterator<Item = Self> {
        C::ALL.iter().copied()
    }

    fn headings(self) -> &'static [&'static str] {
        self.row().headings
    }

    fn is_essential(self) -> bool {
        self.row().role == ColumnRole::Needed
    }

    fn settle(columns: &mut [Option<Self>]) {
        C::Entry::settle(columns);
    }
}

/// What [`identity`] gives: name; place and danger; month, flow, amount and words; trimmed.
type Identity = Vec<String>;

/// The words by which people know an entry again.
fn identity<T: Entry>(entry: &T, catalogue: &Catalogue) -> Identity {
    let known_by = |column: &T::Column| matches!(column.row().role, ColumnRole::Needed | ColumnRole::Identity);
    let columns = T::Column::ALL.iter().copied().filter(known_by);
    columns.map(|column| cell_of(entry, column, 0, catalogue).trim().to_owned()).collect()
}

/// The column without which there is no entry.
fn is_needed<C: RegisterColumn>(column: C) -> bool {
    column.row().role == ColumnRole::Needed
}

/// Why a cell is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// The whole row is refused.
    Refused(CellFault),
    /// The row is taken without it, and the person is told: other words are no reason to lose a name.
    Unread,
}

/// What a table would make of a register.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportedRegister<T> {
    /// The register as it would be.
    pub entries: Vec<T>,
    /// The highest number of an entry as it would be.
    pub last_number: u32,
    /// Numbers of the entries that are not there yet.
    pub new: Vec<String>,
    /// Numbers of the entries that change.
    pub changed: Vec<String>,
    /// How many entries the table names that stay as they are.
    pub unchanged: usize,
    /// The rows that cannot be read, with the faulty cells; nothing of them is taken.
    pub refused: Vec<OfRow<(usize, CellFault)>>,
    /// The rows that are taken without some of their cells.
    pub unread: Vec<OfRow<usize>>,
}

/// The register with its headings, every cell a text.
pub fn rows_of_register<T: Entry>(registers: &Registers, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let heading = T::Column::all().map(|column| column.heading().to_owned()).collect();
    // An entry takes a row for each part of its list, and one in any case.
    let rows = T::of(registers).iter().flat_map(|entry| {
        let of_row = move |row| T::Column::all().map(|column| cell_of(entry, column, row, catalogue)).collect();
        (0..entry.parts().len().max(1)).map(of_row)
    });
    std::iter::once(heading).chain(rows).collect()
}

/// Reads the rows below the headings onto the register. An empty cell changes nothing.
///
/// An entry is the same when its number and words are, or when only one has these words and no other row means it.
/// Several rows of one entry bring further parts of its list.
pub fn read_register<T: Entry>(
    rows: &[TableRow<'_>],
    matching: &Matching<T::Column>,
    registers: &Registers,
    catalogue: &Catalogue,
) -> ImportedRegister<T> {
    let read: Vec<(u32, RowRead<T>)> =
        below(rows, matching).map(|row| (row.number, read_row::<T>(row, matching, catalogue))).collect();
    let said =
        read.iter().map(|(_, read)| (identity(&read.entry, catalogue), read.entry.number().to_owned())).collect();
    let mut merge = Merge::<T>::new(registers, catalogue, said);
    let (mut refused, mut unread) = (Vec::new(), Vec::new());
    for (number, RowRead { entry, given, mut faults, strange }) in read {
        let place = if faults.is_empty() { merge.place_of(&entry) } else { None };
        let Some(place) = place else {
            if faults.is_empty() {
                let needed = T::Column::all().find(|column| is_needed(*column));
                faults.push((needed.map_or(0, |column| matching.position(column)), CellFault::Ambiguous));
            }
            refused.push((number, faults));
            continue;
        };
        merge.take(place, &entry, &given);
        if !strange.is_empty() {
            unread.push((number, strange));
        }
    }
    merge.done(refused, unread)
}

/// Takes an import back: removes what was added, restores what was changed, keeps what was done since.
pub fn take_back<T: Entry>(registers: &mut Registers, new: &[String], before: &[T]) {
    let entries = T::of_mut(registers);
    entries.retain(|entry| !new.iter().any(|number| number == entry.number()));
    for entry in entries {
        if let Some(before) = before.iter().find(|before| before.number() == entry.number()) {
            entry.clone_from(before);
        }
    }
}

/// One row by itself.
struct RowRead<T: Entry> {
    entry: T,
    given: Vec<T::Column>,
    faults: Vec<(usize, CellFault)>,
    strange: Vec<usize>,
}

fn read_row<T: Entry>(row: &TableRow<'_>, matching: &Matching<T::Column>, catalogue: &Catalogue) -> RowRead<T> {
    let mut read = RowRead { entry: T::default(), given: Vec::new(), faults: Vec::new(), strange: Vec::new() };
    for (at, column, text) in matched(row, matching) {
        if is_formula(row, at) {
            read.faults.push((at, CellFault::Formula));
        } else if text.is_empty() {
            if is_needed(column) {
                read.faults.push((at, CellFault::Missing));
            }
        } else if text.chars().count() > TEXT_MAX {
            read.faults.push((at, CellFault::TooLong(TEXT_MAX)));
        } else if column.row().role == ColumnRole::Number {
            read.entry.set_number(text.to_owned());
        } else {
            match put_into(&mut read.entry, column, text, catalogue) {
                Ok(()) => read.given.push(column),
                Err(Unfit::Refused(fault)) => read.faults.push((at, fault)),
                Err(Unfit::Unread) => read.strange.push(at),
            }
        }
    }
    if !matching.columns.iter().flatten().any(|column| is_needed(*column)) {
        read.faults.push((0, CellFault::Missing));
    }
    read
}
