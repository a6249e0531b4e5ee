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
fn a_basis_is_required_and_cites_a_listed_document() {
    refused("/elements/0/items/0/basis", json!([]), Flaw::NoBasis);
    refused("/areas/0/basis", json!([]), Flaw::NoBasis);
    refused("/elements/0/items/0/basis/0/document", json!("awls"), Flaw::UnknownDocument("awls".into()));
    refused("/areas/0/basis/0/document", json!("awls"), Flaw::UnknownDocument("awls".into()));
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
fn a_veto_speaks_of_an_answer_its_item_can_have() {
    let cases = [
        ("level", "no", Some(("no", "partly"))),
        ("level", "partly_or_no", Some(("partly", "yes"))),
        ("level", "below_full", None),
        ("yes_no", "no", Some(("no", "yes"))),
        ("yes_no", "partly_or_no", None),
        ("yes_no", "below_full", None),
        ("ratio", "no", None),
        ("ratio", "partly_or_no", None),
        ("ratio", "below_full", Some(("3/4", "4/4"))),
    ];
    for (kind, on, possible) in cases {
        let mut changed = sample::json();
        let item = changed.pointer_mut("/elements/0/items/2").expect("an item");
        item["kind"] = json!(kind);
        item["veto"]["on"] = json!(on);
        let label = if kind == "ratio" { "人数" } else { "" };
        item["done_label"] = json!(label);
        item["total_label"] = json!(label);
        let problem = Problem { path: "/elements/0/items/2/veto/on".into(), what: Flaw::VetoOn };
        if let Some((fires, does_not)) = possible {
            item["veto"]["fires"]["answer"] = json!(fires);
            item["veto"]["does_not_fire"]["answer"] = json!(does_not);
            assert_eq!(read(changed).problems(), [], "{kind} with {on}");
        } else {
            assert!(read(changed).problems().contains(&problem), "{kind} with {on}");
        }
    }
}

#[test]
fn a_veto_without_its_two_cases_is_refused() {
    for case in ["fires", "does_not_fire"] {
        let mut changed = sample::json();
        let veto = changed.pointer_mut("/elements/0/items/2/veto").and_then(Value::as_object_mut).expect("a veto");
        veto.remove(case);
        let missing = Problem { path: "/elements/0/items/2/veto".into(), what: Flaw::MissingCase(case) };
        assert_eq!(read(changed).problems(), [missing]);
    }
}

#[test]
fn a_case_does_what_it_stands_for() {
    let veto = "/elements/0/items/2/veto";
    let at = |rest: &str| format!("{veto}/{rest}");
    found(&at("fires/answer"), json!("yes"), &at("fires"), Flaw::CaseDoesNotFire);
    found(&at("does_not_fire/answer"), json!("no"), &at("does_not_fire"), Flaw::CaseFires);
    refused(&at("fires/answer"), json!("partly"), Flaw::CaseAnswer("partly".into()));
    found(&at("fires/facts"), json!([]), &at("fires"), Flaw::CaseNotAsked);
    let unknown = after(&at("fires/facts"), json!(["hot_work", "gass"]));
    assert_eq!(unknown, [Problem { path: at("fires/facts/1"), what: Flaw::UnknownFact("gass".into()) }]);
    refused(&at("fires/found"), json!(""), Flaw::Empty);
}

#[test]
fn vetoes_and_leads_name_criteria_that_are_there() {
    let mut changed = sample::json();
    let item = changed.pointer_mut("/elements/0/items/2").expect("an item");
    item["veto"]["criteria"] = json!(["GM10-3-9"]);
    item["lead"] = json!({ "on": "no", "when": "always", "ask": "是不是没有审批？" });
    let at = |rest: &str| format!("/elements/0/items/2/{rest}");
    let expected = [
        Problem { path: at("veto/criteria/0"), what: Flaw::UnknownCriterion("GM10-3-9".into()) },
        Problem { path: at("lead"), what: Flaw::SilentLead },
    ];
    assert_eq!(read(changed).problems(), expected);
}

#[test]
fn verified_needs_a_text_that_was_read() {
    let not_read = || Flaw::NotRead("安法 22①".into());
    let mut changed = sample::json();
    changed["readings"] = json!([]);
    let problems = read(changed).problems();
    assert_eq!(problems.len(), 4, "three items and the area: {problems:?}");
    assert!(problems.iter().all(|problem| problem.what == not_read() && problem.path.ends_with("/basis/0/confidence")));
    first("/readings/0/at", json!("23–30、43"), "/elements/0/items/0/basis/0/confidence", not_read());
}

/// What is found first after one value of the sound catalogue was replaced.
#[track_caller]
fn first(pointer: &str, value: Value, path: &str, what: Flaw) {
    assert_eq!(after(pointer, value).into_iter().next(), Some(Problem { path: path.into(), what }));
}

#[test]
fn a_reading_has_a_known_document_an_address_and_a_day() {
    first("/readings/0/document", json!("awls"), "/readings/0/document", Flaw::UnknownDocument("awls".into()));
    refused("/readings/0/address", json!("见网上"), Flaw::Address);
    refused("/readings/0/address", json!(""), Flaw::Address);
    refused("/readings/0/read_on", json!("2026-11"), form("2026-11", "2026-11-01"));
}

#[test]
fn a_basis_out_of_force_says_why_it_is_still_cited() {
    let mut changed = sample::json();
    let mut successor = changed["documents"][0].clone();
    successor["id"] = json!("awsl-2027");
    changed["documents"].as_array_mut().expect("a list").push(successor);
    changed["documents"][0]["ended_on"] = json!("2026-10-01");
    changed["documents"][0]["replaced_by"] = json!("awsl-2027");
    let problems = read(changed.clone()).problems();
    assert_eq!(problems.len(), 4);
    assert!(problems.iter().all(|problem| problem.what == Flaw::OutOfForce("安法".into())), "{problems:?}");
    let explained = serde_json::to_string(&changed)
        .expect("json")
        .replace("\"at\":\"22①\",", "\"at\":\"22①\",\"despite\":\"新法还没有公布条文\",");
    let explained: Value = serde_json::from_str(&explained).expect("json");
    assert_eq!(read(explained.clone()).problems(), []);
    let mut back = explained;
    back["documents"][0]["ended_on"] = json!("");
    back["documents"][0]["replaced_by"] = json!("");
    assert!(read(back).problems().iter().all(|problem| problem.what == Flaw::DespiteNothing));
}

#[test]
fn a_document_names_its_successor_and_the_day() {
    refused_document("replaced_by", "awls", &[Flaw::UnknownDocument("awls".into()), Flaw::ReplacedWithoutDay]);
    refused_document("ended_on", "2026", &[form("2026", "2026-11-01")]);
    refused_document("address", "", &[Flaw::DocumentNotLookedAt]);
}

#[track_caller]
fn refused_document(member: &str, value: &str, expected: &[Flaw]) {
    let mut changed = sample::json();
    changed["documents"][0][member] = json!(value);
    let problems = read(changed).problems();
    let of_document: Vec<Flaw> = problems
        .into_iter()
        .filter(|problem| problem.path.starts_with("/documents"))
        .map(|problem| problem.what)
        .collect();
    assert_eq!(of_document, expected, "{member}");
}

#[test]
fn a_verified_point_cites_something() {
    let point = "/areas/0/targets/0/points/0";
    refused(&format!("{point}/confidence"), json!("verified"), Flaw::VerifiedWithoutBasis);
    let mut changed = sample::json();
    let value = changed.pointer_mut(point).expect(point);
    value["confidence"] = json!("verified");
    value["basis"] = json!([{ "document": "awsl", "at": "43", "confidence": "verified" }]);
    assert_eq!(read(changed).problems(), []);
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
fn a_veto_names_its_criterion_or_what_must_be_missing() {
    let veto = "/elements/0/items/2/veto";
    assert_eq!(after(&format!("{veto}/criterion"), json!("")), []);
    let mut changed = sample::json();
    changed.pointer_mut(veto).expect(veto)["criterion"] = json!("");
    changed.pointer_mut(veto).expect(veto)["condition"] = json!("");
    assert_eq!(read(changed).problems(), [Problem { path: veto.into(), what: Flaw::SilentVeto }]);
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
