//! One change makes a sound catalogue wrong, and the fault is found at its place.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `relations` | criteria, answers that follow or exclude each other, and counts of figures |
//! | `sources` | what a basis and a reading must say, and what it takes to be verified |
//! | `vetoes` | vetoes and leads: the answers and criteria that they speak of, and their two cases |

mod relations;
mod sources;
mod vetoes;

use serde_json::{Value, json};

use super::{Flaw, MAX_ITEMS, MAX_TEXT};
use crate::sample;
use crate::{Catalogue, Problem};

fn read(value: Value) -> Catalogue {
    serde_json::from_value(value).expect("the shape is right")
}

/// The problems after one value of the sound catalogue was replaced.
fn after(pointer: &str, value: Value) -> Vec<Problem> {
    let mut changed = sample::json();
    *changed.pointer_mut(pointer).expect(pointer) = value;
    read(changed).problems()
}

#[track_caller]
fn found(pointer: &str, value: Value, path: &str, what: Flaw) {
    assert_eq!(after(pointer, value), [Problem { path: path.into(), what }]);
}

/// A flaw at the very value that was replaced.
#[track_caller]
fn refused(pointer: &str, value: Value, what: Flaw) {
    found(pointer, value, pointer, what);
}

fn form(found: &str, example: &'static str) -> Flaw {
    Flaw::Form { found: found.into(), example }
}

/// Asserts the first problem after one value of the sound catalogue was replaced.
#[track_caller]
fn first(pointer: &str, value: Value, path: &str, what: Flaw) {
    assert_eq!(after(pointer, value).into_iter().next(), Some(Problem { path: path.into(), what }));
}

#[test]
fn the_sample_is_sound() {
    assert_eq!(read(sample::json()).problems(), []);
}

#[test]
fn ids_stand_once() {
    let twice = |list: &str| {
        let mut changed = sample::json();
        let entries = changed.pointer_mut(list).and_then(Value::as_array_mut).expect(list);
        entries.push(entries[0].clone());
        read(changed).problems()
    };
    for (list, path, id) in [
        ("/facts", "/facts/3/id", "hot_work"),
        ("/documents", "/documents/1/id", "awsl"),
        ("/changes", "/changes/1/ids/0", "Z07"),
        ("/elements/0/sub_elements", "/elements/0/sub_elements/3/clause", "5.1.1"),
        ("/elements/0/items", "/elements/0/items/3/id", "Z01"),
    ] {
        assert_eq!(twice(list), [Problem { path: path.into(), what: Flaw::Duplicate(id.into()) }], "{list}");
    }
    let areas = twice("/areas");
    assert_eq!(areas.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["/areas/1/id", "/areas/1/fact"]);
}

#[test]
fn rules_ask_only_for_declared_facts() {
    let unknown = || Flaw::UnknownFact("gass".into());
    refused("/elements/0/items/0/applies", json!("dormitory or gass"), unknown());
    refused("/elements/0/items/2/veto/when", json!("gass"), unknown());
    refused("/elements/0/items/0/interval_when/0/when", json!("not gass"), unknown());
    refused("/areas/0/fact", json!("gass"), unknown());
}

#[test]
fn an_area_stands_for_a_fact_of_its_group() {
    refused("/areas/0/fact", json!("dormitory"), Flaw::NotAnAreaFact("dormitory".into()));
}

#[test]
fn a_fact_does_not_take_a_word_of_the_rules() {
    found("/facts/2/id", json!("workers"), "/facts/2/id", Flaw::ReservedWord("workers".into()));
}

#[test]
fn weights_of_items_run_from_one_to_five() {
    for weight in [0, 6] {
        refused("/elements/0/items/0/weight", json!(weight), Flaw::Weight(weight));
    }
    for weight in [1, 5] {
        assert_eq!(after("/elements/0/items/0/weight", json!(weight)), []);
    }
}

#[test]
fn weights_of_elements_add_up_to_one_hundred() {
    found("/elements/0/weight", json!(99), "/elements", Flaw::ElementWeights(99));
    found("/elements/0/weight", json!(u32::MAX), "/elements", Flaw::ElementWeights(u64::from(u32::MAX)));
}

