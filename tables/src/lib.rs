//! Spreadsheet files in and out, as rows of texts. What the columns mean is known elsewhere.
//!
//! It runs in a worker of its own: a file of thousands of rows takes longer than a frame, and a file made to exhaust the memory takes the
//! worker with it, not the page.

mod csv_file;
mod job;
mod xlsx_in;
mod xlsx_out;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use job::{Done, Job, run};

/// Most rows that are read; a ledger of ten years at ten hazards a week has half as many.
pub const ROWS: usize = 10_000;
/// Most columns that are read; what stands to the right of them is no ledger.
pub const COLUMNS: usize = 60;
/// Largest file that is read, in bytes.
pub const BYTES: u64 = 20_000_000;

/// The rows of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    /// Rows with something in them.
    pub rows: Vec<Row>,
    /// Cells whose value is not known, by row number and column from 0.
    pub unknown: Vec<(u32, u32)>,
}

/// A row of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its number as the spreadsheet program shows it, from 1.
    pub number: u32,
    /// Its cells as texts; days as `2026-11-03`.
    pub cells: Vec<String>,
}

/// A sheet of a workbook that is written.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`, and no other sheet's.
    pub name: String,
    /// Heading and rows.
    pub rows: Vec<Vec<String>>,
    /// Columns from 0 whose cells below the heading are numbers, to be added up and sorted as such. Everything else is a text: what
    /// begins with `=` stays what it is, and a code of eighteen digits keeps all of them.
    pub numbers: Vec<u16>,
}

/// Why a file was not read, by what a person can do about it.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableFault {
    /// The binary format of Excel before 2007, whatever the name ends in, or a workbook with a password: save it anew as .xlsx.
    #[error("an old or encrypted Excel file")]
    OldExcel,
    /// A web page that was named like a table, as some systems export: open and save it as .xlsx.
    #[error("a web page")]
    WebPage,
    /// Neither a workbook nor a text.
    #[error("no table")]
    NoTable,
    /// A workbook that ends early or is damaged, with the place as far as it is known.
    #[error("damaged: {0}")]
    Damaged(String),
    /// More rows than [`ROWS`]: split the file.
    #[error("more than {ROWS} rows")]
    TooManyRows,
    /// The file could not be written, which no content is known to cause.
    #[error("not written: {0}")]
    NotWritten(String),
}

/// Reads a file by what is in it, not by its name.
///
/// # Errors
/// [`TableFault`].
pub fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => xlsx_in::read(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(TableFault::OldExcel),
        _ => csv_file::read(bytes),
    }
}

/// Writes a workbook.
///
/// # Errors
/// [`TableFault::NotWritten`].
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, TableFault> {
    xlsx_out::write(sheets).map_err(|fault| TableFault::NotWritten(fault.to_string()))
}
