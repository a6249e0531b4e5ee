//! Backup: the reminder counts what a person would call a change; restoring takes only what was chosen.
//!
//! The page says what browsers promise.

use anziping_core::record::backup::{Backup, SigningKeys};
use anziping_core::record::{Envelope, RecordKey};
use anziping_tests::{Options, Page, journey};
use serde_json::json;

use crate::steps::{UNMET, describe_enterprise};

#[test]
fn a_sentence_typed_into_one_field_is_one_change_since_the_backup() {
    journey("backup-counts", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/settings", "settings");
        page.press("backup");
        page.downloaded(".json");
        page.until_said("[aria-labelledby=backup]", "之后没有改动");
        page.go("#/enterprise", "enterprise");
        page.fill("address", "zhi hui lu 88 hao 2 dong");
        page.fill("village", "dong cun");
        page.go("#/element/1", "element");
        page.until_there("[data-item=Z01]");
        page.answer("Z01", "no");
        page.saved();
        page.go("#/settings", "settings");
        page.until_said("[aria-labelledby=backup]", "之后有 3 次改动");
    });
}

#[test]
fn after_an_hours_work_the_first_page_reminds_of_the_backup() {
    journey("backup-reminder", |page| {
        page.open("");
        describe_enterprise(page);
        page.go("#/", "home");
        assert_eq!(page.count("[data-reminder=backup]"), 0, "not yet worth a word");
        page.go("#/element/1", "element");
        page.until_there("[data-item=Z01]");
        for mark in ["yes", "no"].into_iter().cycle().take(30) {
            page.answer("Z01", mark);
        }
        page.go("#/", "home");
        page.until_said("[data-reminder=backup]", "还没有备份过");
        page.go("#/settings", "settings");
        page.press("backup");
        page.downloaded(".json");
        page.go("#/", "home");
        page.until("the reminder is gone", "return !document.querySelector('[data-reminder=backup]')", &[]);
    });
}

/// Counts how often the page asks for lasting storage, and gives an answer.
const PROMISING: &str = "
    localStorage.asked ??= 0;
    StorageManager.prototype.persist = async () => { localStorage.asked = Number(localStorage.asked) + 1; window.granted = true; return true; };
    StorageManager.prototype.persisted = async () => localStorage.asked > 0";

#[test]
fn lasting_storage_is_asked_for_once_after_the_first_real_input() {
    journey("persist", |page| {
        page.before_each_document(PROMISING);
        let asked = |page: &Page| page.js("return Number(localStorage.asked)", &[]);
        page.open("");
        page.press("demo");
        page.go("#/element/1", "element");
        page.until_there("[data-item=Z01]");
        page.answer("Z01", "no");
        page.saved();
        assert_eq!(asked(page), 0, "a demonstration is not worth a question");
        page.go("#/", "home");
        page.press("start");
        page.on_page("enterprise");
        assert_eq!(asked(page), 0);
        page.fill("name", "真的企业");
        page.until("it is asked for", "return localStorage.asked === '1'", &[]);
        page.saved();
        page.go("#/settings", "settings");
        page.until_said("[data-persist]", "浏览器答应不自动清理");
        page.reload();
        page.go("#/enterprise", "enterprise");
        page.fill("address", "第二天接着填");
        page.saved();
        assert_eq!(asked(page), 1, "once is enough");
    });
}

const SAFARI: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

#[test]
fn safari_is_told_of_its_seven_days_on_the_first_page_and_others_are_not() {
    journey("safari", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        assert_eq!(page.count("[data-safari]"), 0);
        page.devtools("Emulation.setUserAgentOverride", &json!({ "userAgent": SAFARI }));
        page.reload();
        page.go("#/", "home");
        page.until_said("[data-safari]", "7 天");
        page.go("#/settings", "settings");
        page.until_said("[aria-labelledby=storage]", "7 天");
    });
}

fn status(page: &Page, item: &str) -> String {
    page.go("#/element/1", "element");
    page.until_there(&format!("[data-item={item}]"));
    page.attributes(&format!("[data-item={item}]"), "data-status").remove(0)
}

fn answer(page: &Page, item: &str, mark: &str) {
    page.go("#/element/1", "element");
    page.until_there(&format!("[data-item={item}]"));
    page.answer(item, mark);
    page.saved();
}

fn look_into(page: &Page, backup: &std::path::Path) {
    page.go("#/settings", "settings");
    page.hand_over("restore", backup);
    page.until_there("[data-preview=true]");
}

