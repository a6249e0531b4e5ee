//! Steps that take something away can be taken back while the page is open.

use anziping_tests::{Page, journey};
use serde_json::json;

use crate::steps::{UNMET, fill_stage, make_key, sign_and_export};

/// The demonstration with a hazard of its own; gives the hazard's number.
fn with_a_hazard(page: &Page, place: &str) -> String {
    page.open("");
    page.press("demo");
    page.until_there("[data-demo=true]");
    begin_hazard(page, place)
}

fn begin_hazard(page: &Page, place: &str) -> String {
    page.go("#/hazards", "hazards");
    page.press("add-hazard");
    page.until_there("#stage-now");
    page.fill_at("[name=hazard-Place]", place);
    page.saved();
    let route = page.js("return location.hash", &[]);
    route.as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

fn delete_hazard(page: &Page, id: &str) {
    page.go(&format!("#/hazards/{id}"), "hazards");
    page.press("delete-hazard");
    page.until("it is gone", "return !document.querySelector(`[data-hazard=\"${arguments[0]}\"]`)", &[json!(id)]);
    page.saved();
}

#[test]
fn a_deleted_hazard_can_be_brought_back_as_it_was() {
    journey("undo-hazard", |page| {
        let id = with_a_hazard(page, "冲压车间南门");
        delete_hazard(page, &id);
        page.press("undo");
        page.until_there(&format!("[data-hazard=\"{id}\"]"));
        page.saved();
        page.reload();
        page.go(&format!("#/hazards/{id}"), "hazards");
        page.until_there("[name=hazard-Place]");
        assert_eq!(page.value("[name=hazard-Place]"), "冲压车间南门");
    });
}

/// Takes the new hazard one step further and gives its row in the ledger once it stands at this stage.
fn step_on(page: &Page, id: &str) {
    page.go(&format!("#/hazards/{id}"), "hazards");
    page.until_there("#stage-now");
    crate::steps::fill_stage(page);
    page.click("[name=hazard-Grade][value=一般隐患]");
    page.press("advance");
    page.until_there("[data-action=undo]");
    page.saved();
}

#[test]
fn a_step_is_taken_back_from_another_page_and_from_another_enterprise() {
    journey("undo-elsewhere", |page| {
        let id = with_a_hazard(page, "撤销的地方");
        let here = page.js("return document.querySelector('.top-where').innerText", &[]);
        step_on(page, &id);
        page.go("#/month", "month");
        page.press("undo");
        page.until_said("#stage-now", "第 1 步");
        step_on(page, &id);
        page.go("#/", "home");
        page.click("main [data-action=start]");
        page.on_page("enterprise");
        page.press("undo");
        page.until_said("#stage-now", "第 1 步");
        assert_eq!(page.js("return document.querySelector('.top-where').innerText", &[]), here);
    });
}

#[test]
fn the_number_of_a_deleted_hazard_is_given_to_no_other() {
    journey("hazard-numbers", |page| {
        let first = with_a_hazard(page, "第一处");
        delete_hazard(page, &first);
        let second = begin_hazard(page, "第二处");
        assert_ne!(second, first);
        delete_hazard(page, &second);
        page.reload();
        let third = begin_hazard(page, "第三处");
        assert!(third != first && third != second, "{first}, {second}, after a reload {third}");
    });
}

#[test]
fn a_cleared_month_can_be_brought_back_and_keeps_the_numbers_of_its_hazards() {
    journey("undo-clear", |page| {
        let id = with_a_hazard(page, "清空以前的隐患");
        let answered = |page: &Page| {
            page.go("#/element/1", "element");
            page.until_there("[data-item]");
            page.count("[data-item]:not([data-status=open])")
        };
        let before = answered(page);
        assert!(before > 0);
        page.go("#/settings", "settings");
        page.press("clear-month");
        page.press("confirm-clear");
        page.until_there("[data-action=undo]");
        page.saved();
        assert_eq!(answered(page), 0);
        let next = begin_hazard(page, "清空以后的隐患");
        assert!(next > id, "{next} comes after {id}");
        // The offer stands at the head of the page, which the field just filled in has scrolled away.
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.saved();
        assert_eq!(answered(page), before);
        page.reload();
        assert_eq!(answered(page), before);
        page.go(&format!("#/hazards/{id}"), "hazards");
        page.until_there("[name=hazard-Place]");
        assert_eq!(page.value("[name=hazard-Place]"), "清空以前的隐患");
    });
}

#[test]
fn a_month_begun_too_early_can_be_removed_and_brought_back() {
    journey("undo-month", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        make_key(page);
        page.go("#/seal", "seal");
        // The device's day decides: a journey that runs on the last day of a month has nothing to say here.
        let last = page.js("return new Date(Date.now() + 864e5).getDate() === 1", &[]) == true;
        assert_eq!(page.count("[data-early]"), usize::from(!last), "whether the period is said to run still");
        sign_and_export(page);
        page.go("#/", "home");
        let months = "main [data-month]";
        assert_eq!((page.count(months), page.count("[data-action=remove-month]")), (1, 0), "the only month stays");
        page.press("next-month");
        page.until_there("[data-action=remove-month]");
        assert_eq!(page.count(months), 2);
        page.press("remove-month");
        page.until("it is gone", "return document.querySelectorAll('main [data-month]').length === 1", &[]);
        assert_eq!(page.count("[data-action=remove-month]"), 0, "a signed month stays");
        page.saved();
        page.press("undo");
        page.until_there("[data-action=remove-month]");
        page.saved();
        page.reload();
        page.until_there("[data-action=remove-month]");
    });
}

/// Takes the hazard on the page to its close in two forms, as an ordinary one.
fn close_out(page: &Page) {
    page.on_page("hazards");
    page.until_there("#stage-now");
    page.click("[name=hazard-Grade][value=一般隐患]");
    for step in ["第 5 步", "第 7 步"] {
        fill_stage(page);
        page.press("take");
        page.until_said("#stage-now", step);
    }
    page.saved();
}

#[test]
fn a_closing_that_is_taken_back_leaves_item_and_criterion_answered() {
    journey("undo-closing", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/element/1", "element");
        page.answer(UNMET, "no");
        page.click(&format!("[data-item={UNMET}] [data-action=register-hazard]"));
        close_out(page);
        page.go("#/element/1", "element");
        page.until_there(&format!("[data-item={UNMET}][data-status=open]"));
        page.press("undo");
        page.until_said("#stage-now", "第 5 步");
        page.go("#/element/1", "element");
        page.until_there(&format!("[data-item={UNMET}][data-status=unmet]"));

        let criterion = "[data-criterion=GM10-7-6]";
        page.go("#/screening/GM10-7-6", "screening");
        page.click(&format!("{criterion} label:has(> input[value=suspected])"));
        page.click(&format!("{criterion} [data-lead]"));
        close_out(page);
        page.go("#/screening/GM10-7-6", "screening");
        page.until_there(&format!("{criterion}[data-status=open]"));
        page.press("undo");
        page.until_said("#stage-now", "第 5 步");
        page.go("#/screening/GM10-7-6", "screening");
        page.until_there(&format!("{criterion}[data-status=unmet] [data-lead]"));
    });
}
