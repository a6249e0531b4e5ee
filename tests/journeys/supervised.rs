//! The further duties of a hazard once it is put right.
//!
//! They are a second look, and under supervision a review and a request to go on.

use anziping_tests::{Page, journey};

use crate::word::{assert_all_same, saved};

/// Puts a major hazard of the demonstration under supervision; gives its number.
pub fn supervise(page: &Page) -> String {
    page.go("#/paper/major-plan", "paper");
    page.until_there("[data-sheet=major-plan]");
    let number = page.attributes("#major-of option", "value").remove(1);
    page.go(&format!("#/hazards/{number}"), "hazards");
    page.click("label:has(> [name=hazard-supervised])");
    page.saved();
    number
}

#[test]
fn review_request_and_second_look_are_filled_in_from_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    journey("supervised", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/paper/resume", "paper");
        page.until_said("[data-form=resume]", "没有挂牌督办的重大事故隐患");
        assert_eq!(page.count(".sheet"), 0);
        page.go("#/paper/major-plan", "paper");
        page.until_there("[data-sheet=major-plan]");
        let plan = page.text("[data-sheet=major-plan]");
        let number = supervise(page);
        let every = ["recheck", "major-review", "resume"].map(|form| {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_said(&format!("[data-form={form}]"), &number);
            page.axe_light_and_dark(form);
            page.fits(form);
            page.picture(form, 1280);
            let (file, shown) = saved(page, folder.path(), form);
            (form, file, shown)
        });
        assert_all_same(&every);
        assert_eq!(page.count(".sheet"), 1, "the other major hazard is not supervised");
        let said = page.text("[data-sheet=resume]");
        for part in ["安全生产法第65条", "（待核）", "督办部门审查意见", "申请恢复生产经营"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        let measures = plan.split_once("采取的方法和措施").expect("a plan").1.trim_start();
        let measures: String = measures.chars().take(8).collect();
        assert!(said.contains(&measures), "{measures}: nothing is typed twice: {said}");
        page.go("#/paper/recheck", "paper");
        page.until_there("[data-sheet=recheck]");
        let all = page.count("[data-sheet=recheck]");
        page.select("recheck-of", &number);
        page.until("one is left", "return document.querySelectorAll('[data-sheet=recheck]').length === 1", &[]);
        assert!(all > 1, "{all}");
    });
}

#[test]
fn what_is_typed_of_a_major_hazard_is_printed_in_report_and_plan() {
    let folder = tempfile::tempdir().unwrap();
    journey("major-report", |page| {
        page.open("");
        page.press("demo");
        page.go("#/paper/major-report", "paper");
        page.until_there("[data-sheet=major-report]");
        let number = page.attributes("#major-of option", "value").remove(1);
        page.go(&format!("#/hazards/{number}"), "hazards");
        page.at_width(390, 1.0, || {
            page.fill("hazard-Cause", "除尘器改造时没有装锁气卸灰装置");
            page.fill("hazard-Analysis", "粉尘爆炸会伤到八个人；要停两天，买到装置就能改");
            page.leave_field();
            page.axe_light_and_dark("a major hazard with its report");
            page.fits("a major hazard with its report");
            page.picture("major-hazard", 390);
        });
        page.saved();
        page.reload();
        assert_eq!(page.value("[name=hazard-Cause]"), "除尘器改造时没有装锁气卸灰装置");
        let every = ["major-report", "major-plan"].map(|form| {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_there(&format!("[data-sheet={form}]"));
            page.select("major-of", &number);
            page.until("one hazard", "return new Set([...document.querySelectorAll('.sheet')].map((one) => one.querySelector('td').innerText)).size <= 2", &[]);
            let said = page.text(&format!("[data-sheet={form}]"));
            assert!(said.contains("没有装锁气卸灰装置") && said.contains("要停两天"), "{form}: {said}");
            page.fits(form);
            page.picture(form, 1280);
            let (file, shown) = saved(page, folder.path(), form);
            (form, file, shown)
        });
        assert_all_same(&every);
        // The calendar says that it has to be reported, as the law puts it.
        page.go("#/calendar", "calendar");
        let said = page.text("section[aria-labelledby=major-reports]");
        assert!(said.contains("安全生产法第41条") && said.contains("法律没有定几天之内"), "{said}");
    });
}
