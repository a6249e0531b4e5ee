//! Files of office programs: spreadsheets in and out, papers out. What they mean is known elsewhere.
//!
//! It runs in a worker of its own: a file of thousands of rows takes longer than a frame, and a file made to exhaust
//! the memory takes the worker with it, not the page.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `cells` | the cells of a sheet as they come, within the bounds |
//! | `decode` | texts in the encodings that spreadsheets of Chinese offices are saved in |
//! | `docx_out` | papers as files of word processors |
//! | `fault` | why a file was not read or written, by what a person can do about it |
//! | `html` | tables of web pages: what portals export under the name `.xls` |
//! | `job` | the messages to the worker of tables and back |
//! | `limits` | the bounds of what is read, in one place |
//! | `paper` | a paper as word processors take it: lines, tables, places to sign |
//! | `qr` | square codes for cameras |
//! | `spreadsheet_ml` | workbooks of the XML that Excel wrote in 2003 and portals still write under the name `.xls` |
//! | `text` | texts with commas, semicolons, tabs or other separators |
//! | `xlsx_in` | workbooks of Excel, WPS and LibreOffice, all sheets of them |
//! | `xlsx_out` | workbooks of texts, with numbers where the caller says that a column holds them |

#![cfg_attr(not(test), warn(unreachable_pub))]

mod cells;
mod decode;
mod docx_out;
mod fault;
mod html;
mod job;
pub mod limits;
mod paper;
pub mod qr;
mod spreadsheet_ml;
mod text;
mod xlsx_in;
mod xlsx_out;

use serde::{Deserialize, Serialize};

pub use fault::{CellPlace, Many, TableFault};
pub use job::{Job, Piece, run};
pub use limits::{BYTES, COLUMNS, ROWS};
pub use paper::{LineStyle, PaperCell, PaperFile, PaperLine, PaperPart, PaperPicture, PaperSheet, PaperTable};

/// The content of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Table {
    /// The sheets that have something in them, in their order; a text has one without a name.
    pub sheets: Vec<SheetRead>,
    /// Faults that were put right while reading, to be said.
    pub notes: Vec<Note>,
}

/// A sheet of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SheetRead {
    /// Its name; no other sheet has it.
    pub name: String,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// Whether it was the one in front when the file was saved.
    pub active: bool,
    /// Whether numbers count days from 1904 on and not from 1900.
    pub from_1904: bool,
    /// Rows with something in them.
    pub rows: Vec<Row>,
}

/// A row of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its number as the spreadsheet program shows it, from 1.
    pub number: u32,
    /// Whether it is not shown: hidden by hand or by a filter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Its cells as texts; days as `2026-11-03`, numbers with the decimals that are shown.
    pub cells: Vec<String>,
    /// The kinds of the cells, by column; cells beyond the last are texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<CellKind>,
}

/// The kind of a cell, where that is more than its text tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum CellKind {
    /// A text.
    #[default]
    #[serde(rename = "t")]
    Text,
    /// A number, or what a text file does not tell from one: zeros at its ends may be gone.
    #[serde(rename = "n")]
    Number,
    /// A day.
    #[serde(rename = "d")]
    Day,
    /// A formula without a calculated value, or one that failed.
    #[serde(rename = "u")]
    Unknown,
}

/// A fault that was put right while reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// So many places that are no characters, each read as U+FFFD.
    BadBytes(u32),
    /// A quotation mark that is never closed, in this line; it is read as a character.
    OpenQuote(u32),
}

/// A sheet of a workbook that is written.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`, and no other sheet's.
    pub name: String,
    /// Heading and rows.
    pub rows: Vec<Vec<String>>,
    /// Columns from 0 whose cells below the heading are numbers, to be added up and sorted as such.
    ///
    /// Everything else is a text: what begins with `=` stays what it is, and a code of eighteen digits keeps all of
    /// them.
    pub numbers: Vec<u16>,
    /// Those of them whose numbers are shown with one decimal, also where that is 0.
    #[serde(default)]
    pub tenths: Vec<u16>,
    /// Columns from 0 whose cells below the heading are days, written `2026-11-03`.
    #[serde(default)]
    pub days: Vec<u16>,
    /// Columns from 0 whose cells below the heading are coloured by the colour that they name.
    ///
    /// 红, 橙, 黄 or 蓝.
    #[serde(default)]
    pub colours: Vec<u16>,
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
        [] => Err(TableFault::Empty),
        [b'P', b'K', 3, 4, ..] => xlsx_in::read(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(TableFault::OldExcel),
        [b'%', b'P', b'D', b'F', ..] => Err(TableFault::Pdf),
        [0xff, 0xd8, 0xff, ..] | [0x89, b'P', b'N', b'G', ..] => Err(TableFault::Picture),
        _ => read_text(bytes),
    }
}

fn read_text(bytes: &[u8]) -> Result<Table, TableFault> {
    let decode::Decoded { text, bad } = decode::decoded(bytes)?;
    let start: String = text.trim_start().chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let mut table = if start.starts_with("mime-version:") {
        return Err(TableFault::WebArchive);
    } else if start.starts_with("<?xml") && start.contains("office:spreadsheet") {
        spreadsheet_ml::read(&text)?
    } else if start.starts_with('<') {
        html::read(&text)?
    } else {
        text::read(text)?
    };
    if bad > 0 {
        table.notes.push(Note::BadBytes(bad));
    }
    Ok(table)
}

/// Writes a workbook.
///
/// # Errors
/// [`TableFault::NotWritten`].
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, TableFault> {
    xlsx_out::write(sheets).map_err(|fault| TableFault::NotWritten(fault.to_string()))
}

/// Writes a paper for word processors, the same bytes for the same paper.
///
/// `pictures` are the files of its pictures, one behind the other.
///
/// # Errors
/// [`TableFault::NotWritten`].
pub fn write_paper(paper: &PaperFile, pictures: &[u8]) -> Result<Vec<u8>, TableFault> {
    docx_out::write(paper, pictures).map_err(TableFault::NotWritten)
}
