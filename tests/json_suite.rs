//! JSONTestSuite through the reader of signed files.
//!
//! Nothing that is no JSON is read, and what is JSON is refused by the format's own rules only.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "shared with the tests of the office")]
#[path = "../core/tests/office/sample.rs"]
mod sample;

use std::{collections::BTreeMap, io::Write as _};

use anziping_core::seal::json;
use anziping_tests::json_suite;

/// Reasons that say that a text is no JSON.
///
/// Section 2 of `docs/format.md`, up to `too_deep` without those of the profile.
const NO_JSON: [&str; 5] = ["syntax", "trailing_bytes", "two_documents", "cut_short", "bad_escape"];

#[test]
fn every_text_of_json_test_suite_is_judged_by_its_first_letter() {
    let texts = json_suite::texts();
    let mut verdicts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for text in &texts {
        let read = json::parse(text.input.as_bytes(), &sample::Nfc);
        let said = read.err().map_or("accepted", |refusal| refusal.reason.code());
        match &text.name[..2] {
            "n_" => assert!(said != "accepted", "{}", text.name),
            "y_" => assert!(!NO_JSON.contains(&said), "{}: {said}", text.name),
            _ => {}
        }
        assert!(said != "accepted" || text.is_plain_json(), "{}: another reader refuses it", text.name);
        *verdicts.entry(&text.name[..2]).or_default().entry(said).or_default() += 1;
    }
    let mut terminal = std::io::stderr();
    for (letter, verdicts) in verdicts {
        let count = verdicts.values().sum::<usize>();
        writeln!(terminal, "JSONTestSuite of npm, {letter}: {count} texts: {verdicts:?}").unwrap();
    }
    let mangled = texts.iter().filter(|text| text.input.contains('\u{fffd}')).count();
    writeln!(terminal, "JSONTestSuite of npm: {} texts, {mangled} without their bytes", texts.len()).unwrap();
    assert!(texts.len() > 300, "{}", texts.len());
}
