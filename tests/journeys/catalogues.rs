//! A check list that somebody else has published: taken in, used for a month, signed; 1,000 items as well as 90.

use std::path::{Path, PathBuf};

use anziping_tests::{Page, journey, workplace};
use serde_json::{Value, json};

use crate::steps::*;

fn written(folder: &Path, name: &str, content: &str) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, content).expect("the file is written");
    file
}

/// Eight elements of 125 items of one kind.
fn thousand() -> Value {
    let example: Value = serde_json::from_str(include_str!("../../docs/catalogue-example.json")).expect("the example");
    let item = &example["elements"][0]["items"][0];
    let weights = [13, 12, 13, 12, 13, 12, 13, 12];
    let elements = (1..=8_usize).zip(weights).map(|(number, weight)| {
        let items = (0..125).map(|index| {
            let mut item = item.clone();
            item["id"] = format!("L{number}{index:03}").into();
            item["sub_element"] = format!("5.{number}.1").into();
            item["question"] = format!("第 {number} 要素第 {} 项，现场看过、记录齐全、责任到人了吗？", index + 1).into();
            for label in ["done_label", "total_label"] {
                item[label] = "".into();
            }
            item["kind"] = "level".into();
            item
        });
        json!({
            "number": number, "clause": format!("5.{number}"), "name": format!("要素{number}"), "weight": weight,
            "sub_elements": [{ "clause": format!("5.{number}.1"), "name": "子要素" }], "items": items.collect::<Vec<_>>(),
        })
    });
    let mut catalogue = example.clone();
    catalogue["id"] = "province".into();
    catalogue["title"] = "示例省检查表（1000 项）".into();
    catalogue["facts"] = json!([{ "id": "hot_work", "group": "area", "label": "有动火作业", "question": "厂里会动火吗？", "hint": "" }]);
    catalogue["elements"] = elements.collect::<Vec<_>>().into();
    catalogue
}

fn hand_over(page: &Page, name: &str, content: &str) {
    page.go("#/catalogues", "catalogues");
    let folder = workplace::pictures();
    std::fs::create_dir_all(&folder).expect("a folder");
    page.hand_over("pick-catalogue", &written(&folder, name, content));
}

/// Milliseconds from a script's measurement.
fn measured(page: &Page, script: &str) -> f64 {
    let answer = page.browser.session.script_with_callback(script, &[]).unwrap_or_else(|refused| panic!("{refused}"));
    answer.as_f64().expect("milliseconds")
}

#[test]
fn a_broken_check_list_is_refused_with_its_places_and_nothing_changes() {
    journey("catalogue-broken", |page| {
        page.open("");
        page.press("demo");
        let good = include_str!("../../docs/catalogue-example.json");
        let mut twice: Value = serde_json::from_str(good).unwrap();
        let item = twice["elements"][0]["items"][0].clone();
        twice["elements"][0]["items"].as_array_mut().unwrap().push(item);
        for (name, content, place) in [
            ("weight.json", good.replace("\"weight\": 5", "\"weight\": 500"), "/elements/0/items/0/weight：权重 500 超出 1 到 5"),
            ("huge.json", good.replace("\"weight\": 5", "\"weight\": 99999999999"), "/elements/0/items/0：值的类型或范围不对"),
            ("twice.json", twice.to_string(), "/elements/0/items/1/id：“L01”与前面的重复"),
            // Facts stand by themselves; one that is said to follow from itself is no fact.
            ("cycle.json", good.replace("\"group\": \"area\"", "\"group\": \"area\", \"follows_from\": \"hot_work\""), "/facts/0：不认识的成员“follows_from”"),
            ("unknown.json", good.replace("\"always\"", "\"hot_work and gass\""), "事实“gass”"),
            ("text.json", "{ \"id\": \"lane\", ".to_owned(), "不是合格的 JSON"),
        ] {
            hand_over(page, name, &content);
            page.until_said("[data-list=refusal]", place);
        }
        assert_eq!(page.count("[data-other-catalogue]"), 0);
        page.go("#/element/1", "element");
        assert!(page.count("[data-item]") > 5, "the month is what it was");
    });
}

#[test]
fn a_thousand_items_of_a_province_go_through_the_whole_journey() {
    journey("catalogue-thousand", |page| {
        page.open("");
        describe_enterprise(page);
        let catalogue = thousand();
        hand_over(page, "province.json", &catalogue.to_string());
        page.until_said("[data-preview]", "1000 个检查项");
        page.press("keep-catalogue");
        page.until_there("[data-other-catalogue]");
        page.press("use-catalogue");
        page.until_there("[data-catalogue]");
        page.saved();

        page.reload();
        let opened = page.js("return Math.round(performance.now())", &[]);
        println!("1,000 items: page ready within {opened} ms of navigation");
        for element in 1..=8 {
            page.go(&format!("#/element/{element}"), "element");
            page.until_there(&format!("[data-item=L{element}124]"));
            assert_eq!(page.count("[data-item]"), 125);
            if element == 1 {
                let mut painted: Vec<f64> = (0..40)
                    .map(|index| {
                        let script = format!(
                            "const done = arguments[0]; const radio = document.querySelector('[data-item=L1{index:03}] input[value=partly]'); const from = performance.now(); radio.click(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))"
                        );
                        measured(page, &script)
                    })
                    .collect();
                painted.sort_by(f64::total_cmp);
                println!("1,000 items: click to painted median {:.1} ms, p95 {:.1} ms", painted[20], painted[37]);
                assert!(painted[37] < 200.0, "{painted:?}");
            }
            page.js("document.querySelectorAll('[data-item] input[value=yes]').forEach((radio) => radio.click())", &[]);
            assert_eq!(page.count("[data-item]:not([data-status=met])"), 0);
        }
        page.saved();
        fill_month(page);
        assert_ready(page);
        make_key(page);
        let file = sign_and_export(page);
        let sealed: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        assert_eq!(sealed["document"]["catalogue"]["id"], "province");
        assert_eq!(sealed["document"]["items"].as_array().unwrap().len(), 1000);
        assert_eq!(sealed["document"]["declared"]["total"], 1000);
        page.go("#/report", "report");
        page.until_said("main", "示例省检查表（1000 项）（province 2026.12）");
    });
}
