//! What was found out about files is there the next day, and the batches of a month add up.

use anziping_tests::{
    Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::json;

/// Files of the month: they take two records and part of a third.
const FILES: usize = 120;
/// Files of the first day.
const FIRST: usize = 20;

fn with_desk(name: &str, steps: impl FnOnce(&mut Page, &Batch)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), FILES, CheckList::Ours);
    journey(name, |page| {
        page.open("office.html");
        desk::know(page, &batch);
        steps(page, &batch);
    });
}

/// Hands files over and waits until their verdicts are kept.
fn hand_over(page: &Page, batch: &Batch, from: usize, to: usize) {
    page.hand_over_all("choose-files", &batch.files[from..to]);
    page.until(
        "all verdicts",
        "return document.querySelector('[data-files]').dataset.files === arguments[0] && !document.querySelector('[data-running]')",
        &[json!(to.to_string())],
    );
    page.saved();
}

fn is_all_there(page: &Page, batch: &Batch) {
    page.until_there(&format!("[data-files='{FILES}']"));
    assert_eq!(desk::counts(page), desk::expected(batch));
}

#[test]
fn batches_of_several_days_add_up_and_nothing_is_listed_twice() {
    with_desk("batches", |page, batch| {
        hand_over(page, batch, 0, FIRST);
        page.reload();
        page.until_there(&format!("[data-files='{FIRST}']"));
        // The whole folder on the second day: what is new stands before what was there.
        hand_over(page, batch, 0, FILES);
        page.until_there(&format!("[data-again='{FIRST}']"));
        assert_eq!(page.attributes("[data-place]", "data-place").first().map(String::as_str), Some("20"));
        page.reload();
        is_all_there(page, batch);
        assert_eq!(page.count("[data-discoveries]"), 0);
        page.go("#/rollup", "rollup");
        assert_eq!(page.text("[data-total=trusted] .figure-mid"), batch.expected["trusted"].to_string());
    });
}

#[test]
fn what_is_taken_off_the_list_is_gone_and_comes_back_with_undo() {
    with_desk("batches-cleared", |page, batch| {
        hand_over(page, batch, 0, FILES);
        page.press("clear");
        page.until_there("[data-files='0']");
        page.saved();
        page.press("undo");
        is_all_there(page, batch);
        page.saved();
        page.reload();
        is_all_there(page, batch);
        page.press("clear");
        page.until_there("[data-files='0']");
        page.saved();
        page.reload();
        page.on_page("inbox");
        assert_eq!(page.count("[data-verdict]"), 0);
    });
}
