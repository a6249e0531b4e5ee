//! The log of Chromium's database torn by a kill.
//!
//! What the next session writes behind the tear is gone at the start after it, strict or not (google/leveldb issue
//! 1287, open).
//!
//! The tear is made by hand where a kill between two writes of one entry leaves it: one kill in some seven hundred
//! does. LevelDB's log format: the head of an entry has seven bytes, a checksum of four, a length of two, a type.

use std::{fs, io::Write as _, path::Path};

use anziping_tests::{Page, journey, page::End};

use crate::steps::*;

const BEFORE: &str = "撕裂以前写的";
const AFTER: &str = "撕裂以后写的";

/// The head of an entry of 200 bytes that never came.
const HEAD: &[u8] = b"\x12\x34\x56\x78\xc8\x00\x01";

/// Appends bytes to the log of the journal.
fn tear(profile: &Path, bytes: &[u8]) {
    let journal = fs::read_dir(profile.join("Default/IndexedDB")).unwrap().flatten().map(|entry| entry.path());
    let journal: Vec<_> = journal.filter(|folder| folder.to_string_lossy().ends_with(".indexeddb.leveldb")).collect();
    assert_eq!(journal.len(), 1, "one origin: {journal:?}");
    let logs = fs::read_dir(&journal[0]).unwrap().flatten().map(|entry| entry.path());
    let logs: Vec<_> = logs.filter(|file| file.extension().is_some_and(|ending| ending == "log")).collect();
    assert_eq!(logs.len(), 1, "{logs:?}");
    fs::OpenOptions::new().append(true).open(&logs[0]).unwrap().write_all(bytes).unwrap();
}

/// A note, the tear, another note.
fn written_behind_a_tear(page: &mut Page, bytes: &[u8], prepare: impl Fn(&Page)) {
    prepare(page);
    demonstration(page);
    type_note(page, BEFORE);
    page.saved();
    page.start_again(End::Closed, |profile| tear(profile, bytes));
    prepare(page);
    page.open(ELEMENT);
    assert_eq!(note(page), BEFORE, "the tear itself costs nothing");
    assert_eq!(page.count("[data-discoveries]"), 0);
    type_note(page, AFTER);
    page.saved();
}

#[test]
fn what_chromium_loses_behind_a_torn_entry_is_still_in_the_second_copy() {
    for (name, bytes) in [("torn-body", HEAD), ("torn-head", &HEAD[..3])] {
        journey(name, |page| {
            written_behind_a_tear(page, bytes, |_| ());
            page.start_again(End::Killed, |_| ());
            behind_the_back(page);
            // It lags by seconds after a kill; here it has nothing at all.
            page.js("localStorage.clear()", &[]);
            page.open(ELEMENT);
            assert_eq!(note(page), AFTER, "what was called saved is there");
            page.until_said("[data-discoveries]", SAVED);
            // And from here on as if nothing had been.
            type_note(page, "继续写的");
            page.saved();
            page.start_again(End::Killed, |_| ());
            page.open(ELEMENT);
            assert_eq!(note(page), "继续写的");
            assert_eq!(page.count("[data-discoveries]"), 0);
        });
    }
}

#[test]
fn without_a_second_copy_a_journal_that_the_browser_has_deleted_is_said() {
    journey("torn-alone", |page| {
        let without_buckets = |page: &Page| page.before_each_document("delete Navigator.prototype.storageBuckets");
        written_behind_a_tear(page, HEAD, without_buckets);
        page.start_again(End::Closed, |_| ());
        without_buckets(page);
        page.open(ELEMENT);
        assert_eq!(note(page), AFTER, "localStorage was written down when the browser was closed");
        page.until_said("[data-discoveries]", EMPTIED);
    });
}
