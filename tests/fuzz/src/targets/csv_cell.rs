//! Cells of an exported text: every spreadsheet reads back the same cells, and none of them runs.

use anziping_core::exchange::csv as ours;

use super::Target;

/// Between rows and between cells of an input.
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';
/// Every row has so many cells more: a row of one empty cell is an empty line, which readers pass over.
const LAST: &str = "末";

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "csv_cell",
    run,
    words: &[
        b"\x1e",
        b"\x1f",
        b"\"",
        b"\"\"",
        b",",
        b"\r\n",
        b"\r",
        b"\n",
        b"=",
        b"+",
        b"-",
        b"@",
        b"\t",
        b"'",
        "＝".as_bytes(),
        "＠".as_bytes(),
        b"\xef\xbb\xbf",
    ],
    bounded: 20_000,
};

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let rows: Vec<Vec<&str>> = text.split(ROW).map(|row| row.split(CELL).chain([LAST]).collect()).collect();
    let table = ours::table(&rows);
    assert!(table.starts_with('\u{feff}'), "Chinese Excel needs the mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
    let read: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("well-formed").iter().map(str::to_owned).collect()).collect();
    assert_eq!(read.len(), rows.len(), "as many rows as were written");
    for (read, written) in read.iter().zip(&rows) {
        assert_eq!(read.len(), written.len(), "as many cells as were written");
        for (read, written) in read.iter().zip(written) {
            assert!(read == written || read.strip_prefix('\'') == Some(*written), "{read:?} is not {written:?}");
            let seen = read.trim_start_matches([' ', '\u{3000}', '\u{feff}']);
            assert!(!seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']), "{read:?} runs");
        }
    }
}
