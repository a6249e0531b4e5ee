//! The page of trends: this month beside the last one, item by item and as figures.

use anziping_tests::journey;
use serde_json::Value;

use crate::steps::*;

/// An item that is met in the first month.
const MET: &str = "Z02";

#[test]
fn a_signed_month_is_compared_by_the_figures_of_its_report() {
    journey("trends", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/trends", "trends");
        page.until_said("main", "没法比");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.answer(MET, "yes");
        page.saved();
        make_key(page);
        let file = sign_and_export(page);
        let report: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let period = report["document"]["period"].as_str().unwrap().to_owned();
        let (year, month) = period.split_once('-').unwrap();
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('[data-month]').length === 2", &[]);
        page.go("#/element/1", "element");
        page.answer(UNMET, "yes");
        // It was answered for longer than a month.
        page.click("[data-folded] > summary");
        page.click(&format!("[data-item={MET}] [data-action=answer-now]"));
        page.answer(MET, "no");
        page.saved();
        page.go("#/trends", "trends");
        let rows = |section: &str| {
            let text = "return [...document.querySelectorAll(`[aria-labelledby=${arguments[0]}] tbody tr`)].map((row) => row.innerText)";
            let rows = page.js(text, &[section.into()]);
            rows.as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let named = format!("{year}年{}月", month.trim_start_matches('0'));
        let scores = rows("scores");
        let of_first = scores.iter().find(|row| row.contains(&named)).unwrap_or_else(|| panic!("{named}: {scores:?}"));
        let total = report["document"]["declared"]["total"].as_u64().expect("tenths");
        assert!(of_first.contains(&format!("{}.{}", total / 10, total % 10)), "{total}: {of_first}");
        assert!(!of_first.contains("未签名"), "{of_first}");
        assert!(scores.iter().any(|row| row.contains("未签名")), "the month in work: {scores:?}");
        page.until_said("[data-changes=good]", UNMET);
        page.until_said("[data-changes=bad]", MET);
        page.axe_light_and_dark("the trends of two months");
        page.fits("the trends of two months");
        // From a change to its item.
        page.click(&format!("[data-changes=bad] a[href$='{MET}']"));
        page.on_page("element");
        page.until_there(&format!("[data-item={MET}]"));
    });
}
