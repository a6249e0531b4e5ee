//! Workbooks of Excel, WPS and LibreOffice. The sheet with the most rows is read.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use crate::{COLUMNS, ROWS, Row, Table, TableFault};

type Cells = BTreeMap<u32, Vec<String>>;

pub(crate) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|fault| damaged(&fault))?;
    let mut largest = Table::default();
    for name in book.sheet_names() {
        let table = sheet(&mut book, &name)?;
        if table.rows.len() > largest.rows.len() {
            largest = table;
        }
    }
    if largest.rows.is_empty() { Err(TableFault::NoTable) } else { Ok(largest) }
}

fn damaged(fault: &XlsxError) -> TableFault {
    TableFault::Damaged(fault.to_string())
}

/// Cell by cell: a single value in the last corner of a sheet must not make a range of milliards of cells.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, TableFault> {
    let (mut cells, mut formulas) = (Cells::new(), Vec::new());
    // Sheets of other kinds, such as charts, have no cells.
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(Table::default()) };
    while let Some(cell) = reader.next_cell_with_formula().map_err(|fault| damaged(&fault))? {
        let ((row, column), value) = (cell.pos, text(&cell.value));
        if column as usize >= COLUMNS {
            continue;
        }
        if cell.formula.is_some() {
            formulas.push((row, column));
        }
        if !value.is_empty() {
            put(&mut cells, row, column, value)?;
        }
    }
    drop(reader);
    // A sheet without merged cells has no list of them, which is no fault.
    if let Ok(regions) = book.merge_cells_by_sheet_name(name) {
        spread(&mut cells, &regions);
    }
    // A formula counts by the value that was calculated when the file was saved; one without has none.
    let known = |row: u32, column: u32| {
        cells.get(&row).and_then(|cells| cells.get(column as usize)).is_some_and(|value| !value.is_empty())
    };
    let unknown = formulas.into_iter().filter(|&(row, column)| (column as usize) < COLUMNS && !known(row, column));
    let unknown = unknown.map(|(row, column)| (row.saturating_add(1), column)).collect();
    Ok(Table {
        rows: cells.into_iter().map(|(row, cells)| Row { number: row.saturating_add(1), cells }).collect(),
        unknown,
    })
}

fn put(cells: &mut Cells, row: u32, column: u32, value: String) -> Result<(), TableFault> {
    let in_row = cells.entry(row).or_default();
    let at = column as usize;
    if in_row.len() <= at {
        in_row.resize(at + 1, String::new());
    }
    in_row[at] = value;
    if cells.len() > ROWS { Err(TableFault::TooManyRows) } else { Ok(()) }
}

/// The value of merged cells stands in the first; people mean it for all of them. Only down: a title over several columns is no value
/// of each, and rows that hold nothing else are not made up.
fn spread(cells: &mut Cells, regions: &[calamine::Dimensions]) {
    for region in regions {
        let at = region.start.1 as usize;
        let Some(value) =
            cells.get(&region.start.0).and_then(|cells| cells.get(at)).filter(|value| !value.is_empty()).cloned()
        else {
            continue;
        };
        for (_, in_row) in cells.range_mut(region.start.0..=region.end.0).skip(1) {
            if in_row.len() <= at {
                in_row.resize(at + 1, String::new());
            }
            if in_row[at].is_empty() {
                in_row[at].clone_from(&value);
            }
        }
    }
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
