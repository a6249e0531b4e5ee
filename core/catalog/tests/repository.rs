//! The catalogue that is shipped: that it compiles, is complete, and fits the profile of signed documents.

use std::collections::BTreeMap;
use std::path::Path;

use anziping_catalog::source::{SourceError, read_folder};
use anziping_catalog::{Catalogue, Facts, Kind};
use serde_json::Value;

fn shipped() -> Result<Catalogue, SourceError> {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog"))
}

#[test]
fn the_catalogue_in_the_repository_is_sound() {
    // Shown as the editors of the files see it.
    let catalogue = shipped().unwrap_or_else(|error| panic!("\n{error}"));
    assert_eq!(catalogue.problems(), []);
    assert_eq!(catalogue.items().count(), 90);
    assert_eq!(catalogue.areas.len(), 8);
    assert_eq!(
        catalogue.elements.iter().map(|element| (element.weight, element.items.len())).collect::<Vec<_>>(),
        [(13, 13), (8, 8), (13, 11), (28, 32), (20, 13), (10, 7), (4, 3), (4, 3)]
    );
}

#[test]
fn json_gives_the_same_catalogue_back() -> Result<(), SourceError> {
    let catalogue = shipped()?;
    let json = serde_json::to_string(&catalogue).expect("json");
    assert_eq!(serde_json::from_str::<Catalogue>(&json).expect("the same shape"), catalogue);
    Ok(())
}

#[test]
fn unknown_members_are_refused() -> Result<(), SourceError> {
    let mut json = serde_json::to_value(shipped()?).expect("json");
    json["elements"][0]["items"][0]["colour"] = Value::from("red");
    assert!(serde_json::from_value::<Catalogue>(json).is_err());
    Ok(())
}

#[test]
fn the_json_has_only_integers_and_plain_member_names() -> Result<(), SourceError> {
    fn walk(value: &Value, path: &str) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    assert!(
                        name.starts_with(|c: char| c.is_ascii_lowercase())
                            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'),
                        "{path}/{name}"
                    );
                    walk(value, &format!("{path}/{name}"));
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| walk(entry, path)),
            Value::Number(number) => assert!(number.is_u64(), "{path}: {number}"),
            Value::Null => panic!("{path} is null"),
            Value::Bool(_) | Value::String(_) => {}
        }
    }
    walk(&serde_json::to_value(shipped()?).expect("json"), "");
    Ok(())
}

/// A workshop with a welding corner: 36 workers, machinery, hot work and special operations.
struct Workshop;

impl Facts for Workshop {
    fn is(&self, fact: &str) -> bool {
        ["machinery", "hot_work", "special_operations"].contains(&fact)
    }

    fn workers(&self) -> u32 {
        36
    }
}

#[test]
fn a_small_workshop_is_not_asked_about_mines_dust_or_full_time_officers() -> Result<(), SourceError> {
    let catalogue = shipped()?;
    let applies: BTreeMap<&str, bool> = catalogue.items().map(|item| (item.id.as_str(), item.applies.holds(&Workshop))).collect();
    for id in ["Z02", "D06", "J07", "X15", "X02", "S07", "C02"] {
        assert!(applies[id], "{id} applies");
    }
    for id in ["Z03", "X17", "X22", "X23", "X26", "X29", "X32", "J03", "Y07"] {
        assert!(!applies[id], "{id} does not apply");
    }
    Ok(())
}

#[test]
fn every_kind_of_question_is_there() -> Result<(), SourceError> {
    let catalogue = shipped()?;
    for kind in [Kind::Level, Kind::Ratio, Kind::YesNo] {
        assert!(catalogue.items().any(|item| item.kind == kind), "{kind:?}");
    }
    Ok(())
}
