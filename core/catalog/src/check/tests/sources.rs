//! Tests of sources: a basis, a reading, and the conditions for being verified.

use serde_json::{Value, json};

use super::{first, form, read, refused};
use crate::check::Flaw;
use crate::sample;

#[test]
fn a_basis_is_required_and_cites_a_listed_document() {
    refused("/elements/0/items/0/basis", json!([]), Flaw::NoBasis);
    refused("/areas/0/basis", json!([]), Flaw::NoBasis);
    refused("/elements/0/items/0/basis/0/document", json!("awls"), Flaw::UnknownDocument("awls".into()));
    refused("/areas/0/basis/0/document", json!("awls"), Flaw::UnknownDocument("awls".into()));
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
