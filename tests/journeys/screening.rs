//! The criteria for major hazards are gone through, and what is 疑似 becomes a lead.

use anziping_tests::{Page, journey, page::keys};
use serde_json::json;

use crate::steps::*;

/// Counts the hazards that the ledger lists.
fn hazards(page: &Page) -> usize {
    page.go("#/hazards", "hazards");
    page.attributes("[data-hazard]", "data-hazard").len()
}

#[test]
fn a_suspicion_opens_a_lead_and_the_count_of_s07_follows() {
    journey("screening", |page| {
        page.open("");
        page.press("demo");
        page.go("#/screening", "screening");
        assert_eq!(
            page.count("[data-criterion]"),
            15,
            "only what can apply to a machine shop with dust, pits and contractors"
        );
        let before = hazards(page);
        page.go("#/screening", "screening");

        // What is chosen and taken back at once leaves nothing.
        page.click("[data-criterion=GM10-7-6] label:has(> input[value=suspected])");
        page.until_there("[data-criterion=GM10-7-6][data-status=unmet] [data-lead]");
        page.click("[data-criterion=GM10-7-6] label:has(> input[value=not_involved])");
        page.until_there("[data-criterion=GM10-7-6][data-status=na]");
        page.saved();
        assert_eq!(hazards(page), before, "an untouched record goes with the choice");

        // Both defects make it; one alone is a hazard of the ordinary kind.
        page.go("#/screening/GM10-13-1", "screening");
        page.tab_to("[data-criterion=GM10-13-1]");
        page.key('2');
        page.until_there("[data-criterion=GM10-13-1][data-status=faulty]");
        page.tab_to("[id=GM10-13-1-defect-1]");
        page.key(keys::SPACE);
        page.until_there("[data-criterion=GM10-13-1][data-status=unsure] [data-action=register-general]");
        page.tab_to("[id=GM10-13-1-defect-2]");
        page.key(keys::SPACE);
        page.until_there("[data-criterion=GM10-13-1][data-status=unmet] [data-lead]");
        page.saved();
        assert_eq!(hazards(page), before + 1);

        page.go("#/element/5", "element");
        page.until_said("[data-item=S07]", "已查 15 条，适用 15 条");
        page.reload();
        page.go("#/screening", "screening");
        page.until_there("[data-criterion=GM10-13-1][data-status=unmet] [data-lead]");
        page.go("#/report", "report");
        page.until_said("[aria-labelledby=screening]", "第十三条（一）");
    });
}

/// Answers X23, which is the answer to a criterion as well.
fn answer_dust(page: &Page, mark: &str) {
    page.go("#/element/4/X23", "element");
    page.answer("X23", mark);
    page.saved();
}

/// Puts the suspicion that follows from X23 into the ledger.
fn open_lead(page: &Page) {
    page.go("#/screening/GM10-11-10", "screening");
    page.click("[data-criterion=GM10-11-10] [data-action=open-lead]");
    page.until_there("[data-criterion=GM10-11-10] [data-lead]");
}

#[test]
fn the_record_of_an_items_answer_goes_with_it_and_comes_when_it_is_confirmed() {
    journey("lead-of-item", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        let before = hazards(page);
        answer_dust(page, "no");
        open_lead(page);
        answer_dust(page, "yes");
        assert_eq!(hazards(page), before, "nobody has worked on it");

        answer_dust(page, "no");
        open_lead(page);
        page.click("[data-criterion=GM10-11-10] [data-lead]");
        page.fill("hazard-Place", "抛光车间");
        answer_dust(page, "yes");
        assert_eq!(hazards(page), before + 1, "what somebody has worked on stays");

        // In the month after, with its record gone, the same answer opens another one.
        answer_dust(page, "no");
        make_key(page);
        sign_and_export(page);
        page.go("#/", "home");
        page.press("next-month");
        page.go("#/element/4/X23", "element");
        page.click("[data-item=X23] a[href^='#/hazards/']");
        page.press("delete-hazard");
        page.saved();
        let left = hazards(page);
        page.go("#/element/4/X23", "element");
        page.click("[data-item=X23] [data-action=as-before]");
        page.until_there("[data-item=X23][data-status=unmet] a[href^='#/hazards/']");
        assert_eq!(hazards(page), left + 1);
    });
}