#[test]
fn element_numbers_ascend_from_one_to_eight() {
    for number in [0, 9] {
        refused("/elements/0/number", json!(number), Flaw::ElementNumber(number));
    }
    let mut changed = sample::json();
    let elements = changed.pointer_mut("/elements").and_then(Value::as_array_mut).expect("a list");
    let mut second = elements[0].clone();
    second["items"] = json!([]);
    second["weight"] = json!(0);
    elements.push(second);
    assert_eq!(read(changed).problems(), [Problem { path: "/elements/1/number".into(), what: Flaw::ElementNumber(1) }]);
}

#[test]
fn an_item_is_filed_under_a_clause_of_its_element() {
    refused("/elements/0/items/0/sub_element", json!("5.2.1"), Flaw::UnknownSubElement("5.2.1".into()));
    refused("/elements/0/sub_elements/2/clause", json!("5.10.1"), Flaw::ForeignClause("5.10.1".into()));
}

#[test]
fn evidence_is_required() {
    refused("/elements/0/items/0/evidence", json!([]), Flaw::NoEvidence);
}

#[test]
fn only_a_ratio_says_what_it_counts_and_it_must() {
    for label in ["done_label", "total_label"] {
        refused(&format!("/elements/0/items/1/{label}"), json!(""), Flaw::RatioWithoutLabel);
        refused(&format!("/elements/0/items/0/{label}"), json!("已签人数"), Flaw::LabelWithoutRatio);
    }
}

#[test]
fn counts_come_from_a_source_that_has_them() {
    let computed = |id: usize, value| {
        let mut changed = sample::json();
        changed["elements"][0]["items"][id]["computed"] = value;
        read(changed).problems().into_iter().map(|problem| (problem.path, problem.what)).collect::<Vec<_>>()
    };
    let at = |id: usize, member: &str| format!("/elements/0/items/{id}/computed{member}");
    assert_eq!(computed(1, json!({ "from": "people", "count": "officers_trained" })), []);
    for foreign in [json!({ "from": "people", "count": "rated" }), json!({ "from": "people" })] {
        assert_eq!(computed(1, foreign), [(at(1, "/count"), Flaw::ForeignCount)]);
    }
    let no_ratio = computed(0, json!({ "from": "people", "count": "officers_trained" }));
    assert_eq!(no_ratio, [(at(0, ""), Flaw::ComputedWithoutRatio)]);
    assert_eq!(computed(1, json!({ "from": "screening" })), [(at(1, "/from"), Flaw::ScreeningWithoutCriteria)]);
}

#[test]
fn a_fact_is_asked_by_the_facts_before_it() {
    let mut changed = sample::json();
    changed["facts"][1]["applies"] = json!("hot_work");
    assert_eq!(read(changed.clone()).problems(), []);
    changed["facts"][1]["applies"] = json!("smelting");
    let later = Problem { path: "/facts/1/applies".into(), what: Flaw::LaterFact("smelting".into()) };
    assert_eq!(read(changed).problems(), [later]);
}

#[test]
fn an_area_has_the_four_targets_in_order() {
    let mut changed = sample::json();
    let targets = changed.pointer_mut("/areas/0/targets").and_then(Value::as_array_mut).expect("a list");
    targets.pop();
    assert_eq!(
        read(changed.clone()).problems(),
        [Problem { path: "/areas/0/targets".into(), what: Flaw::TargetCodes }]
    );
    let mut swapped = sample::json();
    swapped.pointer_mut("/areas/0/targets").and_then(Value::as_array_mut).expect("a list").swap(0, 1);
    assert_eq!(read(swapped).problems(), [Problem { path: "/areas/0/targets".into(), what: Flaw::TargetCodes }]);
}

#[test]
fn point_ids_follow_from_their_place() {
    for wrong in ["hot-work.P1.2", "hot-work.P2.1", "lifting.P1.1", "hot-work.P1.01"] {
        refused("/areas/0/targets/0/points/0/id", json!(wrong), Flaw::PointId("hot-work.P1.1".into()));
    }
    refused("/areas/0/targets/2/points", json!([]), Flaw::NoPoints);
}

#[test]
fn a_text_has_one_to_three_hundred_characters() {
    let question = "/elements/0/items/0/question";
    assert_eq!(after(question, json!("安".repeat(MAX_TEXT))), []);
    refused(question, json!("安".repeat(MAX_TEXT + 1)), Flaw::TooLong(MAX_TEXT + 1));
    refused(question, json!(""), Flaw::Empty);
    assert_eq!(after("/elements/0/items/0/scope_note", json!("")), []);
}

