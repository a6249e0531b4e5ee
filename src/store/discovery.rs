//! The discoveries of start-up in the records of this browser.

use anziping_core::record::RecordKey;

/// Something that start-up found and did; the page shows each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Discovery {
    /// Copies differed; the newest valid one was taken and the others brought up to date.
    Healed(RecordKey),
    /// No copy can be read. The texts are kept where they are and can be exported.
    Damaged(RecordKey),
    /// Written by a newer program: shown as far as it is understood, never written over.
    Newer(RecordKey),
    /// Two copies of one revision differ; the other text is kept under this name.
    Conflict(RecordKey),
    /// The journal has lost the latest text of so many records.
    ///
    /// The second copy still had them.
    SavedBySecondCopy(usize),
    /// The browser has deleted the journal, and there was no second copy.
    ///
    /// Of the last seconds before, localStorage may lack some.
    Emptied,
    /// The newest text was written by nobody of ours: another page of the same origin, or an older program.
    Foreign(RecordKey),
    /// While the page was open, the browser or another program deleted so many records.
    ///
    /// This page wrote them again.
    Rewritten(usize),
    /// As before, and it was the browser, because the disk was full.
    Evicted(usize),
    /// The record could not be written down as a text, so nothing of its change is kept.
    Unwritable(RecordKey),
    /// Something was kept here, and nothing of it is left.
    Forgotten,
}
