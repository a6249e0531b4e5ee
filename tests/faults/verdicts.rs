//! Verdicts of a desk whose browser does not keep them.
//!
//! It is said at once, and they are never called saved or written.

use anziping_tests::{
    Page, journey,
    reports::{self, CheckList},
};

use crate::storage::{LOOSE_JOURNAL, NO_JOURNAL, REFUSED_JOURNAL};

/// Files that are checked.
const FILES: usize = 3;

/// Refuses what is to be kept in IndexedDB as a full disk does, while `noRoom` is set.
const FULL_JOURNAL: &str = "
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...words) {
        if (window.noRoom) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, words);
    }";

/// Notes in `told` everything that the status line says from now on.
const NOTE_STATUS: &str = "
    window.told = [];
    const line = document.querySelector('.status');
    new MutationObserver(() => window.told.push(line.textContent))
        .observe(line, { subtree: true, childList: true, characterData: true });";

/// A desk whose browser runs a script before each page.
fn with_desk(name: &str, script: &str, steps: impl FnOnce(&mut Page)) {
    journey(name, |page| {
        page.before_each_document(script);
        page.open("office.html");
        page.on_page("inbox");
        steps(page);
    });
}

/// Hands over files and waits for their verdicts.
fn check_files(page: &Page) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), FILES, CheckList::Ours);
    page.hand_over_all("choose-files", &batch.files);
    page.until_there(&format!("[data-files='{FILES}']"));
    page.until("nothing runs", "return !document.querySelector('[data-running]')", &[]);
}

/// Changes the registry, and asserts that this does not call the verdicts written.
fn a_change_of_the_registry_makes_nothing_saved(page: &Page) {
    page.go("#/registry", "registry");
    page.js(NOTE_STATUS, &[]);
    page.fill("office", "示例街道");
    page.until("it is said again", "return window.told.some((text) => text.includes('未保存'))", &[]);
    let said = page.js("return window.told.join('\\n')", &[]);
    assert!(!said.as_str().unwrap().contains("已写入"), "{said}");
    assert!(page.text(".status").contains("未保存"), "{}", page.text(".status"));
}

#[test]
fn without_a_journal_a_desk_never_says_that_verdicts_are_kept() {
    for (name, script) in [("fault-desk-no-journal", NO_JOURNAL), ("fault-desk-refused-journal", REFUSED_JOURNAL)] {
        with_desk(name, script, |page| {
            page.until_said(".status", "存不住核验结果");
            page.until_there("[data-kept=false]");
            check_files(page);
            page.until_said(".status", "未保存");
            a_change_of_the_registry_makes_nothing_saved(page);
            // With the verdicts gone there is nothing left that nobody has.
            page.go("#/inbox", "inbox");
            page.press("clear");
            page.until_said(".status", "已写入");
            page.until_there("[data-kept=false]");
        });
    }
}

#[test]
fn verdicts_that_cannot_be_removed_are_not_called_removed() {
    with_desk("fault-desk-removal", LOOSE_JOURNAL, |page| {
        check_files(page);
        page.saved();
        page.until_there("[data-kept=true]");
        page.js("window.journalRefused = true; connections.forEach((one) => one.close())", &[]);
        page.press("clear");
        page.until_said(".status", "未保存：核验结果");
        page.until_there("[data-kept=false]");
        page.js("window.journalRefused = false", &[]);
        page.saved();
        page.until_there("[data-kept=true]");
        page.reload();
        page.on_page("inbox");
        assert_eq!(page.count("[data-verdict]"), 0, "they do not come back");
    });
}

#[test]
fn a_journal_that_goes_under_a_desk_is_said_with_the_verdicts() {
    with_desk("fault-desk-journal-gone", LOOSE_JOURNAL, |page| {
        check_files(page);
        page.saved();
        let lose = "window.journalRefused = true;
            for (const one of connections) { one.close(); one.dispatchEvent(new Event('close')); }";
        page.js(lose, &[]);
        page.until_said(".status", "核验结果可能一刷新就没有了");
        page.until_there("[data-kept=false]");
        page.js("window.journalRefused = false", &[]);
        page.saved();
        page.until_there("[data-kept=true]");
    });
}

#[test]
fn verdicts_for_which_there_is_no_room_are_said_and_kept_once_there_is() {
    with_desk("fault-desk-full", FULL_JOURNAL, |page| {
        page.js("window.noRoom = true", &[]);
        check_files(page);
        page.until_said(".status", "本机空间满了，核验结果存不进去");
        a_change_of_the_registry_makes_nothing_saved(page);
        page.js("window.noRoom = false", &[]);
        page.saved();
        page.until_said(".status", "已保存");
        page.reload();
        page.go("#/inbox", "inbox");
        page.until_there(&format!("[data-files='{FILES}']"));
    });
}
