//! The officer fills in on one device, the principal signs on another.

use std::fs;

use anziping_tests::{Options, Page, device_clock::DeviceClock, journey};

use crate::steps::*;

/// Makes the file that goes to the principal.
fn hand_over(page: &Page) -> std::path::PathBuf {
    page.go("#/seal", "seal");
    page.click("details[data-handing] > summary");
    page.press("hand-over");
    page.click("details[data-handing] [data-action=export]");
    page.downloaded("待签.json")
}

/// Opens what was handed over on the principal's device, reads it and signs it there.
fn signed_by_principal(page: &Page, handed: &std::path::Path) -> std::path::PathBuf {
    page.open("#/settings");
    page.hand_over("restore", handed);
    page.until_there("[data-preview=true]");
    page.press("apply-restore");
    page.on_page("report");
    assert!(page.text("main").contains("上海示例机械有限公司"), "the whole report is read there");
    page.go("#/seal", "seal");
    page.fill("new_passphrase", PASSPHRASE);
    page.fill("new_passphrase_again", PASSPHRASE);
    page.click("label:has(> [name=reviewed])");
    page.press("make-and-seal");
    page.until_there("section[data-sealed] [data-action=export]");
    page.saved();
    page.click("section[data-sealed] [data-action=export]");
    page.downloaded(".signed.json")
}

fn take_back(page: &Page, file: &std::path::Path) {
    page.go("#/seal", "seal");
    if page.count("details[data-handing][open]") == 0 {
        page.click("details[data-handing] > summary");
    }
    page.hand_over("take-back", file);
}

#[test]
fn the_principal_signs_on_another_device_and_the_file_comes_back() {
    journey("handed", |page| {
        page.open("");
        fill_in_everything(page);
        let handed = hand_over(page);
        let text = fs::read_to_string(&handed).unwrap();
        assert!(!text.contains("ENCRYPTED PRIVATE KEY"), "no key goes along");
        page.axe_light_and_dark("handing over");
        page.fits("handing over");
        // What the other browser has saved goes with it.
        let mut text = String::new();
        page.in_fresh_browser(Options::default(), |phone| {
            text = fs::read_to_string(signed_by_principal(phone, &handed)).unwrap();
        });
        let folder = tempfile::tempdir().unwrap();
        let (signed, altered) = (folder.path().join("back.signed.json"), folder.path().join("altered.signed.json"));
        fs::write(&signed, &text).unwrap();

        // Changed on the way: told, and nothing is taken.
        fs::write(&altered, text.replacen("示例路", "示利路", 1)).unwrap();
        take_back(page, &altered);
        page.until_said("[data-not-taken]", "在路上被改动过");

        // Changed here meanwhile: told at its place, and both stay as they are.
        page.go("#/element/1", "element");
        page.answer(UNMET, "partly");
        page.saved();
        take_back(page, &signed);
        page.until_there(&format!("[data-not-taken] a[href='#/element/1/{UNMET}']"));
        page.axe("what was signed differs");
        page.go("#/element/1", "element");
        page.answer(UNMET, "yes");
        page.saved();

        take_back(page, &signed);
        page.until_there("section[data-sealed]");
        page.saved();
        page.reload();
        page.until_there("section[data-sealed$='/r1']");
        page.click("section[data-sealed] [data-action=export]");
        assert_eq!(fs::read_to_string(page.downloaded(".signed.json")).unwrap(), text, "byte for byte");
    });
}

#[test]
fn a_report_of_another_enterprise_month_or_version_is_not_taken_back() {
    journey("handed-other", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        make_key(page);
        let first = sign_and_export(page);
        correct(page);
        take_back(page, &first);
        page.until_said("[data-not-taken]", "另一版");
        let mut of_this_month = String::new();
        page.in_fresh_browser(Options::default(), |other| {
            other.open("");
            fill_in_everything(other);
            take_back(other, &first);
            other.until_said("[data-not-taken]", "不是本企业");
            make_key(other);
            of_this_month = fs::read_to_string(sign_and_export(other)).unwrap();
        });
        let folder = tempfile::tempdir().unwrap();
        let signed = folder.path().join("another-month.signed.json");
        fs::write(&signed, &of_this_month).unwrap();
        page.in_fresh_browser(Options::default(), |later| {
            let _set = DeviceClock::set(later, "2031-03-20T09:00:00+08:00");
            later.open("");
            fill_in_everything(later);
            take_back(later, &signed);
            later.until_said("[data-not-taken]", "请在那个月的签署页收回");
            later.axe("a report of another month");
        });
    });
}

