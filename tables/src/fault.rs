//! The faults of reading and writing a file, by what a person can do about them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::limits::{BYTES, CELL, ROWS, TEXT_BYTES};

/// Why a file was not read or written.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableFault {
    /// Larger than [`BYTES`]; holds its size.
    #[error("{0} bytes, at most {BYTES} are read")]
    TooLarge(u64),
    /// The binary format of Excel before 2007, whatever the name ends in, or a workbook with a password.
    ///
    /// Save it anew as .xlsx.
    #[error("an old or encrypted Excel file")]
    OldExcel,
    /// Nothing is in the file: it was not downloaded to its end.
    #[error("an empty file")]
    Empty,
    /// A page for printing.
    #[error("a PDF")]
    Pdf,
    /// A photograph or a screenshot of a table.
    #[error("a picture")]
    Picture,
    /// A web page in one file (MHTML), as some portals and Excel save it: open and save it as .xlsx.
    #[error("a web archive")]
    WebArchive,
    /// A packed file without a workbook in it, such as .ods, .xlsb, .docx or a .zip: save it anew as .xlsx.
    #[error("a packed file without a workbook")]
    NoWorkbook,
    /// A web page without a table in it.
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
    /// A cell longer than [`CELL`]: shorten it.
    ///
    /// In a text this is mostly a quotation mark that is never closed.
    #[error("a cell of more than {CELL} characters: {0:?}")]
    LongCell(Option<CellPlace>),
    /// More text than [`TEXT_BYTES`]: split the file.
    #[error("more than {TEXT_BYTES} bytes of text")]
    TooMuchText,
    /// Too many of something that no ledger has many of: copy the cells to a new workbook.
    #[error("too many: {0:?}")]
    TooMany(Many),
    /// It unpacks to so many bytes, or to more: copy the cells to a new workbook.
    #[error("unpacks to {0} bytes or more")]
    Unpacks(u64),
    /// The file could not be written, which no content is known to cause.
    #[error("not written: {0}")]
    NotWritten(String),
}

/// Where a cell stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CellPlace {
    /// Name of its sheet; empty in a file that has no sheets.
    pub sheet: String,
    /// Number of its row as the spreadsheet program shows it, from 1.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
}

/// The things of which a file can have too many; the bounds in [`limits`](crate::limits) are alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Many {
    /// Tags: cells and rows, also those without a value.
    Tags,
    /// Parts of the packed file.
    Parts,
    /// Sheets.
    Sheets,
    /// Different texts.
    SharedTexts,
    /// Formulas.
    Formulas,
    /// Merged regions, or regions that lie over one another.
    Merged,
    /// Formats of cells.
    Formats,
    /// Names of regions, or relationships.
    Names,
}

impl TableFault {
    /// Damage in the words of a reader, cut short: they may quote the file.
    pub(crate) fn damaged(words: impl ToString) -> Self {
        Self::Damaged(words.to_string().chars().take(120).collect())
    }
}
