//! Verdicts leave the desk one by one or by month, and go to another browser in a file of their own.

use anziping_tests::{
    Options, Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::json;

/// Files of the month.
const FILES: usize = 30;

fn with_files(name: &str, steps: impl FnOnce(&mut Page, &Batch)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), FILES, CheckList::Ours);
    journey(name, |page| {
        page.open("office.html");
        desk::know(page, &batch);
        page.hand_over_all("choose-files", &batch.files);
        listed(page, FILES);
        page.saved();
        steps(page, &batch);
    });
}

/// Waits until so many files are listed, and nothing is on its way.
fn listed(page: &Page, count: usize) {
    page.until_there(&format!("[data-files='{count}']"));
    page.until("nothing runs", "return !document.querySelector('[data-running]')", &[]);
}

/// The names of the files in their order.
fn names(page: &Page) -> Vec<String> {
    desk::drawn(page);
    page.attributes("[data-verdict] [data-file-name]", "data-file-name")
}

#[test]
fn one_verdict_is_taken_off_the_list_and_comes_back_to_its_place() {
    with_files("removing-one", |page, _| {
        let before = names(page);
        page.click("[data-place='3'] [data-action=remove-file]");
        listed(page, FILES - 1);
        page.saved();
        page.reload();
        listed(page, FILES - 1);
        assert!(!names(page).contains(&before[3]));
        let left = names(page);
        page.click("[data-place='3'] [data-action=remove-file]");
        listed(page, FILES - 2);
        page.press("undo");
        listed(page, FILES - 1);
        assert_eq!(names(page), left);
        page.saved();
        page.reload();
        listed(page, FILES - 1);
        assert_eq!(names(page), left);
    });
}

#[test]
fn a_desk_short_of_room_offers_to_remove_years_and_months() {
    with_files("removing-months", |page, batch| {
        assert_eq!(page.count("[data-action=remove-months]"), 0, "one month, and room enough");
        page.before_each_document(
            "StorageManager.prototype.estimate = async () => ({ usage: 97_000_000, quota: 100_000_000 })",
        );
        page.reload();
        listed(page, FILES);
        page.click("[data-place='0'] [data-action=remove-file]");
        page.press("undo");
        page.until_said(".status", "本机空间快满了");
        page.until_there("[data-short-of-room]");
        page.fits("short of room");
        page.axe_light_and_dark("short of room");
        page.picture("removing", 390);
        page.picture("removing", 1280);
        let reports = batch.expected.iter().filter(|(verdict, _)| **verdict != "rejected").map(|(_, count)| count);
        let left = FILES - reports.sum::<usize>();
        page.select("remove_months", "2026");
        page.press("remove-months");
        listed(page, left);
        page.press("undo");
        listed(page, FILES);
        page.select("remove_months", "2026-11");
        page.press("remove-months");
        listed(page, left);
        page.saved();
        page.reload();
        listed(page, left);
        assert_eq!(page.count("[data-verdict]:not([data-verdict=rejected])"), 0);
    });
}

#[test]
fn verdicts_go_to_another_browser_in_a_backup_of_their_own() {
    with_files("removing-backup", |page, batch| {
        let before = desk::counts(page);
        page.go("#/registry", "registry");
        page.press("backup-verdicts");
        let verdicts = page.downloaded(".ndjson");
        page.in_fresh_browser(Options::default(), |other| {
            other.open("office.html#/registry");
            other.hand_over("restore", &verdicts);
            other.until_said("[data-fault=restore]", "请先从登记册备份恢复");
            desk::know(other, batch);
            other.go("#/registry", "registry");
            other.hand_over("restore", &verdicts);
            other.until_there(&format!("[data-preview=verdicts] [data-kind=files][data-adds='{FILES}']"));
            other.fits("preview of verdicts");
            other.axe_light_and_dark("preview of verdicts");
            other.picture("verdicts-preview", 390);
            other.press("apply-restore");
            other.saved();
            other.go("#/inbox", "inbox");
            listed(other, FILES);
            assert_eq!(desk::counts(other), before);
            other.reload();
            listed(other, FILES);
            other.go("#/registry", "registry");
            other.hand_over("restore", &verdicts);
            other.until_there("[data-preview=verdicts] [data-kind=files][data-adds='0']");
            refuses(other, &verdicts);
        });
    });
}

/// A damaged file, and one of another office, change nothing.
fn refuses(page: &Page, verdicts: &std::path::Path) {
    let text = std::fs::read_to_string(verdicts).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let office = page.value("[name=office]");
    for (name, changed, said) in [
        ("cut.ndjson", text[..text.floor_char_boundary(text.len() / 2)].to_owned(), "不完整"),
        ("changed.ndjson", text.replacen("\"size\":", "\"size\":1", 1), "不完整"),
        (
            "other.ndjson",
            text.replacen(&format!("\"office\":{}", json!(office)), "\"office\":\"别的街道\"", 1),
            "别的街道",
        ),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, changed).unwrap();
        page.hand_over("restore", &file);
        page.until_said("[data-fault=restore]", said);
        assert_eq!(page.count("[data-preview]"), 0, "{name}");
    }
    page.go("#/inbox", "inbox");
    listed(page, FILES);
}
