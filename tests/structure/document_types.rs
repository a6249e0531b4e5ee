//! A type of document is known wherever its list cannot reach.
//!
//! That is to verifiers in other languages, and in tables for people.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anziping_core::document::{DocumentType, SIGNER_RULES};
use anziping_tests::workplace;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(workplace::root().join(path)).unwrap()
}

/// Each type with the roles in which somebody may sign it.
fn rules() -> BTreeMap<String, BTreeSet<String>> {
    let rule = SIGNER_RULES.iter();
    rule.map(|rule| (rule.doc_type.to_owned(), rule.roles.iter().map(|role| role.role.to_owned()).collect())).collect()
}

/// The types without what all of them begin with.
fn plain_names() -> BTreeSet<String> {
    DocumentType::ALL.iter().map(|known| known.name().trim_start_matches("wsr.").to_owned()).collect()
}

/// The quoted words of a line.
fn quoted(line: &str) -> Vec<String> {
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The quoted words between a line that begins a list and the one that ends it.
fn listed(text: &str, begins: &str) -> Vec<String> {
    let lines = text.lines().skip_while(|line| !line.starts_with(begins)).skip(1);
    lines.take_while(|line| !line.starts_with(']')).flat_map(quoted).collect()
}

/// The roles by type, from lines such as `"wsr.receipt": ["office"],` in any language.
fn roles_in(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let lines = text.lines().filter(|line| line.trim_start().starts_with("\"wsr.") && line.contains(':'));
    lines
        .filter_map(|line| {
            let mut words = quoted(line).into_iter();
            Some((words.next()?, words.collect()))
        })
        .collect()
}

/// The roles by type, from the rows of the table in `docs/format.md`.
fn roles_for_people(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `wsr.")?.split_once("` | "));
    let any = ["principal", "preparer", "office"];
    rows.map(|(name, rest)| {
        let signers = rest.split('|').next().unwrap_or_default().trim();
        let roles: Vec<&str> = if signers == "any" { any.to_vec() } else { signers.split(", ").collect() };
        (format!("wsr.{name}"), roles.into_iter().map(str::to_owned).collect())
    })
    .collect()
}

#[test]
fn verifiers_of_others_know_who_signs_each_type() {
    for path in ["docs/verify/verify.py", "docs/verify/verify.mjs"] {
        assert_eq!(roles_in(&read(path)), rules(), "{path}");
    }
    assert_eq!(roles_for_people(&read("docs/format.md")), rules(), "the table of section 7 of docs/format.md");
}

#[test]
fn the_native_program_prints_the_schema_of_each_type() {
    let mut printed: BTreeSet<String> = listed(&read("program/src/schema.rs"), "schemas![").into_iter().collect();
    for other in ["catalogue", "envelope"] {
        assert!(printed.remove(other), "{other}");
    }
    assert_eq!(printed, plain_names(), "schemas! in program/src/schema.rs");
}

#[test]
fn a_file_of_each_type_is_held_against_its_schema() {
    let files = listed(&read("tests/schemas.rs"), "const DOCUMENTS");
    let type_of = |file: &String| {
        let file: Value = serde_json::from_str(&read(&format!("docs/verify/corpus/{file}"))).unwrap();
        file["document"]["type"].as_str().unwrap().to_owned()
    };
    let held: BTreeSet<String> = files.iter().map(type_of).collect();
    assert_eq!(held, rules().into_keys().collect(), "DOCUMENTS in tests/schemas.rs");
}

#[test]
fn roles_are_read_from_sources_and_tables() {
    let one = |roles: &[&str]| {
        BTreeMap::from([("wsr.a".to_owned(), roles.iter().map(|&role| role.to_owned()).collect::<BTreeSet<_>>())])
    };
    assert_eq!(roles_in("const roles = {\n  \"wsr.a\": [\"office\"],\n};\n"), one(&["office"]));
    assert_eq!(roles_in("    \"wsr.a\": {\"office\", \"principal\"},\n"), one(&["office", "principal"]));
    assert_eq!(roles_for_people("| `wsr.a` | any | what |\n"), one(&["office", "preparer", "principal"]));
    assert_eq!(roles_for_people("| `wsr.a` | principal, preparer | |\n"), one(&["preparer", "principal"]));
    assert_eq!(listed("x \"no\"\nlist![\n    \"a\",\n];\n\"no\"\n", "list!["), ["a"]);
}