fn tick(page: &Page, record: &str) {
    page.click(&format!("tr[data-record^=\"{record}\"] input[type=checkbox]"));
}

fn is_ticked(page: &Page, record: &str) -> bool {
    page.js(
        "return document.querySelector(arguments[0]).checked",
        &[json!(format!("tr[data-record^=\"{record}\"] input"))],
    ) == true
}

fn back_up(page: &Page) -> std::path::PathBuf {
    page.go("#/settings", "settings");
    page.press("backup");
    page.downloaded(".json")
}

#[test]
fn a_record_that_could_not_be_opened_afterwards_is_not_restored_and_says_why() {
    let record = |key: &str, body: &str| Envelope {
        key: RecordKey::parse(key).unwrap(),
        revision: 1,
        saved_at: "2026-11-21T10:00:00+08:00".into(),
        body: body.into(),
    };
    let named = r#"{"name":"甲\u202e厂","uscc":"91310000MA1FL0000N"}"#;
    let records = [record("e/e1", named), record("m/e1/2026-11", "null"), record("l/e1", &"[".repeat(200_000))];
    let backup = Backup::of(&records, SigningKeys::Included, "2026-11-21".into(), "0.1.0".into());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.json");
    std::fs::write(&file, backup.write()).unwrap();
    journey("restore-unreadable", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        look_into(page, &file);
        assert!(page.text("tr[data-record^='e/']").contains("甲⟨U+202E⟩厂"), "no letter runs backwards");
        for unreadable in ["m/", "l/"] {
            let row = format!("tr[data-record^='{unreadable}']");
            assert_eq!(page.count(&format!("{row} input[disabled]")), 1, "{unreadable}");
            assert!(page.text(&row).contains("恢复后也打不开"), "{}", page.text(&row));
        }
        page.axe_light_and_dark("a backup with unreadable records");
        page.fits("a backup with unreadable records");
        page.press("apply-restore");
        page.until_said("body", "已从备份恢复 1 份");
    });
}

#[test]
fn of_a_backup_only_what_was_ticked_comes_back_and_a_restore_can_be_taken_back() {
    journey("restore-part", |page| {
        page.open("");
        page.press("demo");
        answer(page, UNMET, "yes");
        let backup = back_up(page);
        answer(page, UNMET, "no");
        page.go("#/enterprise", "enterprise");
        page.fill("address", "备份以后改的地址");
        page.saved();
        look_into(page, &backup);
        assert!(
            !is_ticked(page, "m/e1/") && !is_ticked(page, "e/e1"),
            "what is newer here is not given up without a choice"
        );
        tick(page, "m/e1/");
        page.press("apply-restore");
        page.saved();
        assert_eq!(status(page, UNMET), "met", "the month is as it was in the backup");
        page.go("#/enterprise", "enterprise");
        assert_eq!(page.value("[name=address]"), "备份以后改的地址", "the enterprise was not ticked");
        page.press("undo");
        page.saved();
        assert_eq!(status(page, UNMET), "unmet", "as it was before the restore");
        page.reload();
        assert_eq!(status(page, UNMET), "unmet");
    });
}

#[test]
fn what_was_changed_on_two_devices_is_called_a_conflict_and_decided_by_the_person() {
    journey("restore-conflict", |page| {
        page.open("");
        page.press("demo");
        answer(page, UNMET, "yes");
        let first = back_up(page);
        let other_backup = std::cell::RefCell::new(std::path::PathBuf::new());
        // Many changes here, then fewer but later ones there.
        for mark in ["no", "yes", "no", "yes", "no", "partly", "no"] {
            answer(page, UNMET, mark);
        }
        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            look_into(other, &first);
            other.press("apply-restore");
            other.saved();
            answer(other, "Z01", "no");
            let kept = back_up(other);
            let safe = page.browser.downloads().parent().unwrap().join("other.json");
            std::fs::copy(kept, &safe).unwrap();
            *other_backup.borrow_mut() = safe;
        });
        look_into(page, &other_backup.borrow());
        let states = page.attributes("tr[data-record^=\"m/e1/\"]", "data-state");
        assert_eq!(states, ["Conflict"]);
        assert!(!is_ticked(page, "m/e1/"), "nothing is decided for the person");
        page.press("cancel-restore");
        assert_eq!(status(page, UNMET), "unmet", "nothing was written");
    });
}
