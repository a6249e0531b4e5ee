//! The registers as tables: the same headings out and in, a row a new entry, a change of one that is there, or refused with the place.

mod document;
mod drill;
mod expense;
mod merge;
mod person;
mod risk;
mod words;

use anziping_catalog::Catalogue;

pub use document::DocumentColumn;
pub use drill::DrillColumn;
pub use expense::ExpenseColumn;
pub use person::PersonColumn;
pub use risk::RiskColumn;

use self::merge::Merge;
use super::matching::{Columns, Matching};
use super::table::{CellFault, OfRow, TableRow, below, is_formula, matched};
use crate::register::{Registers, TEXT_MAX};

/// An entry of a register as rows of a table.
pub trait Entry: Clone + PartialEq + Default {
    /// What the columns hold.
    type Column: Columns;
    /// The column with the number of the entry.
    const NUMBER: Self::Column;
    /// The column without which there is no entry.
    const NEEDED: Self::Column;

    /// The entries of this kind.
    fn of(registers: &Registers) -> &Vec<Self>;
    /// The entries of this kind, to be changed.
    fn of_mut(registers: &mut Registers) -> &mut Vec<Self>;
    /// The number of the entry.
    fn number(&self) -> &str;
    /// Gives it a number.
    fn set_number(&mut self, number: String);
    /// The words by which people know it again.
    fn identity(&self) -> Identity;
    /// How many rows it takes: one, unless it has a list of its own.
    fn rows(&self) -> usize {
        1
    }
    /// What stands in a cell of the row, counted from 0.
    fn cell(&self, column: Self::Column, row: usize, catalogue: &Catalogue) -> String;
    /// Puts what stands in a cell into an entry made of one row; the text is not empty.
    ///
    /// # Errors
    /// What keeps the row out, or that the cell says nothing known.
    fn put(&mut self, column: Self::Column, text: &str, catalogue: &Catalogue) -> Result<(), Unfit>;
    /// Takes over what a row said in a column.
    fn take(&mut self, column: Self::Column, row: &Self);
    /// Takes over what a row adds to the list of the entry, by all columns it said something in.
    fn take_list(&mut self, _given: &[Self::Column], _row: &Self) {}
}

/// Name; place and danger; month, words and amount; without blanks around them.
pub type Identity = Vec<String>;

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
    let rows = T::of(registers).iter().flat_map(|entry| {
        (0..entry.rows()).map(move |row| T::Column::all().map(|column| entry.cell(column, row, catalogue)).collect())
    });
    std::iter::once(heading).chain(rows).collect()
}

/// Reads the rows below the headings onto the register. An empty cell changes nothing. An entry is the same when its number and words
/// are, or when only one has these words and no other row speaks of it; several rows of one entry bring further things of its list.
pub fn read_register<T: Entry>(
    rows: &[TableRow<'_>],
    matching: &Matching<T::Column>,
    registers: &Registers,
    catalogue: &Catalogue,
) -> ImportedRegister<T> {
    let read: Vec<(u32, RowRead<T>)> =
        below(rows, matching).map(|row| (row.number, read_row::<T>(row, matching, catalogue))).collect();
    let said = read.iter().map(|(_, read)| (read.entry.identity(), read.entry.number().to_owned())).collect();
    let mut merge = Merge::<T>::new(registers, said);
    let (mut refused, mut unread) = (Vec::new(), Vec::new());
    for (number, RowRead { entry, given, mut faults, strange }) in read {
        let place = if faults.is_empty() { merge.place_of(&entry) } else { None };
        let Some(place) = place else {
            if faults.is_empty() {
                faults.push((matching.position(T::NEEDED), CellFault::Ambiguous));
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

/// Takes an import back: what was added goes, what was changed is as it was in `before`; what was done since stays.
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
            if column == T::NEEDED {
                read.faults.push((at, CellFault::Missing));
            }
        } else if text.chars().count() > TEXT_MAX {
            read.faults.push((at, CellFault::TooLong(TEXT_MAX)));
        } else if column == T::NUMBER {
            read.entry.set_number(text.to_owned());
        } else {
            match read.entry.put(column, text, catalogue) {
                Ok(()) => read.given.push(column),
                Err(Unfit::Refused(fault)) => read.faults.push((at, fault)),
                Err(Unfit::Unread) => read.strange.push(at),
            }
        }
    }
    if !matching.columns.contains(&Some(T::NEEDED)) {
        read.faults.push((0, CellFault::Missing));
    }
    read
}
