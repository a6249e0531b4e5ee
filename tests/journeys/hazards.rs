//! The ledger as people work with it: one after another, found again, corrected with a reason.

use anziping_tests::{Page, journey};

use crate::steps::*;

/// Registers a hazard with nothing but place and words, by the keyboard, and gives the presses beside the text.
fn jot(page: &Page, begin: &str, place: &str, words: &str) -> u32 {
    let before = page.presses();
    page.press(begin);
    page.until(
        "an empty place with the focus",
        "return document.activeElement?.name === 'hazard-Place' && document.activeElement.value === ''",
        &[],
    );
    page.type_keys(place);
    page.tab_to("[name=hazard-Description]");
    page.type_keys(words);
    page.saved();
    let typed = u32::try_from(place.chars().count() + words.chars().count()).expect("few letters");
    page.presses() - before - typed
}

#[test]
fn a_hazard_is_jotted_down_in_a_few_presses_and_the_next_one_follows() {
    journey("jotting", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.at_width(390, 1.0, || {
            let first = jot(page, "add-hazard", "抛光间门口", "灭火器过期");
            let second = jot(page, "add-another", "抛光间门口", "灭火器过期");
            println!("presses beside the text: {first}, then {second}");
            assert!(first <= 3 && second <= 3, "{first}, {second}");
            page.until_there("[data-repeat]");
            page.fits("a jotted hazard");
        });
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        let rows = page
            .js("return [...document.querySelectorAll('[data-hazard]')].filter(row => row.innerText.includes('抛光间门口')).length", &[]);
        assert_eq!(rows, 2);
    });
}

#[test]
fn what_a_stage_has_left_behind_can_only_be_corrected_with_a_reason() {
    journey("correcting", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#stage-now");
        fill_stage(page);
        page.click("[name=hazard-Grade][value=一般隐患]");
        page.press("advance");
        page.until_there("[data-correct=Place]");
        assert_eq!(page.count("[name=hazard-Place]"), 0, "no field to type over");
        assert_eq!(
            page.attributes("[name=hazard-AccidentType]", "maxlength"),
            ["500"],
            "what the signed form can carry"
        );
        page.click("details:has([data-correct=Place]) summary");
        page.click("[data-correct=Place]");
        page.until_there("dialog[open] [name=correction-value]");
        page.fill("correction-value", "冲压车间三号压力机");
        page.press("confirm-correction");
        assert!(!page.error_at("[name=correction-reason]").is_empty());
        page.axe_light_and_dark("a correction without a reason");
        page.fill("correction-reason", "机号写错");
        page.press("confirm-correction");
        page.until_said("[data-history]", "机号写错");
        page.saved();
        page.reload();
        page.until_said("[data-history]", "二号压力机");
        page.until_said("[data-history]", "三号压力机");
        page.fits("a corrected hazard");
    });
}

#[test]
fn the_list_is_narrowed_by_owner() {
    journey("filters", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        let all = page.count("[data-hazard]");
        let owner = page.js("return document.querySelector('[name=filter-owner] option:nth-child(2)').value", &[]);
        page.select("filter-owner", owner.as_str().expect("a name"));
        page.until(
            "fewer rows",
            "const rows = document.querySelectorAll('[data-hazard]').length; return rows > 0 && rows < arguments[0]",
            &[all.into()],
        );
        page.axe_light_and_dark("the filtered ledger");
        page.fits("the filtered ledger");
    });
}
