//! One name means one thing wherever it can be seen.
//!
//! What a file has for itself may be called as suits the place.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::program;

/// The xtask is a program of its own and no page knows it.
const ROOTS: [&str; 6] = ["core/src", "core/seal/src", "core/catalog/src", "program/src", "src", "tables/src"];

/// Types of one name that mean one thing, where they stand, and why there are two.
///
/// This list may only shrink.
const TYPES: [(&str, &[&str], &str); 5] = [
    ("CellKind", &[GRID, TABLES], SHEETS),
    (
        "Nfc",
        &["program/src/folder.rs", "src/platform/unicode.rs"],
        "Unicode's normalisation: a browser brings it, the native program takes a crate",
    ),
    (
        "NoRandom",
        &["core/src/request/mod.rs", "src/platform/random.rs"],
        "no random numbers: the fault of the browser, and of a request in a worker without any",
    ),
    ("Row", &[GRID, TABLES], SHEETS),
    ("Sheet", &[GRID, TABLES], SHEETS),
];

const GRID: &str = "core/src/exchange/grid.rs";
const TABLES: &str = "tables/src/lib.rs";
const SHEETS: &str = "`core` and `tables` do not know each other, and the page hands one's to the other";

/// Where the rows of tables are called after the types that they become.
const ROWS: &str = "core/catalog/src/source/trade/rows.rs";

/// Modules of one name that are no page of the same matter, and why there are two.
///
/// This list may only shrink.
const MODULES: [(&str, &str); 11] = [
    ("app", TWO_APPS),
    ("backup", "one format, and the desk's part of the page that makes and restores it"),
    ("check_lists", "one page, and the part of the app that imports and keeps what it shows"),
    ("json", "the strict reader, and the way from there to the types of `core`"),
    ("limits", "what a file may take: of signed files, and of spreadsheets"),
    ("passphrase", "its rules, and its field"),
    ("pieces", "a backup in pieces: its format, and how the page reads it"),
    ("receipt", "a document, and the record that it is kept in"),
    ("register", "the registers, and their exchange with spreadsheets"),
    ("shell", TWO_APPS),
    ("trade", "its tables as the program has them, and the reading of them from TOML"),
];

const TWO_APPS: &str = "each of the two apps has one";

/// The name of a type that other folders can see.
fn public_type(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub ").or_else(|| line.trim_start().strip_prefix("pub(crate) "))?;
    let rest = ["enum ", "struct ", "trait ", "type ", "union "].iter().find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()
}

/// The name of a type that other files can see, be it only those of its folder.
fn shared_type(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let inside = line.strip_prefix("pub(super) ").or_else(|| Some(line.strip_prefix("pub(in ")?.split_once(") ")?.1));
    let Some(rest) = inside else { return public_type(line) };
    let rest = ["enum ", "struct ", "trait ", "type ", "union "].iter().find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()
}

/// The name of a module that other folders can see.
fn public_module(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("pub(crate) mod "))?;
    rest.strip_suffix(';')
}

/// The places at which each name stands.
fn places(name_of: fn(&str) -> Option<&str>, counts: fn(&str) -> bool) -> BTreeMap<String, BTreeSet<String>> {
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in ROOTS.into_iter().flat_map(program).filter(|line| counts(&line.place)) {
        if let Some(name) = name_of(&line.text) {
            let file = line.place.split(':').next().unwrap().to_owned();
            places.entry(name.to_owned()).or_default().insert(file);
        }
    }
    places.retain(|_, files| files.len() > 1);
    places
}

fn assert_only(found: &BTreeMap<String, BTreeSet<String>>, listed: &[(&str, &str)]) {
    let listed: BTreeSet<&str> = listed.iter().map(|(name, _)| *name).collect();
    let new: Vec<_> = found.iter().filter(|(name, _)| !listed.contains(name.as_str())).collect();
    assert!(new.is_empty(), "call one of each by what it is: {new:#?}");
    let gone: Vec<_> = listed.iter().filter(|name| !found.contains_key(**name)).collect();
    assert!(gone.is_empty(), "only one is left, take it off the list: {gone:?}");
}

/// Takes out those that mean one thing, at the places that are listed.
fn without_listed(mut found: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    for (name, files, _) in TYPES {
        let there = found.remove(name).unwrap_or_default();
        let listed: BTreeSet<String> = files.iter().map(|file| (*file).to_owned()).collect();
        assert_eq!(there, listed, "the places of {name}: call one of each by what it is, or correct the list");
    }
    found
}

#[test]
fn no_two_public_types_have_one_name_but_those_listed() {
    let found = without_listed(places(public_type, |_| true));
    assert!(found.is_empty(), "call one of each by what it is: {found:#?}");
}

#[test]
fn no_folder_gives_a_type_the_name_of_another_but_those_listed() {
    let found = without_listed(places(shared_type, |place| !place.starts_with(ROWS)));
    assert!(found.is_empty(), "call one of each by what it is: {found:#?}");
}

/// Words are named after what they are for, so they are left out, and a page after what it shows.
#[test]
fn no_two_public_modules_of_different_meaning_have_one_name() {
    let is_page = |file: &str| file == "src/enterprise/mod.rs" || file == "src/office/mod.rs";
    let mut found = places(public_module, |place| !place.starts_with("src/words/"));
    let of_a_page = ["calendar", "intake", "month", "registry", "report", "rollup", "route", "screening", "settings"];
    found.retain(|name, files| !(of_a_page.contains(&name.as_str()) && files.iter().any(|file| is_page(file))));
    assert_only(&found, &MODULES);
}

#[test]
fn a_public_name_is_seen() {
    assert_eq!(public_type("pub struct Step {"), Some("Step"));
    assert_eq!(public_type("    pub(crate) enum Step<T> {"), Some("Step"));
    assert_eq!(public_type("pub type Rest<'a> = Vec<&'a str>;"), Some("Rest"));
    assert_eq!(public_type("struct Step {").or(public_type("pub(super) struct Step {")), None);
    assert_eq!(shared_type("pub(super) struct Step {").or(shared_type("struct Step {")), Some("Step"));
    assert_eq!(shared_type("pub(in crate::office) type Step = u8;"), Some("Step"));
    assert_eq!(public_module("pub(crate) mod sheet;"), Some("sheet"));
    assert_eq!(public_module("mod sheet;"), None);
}
