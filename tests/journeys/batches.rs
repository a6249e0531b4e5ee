//! What was found out about files is there the next day, and the batches of a month add up.

use anziping_forge::weapons::packed::{Part, packed};
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

/// Drops a file on whatever is open, as a person does who missed the box.
const DROP: &str = "
    const transfer = new DataTransfer();
    transfer.items.add(new File([arguments[0]], 'dropped.json'));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
    document.querySelector(arguments[1]).dispatchEvent(drop);";

#[test]
fn a_file_is_taken_wherever_on_the_desk_it_is_dropped() {
    with_desk("batches-dropped", |page, batch| {
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        page.go("#/registry", "registry");
        page.js(DROP, &[json!(text), json!("nav")]);
        page.on_page("inbox");
        page.until_there("[data-verdict=trusted]");
        page.saved();
    });
}

#[test]
fn a_zip_is_opened_with_names_of_chinese_windows_and_what_stays_in_it_is_named() {
    with_desk("batches-zip", |page, batch| {
        let folder = tempfile::tempdir().unwrap();
        let zip = folder.path().join("11月.zip");
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        let mut bytes =
            packed(&[Part::of("NAME.json", &text), Part::of("within.zip", "PK"), Part::of(".DS_Store", "")]);
        // 甲厂 as Windows writes it, without a mark of its encoding.
        while let Some(at) = bytes.windows(4).position(|some| some == b"NAME") {
            bytes[at..at + 4].copy_from_slice(&[0xbc, 0xd7, 0xb3, 0xa7]);
        }
        std::fs::write(&zip, bytes).unwrap();
        page.hand_over("choose-files", &zip);
        page.until_there("[data-verdict=trusted] [data-file-name='11月.zip/甲厂.json']");
        page.until_said("[data-unread]", "压缩包里面的压缩包");
        assert_eq!(page.count("[data-verdict]"), 1);
        page.go("#/inbox", "inbox");
        page.select("expected", "2026-10");
        page.saved();
        page.reload();
        page.until_there("[data-period='2026-10']");
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
