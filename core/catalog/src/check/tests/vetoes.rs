//! Vetoes and leads: the answers and criteria that they speak of, and their two cases.

use serde_json::{Value, json};

use super::{after, found, read, refused};
use crate::check::{Flaw, Problem};
use crate::sample;

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
fn a_veto_names_its_criterion_or_what_must_be_missing() {
    let veto = "/elements/0/items/2/veto";
    assert_eq!(after(&format!("{veto}/criterion"), json!("")), []);
    let mut changed = sample::json();
    changed.pointer_mut(veto).expect(veto)["criterion"] = json!("");
    changed.pointer_mut(veto).expect(veto)["condition"] = json!("");
    assert_eq!(read(changed).problems(), [Problem { path: veto.into(), what: Flaw::SilentVeto }]);
}

#[test]
fn a_case_says_how_many_workers_where_a_rule_asks() {
    let mut changed = sample::json();
    let item = changed.pointer_mut("/elements/0/items/2").expect("an item");
    item["applies"] = json!("workers > 100");
    let veto = "/elements/0/items/2/veto";
    let unasked = |case: &str| Problem { path: format!("{veto}/{case}"), what: Flaw::CaseNotAsked };
    assert_eq!(read(changed.clone()).problems(), [unasked("fires"), unasked("does_not_fire")]);
    for case in ["fires", "does_not_fire"] {
        changed.pointer_mut(veto).expect(veto)[case]["workers"] = json!(101);
    }
    assert_eq!(read(changed).problems(), []);
}
