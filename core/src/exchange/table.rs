//! Rows of a table below its headings, whatever they hold, and why one of them is not taken.

use super::csv;
use super::matching::{Columns, Matching};
use crate::hazard::HazardFault;
use crate::register::Method;

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableRow<'a> {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: &'a [String],
    /// Columns, from 0, that hold a formula without a known value.
    pub unknown: &'a [u32],
}

/// Why a row was refused, at which column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellFault {
    /// No day, or one without its year.
    NotADay,
    /// Neither 一般 nor 重大.
    NotAGrade,
    /// Longer than so many characters.
    TooLong(usize),
    /// A formula that was never calculated, or one that failed: open the file, let it calculate, save it.
    Formula,
    /// Neither place nor description.
    Empty,
    /// What is written contradicts itself.
    Contradiction(HazardFault),
    /// The cell without which there is no entry is empty.
    Missing,
    /// Not a whole number from 0.
    NotACount,
    /// Not whole yuan or tonnes.
    NotAnAmount,
    /// Neither a month nor a day, or one without its year.
    NotAMonth,
    /// Neither 是 nor 否.
    NotYesOrNo,
    /// No value that this letter has in this way of rating; the letters are counted from 0.
    NotAScore(Method, usize),
    /// Several entries have this name, and the row does not give the number of the one it means.
    Ambiguous,
}

/// A row by its number, with cells that keep it out or that it is taken without, by column from 0.
pub type OfRow<T> = (u32, Vec<T>);

/// The rows below the headings that hold something.
pub(super) fn below<'a, C: Columns>(
    rows: &'a [TableRow<'a>],
    matching: &'a Matching<C>,
) -> impl Iterator<Item = &'a TableRow<'a>> {
    let headings = rows.get(matching.heading).map(|row| row.cells);
    rows.iter().skip(matching.heading + 1).filter(move |row| {
        // Printed tables repeat their headings on every page.
        headings != Some(row.cells)
            && (!row.unknown.is_empty() || matched(row, matching).any(|(_, _, text)| !text.is_empty()))
    })
}

/// The cells of a row that mean something: column from 0, meaning, text.
pub(super) fn matched<'a, C: Columns>(
    row: &'a TableRow<'a>,
    matching: &'a Matching<C>,
) -> impl Iterator<Item = (usize, C, &'a str)> {
    // Our own csv has an apostrophe before what a spreadsheet would calculate.
    let cell = |at: usize| csv::plain(row.cells.get(at).map_or("", |text| text.trim()));
    matching.columns.iter().enumerate().filter_map(move |(at, column)| Some((at, (*column)?, cell(at))))
}

/// Whether the cell holds a formula whose value is not known.
pub(super) fn is_formula(row: &TableRow<'_>, at: usize) -> bool {
    u32::try_from(at).is_ok_and(|at| row.unknown.contains(&at))
}
