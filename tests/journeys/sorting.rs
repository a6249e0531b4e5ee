//! The list of an office's month is put into an order, narrowed down and taken in together.

use std::fs;

use anziping_fixtures::sample::code;
use anziping_tests::{Page, desk, journey, reports};
use serde_json::json;

/// Enterprises; ten of them hand in seventeen reports of two months.
const ENTERPRISES: usize = 10;

fn with_desk(name: &str, steps: impl FnOnce(&Page)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), ENTERPRISES);
    let list = folder.path().join("名单.csv");
    // The reports of this one say 东村 and A.
    let row = format!("企业名称,统一社会信用代码,村（社区）,风险等级\n示例企业0,{},北村,D级\n", code(0));
    fs::write(&list, row).unwrap();
    journey(name, |page| {
        page.open("office.html");
        desk::know(page, &batch);
        page.go("#/registry", "registry");
        page.hand_over("import-enterprises", &list);
        page.until_there("[data-preview=enterprises][data-changed='1']");
        page.press("apply-enterprises");
        page.saved();
        page.go("#/inbox", "inbox");
        page.hand_over_all("choose-files", &batch.files);
        page.until_there(&format!("[data-files='{}']", batch.files.len()));
        page.until("nothing in work", "return !document.querySelector('[data-running]')", &[]);
        desk::drawn(page);
        steps(page);
    });
}

/// Waits until so many files are listed.
fn listed(page: &Page, count: usize) {
    let body = "return document.querySelectorAll('[data-place]').length === arguments[0]";
    page.until(&format!("{count} files"), body, &[json!(count)]);
    desk::drawn(page);
}

fn texts(page: &Page, selector: &str) -> Vec<String> {
    let body = "return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText)";
    serde_json::from_value(page.js(body, &[json!(selector)])).unwrap()
}

/// Returns whether something is hit at its own place after it was brought onto the screen.
fn is_free(page: &Page, selector: &str) -> bool {
    let body = "
        const one = document.querySelector(arguments[0]);
        one.scrollIntoView({ block: 'start' });
        const box = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + 8));";
    page.js(body, &[json!(selector)]) == true
}

#[test]
fn what_is_listed_is_narrowed_down_ticked_and_taken_in_together() {
    with_desk("sorting-ticked", |page| {
        page.select("at_Village", "北村");
        listed(page, 2);
        assert!(texts(page, "[data-stated]").iter().any(|said| said.contains("东村")), "the report says otherwise");
        page.select("with", "month");
        listed(page, 1);
        page.press("tick-listed");
        page.until_there("[data-ticked='1']");
        page.press("accept-ticked");
        page.until_there("[data-accepted]");
        page.until_there("[data-ticked='0']");
        page.saved();
        // What was done is said, and lies over nothing.
        page.until_there("[data-done]");
        for width in [1280, 390] {
            page.at_width(width, 1.0, || {
                for selector in ["[data-place]", "[name=order]", "[data-action=accept-ticked]"] {
                    assert!(is_free(page, selector), "{selector} is covered at {width}");
                }
            });
        }
        page.axe_light_and_dark("a list that is narrowed down");
        page.fits("a list that is narrowed down");
        page.picture("desk-sorting", 1280);
        page.picture("desk-sorting", 390);
        page.select("at_Village", "");
        page.select("with", "");
        listed(page, 17);
        assert_eq!(page.count("[data-accepted]"), 1, "nothing else was taken in");
        page.select("at_Class", "D");
        listed(page, 5);
        page.select("at_Industry", "机械");
        listed(page, 4);
        // What the list was narrowed down to goes with the list.
        page.press("clear");
        page.until("no file is listed", "return !document.querySelector('[data-place]')", &[]);
        page.press("undo");
        listed(page, 17);
        assert_eq!(page.attributes("a[href='./index.html']", "target"), ["_blank"], "the desk stays open beside it");
        page.go("#/rollup", "rollup");
        page.until_there("[data-received]");
        let head = page.js("return document.querySelector('[data-print-head]').textContent", &[]);
        assert!(head.as_str().is_some_and(|head| head.contains("编制单位：示例街道安管办")), "{head}");
    });
}

#[test]
fn the_list_comes_in_the_order_that_is_asked_for() {
    with_desk("sorting-order", |page| {
        let first = |order: &str| {
            page.select("order", order);
            listed(page, 17);
            texts(page, "[data-place]").remove(0)
        };
        assert!(first("name").contains("示例企业0"));
        assert!(first("village").contains("北村"), "the list's word, by its sound");
        first("total");
        let scores = texts(page, "[data-score=total]");
        let scores: Vec<f64> = scores.iter().map(|said| said.split(' ').next().unwrap().parse().unwrap()).collect();
        assert!(scores.is_sorted(), "{scores:?}");
        // Of eleven enterprises the first one has a major hazard left open.
        assert!(first("gravest").contains("示例企业0"));
        assert!(first("signed").contains("2026年10月"));
        page.select("order", "");
        page.fill("find", "示例企业3");
        listed(page, 2);
    });
}

#[test]
fn a_note_of_the_office_stays_with_the_report() {
    with_desk("sorting-note", |page| {
        let place = page.attributes("[data-place]", "data-place").remove(0);
        let card = format!("[data-place='{place}']");
        page.click(&format!("{card} [data-action=note]"));
        page.fill(&format!("note_{place}"), "已电话核实，下周现场看");
        page.click(&format!("{card} [data-action=keep-note]"));
        page.until_said(&format!("{card} [data-note]"), "已电话核实，下周现场看");
        page.saved();
        page.reload();
        page.on_page("inbox");
        desk::drawn(page);
        page.until_said("[data-note]", "已电话核实，下周现场看");
        let at = page.attributes("[data-place]:has([data-note])", "data-place").remove(0);
        let card = format!("[data-place='{at}']");
        page.click(&format!("{card} [data-action=note]"));
        page.fill(&format!("note_{at}"), "");
        page.click(&format!("{card} [data-action=keep-note]"));
        page.until("no note", "return !document.querySelector('[data-note]')", &[]);
    });
}
