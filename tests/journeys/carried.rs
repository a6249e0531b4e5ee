//! Answers taken over from the month before.
//!
//! They are found by a filter, confirmed by a tap, or good until a day.

use anziping_tests::{Page, journey};
use serde_json::json;

use crate::steps::*;

/// The demonstration, signed, and the month after it, of which nothing is confirmed yet.
fn second_month(page: &Page) {
    page.open("");
    page.press("demo");
    make_key(page);
    sign_and_export(page);
    page.go("#/", "home");
    page.press("next-month");
    page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
    page.saved();
}

#[test]
fn a_filter_finds_what_was_taken_over_and_a_tap_on_the_answer_confirms_it() {
    journey("carried", |page| {
        second_month(page);
        let marked = "input[type=radio]:checked:not([value=suspected])";
        for (route, name, question) in [
            ("#/element/5", "element", "[data-item]"),
            ("#/area/hot-work", "area", ":is([data-point], [data-rate])"),
            ("#/screening", "screening", "[data-criterion]"),
        ] {
            page.go(route, name);
            page.until_there(&format!("main {question}"));
            let listed = |state: &str| page.attributes(&format!("main {question}{state}"), "id");
            let (all, carried) = (listed(""), listed("[data-status=carried]"));
            assert!(!carried.is_empty(), "{name}: {all:?}");
            page.click("[data-filter=carried]");
            let are = "return document.querySelectorAll(arguments[0]).length === arguments[1]";
            page.until("only these", are, &[json!(format!("main {question}")), json!(carried.len())]);
            assert_eq!(listed(""), carried, "{name}");
            page.at_width(390, 1.0, || page.fits(&format!("a filtered {name}")));
            // Another tap on the answer that is marked; it stays where it is. What is computed has nothing to tap.
            let one = page.attributes(&format!("main {question}[data-status=carried]:has({marked})"), "id");
            assert_eq!(one.is_empty(), name == "element", "{name}: {carried:?}");
            if let Some(one) = one.first() {
                page.click(&format!("[id=\"{one}\"] label:has(> {marked})"));
                page.until_there(&format!("[id=\"{one}\"]:not([data-status=carried])"));
                assert_eq!(listed(""), carried, "{name}: it does not vanish under the hand");
            }
            page.saved();
            page.click("[data-filter=all]");
            page.until("all of them", are, &[json!(format!("main {question}")), json!(all.len())]);
        }
        page.go("#/area/hot-work", "area");
        page.until_there("[data-filter=unsure]");
        page.click("[data-filter=unsure]");
        page.until_said("main", "没有符合这个条件的问题");
        page.axe_light_and_dark("an area of which the filter keeps nothing");
    });
}

/// Folded away until somebody opens the line, or follows a link to what is behind it.
fn not_due_stands_behind_one_line(page: &Page) {
    page.go("#/element/1", "element");
    let behind = page.attributes("[data-folded] [data-standing]", "id");
    let one = behind.first().expect("something of the element is not due");
    let visible = "return document.getElementById(arguments[0]).checkVisibility({ contentVisibilityAuto: true })";
    assert_eq!(page.js(visible, &[json!(one)]), json!(false), "{one} is not due");
    assert!(page.text("[data-folded] > summary").contains(&format!("{} 项", behind.len())));
    page.at_width(390, 1.0, || page.fits("what is not due"));
    page.axe("what is not due");
    page.go(&format!("#/element/1/{one}"), "element");
    page.until("the line is opened", visible, &[json!(one)]);
    page.click(&format!("[id=\"{one}\"] [data-action=answer-now]"));
    page.until_there(&format!("[data-folded] fieldset[id=\"{one}\"]"));
    // In an area as well, with what follows from answers elsewhere.
    page.go("#/area/hot-work", "area");
    page.until_there("[data-folded] [data-derived]");
    // What was only taken over is said to be so, and does not count as reached.
    let waiting = "a[data-target=P2][data-met=false]";
    assert!(page.text(waiting).contains("沿用待确认"), "{}", page.text(waiting));
    assert_eq!(
        page.count("main section[data-derived][data-status=met]"),
        page.count("[data-folded] [data-derived][data-status=met]")
    );
}

#[test]
fn an_answer_that_is_still_good_says_until_when() {
    journey("standing", |page| {
        second_month(page);
        page.go("#/month", "month");
        let mut said = Vec::new();
        for element in 1..=8 {
            page.go(&format!("#/element/{element}"), "element");
            page.until_said("h1", &element.to_string());
            let texts =
                "return [...document.querySelectorAll('main [data-standing] .hint')].map((one) => one.textContent)";
            said.extend(serde_json::from_value::<Vec<String>>(page.js(texts, &[])).expect("texts"));
        }
        assert!(!said.is_empty());
        not_due_stands_behind_one_line(page);
        let last = page.js("const now = new Date(); return [now.getFullYear(), now.getMonth() + 1]", &[]);
        let [year, month]: [u32; 2] = serde_json::from_value(last).expect("a month");
        for text in said.iter().filter(|text| !text.contains("情况没有变化")) {
            let until = text.split_once("还在有效期内，").and_then(|(_, rest)| rest.strip_suffix("前再答。"));
            let (until_year, rest) = until.and_then(|until| until.split_once('年')).unwrap_or_else(|| panic!("{text}"));
            let (until_month, _) = rest.split_once('月').unwrap_or_else(|| panic!("{text}"));
            let months = |year: u32, month: u32| 12 * year + month;
            let until = months(until_year.parse().expect("a year"), until_month.parse().expect("a month"));
            assert!(until > months(year, month) + 1, "beyond the month on the screen: {text}");
        }
    });
}
