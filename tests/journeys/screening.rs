//! The criteria for major hazards are gone through, and what is 疑似 becomes a lead.

use anziping_tests::{Page, journey, page::keys};

use crate::steps::{make_key, sign_and_export};

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
        let hazards = |page: &anziping_tests::Page| {
            page.go("#/hazards", "hazards");
            page.attributes("[data-hazard]", "data-hazard").len()
        };
        let before = hazards(page);
        page.go("#/screening", "screening");

        // What is chosen and taken back at once leaves nothing, and neither does passing over it with an arrow.
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

fn hazards(page: &Page) -> usize {
    page.go("#/hazards", "hazards");
    page.attributes("[data-hazard]", "data-hazard").len()
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
