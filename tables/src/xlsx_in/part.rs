//! A part of the packed file, and what it holds.

/// The kinds of parts, in the order in which they are weighed.
///
/// Names of sheets and long texts come before the cells that use them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum PartKind {
    Workbook,
    Relationships,
    SharedTexts,
    Formats,
    Sheet,
}

/// A part that the reader of workbooks may look at.
pub(super) struct Part {
    /// Its place in the packed file.
    pub(super) at: usize,
    pub(super) name: String,
    pub(super) kind: PartKind,
}
