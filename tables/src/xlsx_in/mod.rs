//! Workbooks of Excel, WPS and LibreOffice. The sheet with the most rows is read.

mod cells;
mod meter;
mod outline;
mod package;
mod weigh;

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use self::cells::Cells;
use crate::{COLUMNS, Table, TableFault};

type Book = Xlsx<Cursor<Vec<u8>>>;

pub(crate) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    let sound = package::sound(bytes)?;
    let mut book: Book = Xlsx::new(Cursor::new(sound.packed)).map_err(damaged)?;
    let mut largest = Table::default();
    for name in book.sheet_names() {
        let table = sheet(&mut book, &name, sound.merged)?;
        if table.rows.len() > largest.rows.len() {
            largest = table;
        }
    }
    if largest.rows.is_empty() { Err(TableFault::NoTable) } else { Ok(largest) }
}

fn damaged(fault: XlsxError) -> TableFault {
    TableFault::damaged(fault)
}

/// Cell by cell: a single value in the last corner of a sheet must not make a range of milliards of cells.
fn sheet(book: &mut Book, name: &str, merged: bool) -> Result<Table, TableFault> {
    let (mut cells, mut formulas) = (Cells::of(name), Vec::new());
    // Sheets of other kinds, such as charts, have no cells.
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(Table::default()) };
    // Not the formulas themselves: a shared one is put together anew for each of its cells.
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let (row, column) = cell.pos;
        if column as usize >= COLUMNS {
            continue;
        }
        if cell.formula.is_some() {
            formulas.push((row, column));
        }
        cells.put(row, column, text(&cell.value))?;
    }
    drop(reader);
    if merged {
        // A sheet without merged cells has no list of them, which is no fault.
        cells.spread(&book.merge_cells_by_sheet_name(name).unwrap_or_default())?;
    }
    Ok(cells.finish(formulas))
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "是".to_owned(),
        DataRef::Bool(false) => "否".to_owned(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        // #REF! and its like: a value that is not known.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
