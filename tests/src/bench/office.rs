//! The desk with a month of a large office.
//!
//! Thousands of files, end to end, registry and verdicts included.

use crate::{
    desk::{self, Seen},
    page::Page,
    reports::{self, CheckList},
};

/// Checks `count` files in a fresh desk.
///
/// What is aimed at: a thousand files within ten seconds, no pause of more than a tenth of one, and ten thousand files
/// with at most 150 MB of WebAssembly and JavaScript.
///
/// # Panics
/// When a verdict is another than it must be.
pub fn run(page: &Page, count: usize) -> Seen {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let batch = reports::write(folder.path(), count, CheckList::Ours);
    desk::note_insides(page);
    page.open("office.html");
    desk::know(page, &batch);
    desk::begin(page, &batch.files);
    let seen = desk::finish(page, count);
    assert_eq!(desk::counts(page), desk::expected(&batch), "verdicts");
    seen
}
