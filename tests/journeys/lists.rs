//! Check lists of others: imported, used for a month, signed, computed again by the office.

use std::fs;
use std::path::{Path, PathBuf};

use anziping_tests::{Options, Page, journey, large_list};
use serde_json::{Value, json};

use crate::office::verdict_of;
use crate::steps::*;

/// The built-in check list as the page gives it out.
pub fn builtin(page: &Page) -> String {
    page.go("#/lists", "lists");
    page.click("[data-check-list=gm-small] [data-action=save-list]");
    fs::read_to_string(page.downloaded("检查表.json")).expect("the file")
}

fn file(folder: &Path, name: &str, list: &Value) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, serde_json::to_string_pretty(list).expect("JSON")).expect("a file");
    path
}

fn import(page: &Page, list: &Path) {
    page.go("#/lists", "lists");
    page.hand_over("import-list", list);
    page.until_there("[data-action=take-list]");
}

/// Check items of a check list.
fn count_of(list: &Value) -> usize {
    list["elements"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|element| element["items"].as_array().map_or(0, Vec::len))
        .sum()
}

/// Answers every item of every element with 是 or full counts, in the page.
fn answer_all_elements(page: &Page) -> usize {
    let body = "const type = (input, text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); };
        const items = [...document.querySelectorAll('main fieldset[data-item]')];
        for (const item of items) {
            item.querySelector('input[type=radio][value=yes]')?.click();
            const [done, total] = ['done', 'total'].map((name) => item.querySelector(`input[name=${name}]`));
            if (done) { type(done, '10'); type(total, '10'); }
        }
        return items.length";
    let mut answered = 0;
    for element in 1..=8 {
        page.go(&format!("#/element/{element}"), "element");
        page.until_said("h1", &element.to_string());
        answered += usize::try_from(page.js(body, &[]).as_u64().expect("a count")).expect("few");
        page.until(
            "every answer counts",
            "return !document.querySelector('main fieldset[data-item]:not([data-status=met])')",
            &[],
        );
    }
    page.saved();
    answered
}

#[test]
fn a_check_list_of_a_thousand_items_goes_from_file_to_office() {
    journey("lists-1000", |page| {
        page.open("");
        describe_enterprise(page);
        let folder = tempfile::tempdir().unwrap();
        let own = builtin(page);
        let list = large_list::with_items(&own, 1_000);
        let added = 1_000 - count_of(&serde_json::from_str(&own).unwrap());
        let published = file(folder.path(), "province.json", &list);
        import(page, &published);
        page.until_said("[data-change=added] summary", &added.to_string());
        page.axe_light_and_dark("the preview of a check list");
        page.fits("the preview of a check list");
        page.press("take-list");
        page.until_there("[data-check-list=province-1000]");
        assert_eq!(page.attributes("[data-in-use=true]", "data-check-list"), ["gm-small"], "nothing changes by itself");
        page.click("[data-check-list=province-1000] [data-action=use-list]");
        page.until_there("[data-check-list=province-1000][data-in-use=true]");
        page.saved();
        page.reload();
        page.go("#/month", "month");
        page.until_said("[data-list]", "province-1000");

        let answered = answer_all_elements(page);
        assert!(answered > 900, "{answered}: the items that do not apply are not asked");
        screen_by_keyboard(page);
        page.go("#/area/hot-work", "area");
        answer_by_keyboard(page);
        fill_month(page);
        assert_ready(page);
        make_key(page);
        let report = sign_and_export(page);
        let text = fs::read_to_string(&report).unwrap();
        let named = serde_json::from_str::<Value>(&text).unwrap()["document"]["catalogue"].clone();
        assert_eq!((&named["id"], &named["version"]), (&list["id"], &list["version"]));
        let sorted = list.to_string();
        assert_eq!(named["sha256"], json!(anziping_core::seal::Sha256::of(sorted.as_bytes()).to_string().to_string()));

        page.in_fresh_browser(Options::default(), |desk| {
            desk.open("office.html");
            assert_eq!(verdict_of(desk, &report), "unregistered");
            desk.press("details");
            desk.until_said("main", "没有重新计算");
            desk.go("#/registry", "registry");
            desk.hand_over("import-list", &published);
            desk.until_there("[data-action=take-list]");
            desk.press("take-list");
            desk.until_there("[data-check-list=province-1000]");
            desk.saved();
            // The file that lay there is checked again by itself.
            desk.go("#/inbox", "inbox");
            desk.until_there("[data-verdict]");
            desk.press("details");
            desk.until_said("main", "全部一致");
            desk.until_said("[data-list]", "province-1000");
            // And after a new start.
            desk.reload();
            assert_eq!(verdict_of(desk, &report), "unregistered");
            desk.press("details");
            desk.until_said("main", "全部一致");
        });
    });
}

#[test]
fn a_broken_check_list_is_refused_and_a_missing_one_shows_the_month() {
    journey("lists-broken", |page| {
        page.open("");
        page.press("demo");
        let folder = tempfile::tempdir().unwrap();
        let list = large_list::with_items(&builtin(page), 160);
        let mut broken = list.clone();
        broken["elements"][2]["items"][1]["weight"] = json!(1_000);
        broken["elements"][2]["items"][1]["applies"] = json!("no_such_fact");
        let line = 1 + serde_json::to_string_pretty(&broken)
            .unwrap()
            .lines()
            .position(|line| line.contains("1000,") || line.ends_with("1000"))
            .unwrap();
        page.hand_over("import-list", &file(folder.path(), "broken.json", &broken));
        for said in ["no_such_fact".to_owned(), format!("第 {line} 行（/elements/2/items/1/weight）")] {
            page.until(
                &said,
                "return [...document.querySelectorAll('li[data-fault=list]')].some((one) => one.innerText.includes(arguments[0]))",
                &[json!(said)],
            );
        }
        page.axe_light_and_dark("a refused check list");
        let mut builtin_id = list.clone();
        builtin_id["id"] = json!("gm-small");
        page.hand_over("import-list", &file(folder.path(), "same-id.json", &builtin_id));
        page.until_said("p[data-fault=list]", "换一个编号");
        assert_eq!(page.attributes("[data-check-list]", "data-check-list"), ["gm-small"]);

        import(page, &file(folder.path(), "sound.json", &list));
        page.press("take-list");
        page.click("[data-check-list=province-160] [data-action=use-list]");
        page.until_there("[data-check-list=province-160][data-in-use=true]");
        page.saved();
        page.go("#/settings", "settings");
        page.press("backup");
        let backup = page.downloaded(".json");

        page.in_fresh_browser(Options::default(), |other| {
            other.open("");
            other.go("#/settings", "settings");
            other.hand_over("restore", &backup);
            // All but the check list: the month can be looked at, nothing of it is lost, and nothing can be changed.
            other.until_there("[data-record^='c/'] input");
            other.click("[data-record^='c/'] input");
            other.press("apply-restore");
            other.until_there("[data-lacks-list=true]");
            other.go("#/element/1", "element");
            other.until_there("[data-item] input:disabled");
            assert_eq!(other.count("[data-item] input:enabled, [data-action=answer-now]"), 0);
            // With the check list of the backup it goes on.
            other.go("#/settings", "settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-record^='c/'] input:checked");
            other.press("apply-restore");
            other.until("the month is whole", "return !document.querySelector('[data-lacks-list]')", &[]);
            other.go("#/month", "month");
            other.until_said("[data-list]", "province-160");
        });
    });
}
