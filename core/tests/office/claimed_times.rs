//! Days and times that a file states: all are listed in `docs/format.md`, and none makes it count.

use std::collections::BTreeSet;

use anziping_core::document::report::MonthlyReport;
use anziping_core::office::desk::{Desk, Mismatch, Verdict};
use anziping_core::office::intake::{Checked, Found};
use anziping_core::registry::Registry;
use serde_json::Value;

use crate::deputies::{deputy, mandate, with_deputy};
use crate::key_life::registry_of;
use crate::registry::registered;
use anziping_fixtures::sample::{Person, check, day, report, sign, today};

const FORMAT: &str = include_str!("../../../docs/format.md");

/// The documents of section 7 as their schemas describe them.
const SCHEMAS: [&str; 6] = [
    include_str!("../../../schema/report-1.json"),
    include_str!("../../../schema/registration-1.json"),
    include_str!("../../../schema/rotation-1.json"),
    include_str!("../../../schema/revocation-1.json"),
    include_str!("../../../schema/receipt-1.json"),
    include_str!("../../../schema/registry-1.json"),
];

/// The members that are days or times, by the names on the way to them.
fn stated(schema: &Value, node: &Value, path: &[&str], found: &mut BTreeSet<String>) {
    let reference = node["$ref"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let is_time = node["description"].as_str().is_some_and(|said| said.contains("RFC 3339"));
    if reference == "Day" || is_time {
        found.insert(path.join("."));
    } else if !reference.is_empty() {
        stated(schema, &schema["$defs"][reference], path, found);
    }
    for choice in ["anyOf", "oneOf"].iter().filter_map(|kind| node[*kind].as_array()).flatten() {
        stated(schema, choice, path, found);
    }
    if node["items"].is_object() {
        stated(schema, &node["items"], path, found);
    }
    for (name, member) in node["properties"].as_object().into_iter().flatten() {
        stated(schema, member, &[path, &[name]].concat(), found);
    }
}

/// The names in the first column of the table.
fn listed() -> BTreeSet<&'static str> {
    let section = FORMAT.split("### What rests on a claimed time").nth(1).unwrap().split("\n##").next().unwrap();
    let first = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    first.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_day_and_time_of_the_documents_is_in_the_table_of_claims() {
    let mut found = BTreeSet::new();
    for schema in SCHEMAS {
        let schema: Value = serde_json::from_str(schema).unwrap();
        stated(&schema, &schema, &[], &mut found);
    }
    assert!(found.len() > 30, "the schemas have lost their days: {found:?}");
    let names = listed();
    let is_named = |path: &str, name: &str| path == name || path.ends_with(&format!(".{name}"));
    let missing: Vec<_> = found.iter().filter(|path| !names.iter().any(|name| is_named(path, name))).collect();
    assert!(missing.is_empty(), "not in docs/format.md: {missing:?}");
    let nowhere: Vec<_> = names.iter().filter(|name| !found.iter().any(|path| is_named(path, name))).collect();
    assert!(nowhere.is_empty(), "in docs/format.md and in no document: {nowhere:?}");
}

/// A day or a time as texts of documents have them.
fn is_claim(value: &Value) -> bool {
    let digits = |text: &str| text.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    value.as_str().is_some_and(|text| text.len() >= 10 && text.get(..10).is_some_and(digits) && text.contains('-'))
}

/// The names of all members that are days or times.
fn claims(value: &Value, names: &mut BTreeSet<String>) {
    for (name, member) in value.as_object().into_iter().flatten() {
        if is_claim(member) {
            names.insert(name.clone());
        }
        claims(member, names);
    }
    value.as_array().into_iter().flatten().for_each(|element| claims(element, names));
}

/// The same with another day in every member of this name; a time stays one.
fn claiming(value: &Value, name: &str, other: &str) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|element| claiming(element, name, other)).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .map(|(own, member)| {
                    let claimed = member.as_str().filter(|_| own == name && is_claim(member));
                    let changed = claimed.map(|text| Value::from(format!("{other}{}", &text[10..])));
                    (own.clone(), changed.unwrap_or_else(|| claiming(member, name, other)))
                })
                .collect(),
        ),
        _ => value.clone(),
    }
}

fn verdict(registry: &Registry, file: &Checked) -> Verdict {
    let desk = Desk { registry, expected: None, accepted: &[], today: today(), due_day: 0 };
    desk.verdicts(std::slice::from_ref(file)).remove(0).verdict
}

/// Signers with the registries under which the office may judge their reports.
fn known() -> Vec<(Person, Registry)> {
    let mut revoked = registered(&Person::principal(1));
    revoked.revoke(&Person::principal(1).key.key_id(), day("2026-12-01"), "遗失").unwrap();
    vec![
        (Person::principal(1), registered(&Person::principal(1))),
        (Person::principal(1), Registry::default()),
        (Person::principal(1), registry_of(&[&Person::principal(7)])),
        (Person::principal(1), revoked),
        (deputy(), with_deputy(&mandate("2026-11-01", "2026-12-31"))),
        (deputy(), with_deputy(&mandate("2026-11-01", "2026-11-10"))),
        (deputy(), with_deputy(&mandate("2026-12-01", "2026-12-31"))),
        (deputy(), with_deputy(&mandate("2026-11-20", "2026-12-04"))),
    ]
}

#[test]
fn no_claimed_day_or_time_decides_whether_a_file_counts() {
    let known = known();
    for person in [Person::principal(1), deputy()] {
        let own: Vec<&Registry> =
            known.iter().filter(|(who, _)| who.key.key_id() == person.key.key_id()).map(|(_, what)| what).collect();
        let genuine = report(&[&person]);
        let document = serde_json::to_value(&genuine).unwrap();
        let file = check(&sign(&genuine, &[&person]));
        let before: Vec<Verdict> = own.iter().map(|registry| verdict(registry, &file)).collect();
        assert_eq!(before[0], Verdict::Trusted);
        assert!(before[1..].iter().all(|verdict| *verdict != Verdict::Trusted), "{before:?}");
        let mut names = BTreeSet::new();
        claims(&document, &mut names);
        let mut judged = BTreeSet::new();
        for name in &names {
            for other in ["2001-01-01", "2026-11-05", "2026-12-05", "2026-12-20", "2099-12-31"] {
                let claimed: MonthlyReport = serde_json::from_value(claiming(&document, name, other)).unwrap();
                let file = check(&sign(&claimed, &[&person]));
                if matches!(file.found, Found::Rejected(_)) {
                    continue;
                }
                judged.insert(name.as_str());
                let after: Vec<Verdict> = own.iter().map(|registry| verdict(registry, &file)).collect();
                assert_eq!(after, before, "{name} says {other}");
            }
        }
        for name in ["sealed_at", "due", "confirmed_on", "found_on", "deadline", "closed_on"] {
            assert!(judged.contains(name), "{name} was not tried: {judged:?}");
        }
    }
    let outside = |(who, registry): &(Person, Registry)| {
        let found = verdict(registry, &check(&sign(&report(&[who]), &[who])));
        matches!(found, Verdict::Mismatched { what: Mismatch::Mandate { .. } })
    };
    assert_eq!(known.iter().filter(|known| outside(known)).count(), 3, "powers of attorney that do not reach");
}
