//! Storage that refuses.
//!
//! Said within a second, with a way out, and nothing typed is lost where anything can keep it.

use anziping_tests::{Options, Page, browser::Lacking, journey, journey_with};
use serde_json::json;

use crate::steps::*;

/// Milliseconds within which a failure is to be said.
const A_SECOND: u32 = 1_000;

const BLOCKED_LOCAL: &str =
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })";
/// There is no IndexedDB.
pub const NO_JOURNAL: &str = "Object.defineProperty(window, 'indexedDB', { get() { return undefined; } })";
/// There is one, and it does not open.
pub const REFUSED_JOURNAL: &str =
    "IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }";
/// Notes every connection.
///
/// So it can be closed as iOS does, and refuses new ones while `journalRefused` is set.
pub const LOOSE_JOURNAL: &str = "
    const open = IDBFactory.prototype.open;
    window.connections = [];
    IDBFactory.prototype.open = function (...words) {
        if (window.journalRefused) throw new DOMException('gone', 'UnknownError');
        const request = open.apply(this, words);
        request.addEventListener('success', () => connections.push(request.result));
        return request;
    }";

/// Fills localStorage to the last unit with keys of another application of the origin.
const FILL_UP: &str = "
    let size = 1 << 20;
    for (let count = 0; size >= 1; count += 1) {
        try {
            localStorage.setItem(`other:${count}`, 'x'.repeat(size));
        } catch (fault) {
            if (fault.name !== 'QuotaExceededError') throw fault;
            size >>= 1;
        }
    }
    return Object.keys(localStorage).length";

#[track_caller]
fn said_in_time(page: &Page, text: &str, words: &str) {
    let waited = page.measured(|| said_after_typing(page, text, words, A_SECOND));
    assert!(waited.is_some(), "{words} is not said within a second, but: {}", page.text(".status"));
}

#[test]
fn a_full_local_storage_is_said_and_the_journal_keeps_what_is_typed() {
    journey("fault-quota", |page| {
        demonstration(page);
        page.saved();
        page.js(FILL_UP, &[]);
        let text = "空间满了以后写的内容".repeat(20);
        said_in_time(page, &text, "本机空间快满了");
        page.saved();
        assert!(exported_now(page).contains(&text), "the export has what was typed last");
        page.reload();
        assert_eq!(note(page), text, "the journal has it");
        page.js(
            "for (const key of Object.keys(localStorage)) if (key.startsWith('other:')) delete localStorage[key]",
            &[],
        );
        said_in_time(page, "又有空间了", "已保存");
        page.until("the warning is gone", "return !document.querySelector('[data-action=export-now]')", &[]);
        page.reload();
        assert_eq!(note(page), "又有空间了");
    });
}

#[test]
fn without_local_storage_the_journal_alone_keeps_what_is_typed_and_it_is_said() {
    journey("fault-local-blocked", |page| {
        page.before_each_document(BLOCKED_LOCAL);
        demonstration(page);
        said_in_time(page, "只有数据库", "只有一份");
        page.saved();
        assert!(exported_now(page).contains("只有数据库"));
        page.reload();
        assert_eq!(note(page), "只有数据库");
    });
}

#[test]
fn without_a_journal_nothing_is_called_saved() {
    for (name, script) in [("fault-journal-absent", NO_JOURNAL), ("fault-journal-refused", REFUSED_JOURNAL)] {
        journey(name, |page| {
            page.before_each_document(script);
            demonstration(page);
            let before = page.attributes("html", "data-saved");
            said_in_time(page, "只有本地存储", "不能保证断电不丢");
            assert!(!page.text(".status").contains("已保存"), "{}", page.text(".status"));
            assert_eq!(page.attributes("html", "data-saved"), before, "no revision is called durable");
            assert_eq!(page.attributes("html", "data-dirty"), ["true"]);
            page.reload();
            assert_eq!(note(page), "只有本地存储");
        });
    }
}

