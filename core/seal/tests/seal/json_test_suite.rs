//! Nicolas Seriot's JSONTestSuite as it lies in a folder of whoever runs the tests, byte for byte.
//!
//! As text it also runs from a package of the npm registry, without any folder: `tests/json_suite.rs`.

use std::collections::BTreeMap;
use std::fs;

use anziping_seal::Reason;
use anziping_seal::json::parse;

use crate::fixture::*;
use crate::originals::{find, say};

/// What is wrong with a text that is no JSON at all.
///
/// By any other reason the profile refuses more than JSON does.
const NO_JSON: [Reason; 5] =
    [Reason::Syntax, Reason::TrailingBytes, Reason::TwoDocuments, Reason::CutShort, Reason::BadEscape];

#[test]
fn the_files_of_json_test_suite_are_judged_by_their_first_letter() {
    let Some(folder) = find("test_parsing", "JSONTestSuite") else { return };
    let mut verdicts: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let reason = parse(&fs::read(&path).unwrap(), &Tables).err().map(|refusal| refusal.reason);
        let letter = name.chars().next().unwrap();
        match (letter, reason) {
            ('n', found) => assert!(found.is_some(), "{name} is accepted"),
            ('y', Some(found)) => assert!(!NO_JSON.contains(&found), "{name}: {found}"),
            ('y', None) | ('i', _) => {}
            _ => panic!("{name}"),
        }
        *verdicts.entry(letter).or_default().entry(reason.map_or("accepted", Reason::code)).or_default() += 1;
    }
    for (letter, verdicts) in verdicts {
        say(&format!("JSONTestSuite, {letter}_: {} files: {verdicts:?}", verdicts.values().sum::<usize>()));
    }
}
