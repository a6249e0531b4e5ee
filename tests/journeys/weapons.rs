//! Spreadsheets made to take the browser's memory, handed to both pages.
//!
//! Each is refused for what it is while the page answers, and any work can be given up.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anziping_forge::weapons;
use anziping_tests::{Page, desk, journey, workplace};

/// Bytes that the process of a page may ever have to itself, the browser's heap for the page included.
const MOST_MEMORY: u64 = 300_000_000;

fn file(page: &Page, name: &str) -> PathBuf {
    page.file(name, weapons::forged(name))
}

fn ledger(page: &Page) {
    page.before_each_document(desk::TRUST_TESTS);
    page.open("");
    page.press("demo");
    page.go("#/hazards", "hazards");
    page.until_there("[data-action=import-ledger]");
}

fn registry(page: &Page) {
    page.before_each_document(desk::TRUST_TESTS);
    page.open("office.html");
    page.go("#/registry", "registry");
    page.until_there("[data-action=import-enterprises]");
}

/// Notes the longest pause between two frames from here on.
const WATCH: &str = "
    window.longest = 0;
    let last = performance.now();
    const frame = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// The cost of a weapon until it is refused.
struct Cost {
    /// Until the reason stood on the page, milliseconds.
    took: u128,
    /// Longest pause between two frames, and what is allowed on this machine, milliseconds.
    longest: f64,
    allowed: f64,
    /// The most that the page's process ever had to itself, bytes.
    memory: u64,
}

/// Hands a weapon over and waits until it is refused.
fn cost(page: &Page, (action, fault): (&str, &str), weapon: &Path) -> Cost {
    page.measured(|| {
        let before = desk::allowed_pause(page);
        page.js(WATCH, &[]);
        let began = Instant::now();
        page.hand_over(action, weapon);
        page.until_there(&format!("[data-fault={fault}]"));
        let took = began.elapsed().as_millis();
        let longest = page.js("return window.longest", &[]).as_f64().expect("a pause");
        let memory = page.browser.most_memory().expect("the memory of a process");
        Cost { took, longest, allowed: desk::allowed_pause(page).max(before), memory }
    })
}

/// Hands a weapon over, and looks at the reason, the longest pause and the memory.
fn is_refused(page: &Page, name: &str, (action, fault): (&str, &str), said: &str) {
    let weapon = file(page, name);
    let Cost { took, longest, allowed, memory } = cost(page, (action, fault), &weapon);
    page.until_said(&format!("[data-fault={fault}]"), said);
    println!(
        "{name} in {action}: {took} ms, longest pause {longest:.0} of {allowed:.0} ms, of its own {} MB",
        memory / 1_000_000
    );
    assert!(longest <= allowed, "the page stood still for {longest:.0} ms, {allowed:.0} are allowed");
    assert!(memory <= MOST_MEMORY, "the process of the page had {memory} bytes of its own");
    // The page is well: what can be read is read.
    page.hand_over(action, &workplace::root().join("tests/fixtures/enterprises.csv"));
    page.until(
        "the fault is gone or another one",
        "return !document.body.innerText.includes(arguments[0])",
        &[said.into()],
    );
}

const LEDGER: (&str, &str) = ("import-ledger", "sheet");
const REGISTRY: (&str, &str) = ("import-enterprises", "enlist");

#[test]
fn a_cell_of_300_mb_is_refused_by_its_place_while_the_page_answers() {
    journey("weapon-cell", |page| {
        ledger(page);
        is_refused(page, "cell-300mb.xlsx", LEDGER, "工作表“台账”的 C2 格");
    });
}

#[test]
fn formulas_by_the_million_are_refused_while_the_page_answers() {
    journey("weapon-formulas", |page| {
        ledger(page);
        is_refused(page, "formulas-24m.xlsx", LEDGER, "公式超过 200 万个");
    });
}

#[test]
fn a_text_in_every_cell_of_a_sheet_is_refused_at_the_desk_while_it_answers() {
    journey("weapon-texts", |page| {
        registry(page);
        is_refused(page, "shared-text-600k-times.xlsx", REGISTRY, "文字加起来超过");
    });
}

/// Prints the table of figures; `tables/tests/refusals.rs` holds each reason natively.
///
/// Every one has a browser of its own: the process of a page keeps what it once had.
#[test]
#[ignore = "31 browsers: `cargo xtask test --nightly`"]
fn no_weapon_takes_more_memory_or_time_of_the_page_than_it_has() {
    let wrong = RefCell::new(Vec::new());
    for name in weapons::ALL {
        journey("weapon-each", |page| {
            ledger(page);
            let weapon = file(page, name);
            let Cost { took, longest, allowed, memory } = cost(page, LEDGER, &weapon);
            let line = format!(
                "{name:34} {took:>6} ms, longest pause {longest:>4.0} of {allowed:.0} ms, of its own {:>4} MB",
                memory / 1_000_000
            );
            println!("{line}");
            if longest > allowed || memory > MOST_MEMORY {
                wrong.borrow_mut().push(line);
            }
        });
    }
    let wrong = wrong.into_inner();
    assert!(wrong.is_empty(), "too long or too much:\n{}", wrong.join("\n"));
}

#[test]
fn a_spreadsheet_at_work_is_given_up_at_once_and_the_next_one_is_read() {
    journey("weapon-cancelled", |page| {
        ledger(page);
        let endless = file(page, "rows-66m.xlsx");
        page.hand_over("import-ledger", &endless);
        page.press("stop-table");
        page.until("what was said", "return document.body.innerText.includes('已取消')", &[]);
        assert_eq!(page.count("[data-fault=sheet]") + page.count("[data-action=stop-table]"), 0);
        page.hand_over("import-ledger", &workplace::root().join("tables/tests/files/openpyxl.xlsx"));
        page.until_there("[data-preview=ledger]");
    });
    journey("weapon-cancelled-at-the-desk", |page| {
        registry(page);
        page.hand_over("import-enterprises", &file(page, "rows-66m.xlsx"));
        page.press("stop-table");
        page.until("nothing at work", "return !document.querySelector('[data-action=stop-table]')", &[]);
        page.hand_over("import-enterprises", &workplace::root().join("tests/fixtures/enterprises.csv"));
        page.until_there("[data-preview=enterprises]");
    });
}
