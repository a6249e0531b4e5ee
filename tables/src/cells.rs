//! The cells of a sheet as they come, within the bounds.

use std::collections::BTreeMap;

use calamine::Dimensions;

use crate::fault::{CellPlace, Many};
use crate::limits::{ALL_ROWS, CELL, COLUMNS, ROWS, TEXT_BYTES};
use crate::{CellKind, Row, TableFault};

/// Rows by their numbers from 0, with the length of all their texts.
pub(crate) struct Cells {
    sheet: String,
    rows: BTreeMap<u32, Row>,
    bytes: usize,
    /// The rows and bytes of other sheets of the file.
    before: Held,
}

/// How much of a file is kept.
#[derive(Clone, Copy, Default)]
pub(crate) struct Held {
    rows: usize,
    bytes: usize,
}

impl Cells {
    /// No cells yet of this sheet.
    pub(crate) fn of(sheet: &str) -> Self {
        Self::after(sheet, Held::default())
    }

    /// No cells yet of this sheet; other sheets are kept already.
    pub(crate) fn after(sheet: &str, before: Held) -> Self {
        Self { sheet: sheet.to_owned(), rows: BTreeMap::new(), bytes: 0, before }
    }

    /// Counts what is kept of the file with this sheet.
    pub(crate) fn held(&self) -> Held {
        Held { rows: self.before.rows + self.rows.len(), bytes: self.before.bytes + self.bytes }
    }

    /// Puts a value in its place; an empty one makes no row, unless its value is not known.
    ///
    /// # Errors
    /// The bound that it breaks.
    pub(crate) fn put(&mut self, row: u32, column: u32, value: String, kind: CellKind) -> Result<(), TableFault> {
        if value.is_empty() && kind != CellKind::Unknown {
            return Ok(());
        }
        // As long in bytes at least as in units.
        if value.len() > CELL && value.encode_utf16().count() > CELL {
            let cell = CellPlace { sheet: self.sheet.clone(), row: row.saturating_add(1), column };
            return Err(TableFault::LongCell(Some(cell)));
        }
        self.weigh(value.len())?;
        set(self.rows.entry(row).or_default(), column as usize, value, kind);
        let all = self.before.rows + self.rows.len();
        if self.rows.len() > ROWS || all > ALL_ROWS { Err(TableFault::TooManyRows) } else { Ok(()) }
    }

    fn weigh(&mut self, bytes: usize) -> Result<(), TableFault> {
        self.bytes += bytes;
        if self.before.bytes + self.bytes > TEXT_BYTES { Err(TableFault::TooMuchText) } else { Ok(()) }
    }

    /// Copies the value of merged cells down: it stands in the first, and people mean it for all.
    ///
    /// Not across: a title over columns is no value, and empty rows are not made up.
    ///
    /// # Errors
    /// [`TableFault::TooMuchText`]; [`Many::Merged`] when regions lie over one another.
    pub(crate) fn spread(&mut self, regions: &[Dimensions]) -> Result<(), TableFault> {
        let mut visited = 0;
        for region in regions {
            let (first, at) = (region.start.0, region.start.1 as usize);
            let value = |row: &Row| Some((row.cells.get(at)?.clone(), row.kinds.get(at).copied().unwrap_or_default()));
            let Some((value, kind)) = self.rows.get(&first).and_then(value).filter(|(value, _)| !value.is_empty())
            else {
                continue;
            };
            let mut bytes = 0;
            for (_, row) in self.rows.range_mut(first..=region.end.0.max(first)).skip(1) {
                visited += 1;
                if visited > ROWS * COLUMNS {
                    return Err(TableFault::TooMany(Many::Merged));
                }
                if row.cells.get(at).is_none_or(String::is_empty) {
                    bytes += value.len();
                    if self.before.bytes + self.bytes + bytes > TEXT_BYTES {
                        return Err(TableFault::TooMuchText);
                    }
                    set(row, at, value.clone(), kind);
                }
            }
            self.bytes += bytes;
        }
        Ok(())
    }

    /// The rows, each with whether it is among the hidden ones (numbers from 0, sorted).
    pub(crate) fn finish(self, hidden: &[u32]) -> Vec<Row> {
        let all = self.rows.into_iter();
        let said = all.filter(|(_, row)| row.cells.iter().any(|cell| !cell.is_empty()));
        said.map(|(number, row)| Row {
            number: number.saturating_add(1),
            hidden: hidden.binary_search(&number).is_ok(),
            ..row
        })
        .collect()
    }
}

fn set(row: &mut Row, at: usize, value: String, kind: CellKind) {
    if row.cells.len() <= at {
        row.cells.resize(at + 1, String::new());
    }
    row.cells[at] = value;
    if kind != CellKind::Text && row.kinds.len() <= at {
        row.kinds.resize(at + 1, CellKind::Text);
    }
    if let Some(slot) = row.kinds.get_mut(at) {
        *slot = kind;
    }
}
