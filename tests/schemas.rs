//! A document that is sound to this program is sound to the published schemas, and the other way round.
//!
//! Another validator reads the schemas.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    process::Command,
};

use anziping_core::{
    document::{DocumentFault, SIGNER_RULES},
    office::intake::{Found, Rejection},
    seal::{
        envelope::{Frozen, SealedDocument},
        json,
        keys::KeyId,
    },
};
use anziping_fixtures::sample::{Nfc, Person, check};
use anziping_tests::workplace;
use serde_json::{Value, json};

/// One document of each kind.
const DOCUMENTS: [&str; 9] = [
    "month.json",
    "report.json",
    "receipt.json",
    "return.json",
    "registration.json",
    "registration-of-a-deputy.json",
    "registry.json",
    "revocation-by-itself.json",
    "rotation.json",
];

/// A key in a registry has to be a point and its thumbprint to belong to it, which no schema can say.
const BEYOND_SCHEMAS: &str = "registry.json: /enterprises/0/keys/0/k";

/// The values and members of a document by their pointers.
///
/// Of the elements of a list the first that has a member speaks for all.
fn places(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, pattern: &str, seen: &mut BTreeSet<String>, found: &mut Vec<String>) {
        if !at.is_empty() && seen.insert(pattern.to_owned()) {
            found.push(at.to_owned());
        }
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| {
                    walk(member, &format!("{at}/{name}"), &format!("{pattern}/{name}"), seen, found)
                });
            }
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(index, element)| {
                    walk(element, &format!("{at}/{index}"), &format!("{pattern}/*"), seen, found)
                });
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", "", &mut BTreeSet::new(), &mut found);
    // The head is the envelope's, whatever the schema says.
    found.retain(|place| !["/type", "/schema", "/version"].contains(&place.as_str()) && !place.starts_with("/signers"));
    found
}

/// Other values for a place: something of each kind, and some that look nearly the same.
fn others(value: &Value) -> Vec<Value> {
    let mut others = vec![Value::Null, json!(1), json!("x"), json!([]), json!({}), json!(true)];
    match value {
        Value::String(text) => {
            let spelt = [
                String::new(),
                format!("{text} "),
                format!(" {text}"),
                text.to_uppercase(),
                text.to_lowercase(),
                text.replace('-', "/"),
            ];
            others.extend(spelt.map(Value::String));
        }
        Value::Number(_) => others.extend([-1, 0, 99, 256, 1_001, 1 << 40].map(|number: i64| json!(number))),
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("more".into(), json!("x"));
            others.push(Value::Object(more));
        }
        _ => {}
    }
    others.retain(|other| other != value);
    others
}

/// The document with one place changed in every way, and without it.
fn changed(document: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for place in places(document) {
        for other in others(document.pointer(&place).unwrap()) {
            let mut changed = document.clone();
            *changed.pointer_mut(&place).unwrap() = other.clone();
            all.push((format!("{place} is {other}"), changed));
        }
        let (around, name) = place.rsplit_once('/').unwrap();
        let mut without = document.clone();
        if let Some(members) = without.pointer_mut(around).and_then(Value::as_object_mut) {
            members.remove(name);
            all.push((format!("without {place}"), without));
        }
    }
    all
}

/// Returns whether the desk finds the document, under sound signatures, of the right shape.
///
/// It is `None` when the desk refuses it for something else, or when nobody could sign it.
fn is_of_its_shape(document: &Value, people: &[&Person]) -> Option<bool> {
    let frozen = Frozen::new(json::parse(document.to_string().as_bytes(), &Nfc).ok()?, SIGNER_RULES).ok()?;
    let signatures = people.iter().map(|person| frozen.sign(&person.key)).collect();
    let file = SealedDocument::assemble(frozen, signatures).ok()?;
    match check(&file.to_file_text()).found {
        Found::Rejected(Rejection::Content { fault: DocumentFault::Shape { .. }, .. }) => Some(false),
        Found::Rejected(_) => None,
        _ => Some(true),
    }
}

#[test]
fn the_schemas_take_what_the_program_takes_and_nothing_else() {
    let corpus = workplace::root().join("docs/verify/corpus");
    let folder = tempfile::tempdir().unwrap();
    let mut cases: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for name in DOCUMENTS {
        let file: Value = serde_json::from_slice(&fs::read(corpus.join(name)).unwrap()).unwrap();
        let document = &file["document"];
        let listed: Vec<KeyId> = document["signers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|signer| signer["kid"].as_str().unwrap().parse().unwrap())
            .collect();
        let people: Vec<Person> =
            (0..=9).map(Person::principal).filter(|person| listed.contains(&person.key.key_id())).collect();
        let people: Vec<&Person> = people.iter().collect();
        assert_eq!(is_of_its_shape(document, &people), Some(true), "{name}");
        for (change, document) in changed(document) {
            if let Some(taken) = is_of_its_shape(&document, &people) {
                let file = format!("{:05}.json", cases.len());
                fs::write(folder.path().join(&file), document.to_string()).unwrap();
                cases.insert(file, (format!("{name}: {change}"), taken));
            }
        }
    }
    assert!(cases.len() > 1_500, "{}", cases.len());
    println!("{} documents with one member changed", cases.len());

    let python = workplace::tools().join("venv/bin/python");
    let mut validator = Command::new(&python);
    validator
        .arg(workplace::root().join("tests/foreign/schema.py"))
        .arg(workplace::root().join("schema"))
        .arg(folder.path());
    let output = validator
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", python.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let faults: BTreeMap<String, Option<String>> = serde_json::from_slice(&output.stdout).unwrap();
    let otherwise = cases.iter().filter(|(file, (change, taken))| match (taken, &faults[*file]) {
        (true, fault) => fault.is_some(),
        (false, fault) => fault.is_none() && !change.starts_with(BEYOND_SCHEMAS),
    });
    let otherwise: Vec<String> = otherwise
        .map(|(file, (change, taken))| format!("{change}: taken {taken}, schema {:?}", faults[file]))
        .collect();
    assert!(otherwise.is_empty(), "{} of {}\n{}", otherwise.len(), cases.len(), otherwise.join("\n"));
}
