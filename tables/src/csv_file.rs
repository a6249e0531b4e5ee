//! Texts with commas, semicolons or tabs, in UTF-8 or in the encoding Chinese Windows saves them in.

use crate::{COLUMNS, ROWS, Row, Table, TableFault};

/// Separators, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

pub(crate) fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    // One kind of line end, and one at the very end, so that lines can be counted.
    let mut text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    text.push('\n');
    let start = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
    if start.starts_with("<html") || start.starts_with("<!doctype html") || start.starts_with("<table") {
        return Err(TableFault::WebPage);
    }
    let separator = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return if table.rows.is_empty() { Err(TableFault::NoTable) } else { Ok(table) },
            Err(fault) => return Err(TableFault::Damaged(format!("{line}: {fault}"))),
        }
        let cells: Vec<String> = record.iter().take(COLUMNS).map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if table.rows.len() == ROWS {
            return Err(TableFault::TooManyRows);
        }
        // The reader stands behind the record's end and skips blank lines before it silently: the record begins as many lines up as it has.
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let number = reader.position().line().saturating_sub(1 + inside as u64);
        table.rows.push(Row { number: u32::try_from(number).unwrap_or(u32::MAX), cells });
    }
}

fn decoded(bytes: &[u8]) -> Result<String, TableFault> {
    if bytes.contains(&0) && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
        return Err(TableFault::NoTable);
    }
    // A byte order mark decides before anything else.
    let (text, _, faulty) = encoding_rs::UTF_8.decode(bytes);
    if !faulty {
        return Ok(text.into_owned());
    }
    let (text, _, faulty) = encoding_rs::GB18030.decode(bytes);
    if faulty { Err(TableFault::NoTable) } else { Ok(text.into_owned()) }
}

/// The separator that stands most often in the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    let most = SEPARATORS.into_iter().map(count).max().unwrap_or(0);
    SEPARATORS.into_iter().find(|separator| count(*separator) == most).unwrap_or(b',')
}
