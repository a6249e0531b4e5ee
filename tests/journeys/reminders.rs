//! Enterprises that have not reported are called, and reminded with texts that are ready to copy.

use std::fs;

use anziping_fixtures::sample::code;
use anziping_tests::{desk, journey, reports};

/// Notes what the page copies.
const NOTE_COPIES: &str = "
    window.copied = [];
    navigator.clipboard.writeText = async (text) => { window.copied.push(text); };";

#[test]
fn the_missing_are_reminded_in_a_group_by_telephone_and_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 10);
    let missing = code(9);
    let list = folder.path().join("名单.csv");
    let rows =
        format!("企业名称,统一社会信用代码,村（社区）,联系人,联系电话\n示例企业9,{missing},东村,张三,13800000000\n");
    fs::write(&list, rows).unwrap();
    journey("reminders", |page| {
        page.open("office.html");
        desk::know(page, &batch);
        page.go("#/registry", "registry");
        page.hand_over("import-enterprises", &list);
        page.until_there("[data-preview=enterprises][data-changed='1']");
        page.press("apply-enterprises");
        page.saved();
        page.reload();
        page.go("#/inbox", "inbox");
        page.hand_over_all("choose-files", &batch.files);
        page.until_there("[data-files='17']");
        page.go("#/rollup", "rollup");
        page.until_there(&format!("[data-missing='{missing}']"));
        assert!(page.text(&format!("[data-missing='{missing}']")).contains("13800000000"));
        page.js(NOTE_COPIES, &[]);
        page.press("copy-group");
        page.until_there("[data-copied=copy-group]");
        page.press("copy-calls");
        page.until_there("[data-copied=copy-calls]");
        page.press("remind-one");
        page.press("copy-one");
        page.until_there("[data-copied=copy-one]");
        let copied = page.js("return window.copied", &[]);
        let said = |at: usize| copied[at].as_str().unwrap().to_owned();
        assert!(said(0).contains("1. 示例企业9\n") && !said(0).contains("13800000000"), "{}", said(0));
        assert!(said(1).contains("示例企业9\t东村\t张三\t13800000000\t未交"), "{}", said(1));
        assert!(said(2).starts_with("张三您好：示例企业9"), "{}", said(2));
        page.axe_light_and_dark("reminders");
        page.fits("reminders");
        page.picture("desk-reminders", 1280);
        page.picture("desk-reminders", 390);
    });
}
