//! A thousand files at the desk: right verdicts, a page that answers, and a worker that dies in the middle.
//!
//! `cargo xtask bench office` does the same with ten thousand.

use anziping_tests::{
    Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::{Value, json};

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

fn done_and_total(page: &Page) -> (u64, u64) {
    let found = page.js("const bar = document.querySelector('#progress'); return bar ? [bar.value, bar.max] : [0, 0]", &[]);
    (found[0].as_f64().unwrap_or_default() as u64, found[1].as_f64().unwrap_or_default() as u64)
}

#[test]
fn a_thousand_files_get_their_verdicts_while_the_page_answers() {
    with_desk("desk-thousand", FILES, |page, batch| {
        desk::begin(page, batch);
        let seen = desk::finish(page, FILES);
        println!("{seen}");
        assert_eq!(desk::counts(page), desk::expected(batch));
        // One pause may be the machine's, which does other things; a page that stands still does so again and again.
        let long = seen.pauses.iter().filter(|pause| **pause > 100.0).count();
        assert!(long * 50 <= seen.pauses.len(), "{long} of {} pauses were longer than 100 ms", seen.pauses.len());
        // However many files there are, only some are put on the page.
        assert!(page.count("[data-verdict]") <= 200);
        page.click("[data-filter=rejected]");
        page.until_there("[data-verdict=rejected]");
        assert_eq!(page.count("[data-verdict]"), batch.expected["rejected"]);
    });
}

#[test]
fn what_is_cancelled_is_said_and_what_was_checked_stays() {
    with_desk("desk-cancel", FEWER, |page, batch| {
        desk::begin(page, batch);
        page.until("some are checked", "return document.querySelector('[data-verdict]') !== null", &[]);
        assert_eq!(done_and_total(page).1, FEWER as u64);
        page.press("cancel");
        page.until("nothing in work", "return document.querySelector('[data-running]') === null", &[]);
        let checked = desk::counts(page)["all"].as_u64().unwrap();
        assert!(checked > 0 && checked < FEWER as u64, "{checked} were checked");
        let left = FEWER as u64 - checked;
        page.until_said("[role=status] p", &left.to_string());
        // What was left can be handed over again; what is there already is a duplicate.
        desk::begin(page, batch);
        desk::finish(page, FEWER);
        let counts = desk::counts(page);
        for verdict in ["trusted", "unregistered"] {
            assert_eq!(counts[verdict], json!(batch.expected[verdict]), "{verdict} counts once: {counts}");
        }
        assert_eq!(counts["all"].as_u64(), Some(checked + FEWER as u64), "{counts}");
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

#[test]
fn a_worker_that_falls_silent_in_the_middle_costs_no_file() {
    // As when the system takes a worker away: nobody is told.
    lose_workers("desk-worker-silent", "window.crew.at(-1)?.terminate(); return window.crew.length > 0");
}
