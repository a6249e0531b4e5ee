//! The folders of `core` lie in the order in which its table lists them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anziping_tests::workplace;

use crate::circles::known;

/// The modules of a table in doc comments, in its order.
pub fn listed(text: &str) -> Vec<String> {
    let rows = text.lines().filter_map(|line| line.trim_start().strip_prefix("//! | "));
    let first_cells = rows.map(|row| row.split(" | ").next().unwrap_or_default());
    first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Lists the folders that know one that stands below them.
fn upside_down(order: &[String], known: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let place = |name: &str| order.iter().position(|listed| listed == name);
    let mut found = Vec::new();
    for (own, others) in known {
        found.extend(
            others.iter().filter(|other| place(own) < place(other)).map(|other| format!("{own} knows {other}")),
        );
    }
    found
}

#[test]
fn a_folder_of_the_core_knows_only_those_above_it() {
    let text = fs::read_to_string(workplace::root().join("core/src/lib.rs")).unwrap();
    let order = listed(&text);
    let mut known = known("core/src");
    // It writes `schema/` from every type, in tests only.
    known.remove("schema");
    let missing: Vec<&String> = known.keys().filter(|own| !order.contains(own)).collect();
    assert!(missing.is_empty(), "not in the table of core/src/lib.rs: {missing:?}");
    assert_eq!(upside_down(&order, &known), Vec::<String>::new(), "move the row in the table, or the knowledge");
}

#[test]
fn a_folder_that_knows_one_below_it_is_seen() {
    let order =
        listed("//! | folder | what |\n//! | --- | --- |\n//! | [`a`], `b` | first |\n//! | [`c`] | second |\n");
    assert_eq!(order, ["a", "b", "c"]);
    let known = BTreeMap::from([
        ("a".to_owned(), BTreeSet::from(["c".to_owned()])),
        ("c".to_owned(), BTreeSet::from(["b".to_owned()])),
    ]);
    assert_eq!(upside_down(&order, &known), ["a knows c"]);
}
