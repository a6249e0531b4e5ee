//! Files that do not count at the desk, or contradict their own figures, are seen and left out.

use std::{fs, path::PathBuf};

use anziping_core::{
    document::report::MonthlyReport,
    registry::{Registered, Registry},
    score::total::Tenths,
};
use anziping_fixtures::sample::{self, Person, code};
use anziping_tests::{Page, desk, journey, reports::write_backup};
use serde_json::json;

use crate::office::verdict_of;

const MONTH: &str = "2026-11";
const MONTH_BEFORE: &str = "2026-10";

/// The files of three enterprises, of which the desk knows the first two.
struct Files {
    folder: tempfile::TempDir,
    registry: Registry,
}

impl Files {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let registered = [0, 1].map(|number| Registered {
            uscc: code(number),
            name: format!("示例企业{number}"),
            keys: vec![person(number).registered()],
        });
        let mut registry = Registry::new("示例街道安管办".into());
        registry.enterprises.extend(registered);
        Self { folder, registry }
    }

    fn backup(&self) -> PathBuf {
        let backup = self.folder.path().join("backup.json");
        write_backup(&self.registry, &backup);
        backup
    }

    fn keep(&self, name: &str, text: &str) -> PathBuf {
        let file = self.folder.path().join(name);
        fs::write(&file, text).unwrap();
        file
    }
}

fn person(number: usize) -> Person {
    Person::principal(u8::try_from(number).unwrap() + 1)
}

fn signed(number: usize, month: &str, change: impl FnOnce(&mut MonthlyReport)) -> String {
    let (enterprise, draft) = sample::varied(number, &code(number), month);
    let person = person(number);
    let mut report = sample::report_of(&enterprise, &draft, &[&person]);
    change(&mut report);
    sample::sign(&report, &[&person])
}

/// The card of a file.
fn card(page: &Page, name: &str) -> String {
    let body = "return [...document.querySelectorAll('[data-place]')]
        .find((one) => one.querySelector('[data-file-name]').dataset.fileName === arguments[0]).dataset.place";
    let place = page.js(body, &[json!(name)]);
    format!("[data-place='{}']", place.as_str().unwrap())
}

#[test]
fn false_figures_are_marked_and_left_out_when_all_are_taken_in() {
    let files = Files::new();
    journey("false-figures", |page| {
        page.open("office.html");
        desk::restore(page, &files.backup());
        let honest = files.keep("honest.json", &signed(0, MONTH, |_| {}));
        let boasting = files.keep(
            "boasting.json",
            &signed(1, MONTH, |report| {
                report.declared.total = Some(Tenths(1000));
            }),
        );
        let stranger = files.keep("stranger.json", &signed(2, MONTH, |_| {}));
        assert_eq!(verdict_of(page, &honest), "trusted");
        assert_eq!(verdict_of(page, &boasting), "trusted");
        assert_eq!(verdict_of(page, &stranger), "unregistered");
        let of = card(page, "boasting.json");
        assert!(page.text(&format!("{of} [data-figures=differ]")).contains("数字不符 1 处"));
        let score = page.text(&format!("{of} [data-score=total]"));
        assert!(!score.starts_with("100.0"), "the computed one first: {score}");
        assert!(page.text(&format!("{of} [data-declared=score]")).contains("100.0 分"), "{score}");
        page.until_there(&format!("{} [data-figures=equal]", card(page, "honest.json")));

        // Digits that could be read here would be compared with themselves.
        let of = card(page, "stranger.json");
        page.click(&format!("{of} [data-action=details]"));
        page.until_said(&format!("{of} .digits-small"), "凭纸质表登记后才显示");

        page.until_there("[data-to-look-at='1']");
        page.press("accept");
        page.until_there(&format!("{} [data-accepted]", card(page, "honest.json")));
        assert_eq!(page.count("[data-accepted]"), 1, "whose figures differ is taken in one by one");
        page.until_there("[data-to-look-at='1']");
        page.saved();

        // A filter ends with the files that it was chosen for.
        page.click("[data-filter=unregistered]");
        page.until("one is listed", "return document.querySelectorAll('[data-place]').length === 1", &[]);
        page.press("clear");
        assert_eq!(verdict_of(page, &honest), "trusted");
        page.until_there("[data-filter=all][aria-pressed=true]");
    });
}

#[test]
fn a_chosen_month_gives_way_to_a_newer_one_and_what_cannot_count_says_why() {
    let files = Files::new();
    journey("newer-month", |page| {
        page.open("office.html");
        desk::restore(page, &files.backup());
        assert_eq!(verdict_of(page, &files.keep("october.json", &signed(0, MONTH_BEFORE, |_| {}))), "trusted");
        page.until_there(&format!("[data-period='{MONTH_BEFORE}']"));
        page.select("expected", MONTH_BEFORE);

        // A chat has a word before and after the report.
        page.press("paste");
        page.fill("pasted", &format!("王主任，这是我们厂的：{}请查收", signed(0, MONTH, |_| {})));
        page.press("verify");
        page.until_there(&format!("[data-period='{MONTH}']"));
        assert_eq!(page.value("[name=expected]"), "", "the choice was for the month before");
        assert_eq!(page.count("[data-verdict=trusted]"), 2);
        page.press("accept");
        page.until_there("[data-accepted]");
        let accepted = page.text("[data-accepted]");

        let broken = signed(1, MONTH, |_| {}).replacen("示例", "示列", 1);
        assert_eq!(verdict_of(page, &files.keep(&format!("{}.json", code(1)), &broken)), "rejected");
        page.go("#/rollup", "rollup");
        page.until_said("[data-missing]", "交了但不能收：文件名带这个代码的文件校验失败");
        page.press("export-missing");
        let listed = fs::read_to_string(page.downloaded(".csv")).unwrap();
        assert!(listed.contains("交了但不能收：文件名带这个代码的文件校验失败"), "{listed}");

        page.until_there("[data-received-count='1']");
        page.press("received");
        let day = accepted.strip_suffix("已收").unwrap();
        assert!(page.text("[data-received]").contains(day), "{day}: {}", page.text("[data-received]"));
        assert_eq!(page.attributes("[data-action^=export]", "data-action")[0], "export-workbook");
    });
}
