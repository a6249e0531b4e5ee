//! Facts that an enterprise signed beside its score are seen at the desk.
//!
//! A report that was taken in is not missing the next day.

use anziping_tests::{desk, journey, two_months};

use crate::office::verdict_of;

#[test]
fn a_death_a_call_for_help_and_a_vanished_major_hazard_are_seen() {
    let folder = tempfile::tempdir().unwrap();
    let files = two_months::write(folder.path());
    journey("seen", |desk| {
        desk.open("office.html");
        desk::restore(desk, &files.backup);
        assert_eq!(verdict_of(desk, &files.october), "trusted");
        assert_eq!(verdict_of(desk, &files.november), "trusted");
        // The newest month with reports is the desk's.
        desk.until_there("[data-period='2026-11']");
        let card = "[data-place='1']";
        assert!(desk.text(&format!("{card} [data-matter=harm]")).contains("死亡人数 1 人"));
        assert!(desk.text(&format!("{card} [data-matter=help]")).contains(two_months::HELP));
        assert!(desk.text(&format!("{card} [data-matter=inspection]")).contains("5 个，已改 1 个"));
        assert!(desk.text(&format!("{card} [data-matter=reasons]")).contains(two_months::REASONS));
        desk.until_there(&format!("{card} [data-figures=equal]"));
        desk.until_said(&format!("{card} .remarks"), "没有销号的隐患，这份报告里没有了");
        desk.press("details");
        desk.until_there("[data-told]");
        desk.axe_light_and_dark("what must be seen");
        desk.fits("what must be seen");
        desk.picture("desk-seen", 1280);
        desk.picture("desk-seen", 390);

        desk.go("#/rollup", "rollup");
        desk.until_said("[data-harm]", "死亡 1 人");
        desk.until_said("[data-matters=help]", two_months::HELP);
        desk.until_said("[data-course] [data-label=判定依据]", two_months::CRITERION);
        let known = format!("{}：{}", two_months::OWNER, two_months::MEASURES);
        desk.until_said("[data-course] [data-label=责任人和措施]", &known);
        desk.axe_light_and_dark("roll-up of what must be seen");
        desk.fits("roll-up of what must be seen");
        desk.picture("desk-rollup-seen", 1280);
        desk.picture("desk-rollup-seen", 390);
    });
}

#[test]
fn what_was_taken_in_yesterday_is_not_missing_today() {
    let folder = tempfile::tempdir().unwrap();
    let files = two_months::write(folder.path());
    journey("taken-in", |desk| {
        desk.open("office.html");
        desk::restore(desk, &files.backup);
        assert_eq!(verdict_of(desk, &files.november), "trusted");
        desk.press("accept");
        desk.until_there("[data-accepted]");
        // As on another computer, on which only the registry was restored.
        desk.press("clear");
        desk.saved();
        desk.reload();
        desk.on_page("inbox");
        desk.select("expected", "2026-11");
        desk.go("#/rollup", "rollup");
        desk.until_there("[data-taken-in='1']");
        assert_eq!(desk.text("[data-total=missing] .figure-mid"), "0");
        assert_eq!(desk.text("[data-total=taken-in] .figure-mid"), "1");

        // One report can be taken back, and taken in again.
        assert_eq!(verdict_of(desk, &files.november), "trusted");
        desk.press("take-back");
        desk.until_there("[data-action=accept-one]");
        desk.press("accept-one");
        desk.until_there("[data-accepted]");
    });
}
