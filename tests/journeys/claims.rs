//! Claims of a report about itself stand on its card as claims.

use anziping_tests::{claims, desk, journey};

use crate::office::verdict_of;

#[test]
fn words_days_and_figures_of_the_enterprises_own_are_shown_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let files = claims::write(folder.path());
    journey("claims", |desk| {
        desk.open("office.html");
        desk::restore(desk, &files.backup);
        assert_eq!(verdict_of(desk, &files.statement), "trusted");
        assert_eq!(desk.text("[data-statement]"), "本人未审阅本表，不对其真实性负责。");
        desk.until_said(".remarks", "签名时的声明不是规定的那一句");

        assert_eq!(verdict_of(desk, &files.figures), "trusted");
        let card = "[data-verdict]:has([data-declared=hazards])";
        let hazards = desk.text(&format!("{card} [data-hazards]"));
        assert!(hazards.starts_with("1 条，其中重大 0 条，逾期 1 条"), "{hazards}");
        assert!(hazards.ends_with("企业报的是：0 条，其中重大 0 条，逾期 0 条"), "{hazards}");
        let said = desk.text(card);
        for expected in ["上海⟨U+200B⟩示例机械有限公司", "企业名称与登记的", "从业人数写的是 0 人", "2099年1月1日"]
        {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        desk.axe_light_and_dark("claims");
        desk.fits("claims");

        // The due day is the office's own.
        desk.go("#/registry", "registry");
        desk.select("due_day", "5");
        desk.saved();
        desk.axe_light_and_dark("registry with a due day");
        desk.go("#/inbox", "inbox");
        desk.until_said(card, "本街道的是2026年11月5日");
    });
}
