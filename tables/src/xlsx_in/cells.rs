//! The cells of a sheet as they come, within the bounds.

use std::collections::BTreeMap;

use calamine::Dimensions;

use crate::fault::{Cell, Many};
use crate::limits::{CELL, COLUMNS, ROWS, TEXT_BYTES};
use crate::{Row, Table, TableFault};

/// Rows by their numbers from 0, with the length of all their texts.
pub(super) struct Cells<'a> {
    sheet: &'a str,
    rows: BTreeMap<u32, Vec<String>>,
    bytes: usize,
}

impl<'a> Cells<'a> {
    /// No cells yet of this sheet.
    pub(super) fn of(sheet: &'a str) -> Self {
        Self { sheet, rows: BTreeMap::new(), bytes: 0 }
    }

    /// Puts a value in its place; an empty one makes no row.
    ///
    /// # Errors
    /// The bound that it breaks.
    pub(super) fn put(&mut self, row: u32, column: u32, value: String) -> Result<(), TableFault> {
        if value.is_empty() {
            return Ok(());
        }
        // As long in bytes at least as in units.
        if value.len() > CELL && value.encode_utf16().count() > CELL {
            let cell = Cell { sheet: self.sheet.to_owned(), row: row.saturating_add(1), column };
            return Err(TableFault::LongCell(Some(cell)));
        }
        self.weigh(value.len())?;
        set(self.rows.entry(row).or_default(), column as usize, value);
        if self.rows.len() > ROWS { Err(TableFault::TooManyRows) } else { Ok(()) }
    }

    fn weigh(&mut self, bytes: usize) -> Result<(), TableFault> {
        self.bytes += bytes;
        if self.bytes > TEXT_BYTES { Err(TableFault::TooMuchText) } else { Ok(()) }
    }

    /// The value of merged cells stands in the first; people mean it for all of them. Only down: a title over several columns is no
    /// value of each, and rows that hold nothing else are not made up.
    ///
    /// # Errors
    /// [`TableFault::TooMuchText`]; [`Many::Merged`] when regions lie over one another.
    pub(super) fn spread(&mut self, regions: &[Dimensions]) -> Result<(), TableFault> {
        let mut visited = 0;
        for region in regions {
            let (first, at) = (region.start.0, region.start.1 as usize);
            let value = self.rows.get(&first).and_then(|cells| cells.get(at)).filter(|value| !value.is_empty());
            let Some(value) = value.cloned() else { continue };
            let mut bytes = 0;
            for (_, cells) in self.rows.range_mut(first..=region.end.0.max(first)).skip(1) {
                visited += 1;
                if visited > ROWS * COLUMNS {
                    return Err(TableFault::TooMany(Many::Merged));
                }
                if cells.get(at).is_none_or(String::is_empty) {
                    bytes += value.len();
                    if self.bytes + bytes > TEXT_BYTES {
                        return Err(TableFault::TooMuchText);
                    }
                    set(cells, at, value.clone());
                }
            }
            self.bytes += bytes;
        }
        Ok(())
    }

    /// The table, with those of the cells with formulas that have no value: a formula counts by the value that was calculated when the
    /// file was saved.
    pub(super) fn finish(self, formulas: Vec<(u32, u32)>) -> Table {
        let unknown = |&(row, column): &(u32, u32)| {
            let in_row = self.rows.get(&row);
            in_row.is_some_and(|cells| cells.get(column as usize).is_none_or(String::is_empty))
        };
        let unknown =
            formulas.into_iter().filter(unknown).map(|(row, column)| (row.saturating_add(1), column)).collect();
        let rows = self.rows.into_iter().map(|(row, cells)| Row { number: row.saturating_add(1), cells }).collect();
        Table { rows, unknown }
    }
}

fn set(cells: &mut Vec<String>, at: usize, value: String) {
    if cells.len() <= at {
        cells.resize(at + 1, String::new());
    }
    cells[at] = value;
}
