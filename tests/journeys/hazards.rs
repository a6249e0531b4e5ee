//! The ledger as people work with it: one after another, found again, corrected with a reason.

use anziping_tests::{Page, journey};

use crate::steps::*;

/// Registers a hazard with place and words, by the keyboard.
///
/// Gives the presses beside the text.
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

/// The buttons that fill a field of a hazard.
fn offered(field: &str) -> String {
    format!("div:has(> .field [name=hazard-{field}]) [role=group] button")
}

#[test]
fn a_hazard_mended_on_the_spot_takes_eight_taps_and_passes_all_stages() {
    journey("on-the-spot", |page| {
        page.open("");
        page.press("demo");
        page.go("#/element/5", "element");
        let counts = || ["done", "total"].map(|field| page.value(&format!("[data-item=S12] [name={field}]")));
        let closed = counts().map(|count| count.parse::<u32>().expect("a count of the ledger"));
        page.go("#/hazards", "hazards");
        page.at_width(390, 1.0, || {
            let before = page.presses();
            page.press("add-hazard");
            page.until("the first field", "return document.activeElement?.name === 'hazard-Place'", &[]);
            let texts = ["成品仓库", "灭火器被挡住", "已移开货物"];
            page.type_keys(texts[0]);
            page.click("[name=hazard-Description]");
            page.type_keys(texts[1]);
            page.click("label:has(> [name=hazard-on-the-spot])");
            page.click("[name=hazard-Rectification]");
            page.type_keys(texts[2]);
            page.click(&offered("Owner"));
            page.click(&offered("AccidentType"));
            page.click(&offered("AcceptedBy"));
            page.axe_light_and_dark("put right on the spot");
            page.fits("put right on the spot");
            page.press("close-on-the-spot");
            let typed: usize = texts.iter().map(|text| text.chars().count()).sum();
            let taps = page.presses() - before - u32::try_from(typed).expect("few letters");
            assert!(taps <= 8, "{taps} taps");
        });
        page.until_said("[data-history]", "考核");
        page.saved();
        let id = page.js("return location.hash.split('/').pop()", &[]);
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        page.until_there(&format!("[data-hazard=\"{}\"][data-stage=Appraised]", id.as_str().unwrap()));
        // What an item counts of the ledger follows it.
        page.go("#/element/5", "element");
        page.until_there("[data-item=S12] [name=done]");
        assert_eq!(counts(), closed.map(|count| (count + 1).to_string()));
    });
}

#[test]
fn a_hazard_takes_two_forms_from_finding_to_close_out() {
    journey("two-forms", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.at_width(390, 1.0, || {
            page.press("add-hazard");
            page.until_there("#stage-now");
            page.fill("hazard-Place", "开料锯旁");
            page.fill("hazard-Description", "插座没有盖");
            page.press("take");
            page.until_there("#stage-obstacles");
            assert!(page.count("#stage-obstacles li") > 4, "all that the stages between need");
            page.click("[name=hazard-Grade][value=一般隐患]");
            page.fill("hazard-AccidentType", "触电");
            page.fill("hazard-Owner", "赵一");
            page.fill("hazard-Measures", "换新插座");
            page.click(&offered("Deadline"));
            assert_ne!(page.value("[name=hazard-ReportedOn]"), "", "the day goes with the owner");
            page.axe_light_and_dark("a hazard given to somebody");
            page.fits("a hazard given to somebody");
            page.press("take");
            page.until_said("#stage-now", "第 5 步");
            page.until_said("[data-history]", "监控");

            page.fill("hazard-Rectification", "已换新插座");
            page.fill("hazard-AcceptedBy", "赵一");
            // Pressed while the field has the focus: the button must not move away.
            page.press("take");
            page.until_there("#stage-obstacles");
            assert!(page.error_at("[name=hazard-AcceptedBy]").contains("不能是整改责任人"));
            page.until_said("#stage-now", "第 5 步");
            page.fill("hazard-AcceptedBy", "孙三");
            assert_ne!(page.value("[name=hazard-Acceptance]"), "", "what is usual stands there to be read");
            page.axe_light_and_dark("put right and accepted");
            page.fits("put right and accepted");
            page.press("take");
            page.until_said("#stage-now", "第 7 步");
            page.until_said("[data-history]", "评价");
            page.until_there("[data-action=next-open]");
            page.press("undo");
            page.until_said("#stage-now", "第 5 步");
            assert_eq!(page.value("[name=hazard-Rectification]"), "已换新插座", "what was written stays");
        });
    });
}

#[test]
fn whoever_mended_it_on_the_spot_does_not_accept_it() {
    journey("on-the-spot-owner", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.press("add-hazard");
        page.until_there("#stage-now");
        page.fill("hazard-Place", "成品仓库");
        page.fill("hazard-Description", "灭火器被挡住");
        page.click("label:has(> [name=hazard-on-the-spot])");
        page.fill("hazard-Rectification", "已移开货物");
        page.fill("hazard-Owner", "陈八");
        page.click(&offered("AccidentType"));
        page.fill("hazard-AcceptedBy", "陈八");
        page.press("close-on-the-spot");
        assert!(page.error_at("[name=hazard-AcceptedBy]").contains("不能是整改责任人"));
        assert_eq!(page.count("[name=hazard-Place]"), 1, "it stands where it stood");
    });
}

#[test]
fn a_form_that_was_opened_and_left_again_is_no_hazard() {
    journey("untouched", |page| {
        page.open("");
        page.press("demo");
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        let rows = page.count("[data-hazard]");
        let opened = |page: &Page| {
            page.press("add-hazard");
            page.until_there("#stage-now");
            page.js("return location.hash", &[])
        };
        let first = opened(page);
        page.go("#/hazards", "hazards");
        page.until_there("[data-filter=All]");
        assert_eq!(page.count("[data-hazard]"), rows, "left by going back");
        assert_eq!(opened(page), first, "nobody has seen its number");
        page.saved();
        page.reload();
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        assert_eq!(page.count("[data-hazard]"), rows, "left by loading the page anew");
        // From a point that is not met, whose words stand in it already.
        page.go("#/area/hot-work", "area");
        let point = page.attributes("main fieldset[data-point]", "id").remove(0);
        page.answer_point(&point, "no");
        page.click(&format!("[id=\"{point}\"] [data-action=register-hazard]"));
        page.on_page("hazards");
        page.until_there("#stage-now");
        assert!(!page.value("[name=hazard-Description]").is_empty());
        page.go("#/hazards", "hazards");
        page.click("[data-filter=All]");
        assert_eq!(page.count("[data-hazard]"), rows, "left without a place");
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
