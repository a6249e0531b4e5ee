//! Texts with commas, semicolons, tabs or other separators.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `quotes` | quotation marks that are never closed |
//! | `separator` | which character parts the cells |

mod quotes;
mod separator;

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use self::separator::{Separator, separator};
use crate::cells::Cells;
use crate::fault::CellPlace;
use crate::limits::CELL;
use crate::{COLUMNS, CellKind, Note, SheetRead, Table, TableFault};

/// Longest cell in bytes: a UTF-16 unit has at most three.
const CELL_BYTES: usize = 3 * CELL;

/// Reads the one table of a text.
///
/// # Errors
/// The bound that it breaks; [`TableFault::NoTable`] for a text without anything in it.
pub(crate) fn read(text: Cow<'_, str>) -> Result<Table, TableFault> {
    let text = lines(text);
    let Separator { byte, text } = separator(text);
    let (text, open) = quotes::closed(text, byte);
    let mut fields = Fields {
        reader: ReaderBuilder::new().delimiter(byte).build(),
        rest: text.as_bytes(),
        // One more, or the longest cell would be full before its end is seen.
        buffer: vec![0; CELL_BYTES + 1],
    };
    let mut cells = Cells::of("");
    while fields.row(&mut cells)? {}
    let rows = cells.finish(&[]);
    if rows.is_empty() {
        return Err(TableFault::NoTable);
    }
    let notes = open.into_iter().map(Note::OpenQuote).collect();
    Ok(Table { sheets: vec![SheetRead { active: true, rows, ..SheetRead::default() }], notes })
}

/// A plain number may have lost zeros at its ends in the program that wrote it.
///
/// One of more digits than numbers have is a code.
pub(crate) fn kind(cell: &str) -> CellKind {
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole) && digits(part) && cell.len() <= 15 { CellKind::Number } else { CellKind::Text }
}

/// Field by field.
///
/// So neither a row of a million cells nor a cell of a million characters is ever put together.
struct Fields<'a> {
    reader: Reader,
    rest: &'a [u8],
    buffer: Vec<u8>,
}

impl Fields<'_> {
    /// Puts the next row into its place; `false` at the end.
    ///
    /// What stands to the right of [`COLUMNS`] is passed over.
    fn row(&mut self, into: &mut Cells) -> Result<bool, TableFault> {
        let (mut row, mut column, mut inside) = (Vec::new(), 0, 0);
        loop {
            let (read, cell) = self.field(column)?;
            if matches!(read, ReadFieldResult::End) {
                return Ok(false);
            }
            inside += cell.matches('\n').count() as u64;
            if (column as usize) < COLUMNS {
                row.push(cell.trim().replace(separator::STANDS_IN, "，"));
            }
            column += 1;
            if matches!(read, ReadFieldResult::Field { record_end: true }) {
                break;
            }
        }
        // The reader stands behind the row's end: the row begins as many lines up as it has.
        let number = u32::try_from(self.reader.line().saturating_sub(1 + inside)).unwrap_or(u32::MAX);
        for (column, cell) in (0..).zip(row) {
            let kind = kind(&cell);
            into.put(number.saturating_sub(1), column, cell, kind)?;
        }
        Ok(true)
    }

    fn field(&mut self, column: u32) -> Result<(ReadFieldResult, &str), TableFault> {
        let mut length = 0;
        let (read, long) = loop {
            let (read, used, written) = self.reader.read_field(self.rest, &mut self.buffer[length..]);
            self.rest = self.rest.get(used..).unwrap_or_default();
            length += written;
            match read {
                // The reader wants to be told of the end of the text by an empty input.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => break (read, true),
                ReadFieldResult::Field { .. } | ReadFieldResult::End => break (read, false),
            }
        };
        let bytes = &self.buffer[..length];
        let cell = std::str::from_utf8(bytes).map_err(TableFault::damaged);
        if long || length > CELL && cell.as_ref().is_ok_and(|cell| cell.encode_utf16().count() > CELL) {
            let ended = matches!(read, ReadFieldResult::Field { record_end: true });
            let below = bytes.iter().filter(|byte| **byte == b'\n').count() as u64 + u64::from(ended);
            let row = u32::try_from(self.reader.line().saturating_sub(below)).unwrap_or(u32::MAX);
            return Err(TableFault::LongCell(Some(CellPlace { sheet: String::new(), row, column })));
        }
        Ok((read, cell?))
    }
}

/// One kind of line end, and one at the very end, so that lines can be counted.
fn lines(text: Cow<'_, str>) -> String {
    let mut text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() };
    text.push('\n');
    text
}