#[test]
fn leaving_asks_while_nothing_keeps_what_was_typed() {
    journey("fault-leaving", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        demonstration(page);
        page.saved();
        page.until("nothing is asked", Page::ASKS_NOTHING, &[]);
        page.js("window.journalRefused = true; connections.forEach((one) => one.close())", &[]);
        said_in_time(page, "只有本地存储", "不能保证断电不丢");
        page.until("localStorage has it: nothing is asked", Page::ASKS_NOTHING, &[]);
        page.js(FILL_UP, &[]);
        type_note(page, &"哪里都存不下的内容".repeat(20));
        page.until_there(".status [data-action=export-now]");
        page.until("nobody has it: leaving asks", Page::ASKS_BEFORE_LEAVING, &[]);
        page.js(
            "window.journalRefused = false;
            for (const key of Object.keys(localStorage)) if (key.startsWith('other:')) delete localStorage[key]",
            &[],
        );
        type_note(page, "又能存了");
        page.saved();
        page.until("nothing is asked any more", Page::ASKS_NOTHING, &[]);
    });
}

#[test]
fn a_journal_closed_by_the_browser_is_opened_again() {
    journey("fault-journal-closed", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        demonstration(page);
        let before = page.saved();
        page.js("connections.splice(0).forEach((one) => one.close())", &[]);
        type_note(page, "关闭以后");
        assert!(page.saved() > before);
        page.until("a connection to the journal and one to its second copy", "return connections.length === 2", &[]);
        behind_the_back(page);
        page.js("localStorage.clear()", &[]);
        page.open(ELEMENT);
        assert_eq!(note(page), "关闭以后", "the journal has it");
    });
}

#[test]
fn what_the_journal_refused_goes_along_with_the_next_change() {
    journey("fault-journal-owed", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        demonstration(page);
        page.saved();
        page.js("window.journalRefused = true; connections.forEach((one) => one.close())", &[]);
        said_in_time(page, "数据库打不开的时候", "不能保证断电不丢");
        page.js("window.journalRefused = false", &[]);
        // A change of another record: it must not be called saved without the one before.
        page.go("#/enterprise", "enterprise");
        page.fill("address", "另一条记录");
        page.saved();
        behind_the_back(page);
        page.js("localStorage.clear()", &[]);
        page.open(ELEMENT);
        assert_eq!(note(page), "数据库打不开的时候");
    });
}

#[test]
fn what_the_journal_refused_is_tried_again_without_another_change() {
    journey("fault-journal-retry", |page| {
        page.before_each_document(LOOSE_JOURNAL);
        demonstration(page);
        let before = page.saved();
        page.js("window.journalRefused = true; connections.forEach((one) => one.close())", &[]);
        said_in_time(page, "只写了这一次", "不能保证断电不丢");
        page.js("window.journalRefused = false", &[]);
        assert!(page.saved() > before);
        assert!(page.text(".status").contains("已保存"), "{}", page.text(".status"));
        behind_the_back(page);
        page.js("localStorage.clear()", &[]);
        page.open(ELEMENT);
        assert_eq!(note(page), "只写了这一次", "the journal has it");
    });
}

#[test]
fn a_place_that_is_missing_is_said_before_anything_is_typed() {
    for (name, script, words) in [
        ("fault-start-journal", REFUSED_JOURNAL, "不能保证断电不丢"),
        ("fault-start-local", BLOCKED_LOCAL, "只能存一份"),
        ("fault-start-both", &format!("{BLOCKED_LOCAL}; {NO_JOURNAL}"), "未保存"),
    ] {
        journey(name, |page| {
            page.before_each_document(script);
            page.open("");
            page.until_said(".status", words);
        });
    }
}

