//! Workbooks of the XML that Excel wrote in 2003 and portals still write under the name `.xls`.

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::cells::Cells;
use crate::fault::Many;
use crate::limits::SHEETS;
use crate::{COLUMNS, CellKind, SheetRead, Table, TableFault};

/// The sheet that is being read.
struct Sheet {
    name: String,
    hidden: bool,
    cells: Cells,
    merged: Vec<Dimensions>,
    /// Row and column, from 0, of the next cell.
    row: u32,
    column: u32,
    /// Columns to the right that the open cell is merged with.
    across: u32,
    hidden_rows: Vec<u32>,
    /// The type of the value that is open, and its text.
    open: Option<(String, String)>,
}

/// Reads the sheets.
///
/// # Errors
/// The place of the damage, or the bound that it breaks.
pub(crate) fn read(text: &str) -> Result<Table, TableFault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let (mut table, mut sheet) = (Table::default(), None::<Sheet>);
    loop {
        match reader.read_event().map_err(TableFault::damaged)? {
            Event::Start(tag) => start(&tag, &mut sheet, false)?,
            Event::Empty(tag) => start(&tag, &mut sheet, true)?,
            Event::End(tag) => end(tag.local_name().as_ref(), &mut sheet, &mut table)?,
            Event::Text(text) => take(&mut sheet, &text),
            Event::CData(text) => take(&mut sheet, &text),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let said = character.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                take(&mut sheet, said.as_deref().unwrap_or("\u{fffd}"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if table.sheets.is_empty() { Err(TableFault::NoTable) } else { Ok(table) }
}

fn take(sheet: &mut Option<Sheet>, text: &str) {
    if let Some((_, open)) = sheet.as_mut().and_then(|sheet| sheet.open.as_mut()) {
        open.push_str(text);
    }
}

fn start(tag: &BytesStart<'_>, open: &mut Option<Sheet>, empty: bool) -> Result<(), TableFault> {
    let name = tag.local_name();
    if name.as_ref() == "Worksheet" {
        let name = attribute(tag, "Name").unwrap_or_default();
        *open = Some(Sheet {
            cells: Cells::of(&name),
            name,
            hidden: false,
            merged: Vec::new(),
            row: 0,
            column: 0,
            across: 0,
            hidden_rows: Vec::new(),
            open: None,
        });
    }
    let Some(sheet) = open else { return Ok(()) };
    let number = |wanted| attribute(tag, wanted).and_then(|value| value.parse::<u32>().ok());
    match name.as_ref() {
        "Row" => {
            sheet.row = number("Index").and_then(|row| row.checked_sub(1)).unwrap_or(sheet.row);
            sheet.column = 0;
            if attribute(tag, "Hidden").as_deref() == Some("1") {
                sheet.hidden_rows.push(sheet.row);
            }
            if empty {
                sheet.row = sheet.row.saturating_add(1);
            }
        }
        "Cell" => {
            sheet.column = number("Index").and_then(|column| column.checked_sub(1)).unwrap_or(sheet.column);
            if let Some(down) = number("MergeDown").filter(|_| (sheet.column as usize) < COLUMNS) {
                let end = (sheet.row.saturating_add(down), sheet.column);
                sheet.merged.push(Dimensions { start: (sheet.row, sheet.column), end });
            }
            sheet.across = number("MergeAcross").unwrap_or(0);
            if empty {
                sheet.column = sheet.column.saturating_add(sheet.across).saturating_add(1);
            }
        }
        "Data" if !empty => sheet.open = Some((attribute(tag, "Type").unwrap_or_default(), String::new())),
        "Visible" if !empty => sheet.open = Some((String::new(), String::new())),
        _ => {}
    }
    Ok(())
}

fn end(name: &str, open: &mut Option<Sheet>, table: &mut Table) -> Result<(), TableFault> {
    let Some(sheet) = open else { return Ok(()) };
    match name {
        "Data" => {
            if let Some((kind, text)) = sheet.open.take()
                && (sheet.column as usize) < COLUMNS
            {
                let (text, kind) = value(&kind, text.trim());
                sheet.cells.put(sheet.row, sheet.column, text, kind)?;
            }
        }
        "Cell" => sheet.column = sheet.column.saturating_add(sheet.across).saturating_add(1),
        "Row" => sheet.row = sheet.row.saturating_add(1),
        // SheetHidden or SheetVeryHidden.
        "Visible" => sheet.hidden = sheet.open.take().is_some_and(|(_, said)| said.ends_with("Hidden")),
        "Worksheet" => {
            if let Some(mut done) = open.take() {
                done.cells.spread(&done.merged)?;
                let rows = done.cells.finish(&done.hidden_rows);
                if !rows.is_empty() && table.sheets.iter().all(|other| other.name != done.name) {
                    let active = table.sheets.is_empty();
                    let Sheet { name, hidden, .. } = done;
                    table.sheets.push(SheetRead { name, hidden, active, from_1904: false, rows });
                }
                if table.sheets.len() > SHEETS {
                    return Err(TableFault::TooMany(Many::Sheets));
                }
            }
        }
        _ => {}
    }
    Ok(())
}

fn value(kind: &str, text: &str) -> (String, CellKind) {
    match kind {
        "Number" => (text.to_owned(), CellKind::Number),
        // 2026-11-03T00:00:00.000
        "DateTime" => (text.split('T').next().unwrap_or_default().to_owned(), CellKind::Day),
        "Boolean" => ((if text == "1" { "是" } else { "否" }).to_owned(), CellKind::Text),
        "Error" => (String::new(), CellKind::Unknown),
        _ => (text.to_owned(), CellKind::Text),
    }
}

fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == wanted);
    found.and_then(|found| unescape(&found.value).ok().map(|value| value.into_owned()))
}
