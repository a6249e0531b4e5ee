//! A file as the page has it.
//!
//! Sheets of rows of texts, with what more is known of a cell than its text tells.

/// The kinds of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CellKind {
    /// A text.
    #[default]
    Text,
    /// A number: zeros at its ends may be gone, and of eighteen digits the last ones are.
    Number,
    /// A day, written `2026-11-03`.
    Day,
    /// A formula without a calculated value.
    Unknown,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// Its cells.
    pub cells: Vec<String>,
    /// Their kinds; those behind the last are texts.
    pub kinds: Vec<CellKind>,
}

/// A sheet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    /// Its name; empty in a file that has no sheets.
    pub name: String,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// Whether it was in front when the file was saved.
    pub active: bool,
    /// Whether numbers count days from 1904 on.
    pub from_1904: bool,
    /// Rows with something in them.
    pub rows: Vec<Row>,
}

/// A cell to be read.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// Column from 0.
    pub column: usize,
    /// Without blanks around it.
    pub text: &'a str,
    /// The kind of the cell.
    pub kind: CellKind,
    /// Whether a number counts days from 1904 on.
    pub from_1904: bool,
}

impl Row {
    /// The text in a column, without blanks around it.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |text| super::csv::plain(text.trim()))
    }

    /// The kind of cell in a column.
    pub fn kind(&self, column: usize) -> CellKind {
        self.kinds.get(column).copied().unwrap_or_default()
    }
}