#[test]
fn passing_over_a_suspicion_with_the_arrows_leaves_nothing() {
    journey("screening-arrows", |page| {
        page.open("");
        page.press("demo");
        let before = hazards(page);
        page.go(&format!("#/screening/{ALONE}"), "screening");
        let criterion = format!("[data-criterion={ALONE}]");
        page.tab_to(&format!("{criterion} input[value=clear]"));
        page.key(keys::DOWN);
        page.until_there(&format!("{criterion}[data-status=unmet] [data-lead]"));
        page.key(keys::DOWN);
        page.until_there(&format!("{criterion}[data-status=na]"));
        page.saved();
        assert_eq!(hazards(page), before, "不涉及 is reached over 疑似");
    });
}

/// A criterion that no item asks for as well.
const ALONE: &str = "GM10-7-6";

/// Goes to the criterion, presses there, and gives the record that it has opened.
fn opened_by(page: &Page, press: &str) -> String {
    page.go("#/screening", "screening");
    page.click(&format!("[data-criterion={ALONE}] {press}"));
    page.until_there(&format!("[data-criterion={ALONE}][data-status=unmet] [data-lead]"));
    page.saved();
    page.attributes(&format!("[data-criterion={ALONE}] [data-lead]"), "data-lead").remove(0)
}

#[test]
fn a_suspicion_without_its_record_is_asked_again_or_opens_another() {
    journey("suspicion-again", |page| {
        page.open("");
        page.press("demo");
        page.go("#/enterprise", "enterprise");
        let principal = page.value("[name=principal]");
        let suspect = "label:has(> input[value=suspected])";
        let first = opened_by(page, suspect);
        page.go(&format!("#/hazards/{first}"), "hazards");
        page.until_there("#stage-now");
        for _ in 0..7 {
            let stage = page.text("#stage-now");
            if page.count("section[aria-labelledby=stage-now] [name=hazard-AcceptedBy]") > 0 {
                page.fill("hazard-AcceptedBy", &principal);
            }
            fill_stage(page);
            page.press("advance");
            let moved = "return document.querySelector('#stage-now').innerText !== arguments[0]";
            page.until(&format!("the stage after {stage}"), moved, &[json!(stage)]);
        }
        page.saved();
        // Closing the record asks for the criterion again.
        page.go("#/screening", "screening");
        page.until_there(&format!("[data-criterion={ALONE}][data-status=open]"));
        let second = opened_by(page, suspect);
        assert_ne!(second, first);
        page.go(&format!("#/hazards/{second}"), "hazards");
        page.fill("hazard-Place", "清洗间");
        page.saved();
        make_key(page);
        sign_and_export(page);

        // In the month after, the record is gone: the report says so at both places, and confirming opens another one.
        page.go("#/", "home");
        page.press("next-month");
        page.until("two months", "return document.querySelectorAll('main tr[data-month]').length === 2", &[]);
        page.go(&format!("#/hazards/{second}"), "hazards");
        page.press("delete-hazard");
        page.saved();
        page.go("#/report", "report");
        page.until_there(&format!("[data-list=problems] [data-contradiction] a[href='#/screening/{ALONE}']"));
        let third = opened_by(page, "[data-action=confirm]");
        assert!(third != first && third != second, "{first}, {second}, {third}");
        page.go("#/report", "report");
        page.until_there("[data-list=problems]");
        assert_eq!(page.count(&format!("[data-contradiction] a[href='#/screening/{ALONE}']")), 0);
    });
}