#[test]
fn with_nothing_to_keep_anything_the_export_still_has_what_is_typed() {
    journey("fault-both-gone", |page| {
        page.before_each_document(&format!("{BLOCKED_LOCAL}; {NO_JOURNAL}"));
        demonstration(page);
        said_in_time(page, "哪里都存不下", "未保存");
        assert!(page.text(".status").contains("不允许"), "{}", page.text(".status"));
        assert!(exported_now(page).contains("哪里都存不下"));
    });
}

#[test]
fn blocked_site_data_is_said_and_the_export_works() {
    let options = Options { lacking: Lacking::Storage, ..Options::default() };
    journey_with("fault-cookies-blocked", options, |page| {
        // The browser notes that it registers no service worker there.
        page.expect_message("ServiceWorker");
        page.expect_message("service worker");
        demonstration(page);
        said_in_time(page, "禁用了网站数据", "未保存");
        assert!(exported_now(page).contains("禁用了网站数据"));
    });
}

#[test]
fn with_the_clock_set_back_the_last_change_is_still_the_newest() {
    journey("fault-clock", |page| {
        demonstration(page);
        type_note(page, "时钟正确");
        page.saved();
        let set_back = "const Real = Date; const day = 86400000;
            window.Date = class extends Real {
                constructor(...words) { if (words.length) super(...words); else super(Real.now() - 20 * day); }
                static now() { return Real.now() - 20 * day; }
            };";
        page.before_each_document(set_back);
        page.reload();
        type_note(page, "时钟倒拨以后");
        page.saved();
        page.reload();
        assert_eq!(note(page), "时钟倒拨以后");
        assert_eq!(page.count("[data-discoveries]"), 0);
    });
}

#[test]
fn an_evicted_origin_says_that_something_was_here() {
    journey("fault-evicted", |page| {
        demonstration(page);
        page.saved();
        behind_the_back(page);
        evict(page);
        page.open(ELEMENT);
        page.on_page("element");
        page.until_said("[data-discoveries]", "填过安自评");
        assert_eq!(page.js("return Boolean(document.querySelector('[data-action=demo]'))", &[]), json!(true));
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.saved();
    });
}

#[test]
fn a_cleared_profile_is_a_first_visit() {
    journey("fault-cleared", |page| {
        demonstration(page);
        page.saved();
        behind_the_back(page);
        evict(page);
        page.devtools("Storage.clearCookies", &json!({}));
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        assert_eq!(page.count("[data-discoveries]"), 0, "nobody can tell it from a new one");
    });
}

/// Every transaction ends so many milliseconds later than it does.
const SLOW_DISK: &str = "
    const listen = EventTarget.prototype.addEventListener;
    IDBTransaction.prototype.addEventListener = function (kind, call, ...words) {
        const late = kind === 'complete' && this.mode === 'readwrite' && window.slow
            ? (event) => setTimeout(() => (call.handleEvent ?? call).call(this, event), window.slow) : call;
        return listen.call(this, kind, late, ...words);
    }";

#[test]
fn a_slow_disk_is_told_from_a_full_one() {
    journey("fault-slow", |page| {
        page.before_each_document(SLOW_DISK);
        demonstration(page);
        page.saved();
        page.js("window.slow = 4000", &[]);
        type_note(page, "磁盘很慢的时候写的");
        page.until_said(".status", "磁盘很慢");
        assert_eq!(page.count("[data-action=export-now]"), 0, "nothing is lost");
        page.js("window.slow = 0", &[]);
        page.saved();
        page.until_said(".status", "已保存");
    });
}

#[test]
fn little_room_in_the_sites_share_is_said_while_there_is_some() {
    journey("fault-room", |page| {
        page.before_each_document(
            "StorageManager.prototype.estimate = async () => ({ usage: 97_000_000, quota: 100_000_000 })",
        );
        demonstration(page);
        type_note(page, "空间不多了");
        page.saved();
        page.until_said(".status", "本机空间快满了");
        page.until_there(".status [data-action=export-now]");
    });
}
