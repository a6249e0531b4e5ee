//! Enterprises that need not report for a time, that are renamed, or that are no more.

use anziping_fixtures::sample::code;
use anziping_tests::{Page, desk, journey, reports};

fn open(page: &Page, number: usize) -> String {
    let row = format!("[data-enterprise='{}']", code(number));
    page.click(&format!("{row} [data-action=enterprise]"));
    row
}

#[test]
fn who_stops_is_not_called_for_that_time_and_is_called_again_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 10);
    journey("excused", |page| {
        page.open("office.html");
        desk::know(page, &batch);
        page.hand_over_all("choose-files", &batch.files);
        page.until_there("[data-files='17']");
        page.go("#/registry", "registry");
        let (row, uscc) = (open(page, 9), code(9));
        page.click(&format!("{row} [data-action=standing]"));
        page.until_there(&format!("[name='excuse-{uscc}']"));
        page.select(&format!("excuse-{uscc}"), "stopped");
        page.fill(&format!("excuse-since-{uscc}"), "2026-10-20");
        page.fill(&format!("excuse-until-{uscc}"), "2026-10-01");
        page.click(&format!("{row} [data-action=excuse]"));
        assert!(page.error_at(&format!("[name='excuse-until-{uscc}']")).contains("早"), "it ends before it begins");
        page.fill(&format!("excuse-until-{uscc}"), "2026-10-31");
        page.click(&format!("{row} [data-action=excuse]"));
        page.until_said(&format!("{row} [data-excuse=stopped]"), "2026年10月20日至2026年10月31日");
        page.saved();
        page.axe_light_and_dark("an enterprise that stopped for a time");
        page.fits("an enterprise that stopped for a time");
        page.picture("desk-excused", 390);

        // October passes it over; November calls it.
        page.go("#/inbox", "inbox");
        page.select("expected", "2026-10");
        page.go("#/rollup", "rollup");
        page.until_there("[data-excused='1']");
        page.click("[data-excused] > summary");
        page.until_said("[data-excused]", "停产，2026年10月20日起");
        assert_eq!(page.count(&format!("[data-missing='{uscc}']")), 0);
        page.go("#/inbox", "inbox");
        page.select("expected", "2026-11");
        page.go("#/rollup", "rollup");
        page.until_there(&format!("[data-missing='{uscc}']"));

        // What was noted by mistake is taken off.
        page.go("#/registry", "registry");
        let row = open(page, 9);
        page.click(&format!("{row} [data-action=standing]"));
        page.click(&format!("{row} [data-action=remove-excuse]"));
        page.until("no excuse", "return !document.querySelector('[data-excuse]')", &[]);
    });
}

#[test]
fn an_enterprise_is_renamed_and_one_that_is_no_more_leaves_the_roll_call() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 10);
    journey("excused-gone", |page| {
        page.open("office.html");
        desk::know(page, &batch);
        page.go("#/registry", "registry");
        let (row, uscc) = (open(page, 8), code(8));
        page.click(&format!("{row} [data-action=standing]"));
        page.fill(&format!("name-{uscc}"), "新名字示例厂");
        page.click(&format!("{row} [data-action=rename]"));
        page.until_said(&row, "新名字示例厂");
        let row = format!("[data-enterprise='{}']", code(0));
        page.click(&format!("{row} [data-action=enterprise]"));
        page.click(&format!("{row} [data-action=leave]"));
        page.until_said(&format!("{row} [data-excused=deregistered]"), "注销");
        let last = page.attributes("[data-enterprise]", "data-enterprise").pop().unwrap();
        assert_eq!(last, code(0).to_string(), "it stands last");
        page.saved();
        page.go("#/inbox", "inbox");
        page.select("expected", "2026-12");
        page.go("#/rollup", "rollup");
        page.until_there(&format!("[data-missing='{uscc}']"));
        assert_eq!(page.count(&format!("[data-missing='{}']", code(0))), 0);
    });
}
