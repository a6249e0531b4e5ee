//! Spreadsheet files in and out, as rows of texts. What the columns mean is known elsewhere.
//!
//! It runs in a worker of its own: a file of thousands of rows takes longer than a frame, and a file made to exhaust the memory takes the
//! worker with it, not the page.

#![cfg_attr(not(test), warn(unreachable_pub))]

mod csv_file;
mod fault;
mod job;
pub mod limits;
mod xlsx_in;
mod xlsx_out;

use serde::{Deserialize, Serialize};

pub use fault::{Cell, Many, TableFault};
pub use job::{Job, Piece, run};
pub use limits::{BYTES, COLUMNS, ROWS};

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

/// Reads a file by what is in it, not by its name.
///
/// # Errors
/// [`TableFault`].
pub fn read(bytes: &[u8]) -> Result<Table, TableFault> {
    if bytes.len() as u64 > BYTES {
        return Err(TableFault::TooLarge(bytes.len() as u64));
    }
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
