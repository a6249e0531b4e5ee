//! A worker that the browser starts and that never says anything.
//!
//! Another takes its place; if that one does not start either it is said, and nothing was begun.

use std::collections::BTreeSet;

use anziping_tests::{
    Page, desk, journey,
    reports::{self, CheckList},
};
use serde_json::{Value, json};

/// Files that are checked.
const FILES: usize = 20;

/// Has the first `window.silent` workers never run, and shortens the time in which those have to start.
///
/// `window.crew` has every worker with the jobs that were handed to it.
const SILENT: &str = "
    window.silent = 0;
    window.crew = [];
    const Plain = Worker;
    window.Worker = class extends Plain {
        constructor(...all) {
            super(...all);
            this.jobs = [];
            // The browser tells nobody, as when it has ended a worker by itself.
            if (window.crew.push(this) <= window.silent) this.terminate();
        }
        postMessage(...all) {
            this.jobs.push(...all[0].map(([, job]) => job));
            super.postMessage(...all);
        }
    };
    const later = setTimeout;
    window.setTimeout = (call, ms, ...rest) => {
        const waitsForOne = (ms === 20000 || ms === 40000) && window.crew.length <= window.silent;
        return later(call, waitsForOne ? 300 : ms, ...rest);
    };";

/// A desk of whose workers the first `silent` never run.
fn with_silent_workers(name: &str, silent: usize, steps: impl FnOnce(&mut Page)) {
    journey(name, |page| {
        page.before_each_document(SILENT);
        page.open("office.html");
        page.on_page("inbox");
        page.js("window.silent = arguments[0]", &[json!(silent)]);
        steps(page);
    });
}

/// Counts the jobs handed to each worker, the first one first.
fn jobs(page: &Page) -> Value {
    page.js("return window.crew.map((worker) => worker.jobs.length)", &[])
}

fn ask_for_a_key(page: &Page) {
    page.go("#/registry", "registry");
    page.fill("office", "示例街道安管办");
    page.fill("office_passphrase", "harbour-Teapot 5519 green");
    page.fill("office_passphrase_again", "harbour-Teapot 5519 green");
    page.press("make-office-key");
}

#[test]
fn in_place_of_a_worker_that_never_starts_another_makes_the_key() {
    with_silent_workers("workers-key", 1, |page| {
        ask_for_a_key(page);
        page.until_there("[data-office-key]");
        assert_eq!(jobs(page), json!([0, 1]), "asked once, and of the one that runs");
    });
}

#[test]
fn in_place_of_a_worker_that_never_starts_another_checks_every_file_once() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), FILES, CheckList::Ours);
    with_silent_workers("workers-check", 1, |page| {
        page.hand_over_all("choose-files", &batch.files);
        page.until_there(&format!("[data-files='{FILES}']"));
        page.until("nothing runs", "return !document.querySelector('[data-running]')", &[]);
        assert_eq!(desk::counts(page)["all"], json!(FILES));
        assert_eq!(page.count("[data-unread]"), 0);
        assert_eq!(jobs(page)[0], 0, "nothing was handed to the one that never ran");
        let names = "return window.crew.flatMap((worker) => worker.jobs)
            .map((job) => JSON.parse(job).check_file?.name).filter(Boolean)";
        let names: Vec<String> = serde_json::from_value(page.js(names, &[])).unwrap();
        let each: BTreeSet<&String> = names.iter().collect();
        assert_eq!((names.len(), each.len()), (FILES, FILES), "each file was checked once");
    });
}

#[test]
fn where_no_worker_starts_it_is_said_and_the_next_attempt_is_a_new_one() {
    with_silent_workers("workers-none", 2, |page| {
        ask_for_a_key(page);
        page.until_said("main", "后台计算等了一分钟没有启动");
        assert_eq!(jobs(page), json!([0, 0]), "two were tried");
        assert_eq!(page.count("[data-office-key]"), 0);
        page.press("make-office-key");
        page.until_there("[data-office-key]");
        assert_eq!(jobs(page), json!([0, 0, 1]));
    });
}

#[test]
fn files_that_no_worker_checked_are_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), 3, CheckList::Ours);
    with_silent_workers("workers-none-check", 8, |page| {
        page.hand_over_all("choose-files", &batch.files);
        page.until_said("main", "后台核验等了一分钟没有启动");
        page.until("nothing runs", "return !document.querySelector('[data-running]')", &[]);
        assert_eq!(page.count("[data-unread]"), 3);
        page.js("window.silent = 0", &[]);
        page.hand_over_all("choose-files", &batch.files);
        page.until_there("[data-files='3']");
    });
}
