//! The catalogue that is shipped: that it is sound and fits the profile of signed documents.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anziping_catalog::source::{SourceError, read_folder};
use anziping_catalog::{Catalogue, Difference, Facts, Kind, Needs};
use serde_json::Value;

fn shipped() -> Result<Catalogue, SourceError> {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog"))
}

#[test]
fn the_catalogue_in_the_repository_is_sound() {
    // Shown as the editors of the files see it.
    let catalogue = shipped().unwrap_or_else(|error| panic!("\n{error}"));
    assert_eq!(catalogue.problems(), []);
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
    let applies: BTreeMap<&str, bool> =
        catalogue.items().map(|item| (item.id.as_str(), item.applies.holds(&Workshop))).collect();
    for id in ["Z02", "D06", "J07", "X15", "X02", "S07", "C02"] {
        assert!(applies[id], "{id} applies");
    }
    for id in ["Z03", "Z14", "X17", "X22", "X26", "X29", "X32", "X33", "X39", "J03", "Y07", "Y08", "K01", "K12", "K18"]
    {
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

#[test]
fn the_criteria_of_each_part_are_numbered_without_a_gap() -> Result<(), SourceError> {
    // How many there are is said by the document, not by the program: who adds one changes only the check list.
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];
    let catalogue = shipped()?;
    for set in &catalogue.criteria {
        for part in &set.parts {
            for (criterion, numeral) in part.criteria.iter().zip(numerals) {
                assert!(criterion.at.ends_with(&format!("（{numeral}）")), "{} {}", set.id, criterion.at);
            }
            assert!((1..=numerals.len()).contains(&part.criteria.len()), "{}", set.id);
        }
    }
    let order = catalogue.criteria.iter().find(|set| set.id == "gm10").expect("10号令");
    let count: usize = order.parts.iter().map(|part| part.criteria.len()).sum();
    let note = &catalogue.document(&order.document).expect("its document").note;
    assert!(note.contains(&format!("共{count}项")), "{count} criteria: {note}");
    Ok(())
}

#[test]
fn only_the_missing_register_with_the_missing_signs_takes_both_defects() -> Result<(), SourceError> {
    let catalogue = shipped()?;
    let both: Vec<&str> = catalogue
        .criteria()
        .filter(|listed| listed.criterion.needs == Needs::All)
        .map(|listed| listed.criterion.id.as_str())
        .collect();
    assert_eq!(both, ["GM10-13-1"]);
    let either = catalogue.criterion("GM10-13-2").expect("the criterion");
    assert_eq!((either.criterion.needs, either.criterion.defects.len()), (Needs::Any, 3));
    assert_eq!(either.citation(), "10号令 第十三条（二）");
    Ok(())
}

/// An open-pit quarry that also has dust and confined spaces.
struct Quarry;

impl Facts for Quarry {
    fn is(&self, fact: &str) -> bool {
        ["mine", "open_pit", "combustible_dust", "confined_space", "poisoning_space", "contractors"].contains(&fact)
    }

    fn workers(&self) -> u32 {
        20
    }
}

#[test]
fn criteria_of_other_industries_and_of_mines_are_kept_apart() -> Result<(), SourceError> {
    let catalogue = shipped()?;
    let of = |facts: &dyn Facts| -> Vec<String> {
        catalogue.criteria().filter(|listed| listed.applies(facts)).map(|listed| listed.criterion.id.clone()).collect()
    };
    assert_eq!(of(&Workshop), ["GM10-3-2", "GM10-7-6"]);
    let quarry = of(&Quarry);
    for absent in ["NM88-OP-1", "NM88-OP-5", "NM88-OP-10", "NM88-OP-11", "NM88-OP-13"] {
        assert!(!quarry.iter().any(|id| id == absent), "{absent} is about what this quarry does not have");
    }
    assert!(quarry.iter().any(|id| id == "NM88-OP-3") && quarry.iter().any(|id| id == "NM41-OP-2"), "{quarry:?}");
    assert!(quarry.iter().all(|id| id.starts_with("NM")));
    Ok(())
}

#[test]
fn what_differs_from_the_edition_before_stands_in_the_change_log() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog/editions/gm-small-2026.11.json");
    let text = std::fs::read_to_string(file).expect("the edition before");
    let before: Catalogue = serde_json::from_str(&text).expect("a released edition stays readable");
    let now = shipped().expect("sound");
    let difference = Difference::between(&before, &now);
    let logged: BTreeSet<&str> = now.changes.iter().flat_map(|change| &change.ids).map(String::as_str).collect();
    let differs: BTreeSet<&str> = [&difference.items, &difference.points, &difference.criteria]
        .into_iter()
        .flat_map(|changes| {
            let changed = changes.changed.iter().map(|change| &change.id);
            changes.added.iter().chain(&changes.removed).chain(changed)
        })
        .map(String::as_str)
        .collect();
    assert_eq!(differs.difference(&logged).collect::<Vec<_>>(), Vec::<&&str>::new(), "not in the log");
    assert_eq!(logged.difference(&differs).collect::<Vec<_>>(), Vec::<&&str>::new(), "in the log, and nothing changed");
    assert!(difference.items.removed.is_empty() && difference.points.removed.is_empty(), "months move by these ids");
}
