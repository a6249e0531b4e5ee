//! Ten thousand files at the desk.
//!
//! Right verdicts, a page that answers, and a worker that dies in the middle.
//!
//! `cargo xtask bench office` does the same with as many as are wanted, and says how long it took.

use anziping_tests::{
    Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::json;

/// Files of the ordinary run.
const FILES: usize = 10_000;
/// Rows that the page draws before it is asked for more.
const DRAWN: usize = 200;
/// Files of a run that is disturbed.
const FEWER: usize = 300;

fn with_desk(name: &str, files: usize, steps: impl FnOnce(&Page, &Batch)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), files, CheckList::Ours);
    journey(name, |page| {
        desk::note_insides(page);
        page.open("office.html");
        desk::know(page, &batch);
        steps(page, &batch);
    });
}

#[test]
#[ignore = "has the machine to itself: `cargo xtask test --only measured`"]
fn ten_thousand_files_get_their_verdicts_while_the_page_answers() {
    with_desk("desk-ten-thousand", FILES, |page, batch| {
        let (seen, allowed) = page.measured(|| {
            let before = desk::allowed_pause(page);
            desk::begin(page, &batch.files);
            let seen = desk::finish(page, FILES);
            (seen, desk::allowed_pause(page).max(before))
        });
        println!("{seen}, {allowed:.0} ms allowed on this machine now");
        assert_eq!(desk::counts(page), desk::expected(batch));
        // One pause in a hundred may be the machine's own: it does other things besides, now and then for longer than
        // when it was measured.
        let (long, all) = (seen.pauses.iter().filter(|pause| pause.long > allowed).count(), seen.pauses.len());
        assert!(long * 100 <= all, "the page stood still for longer than {allowed:.0} ms {long} times in {all}");
        let longest = seen.longest_pause().long;
        assert!(longest <= 5.0 * allowed, "the page stood still for {longest:.0} ms, {allowed:.0} are allowed");
        // However many files there are, only some are put on the page.
        desk::drawn(page);
        assert_eq!(page.count("[data-verdict]"), DRAWN);
        page.click("[data-filter=rejected]");
        desk::drawn(page);
        assert!(batch.expected["rejected"] > DRAWN);
        assert_eq!(page.count("[data-verdict]"), DRAWN);
        assert_eq!(page.count("[data-verdict=rejected]"), DRAWN);
    });
}

#[test]
fn what_is_cancelled_is_said_and_can_be_taken_up_again() {
    with_desk("desk-cancel", FEWER, |page, batch| {
        desk::at_first_verdict(page, "document.querySelector('[data-action=cancel]').click()");
        desk::begin(page, &batch.files);
        desk::finish(page, FEWER);
        assert_eq!(desk::deed_done(page), Some(true));
        let checked =
            page.js("return Number(document.querySelector('[data-files]').dataset.files)", &[]).as_u64().unwrap()
                as usize;
        assert!(checked > 0 && checked < FEWER, "{checked} of {FEWER} were checked");
        page.until_said("[role=status] p", &(FEWER - checked).to_string());
        assert_eq!(desk::counts(page)["all"], json!(checked), "what was checked stays");
        page.press("go-on");
        page.until(
            "all of them",
            "return document.querySelector('[data-files]').dataset.files === arguments[0]",
            &[json!(FEWER.to_string())],
        );
        page.until("nothing in work", "return !document.querySelector('[data-running], [data-action=go-on]')", &[]);
        assert_eq!(desk::counts(page), desk::expected(batch), "every file has its verdict, and none has two");
    });
}

#[test]
fn leaving_the_desk_asks_while_files_are_checked() {
    with_desk("desk-leaving", FEWER, |page, batch| {
        assert!(!page.asks_before_leaving(), "nothing was handed over yet");
        desk::at_first_verdict(page, Page::ASKS_BEFORE_LEAVING);
        desk::begin(page, &batch.files);
        desk::finish(page, FEWER);
        assert_eq!(desk::deed_done(page), Some(true), "files are being checked");
        page.saved();
        page.until("nothing is asked", Page::ASKS_NOTHING, &[]);
    });
}

/// Ends the workers in one of the ways in which browsers lose them.
fn lose_workers(name: &str, deed: &str) {
    with_desk(name, FEWER, |page, batch| {
        page.expect_message("lost on purpose");
        desk::at_first_verdict(page, deed);
        desk::begin(page, &batch.files);
        desk::finish(page, FEWER);
        assert_eq!(desk::deed_done(page), Some(true), "there was no worker");
        assert_eq!(desk::counts(page), desk::expected(batch), "every file has its verdict, and none has two");
        assert_eq!(page.count("[data-unread]"), 0);
        assert!(page.js("return window.crew.length", &[]).as_u64() > Some(1), "another worker was started");
    });
}

#[test]
fn a_worker_that_fails_in_the_middle_costs_no_file() {
    // As when the memory of a worker is used up: the browser reports an error of it.
    let deed = "const event = new ErrorEvent('error', { message: 'lost on purpose', cancelable: true });
        window.crew.at(-1).dispatchEvent(event)";
    lose_workers("desk-worker-fails", deed);
}

#[test]
fn a_worker_that_is_taken_away_in_the_middle_costs_no_file() {
    // As when the system is short of memory: nobody is told.
    lose_workers("desk-worker-gone", "window.crew.at(-1).terminate()");
}

#[test]
fn a_worker_that_hangs_in_the_middle_costs_no_file() {
    // It lives, and nothing that it is given is ever answered.
    let deed = "window.crew.at(-1).postMessage = () => undefined";
    lose_workers("desk-worker-hangs", deed);
}

/// Every worker fails that comes to this file, as one does that runs out of memory over it.
///
/// Not when it is handed over: then a worker may still be at another one, and that one would be taken for the cause.
const FAIL_OVER: &str = "
    const [name] = arguments;
    const post = Worker.prototype.postMessage;
    const crew = new Map();
    const failIfItsTurn = (worker, { unanswered, doomed }) => {
        if (!doomed || unanswered.size > 0) return;
        const event = new ErrorEvent('error', { message: 'lost on purpose', cancelable: true });
        queueMicrotask(() => worker.dispatchEvent(event));
    };
    const known = (worker) => {
        if (!crew.has(worker)) {
            const state = { unanswered: new Set(), doomed: false };
            crew.set(worker, state);
            worker.addEventListener('message', ({ data }) => {
                for (const [id] of data) state.unanswered.delete(id);
                failIfItsTurn(worker, state);
            });
        }
        return crew.get(worker);
    };
    Worker.prototype.postMessage = function (message, ...rest) {
        window.together = Math.max(window.together ?? 0, message.length);
        const state = known(this);
        state.doomed ||= message.some(([, job]) => job.includes(name));
        if (state.doomed) return failIfItsTurn(this, state);
        for (const [id] of message) state.unanswered.add(id);
        post.call(this, message, ...rest);
    };";

#[test]
fn a_file_over_which_every_worker_fails_is_named_and_costs_no_other_one() {
    with_desk("desk-worker-ends", FEWER, |page, batch| {
        page.expect_message("lost on purpose");
        let name = batch.files[FEWER / 2].file_name().unwrap().to_str().unwrap();
        page.js(FAIL_OVER, &[json!(name)]);
        desk::begin(page, &batch.files);
        desk::finish(page, FEWER - 1);
        assert_eq!(desk::counts(page)["all"], json!(FEWER - 1), "every other file has its verdict");
        assert_eq!(page.count("[data-unread]"), 1);
        page.until_said("[data-unread]", name);
        assert!(page.js("return window.together", &[]).as_u64() > Some(1), "several went over in one message");
    });
}
