//! The preview of an import, row by row and cell by cell.

use super::answers::Ask;
use super::left_out::LeftOutReason;
use super::table::CellFault;

/// A row of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct At {
    /// Name of its sheet.
    pub sheet: String,
    /// Its number, from 1.
    pub row: u32,
}

/// A row that is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowView {
    /// Where it stands.
    pub at: At,
    /// The subject of the row.
    pub what: String,
    /// The new content of the fields that it fills or changes.
    pub fields: Vec<FieldView>,
}

/// A field as it would become.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldView {
    /// Its heading.
    pub label: &'static str,
    /// The present content; empty in a new row.
    pub before: String,
    /// The new content.
    pub after: String,
}

/// A row that is no row of the table, or not wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// Where it stands.
    pub at: At,
    /// Why it is left out.
    pub reason: LeftOutReason,
    /// The text of the row.
    pub text: String,
}

/// A cell of a row that is taken without it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnreadCell {
    /// Its row.
    pub at: At,
    /// Its column, from 0.
    pub column: usize,
    /// The heading above the cell.
    pub label: String,
    /// The text in the cell.
    pub text: String,
    /// Why it is not taken.
    pub fault: CellFault,
}

/// A cell that is taken for more than it says: with a year, as a last day, rounded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotedCell {
    /// Its row.
    pub at: At,
    /// Its column, from 0.
    pub column: usize,
    /// The heading above the cell.
    pub label: String,
    /// The text in the cell.
    pub text: String,
    /// The reading of the text.
    pub read: String,
}

/// The effect that an import would have.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preview {
    /// Questions to the whole file.
    pub asks: Vec<Ask>,
    /// Rows that become new records.
    pub new: Vec<RowView>,
    /// Rows that change records.
    pub changed: Vec<RowView>,
    /// Rows that say what is there already.
    pub same: Vec<At>,
    /// Rows that are not taken.
    pub left_out: Vec<LeftOut>,
    /// Cells that are not taken.
    pub unread: Vec<UnreadCell>,
    /// Cells that were understood beyond their words.
    pub noted: Vec<NotedCell>,
}