#[test]
fn every_text_is_checked() {
    // Every string of the sample that is not an id, a choice or a rule: a hidden character in it must be found.
    let mut seen = 0;
    let mut pointers = vec![String::new()];
    while let Some(pointer) = pointers.pop() {
        match sample::json().pointer(&pointer).expect("a value") {
            Value::Object(members) => pointers.extend(members.keys().map(|key| format!("{pointer}/{key}"))),
            Value::Array(entries) => pointers.extend((0..entries.len()).map(|index| format!("{pointer}/{index}"))),
            Value::String(_) => {
                let mut changed = sample::json();
                *changed.pointer_mut(&pointer).expect("a value") = json!("安\u{200B}全");
                // Choices and rules are refused by their types already.
                if let Ok(catalogue) = serde_json::from_value::<Catalogue>(changed) {
                    assert_ne!(catalogue.problems(), [], "{pointer}");
                    seen += 1;
                }
            }
            _ => {}
        }
    }
    assert!(seen > 80, "only {seen} texts");
}

#[test]
fn hidden_and_unusual_characters_are_refused() {
    let refused_ones = [
        '\0',
        '\t',
        '\n',
        '\u{7F}',
        '\u{85}',
        '\u{A0}',
        '\u{301}',
        '\u{200B}',
        '\u{200F}',
        '\u{202E}',
        '\u{2028}',
        '\u{2066}',
        '\u{3000}',
        '\u{E000}',
        '\u{F900}',
        '\u{FEFF}',
        '\u{FFFE}',
        '\u{1F600}',
        '\u{212B}',
        'é',
    ];
    for c in refused_ones {
        refused("/title", json!(format!("安{c}全")), Flaw::Character(c));
    }
    for text in ["GB/T 33000-2016 第22条①（一）", "坡角≤60°，压力<30kPa，20–30℃", "“十不吊”上墙、《消防法》；CO₂？"]
    {
        assert_eq!(after("/title", json!(text)), [], "{text}");
    }
    refused("/title", json!(" 安全"), Flaw::Padded);
    refused("/title", json!("安全 "), Flaw::Padded);
}

#[test]
fn ids_versions_and_dates_have_their_form() {
    for wrong in [
        "",
        "2026-11-1",
        "2026-11-31",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "26-11-01",
        "2026/11/01",
        "+026-11-01",
    ] {
        refused("/issued", json!(wrong), form(wrong, "2026-11-01"));
    }
    assert_eq!(after("/issued", json!("2028-02-29")), []);
    for wrong in ["", "2026.", ".1", "v1", "2026 11"] {
        refused("/version", json!(wrong), form(wrong, "2026.11"));
    }
    for wrong in ["", "GM", "1gm", "gm small", "gm_small"] {
        refused("/id", json!(wrong), form(wrong, "hot-work"));
    }
    for wrong in ["", "Z1", "Z00001", "01", "z01", "ABCD01", "Z0a"] {
        refused("/elements/0/items/0/id", json!(wrong), form(wrong, "Z01"));
    }
    refused("/documents/0/checked_on", json!("2026"), form("2026", "2026-10"));
    first("/documents/0/checked_on", json!(""), "/documents/0/confidence", Flaw::DocumentNotLookedAt);
    assert_eq!(after("/documents/0/in_force_since", json!("")), []);
}

#[test]
fn a_question_is_missing_only_where_none_is_asked() {
    refused("/facts/0/question", json!(""), Flaw::Empty);
    let mut changed = sample::json();
    changed.pointer_mut("/facts/2").expect("a fact")["group"] = json!("derived");
    changed.pointer_mut("/facts/2").expect("a fact")["question"] = json!("");
    assert_eq!(read(changed).problems(), []);
}

#[test]
fn a_catalogue_has_at_most_two_thousand_items() {
    let mut changed = sample::json();
    let items = changed.pointer_mut("/elements/0/items").and_then(Value::as_array_mut).expect("a list");
    let first = items[0].clone();
    items.clear();
    for number in 0..MAX_ITEMS {
        let mut item = first.clone();
        item["id"] = json!(format!("Q{number:04}"));
        items.push(item);
    }
    assert_eq!(read(changed.clone()).problems(), []);
    let mut one_more = first;
    one_more["id"] = json!("R0000");
    changed.pointer_mut("/elements/0/items").and_then(Value::as_array_mut).expect("a list").push(one_more);
    assert_eq!(read(changed).problems(), [Problem { path: "/elements".into(), what: Flaw::TooMany(MAX_ITEMS + 1) }]);
}
