//! Texts with commas, semicolons or tabs, in UTF-8 or in the encoding Chinese Windows saves them in.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use encoding_rs::{Encoding, GB18030};

use crate::fault::Cell;
use crate::limits::{CELL, TEXT_BYTES};
use crate::{COLUMNS, ROWS, Row, Table, TableFault};

/// Separators, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];
/// Longest cell in bytes: a UTF-16 unit has at most three.
const CELL_BYTES: usize = 3 * CELL;

pub(crate) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    let text = lines(decoded(bytes)?);
    let start = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    if start.starts_with("<html") || start.starts_with("<!doctype html") || start.starts_with("<table") {
        return Err(TableFault::WebPage);
    }
    let mut fields = Fields {
        reader: ReaderBuilder::new().delimiter(separator(&text)).build(),
        rest: text.as_bytes(),
        // One more, or the longest cell would be full before its end is seen.
        buffer: vec![0; CELL_BYTES + 1],
    };
    let (mut table, mut all) = (Table::default(), 0);
    while let Some(row) = fields.row()? {
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        all += row.cells.iter().map(String::len).sum::<usize>();
        if table.rows.len() == ROWS {
            return Err(TableFault::TooManyRows);
        }
        if all > TEXT_BYTES {
            return Err(TableFault::TooMuchText);
        }
        table.rows.push(row);
    }
    if table.rows.is_empty() { Err(TableFault::NoTable) } else { Ok(table) }
}

/// Field by field, so that neither a row of a million cells nor a cell of a million characters is ever put together.
struct Fields<'a> {
    reader: Reader,
    rest: &'a [u8],
    buffer: Vec<u8>,
}

impl Fields<'_> {
    /// The next row; what stands to the right of [`COLUMNS`] is passed over.
    fn row(&mut self) -> Result<Option<Row>, TableFault> {
        let (mut cells, mut column, mut inside) = (Vec::new(), 0, 0);
        loop {
            let (read, cell) = self.field(column)?;
            if matches!(read, ReadFieldResult::End) {
                return Ok(None);
            }
            inside += cell.matches('\n').count() as u64;
            if (column as usize) < COLUMNS {
                cells.push(cell.trim().to_owned());
            }
            column += 1;
            if matches!(read, ReadFieldResult::Field { record_end: true }) {
                // The reader stands behind the row's end: the row begins as many lines up as it has.
                let number = self.reader.line().saturating_sub(1 + inside);
                return Ok(Some(Row { number: u32::try_from(number).unwrap_or(u32::MAX), cells }));
            }
        }
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
            return Err(TableFault::LongCell(Some(Cell { sheet: String::new(), row, column })));
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

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, TableFault> {
    // A byte order mark decides before anything else.
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        return text.ok_or(TableFault::NoTable);
    }
    if bytes.contains(&0) {
        return Err(TableFault::NoTable);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.into());
    }
    GB18030.decode_without_bom_handling_and_without_replacement(bytes).ok_or(TableFault::NoTable)
}

/// The separator that stands most often in the first line, outside of quotation marks.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let outside = first.split('"').step_by(2);
    let count = |separator: u8| outside.clone().flat_map(str::bytes).filter(|byte| *byte == separator).count();
    let most = SEPARATORS.into_iter().map(count).max().unwrap_or(0);
    SEPARATORS.into_iter().find(|separator| count(*separator) == most).unwrap_or(b',')
}
