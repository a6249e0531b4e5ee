//! Records deleted behind an open page: noticed within a second and written again from memory.

use anziping_tests::{Page, journey, workplace};
use serde_json::json;

use crate::steps::*;

const A_SECOND: u32 = 1_000;

/// Does away with records, and sees that the page says within a second that it has written them again.
#[track_caller]
fn written_again_after(page: &Page, loss: impl FnOnce()) {
    let said = page.measured(|| {
        loss();
        said_within(page, "[data-discoveries]", "重新写入", A_SECOND)
    });
    assert!(said.is_some(), "it is said within a second");
}

/// The month opens again with its last note after a reload.
fn is_whole(page: &Page, text: &str) {
    page.saved();
    page.reload();
    assert_eq!(note(page), text);
}

fn with_a_note(page: &Page, text: &str) {
    demonstration(page);
    type_note(page, text);
    page.saved();
}

#[test]
fn a_deleted_key_is_written_again_within_a_second() {
    journey("gone-key", |page| {
        with_a_note(page, "键被删掉以前写的");
        let delete = "for (const key of Object.keys(localStorage)) if (key.includes(':m/')) delete localStorage[key]";
        written_again_after(page, || drop(page.js(delete, &[])));
        page.saved();
        assert!(page.js("return Object.keys(localStorage).some((key) => key.includes(':m/'))", &[]) == true);
        is_whole(page, "键被删掉以前写的");
    });
}

#[test]
fn a_cleared_local_storage_is_written_again_within_a_second() {
    journey("gone-local", |page| {
        with_a_note(page, "清空以前写的");
        written_again_after(page, || drop(page.js("localStorage.clear()", &[])));
        is_whole(page, "清空以前写的");
    });
}

/// The browser deletes everything of the origin and closes the database.
///
/// It does so on its own when the disk is full.
#[test]
fn an_origin_evicted_behind_the_page_is_written_again_within_a_second() {
    journey("gone-origin", |page| {
        with_a_note(page, "清理以前写的");
        let origin = page.js("return location.origin", &[]);
        let everything = json!({ "origin": origin, "storageTypes": "local_storage,indexeddb" });
        written_again_after(page, || drop(page.devtools("Storage.clearDataForOrigin", &everything)));
        page.saved();
        behind_the_back(page);
        let copies = copies_of_month(page);
        assert!(copies.iter().any(|(name, _)| name == "journal") && copies.len() > 1, "both places have it again");
        page.open(ELEMENT);
        assert_eq!(note(page), "清理以前写的");
    });
}

/// Notes every connection and refuses new ones while `journalRefused` is set.
///
/// `lose` closes them as iOS does, with its event.
const LOOSE_JOURNAL: &str = "
    const open = IDBFactory.prototype.open;
    window.connections = [];
    IDBFactory.prototype.open = function (...words) {
        if (window.journalRefused) throw new DOMException('gone', 'UnknownError');
        const request = open.apply(this, words);
        request.addEventListener('success', () => connections.push(request.result));
        return request;
    };
    window.lose = () => connections.splice(0).forEach((one) => { one.close(); one.dispatchEvent(new Event('close')); });";

#[test]
fn a_journal_closed_by_the_browser_is_opened_again_at_once_though_nothing_is_typed() {
    journey("gone-connection", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        with_a_note(page, "断开以前写的");
        page.js("lose()", &[]);
        page.until("a new connection", "return connections.length === 1", &[]);
        assert!(page.text(".status").contains("已保存"), "{}", page.text(".status"));
        type_note(page, "断开以后写的");
        page.saved();
        is_whole(page, "断开以后写的");
    });
}

#[test]
fn a_journal_that_cannot_be_opened_again_is_said_within_a_second() {
    journey("gone-for-a-while", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        with_a_note(page, "断开以前写的");
        let said = page.measured(|| {
            page.js("window.journalRefused = true; lose()", &[]);
            said_within(page, ".status", "不能保证断电不丢", A_SECOND)
        });
        assert!(said.is_some(), "{}", page.text(".status"));
        page.js("window.journalRefused = false", &[]);
        page.saved();
        assert!(page.text(".status").contains("已保存"), "{}", page.text(".status"));
    });
}

#[test]
fn a_deleted_registry_of_the_desk_is_written_again_within_a_second() {
    journey("gone-registry", |page| {
        page.open("office.html");
        page.go("#/registry", "registry");
        page.fill("office", "演示街道");
        page.saved();
        let delete = "
            const slots = Object.keys(localStorage).filter((key) => key.includes(':registry|'));
            slots.forEach((key) => delete localStorage[key]);
            return slots.length";
        written_again_after(page, || assert!(page.js(delete, &[]).as_u64().unwrap() > 0));
        page.saved();
        page.reload();
        assert_eq!(page.value("[name=office]"), "演示街道");
    });
}

/// Closes the database of the photographs under the next `window.closing` transactions.
///
/// Chromium does so when it deletes what a site keeps.
const CLOSING: &str = "
    window.closing = 0;
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all) {
        const transaction = begin.apply(this, all);
        if (this.name.endsWith('photos') && window.closing > 0) {
            window.closing -= 1;
            this.close();
            transaction.abort();
        }
        return transaction;
    };";

#[test]
fn photographs_are_kept_and_shown_though_the_browser_closes_their_database_once() {
    journey("gone-album", |page| {
        page.before_each_document(CLOSING);
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#hazard-photos");
        let hazard = page.js("return location.hash", &[]);
        let close_once = || page.js("window.closing = 1", &[]);
        close_once();
        let photo = workplace::root().join("tests/fixtures/photos/with-position.jpg");
        page.hand_over("add-photo-before", &photo);
        page.until_there("[data-photos=Before] [data-photo] img");
        page.saved();
        page.go("#/hazards", "hazards");
        close_once();
        page.js("location.hash = arguments[0]", &[hazard]);
        page.until_there("[data-photos=Before] [data-photo] img");
        assert_eq!(page.js("return window.closing", &[]), 0, "it was closed under a look at the album");
        assert!(!page.text("main").contains("照片现在读不出来"), "it is not said to be gone");
    });
}
