//! A part of the packed file, and what it holds.

/// What a part holds, in the order in which parts are weighed.
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
