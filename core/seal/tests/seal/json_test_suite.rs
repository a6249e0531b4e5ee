//! Nicolas Seriot's JSONTestSuite, byte for byte.

use std::collections::BTreeMap;
use std::fs;

use anziping_seal::Reason;
use anziping_seal::json::parse;

use anziping_forge::signed::*;
use anziping_forge::{say, vectors::path};

/// Reasons for refusing a text that is no JSON at all.
///
/// By any other reason the profile refuses more than JSON does.
const NO_JSON: [Reason; 5] =
    [Reason::Syntax, Reason::TrailingBytes, Reason::TwoDocuments, Reason::CutShort, Reason::BadEscape];

/// Returns whether a reader of plain JSON takes it, after a byte order mark at most.
fn is_plain_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)).is_ok()
}

#[test]
fn the_files_of_json_test_suite_are_judged_by_their_first_letter() {
    let folder = path("json-test-suite/test_parsing");
    let mut verdicts: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let reason = parse(&bytes, &Tables).err().map(|refusal| refusal.reason);
        let letter = name.chars().next().unwrap();
        match (letter, reason) {
            ('n', found) => assert!(found.is_some(), "{name} is accepted"),
            ('y', Some(found)) => assert!(!NO_JSON.contains(&found), "{name}: {found}"),
            ('y', None) | ('i', _) => {}
            _ => panic!("{name}"),
        }
        assert!(reason.is_some() || is_plain_json(&bytes), "{name}: another reader refuses it");
        *verdicts.entry(letter).or_default().entry(reason.map_or("accepted", Reason::code)).or_default() += 1;
    }
    assert_eq!(verdicts.values().flat_map(BTreeMap::values).sum::<usize>(), 318);
    for (letter, verdicts) in verdicts {
        say(&format!("JSONTestSuite, {letter}_: {} files: {verdicts:?}", verdicts.values().sum::<usize>()));
    }
}
