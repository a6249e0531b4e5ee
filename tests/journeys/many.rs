//! A thousand files at the desk: right verdicts, and a worker that dies in the middle.
//!
//! `cargo xtask bench office` does the same with ten thousand.

use anziping_tests::{
    Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::Value;

/// Files of the ordinary run.
const FILES: usize = 1_000;
/// Files of a run that is disturbed.
const FEWER: usize = 300;

fn with_desk(name: &str, files: usize, steps: impl FnOnce(&Page, &Batch)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), files, CheckList::Ours);
    journey(name, |page| {
        page.before_each_document(desk::NOTE_INSIDES);
        page.open("office.html");
        desk::know(page, &batch);
        steps(page, &batch);
    });
}

#[test]
fn a_thousand_files_get_their_verdicts() {
    with_desk("desk-thousand", FILES, |page, batch| {
        desk::begin(page, batch);
        let seen = desk::finish(page, FILES);
        println!("{seen}");
        assert_eq!(desk::counts(page), desk::expected(batch));
    });
}

/// Ends the workers in one of the ways in which browsers lose them.
fn lose_workers(name: &str, deed: &str) {
    with_desk(name, FEWER, |page, batch| {
        page.expect_message("lost on purpose");
        desk::begin(page, batch);
        page.until("some are checked", "return document.querySelector('[data-verdict]') !== null", &[]);
        assert!(page.js(deed, &[]) != Value::Bool(false), "there was no worker");
        desk::finish(page, FEWER);
        assert_eq!(desk::counts(page), desk::expected(batch), "every file has its verdict, and none has two");
        assert_eq!(page.count("[data-unread]"), 0);
    });
}

#[test]
fn a_worker_that_fails_in_the_middle_costs_no_file() {
    // As when the memory of a worker is used up: the browser reports an error of it.
    let deed = "const worker = window.crew.at(-1);
        return worker?.dispatchEvent(new ErrorEvent('error', { message: 'lost on purpose', cancelable: true })) ?? false";
    lose_workers("desk-worker-fails", deed);
}