#[test]
fn a_passphrase_is_typed_twice_on_the_first_day_and_looks_like_none() {
    journey("first-signature", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/seal", "seal");
        assert_eq!(page.count("input[type=password]"), 0, "the browser has nothing to offer to store");
        assert!(page.text("main").contains("不保存"), "and people are told what to say if it does");
        page.fill("new_passphrase", PASSPHRASE);
        page.fill("new_passphrase_again", PASSPHRASE);
        page.axe_light_and_dark("a first signature");
        page.fits("a first signature");
        page.press("make-and-seal");
        page.until_said("#reviewed-error", "勾选");
        page.click("label:has(> [name=reviewed])");
        page.press("make-and-seal");
        page.until_there("section[data-sealed] [data-action=export]");
        page.saved();
        // What makes the key known to the office was signed with it, so that the passphrase is not asked for once more.
        assert_eq!(page.count("[name=registration_passphrase]"), 0);
        page.press("save-registration");
        drop(page.downloaded(".registration.json"));
        // The key goes into the ordinary backup; a file without it is refused at its place.
        let note = page.file("no-backup.json", "{}");
        page.hand_over("pick-key-backup", &note);
        page.until_said("#backup-file-error", "不是本程序的备份");
        drop(keep_key(page));
        page.saved();
        page.reload();
        page.until("the key is kept", "return !document.querySelector('[data-usable=false]')", &[]);
    });
}

/// Keeps what is copied, as a chat would get it.
const COPYING: &str = "
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text); } } })";

/// Presses a button and returns the text that it copied.
fn copied(page: &Page, button: &str) -> String {
    page.js("copied.length = 0", &[]);
    page.click(button);
    page.until("a text is copied", "return copied.length === 1", &[]);
    page.js("return copied[0]", &[]).as_str().expect("a text").to_owned()
}

/// The cards of the report as they are read, without what leads on from it.
const REPORT: &str = "return [...document.querySelectorAll('main .report > section')].map((card) => card.innerText)";

#[test]
fn handed_over_as_text_the_whole_report_is_read_signed_and_taken_back() {
    journey("handed-text", |page| {
        page.before_each_document(COPYING);
        page.open("");
        fill_in_everything(page);
        page.go("#/report", "report");
        let report = page.js(REPORT, &[]);
        assert!(report.as_array().is_some_and(|cards| cards.len() > 7), "{report}");
        page.go("#/element/1", "element");
        let answers = |page: &Page| page.attributes("main [data-item]", "data-status");
        let given = answers(page);
        page.go("#/seal", "seal");
        page.click("details[data-handing] > summary");
        page.press("hand-over");
        let handed = copied(page, "details[data-handing] [data-action=copy]");
        let mut signed = String::new();
        page.in_fresh_browser(Options::default(), |phone| {
            phone.before_each_document(COPYING);
            phone.open("#/settings");
            phone.click("[data-action=paste-backup]");
            phone.fill("backup_text", &handed);
            phone.press("read-pasted-backup");
            phone.until_there("[data-preview=true]");
            phone.press("apply-restore");
            phone.on_page("report");
            assert_eq!(phone.js(REPORT, &[]), report, "every card says what it says on the officer's device");
            phone.go("#/element/1", "element");
            assert_eq!(answers(phone), given);
            phone.go("#/seal", "seal");
            phone.fill("new_passphrase", PASSPHRASE);
            phone.fill("new_passphrase_again", PASSPHRASE);
            phone.click("label:has(> [name=reviewed])");
            phone.press("make-and-seal");
            phone.until_there("section[data-sealed] [data-action=copy]");
            phone.saved();
            signed = copied(phone, "section[data-sealed] [data-action=copy]");
        });
        page.go("#/seal", "seal");
        if page.count("details[data-handing][open]") == 0 {
            page.click("details[data-handing] > summary");
        }
        page.click("details[data-handing] details > summary:has(+ * [name=taken_back])");
        page.fill("taken_back", &signed.replacen("示例路", "示利路", 1));
        page.press("take-pasted");
        page.until_said("[data-not-taken]", "在路上被改动过");
        page.fill("taken_back", &signed);
        page.press("take-pasted");
        page.until_there("section[data-sealed]");
        page.saved();
        page.reload();
        page.until_there("section[data-sealed$='/r1']");
        assert_eq!(copied(page, "section[data-sealed] [data-action=copy]"), signed, "byte for byte");
    });
}
