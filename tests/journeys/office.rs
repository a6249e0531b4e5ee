//! The office's desk: genuine, unregistered, rejected.

use std::{fs, path::Path};

use anziping_tests::{Options, Page, journey};

use crate::steps::*;

/// The digits that stand on the stamped paper: what the enterprise's own page prints.
pub fn digits_on_paper(page: &Page) -> String {
    page.go("#/seal", "seal");
    page.until_there(".paper-form .digits");
    let printed = page.js("return document.querySelector('.paper-form .digits').textContent", &[]);
    printed.as_str().expect("a text").split_whitespace().collect()
}

/// Hands a file to the desk and waits for its verdict.
pub fn verdict_of(desk: &Page, file: &Path) -> String {
    desk.go("#/inbox", "inbox");
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    desk.hand_over("choose-files", file);
    desk.until_said("[data-verdict] [data-file-name]", "");
    let body = "const found = [...document.querySelectorAll('[data-verdict]')].filter((one) => one.querySelector('[data-file-name]')?.dataset.fileName === arguments[0]);
        return found.length > 0 && document.querySelector('[data-running]') === null";
    desk.until(&format!("a verdict about {name}"), body, &[name.as_str().into()]);
    let body = "return [...document.querySelectorAll('[data-verdict]')].filter((one) => one.querySelector('[data-file-name]')?.dataset.fileName === arguments[0]).map((one) => one.dataset.verdict)[0]";
    desk.js(body, &[name.as_str().into()]).as_str().expect("a verdict").to_owned()
}

/// Compares the digits and registers the key of the first unregistered file.
pub fn register(desk: &Page, digits: &str) {
    desk.press("register");
    desk.fill("digits", digits);
    if desk.count("[name=answer_add]:not(:checked)") > 0 {
        desk.click("label:has(> [name=answer_add])");
    }
    desk.press("compare");
}

#[test]
fn the_desk_tells_genuine_from_unregistered_from_rejected() {
    journey("desk", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let report = sign_and_export(page);
        let digits = digits_on_paper(page);
        assert_eq!(digits.len(), 30, "{digits}");

        let text = fs::read_to_string(&report).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let variant = |name: &str, text: &str| {
            let file = folder.path().join(name);
            fs::write(&file, text).unwrap();
            file
        };
        let tampered = variant("tampered.json", &text.replacen("示例路 1 号", "示例路 2 号", 1));
        let truncated = variant("truncated.json", &text[..text.len() / 2]);
        let pasted = variant("微信收到的 (1).txt", &format!("\u{feff}{}", text.replace('\n', "\r\n")));

        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            desk.on_page("inbox");
            desk.axe_light_and_dark("empty desk");
            assert_eq!(verdict_of(desk, &report), "unregistered");
            assert_eq!(verdict_of(desk, &tampered), "rejected");
            assert_eq!(verdict_of(desk, &truncated), "rejected");
            desk.axe_light_and_dark("desk with verdicts");
            desk.fits("desk with verdicts");

            // One wrong digit registers nothing.
            let wrong: String = digits.chars().rev().collect();
            register(desk, &wrong);
            assert!(!desk.error_at("[name=digits]").is_empty());
            desk.axe_light_and_dark("registration dialog");
            desk.fill("digits", &digits);
            desk.press("compare");
            desk.until_there("[data-verdict=trusted]");
            desk.saved();

            // Registry and verdicts are kept; the file, however it comes, is the same report.
            desk.reload();
            desk.on_page("inbox");
            desk.until_there("[data-verdict=trusted]");
            assert_eq!(desk.count("[data-verdict]"), 3);
            assert_eq!(verdict_of(desk, &pasted), "duplicate");
            desk.offline_ready();
            desk.stop_server();
            desk.reload();
            assert_eq!(verdict_of(desk, &report), "trusted");
            for (route, name) in [("#/registry", "registry"), ("#/rollup", "rollup")] {
                desk.go(route, name);
                desk.axe_light_and_dark(name);
                desk.fits(name);
            }
        });
    });
}

#[test]
fn a_corrected_report_takes_the_place_of_the_one_before() {
    journey("desk-correction", |page| {
        page.open("");
        fill_in_everything(page);
        make_key(page);
        let first = sign_and_export(page);
        let digits = digits_on_paper(page);
        correct(page);
        page.until_there("[name=seal_passphrase]");
        page.go("#/element/1", "element");
        page.answer(UNMET, "partly");
        page.saved();
        let second = sign_and_export(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &first), "unregistered");
            register(desk, &digits);
            desk.until_there("[data-verdict=trusted]");
            verdict_of(desk, &second);
            desk.until_there("[data-verdict=superseded]");
            assert_eq!(desk.count("[data-verdict=trusted]"), 1);
        });
    });
}

#[test]
fn a_demonstration_is_never_taken_for_a_report() {
    journey("desk-demo", |page| {
        page.open("");
        page.press("demo");
        make_key(page);
        let report = sign_and_export(page);
        let digits = digits_on_paper(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &report), "demo");
            if desk.count("[data-action=register]") > 0 {
                register(desk, &digits);
                assert!(!desk.error_at("[name=digits]").is_empty());
            }
            assert_eq!(desk.count("[data-verdict=trusted]"), 0);
        });
    });
}

#[test]
fn answers_that_exclude_each_other_are_listed_in_the_report_and_at_the_desk() {
    journey("contradiction", |page| {
        page.open("");
        page.press("demo");
        page.go("#/month", "month");
        // S06 says that the checks of the plan were made.
        page.fill("checks", "0");
        page.fill("principal_checks", "0");
        page.saved();
        page.go("#/report", "report");
        let here = "[data-list=warnings] [data-contradiction]";
        page.until_said(here, "");
        let links = page.attributes(&format!("{here} a"), "href");
        assert!(links.iter().any(|href| href.ends_with("/S06")), "{links:?}");
        assert!(links.iter().any(|href| href.starts_with("#/month")), "both places: {links:?}");
        make_key(page);
        let report = sign_and_export(page);
        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &report), "demo");
            desk.press("details");
            desk.until_said("[data-contradiction]", "自查却是 0 次");
            desk.until_said("[data-confirmations]", "逐条");
            desk.axe_light_and_dark("what a report contradicts itself in");
        });
    });
}
