//! Workbooks of Excel, WPS and LibreOffice, all sheets of them.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `meter` | a stream that ends in a fault where too much is asked of it |
//! | `outline` | which part is which sheet |
//! | `package` | the packed file |
//! | `part` | a part of the packed file, and what it holds |
//! | `weigh` | what the parts of a workbook would take, counted tag by tag without keeping them |

mod meter;
mod outline;
mod package;
mod part;
mod weigh;

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};

use crate::cells::{Cells, Held};
use crate::{COLUMNS, CellKind, SheetRead, Table, TableFault};

type Book = Xlsx<Cursor<Vec<u8>>>;

pub(crate) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    let sound = package::sound(bytes)?;
    let mut book: Book = Xlsx::new(Cursor::new(sound.packed)).map_err(damaged)?;
    let (mut table, mut held) = (Table::default(), Held::default());
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    for (at, (name, hidden)) in sheets.into_iter().enumerate() {
        let mut cells = Cells::after(&name, held);
        sheet(&mut book, &mut cells, &name)?;
        if sound.merged {
            // A sheet without merged cells has no list of them, which is no fault.
            cells.spread(&book.merge_cells_by_sheet_name(&name).unwrap_or_default())?;
        }
        held = cells.held();
        let rows = cells.finish(sound.hidden_rows.get(&name).map_or(&[], Vec::as_slice));
        if !rows.is_empty() {
            let active = at == sound.active;
            table.sheets.push(SheetRead { name, hidden, active, from_1904: sound.from_1904, rows });
        }
    }
    if table.sheets.is_empty() { Err(TableFault::NoTable) } else { Ok(table) }
}

fn damaged(fault: XlsxError) -> TableFault {
    TableFault::damaged(fault)
}

/// Cell by cell.
///
/// A single value in the last corner of a sheet must not make a range of milliards of cells.
fn sheet(book: &mut Book, cells: &mut Cells, name: &str) -> Result<(), TableFault> {
    let decimals = decimals(book, name)?;
    // Sheets of other kinds, such as charts, have no cells.
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(()) };
    // Not the formulas themselves: a shared one is put together anew for each of its cells.
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let (row, column) = cell.pos;
        if column as usize >= COLUMNS {
            continue;
        }
        let (text, kind) = text(&cell.value, || decimals.get(&(row, column)).copied());
        // A formula counts by the value that was calculated when the file was saved; one that gave "" is empty.
        let kind = if cell.formula.is_some() && cell.value == DataRef::Empty { CellKind::Unknown } else { kind };
        cells.put(row, column, text, kind)?;
    }
    Ok(())
}

/// The cells whose numbers are shown with two decimals or more: 2026.10 is kept as 2026.1.
fn decimals(book: &mut Book, name: &str) -> Result<std::collections::BTreeMap<(u32, u32), u8>, TableFault> {
    let mut shown = std::collections::BTreeMap::new();
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(shown) };
    let of_style: Vec<Option<u8>> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().and_then(|format| decimals_of(&format.format_code)))
        .collect();
    if of_style.iter().all(Option::is_none) {
        return Ok(shown);
    }
    while let Some((row, column, style)) = reader.next_style_id().map_err(damaged)? {
        if let Some(decimals) = of_style.get(style).copied().flatten()
            && (column as usize) < COLUMNS
            && shown.len() < crate::ROWS * COLUMNS
        {
            shown.insert((row, column), decimals);
        }
    }
    Ok(shown)
}

/// 2 for `0.00`, with or without groups; `None` for everything else.
fn decimals_of(format: &str) -> Option<u8> {
    let digits = ["0.", "#,##0."].iter().find_map(|start| format.split(['_', ';']).next()?.strip_prefix(start))?;
    let all = digits.chars().all(|c| c == '0') && (2..=9).contains(&digits.len());
    all.then(|| u8::try_from(digits.len()).ok()).flatten()
}

fn text(value: &DataRef<'_>, decimals: impl FnOnce() -> Option<u8>) -> (String, CellKind) {
    let said = |text: &str| (text.trim().to_owned(), CellKind::Text);
    match value {
        DataRef::String(text) | DataRef::DurationIso(text) => said(text),
        DataRef::DateTimeIso(text) => (text.trim().to_owned(), CellKind::Day),
        DataRef::SharedString(text) => said(text),
        DataRef::Int(number) => (number.to_string(), CellKind::Number),
        DataRef::Float(number) => (shown(*number, decimals()), CellKind::Number),
        DataRef::Bool(true) => said("是"),
        DataRef::Bool(false) => said("否"),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            (format!("{year:04}-{month:02}-{day:02}"), CellKind::Day)
        }
        DataRef::DateTime(time) => (time.as_f64().to_string(), CellKind::Number),
        // #REF! and its like: a value that is not known.
        DataRef::Error(_) => (String::new(), CellKind::Unknown),
        DataRef::Empty => (String::new(), CellKind::Text),
    }
}

/// A number with the decimals that are shown, where they are all that it has.
fn shown(number: f64, decimals: Option<u8>) -> String {
    let plain = number.to_string();
    let Some(decimals) = decimals else { return plain };
    let padded = format!("{number:.*}", usize::from(decimals));
    if padded.parse() == Ok(number) { padded } else { plain }
}
