//! An older build of the program on the records that this one has written, and this one again after it.
//!
//! What a person meets whose host went back a version, or who opens a copy that somebody has kept.
//!
//! The build is that of the commit which brought the first golden records; `cargo xtask test` makes it where the
//! history is there.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    path::PathBuf,
};

use anziping_tests::{Page, journey};
use serde_json::{Value, json};

use crate::steps::*;

/// A name that only this program knows: the older one has no registers, no screening, and no journal.
const PERSON: &str = "台账甲";
const CRITERION: &str = "GM10-13-1";

/// The site of the older program.
fn older() -> PathBuf {
    env::var_os("ANZIPING_OLDER").expect("ANZIPING_OLDER names the site of the older program").into()
}

/// Every record in localStorage by its name, each in its newest copy.
fn records(page: &Page) -> BTreeMap<String, Value> {
    let all = page.js(
        "return Object.entries(localStorage).filter(([name]) => name.startsWith('anziping:') && name.includes('|')).map(([name, text]) => {
            const [line, body] = text.split('\\n');
            return [name.slice(0, name.lastIndexOf('|')), JSON.parse(line.slice(0, line.lastIndexOf(',\"sum\":\"')) + '}').revision, JSON.parse(body)];
        })",
        &[],
    );
    let mut newest: BTreeMap<String, (u64, Value)> = BTreeMap::new();
    for copy in all.as_array().expect("a list") {
        let (name, revision) = (copy[0].as_str().expect("a name").to_owned(), copy[1].as_u64().expect("a revision"));
        if newest.get(&name).is_none_or(|(known, _)| *known < revision) {
            newest.insert(name, (revision, copy[2].clone()));
        }
    }
    newest.into_iter().map(|(name, (_, body))| (name, body)).collect()
}

/// Leaves out the settings and the answer that was typed.
fn without_what_was_changed(mut records: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    for (_, body) in records.iter_mut().filter(|(name, _)| name.contains(":m/")) {
        body["answers"].as_object_mut().expect("answers").remove(ITEM);
    }
    records.retain(|name, _| !name.ends_with(":settings") && !name.contains(":b/"));
    records
}

/// The older program knows an older edition of the check list only.
///
/// It moves the month there and has everything confirmed again.
fn comes_of_the_edition(difference: &str) -> bool {
    difference.contains(".catalogue.sha256: ") || difference.ends_with(".carried: null became true")
}

/// Lists the places where two values differ, and how.
fn differences(place: &str, one: &Value, other: &Value) -> Vec<String> {
    match (one.as_object(), other.as_object()) {
        (Some(one), Some(other)) => {
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            let within = |name: &&String| {
                (
                    format!("{place}.{name}"),
                    one.get(*name).unwrap_or(&Value::Null),
                    other.get(*name).unwrap_or(&Value::Null),
                )
            };
            names.iter().map(within).flat_map(|(place, one, other)| differences(&place, one, other)).collect()
        }
        _ if one == other => Vec::new(),
        _ => vec![format!("{place}: {one} became {other}")],
    }
}

#[test]
#[ignore = "needs the site of an older commit, which `cargo xtask test` builds"]
fn an_older_program_goes_on_and_loses_nothing_it_does_not_know() {
    journey("older", |page| {
        demonstration(page);
        type_note(page, "新程序写的");
        page.saved();
        page.go("#/screening", "screening");
        page.tab_to(&format!("[data-criterion={CRITERION}]"));
        page.key('2');
        page.saved();
        page.go("#/people", "people");
        page.press("add-person");
        let id = page.attributes("[data-person]", "id").pop().expect("an entry");
        page.until_there(&format!("[id={id}][open]"));
        page.fill(&format!("{id}-name"), PERSON);
        page.saved();
        behind_the_back(page);
        let before = records(page);
        assert!(before.keys().any(|name| name.contains(":l/")), "{:?}", before.keys());

        page.publish(&older());
        page.open(ELEMENT);
        assert_eq!(note(page), "新程序写的", "the older program understands the month");
        type_note(page, "旧程序写的");
        let written = "return Object.values(localStorage).some((text) => text.includes(arguments[0]))";
        page.until("the note is written", written, &["旧程序写的".into()]);
        behind_the_back(page);
        let mut changed =
            differences("", &json!(without_what_was_changed(before)), &json!(without_what_was_changed(records(page))));
        changed.retain(|difference| !comes_of_the_edition(difference));
        assert!(changed.is_empty(), "the older program has changed what it does not know: {changed:#?}");

        page.publish(&anziping_tests::workplace::dist());
        page.open(ELEMENT);
        assert_eq!(note(page), "旧程序写的", "what the older program wrote is not lost");
        page.until_there("[data-adoption]");
        page.go("#/people", "people");
        page.until_said(&format!("[data-person][id={id}]"), PERSON);
        page.go("#/screening", "screening");
        page.until_there(&format!("[data-criterion={CRITERION}]:not([data-status=open])"));
    });
}
