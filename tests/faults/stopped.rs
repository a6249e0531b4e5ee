//! A fault of the program itself.
//!
//! Said at once, nothing written over good data, and a way out that does not need the program.

use anziping_tests::{Options, Page, journey};
use serde_json::Value;

use crate::steps::*;

/// The browser gives no element any more: the program's own assumption breaks, and it panics.
const NO_ELEMENTS: &str = "window.breakNow = () => {
    const nothing = () => { throw new DOMException('no', 'InvalidStateError'); };
    Node.prototype.cloneNode = nothing;
    Document.prototype.createElement = nothing;
    Document.prototype.createElementNS = nothing;
}";
/// A function of the browser fails as WebAssembly itself does when memory or stack are used up.
///
/// There is no panic then.
const TRAP: &str = "window.breakNow = () => {
    const fail = () => { throw new WebAssembly.RuntimeError('memory access out of bounds'); };
    Object.defineProperty(Document.prototype, 'title', { get: () => '', set: fail });
}";

const SAVED: &str = "出错以前写的";

/// The demonstration with a saved note; then the program is stopped by moving on.
fn stopped(page: &Page, break_it: &str) -> Vec<(String, String)> {
    page.expect_stop();
    // Given to the document, not to the driver: of errors in foreign scripts a page learns nothing.
    page.before_each_document(break_it);
    demonstration(page);
    type_note(page, SAVED);
    page.saved();
    let before = texts(page);
    page.js("breakNow(); location.hash = '#/element/2'", &[]);
    page.until_there("html[data-panicked=true]");
    assert!(page.js("return document.getElementById('panic').checkVisibility()", &[]) == true, "the overlay is shown");
    assert!(page.js("return document.activeElement.id === 'panic-heading'", &[]) == true, "and read out");
    before
}

/// Lists the texts in localStorage.
fn texts(page: &Page) -> Vec<(String, String)> {
    let all = page.js("return Object.entries(localStorage).sort()", &[]);
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    all.as_array().unwrap().iter().map(|pair| (word(&pair[0]), word(&pair[1]))).collect()
}

/// Goes on as a person does: the program must not write anything any more.
fn go_on(page: &Page) {
    let type_somewhere = "
        const note = document.querySelector('textarea[name=note]');
        if (note) {
            note.value = '出错以后写的';
            note.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }";
    page.js(type_somewhere, &[]);
    page.js("dispatchEvent(new Event('pagehide'))", &[]);
    page.js("location.hash = '#/hazards'", &[]);
}

#[test]
fn a_panic_is_shown_and_nothing_is_written_over_what_was_saved() {
    journey("stopped-panic", |page| {
        let before = stopped(page, NO_ELEMENTS);
        go_on(page);
        assert_eq!(texts(page), before, "nothing was written after the fault");
        assert!(page.value("#panic-report").contains("panicked at"), "{}", page.value("#panic-report"));
        page.js("delete window.leaving", &[]);
        page.press("reload");
        page.until(
            "the page stands again",
            "return document.documentElement.dataset.ready === 'true' && !document.documentElement.dataset.panicked",
            &[],
        );
        page.go(ELEMENT, "element");
        assert_eq!(note(page), SAVED);
    });
}

#[test]
fn a_fault_of_web_assembly_without_a_panic_stops_the_page_as_well() {
    journey("stopped-trap", |page| {
        let before = stopped(page, TRAP);
        go_on(page);
        assert_eq!(texts(page), before, "nothing was written after the fault");
        assert!(page.value("#panic-report").contains("memory access out of bounds"), "{}", page.value("#panic-report"));
    });
}

#[test]
fn after_a_fault_records_are_exported_and_restored_elsewhere() {
    journey("stopped-export", |page| {
        page.expect_message("clipboard");
        stopped(page, TRAP);
        page.press("copy-report");
        page.until_said("#panic-said", "已复制出错情况");
        assert_eq!(
            page.js("return getSelection().toString() !== '' || document.activeElement.id === 'panic-report'", &[]),
            true
        );
        // Leaving the attribute alone: the export itself makes a link.
        page.press("export-stopped");
        page.until_said("#panic-said", "已生成备份文件");
        let backup = page.downloaded(".json");
        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            other.on_page("settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-preview=true]");
            assert_eq!(other.count("[data-fault=restore]"), 0, "a whole backup, with its checksum");
            other.press("apply-restore");
            other.saved();
            other.go(ELEMENT, "element");
            assert_eq!(note(other), SAVED);
        });
    });
}
