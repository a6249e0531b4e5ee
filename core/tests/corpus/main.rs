//! The files of `docs/verify/corpus` with the verdict that every verifier should reach.
//!
//! They are written by `UPDATE_CORPUS=1 cargo test --test corpus`; without it the test compares what
//! is committed, and judges every file. Each expectation stands beside the file's making, never taken from what the
//! program says.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `accepted` | files that must be accepted |
//! | `contents` | files whose signatures hold and whose content no office should take |
//! | `headers` | protected headers that no verifier may accept |
//! | `profile` | text that is outside the profile of JSON, and files that another program has re-saved |
//! | `shapes` | envelopes and heads of documents that no verifier may accept |
//! | `signatures` | keys and signatures that no verifier may accept |

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops with the place")]

mod accepted;
mod contents;
mod headers;
mod profile;
mod shapes;
mod signatures;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anziping_core::edition::Editions;
use anziping_core::office::intake;
use anziping_core::seal::Reason;
use anziping_core::seal::keys::KnownKeys;
use anziping_fixtures::sample;
use serde_json::{Value, json};

/// The verdict that a verifier should give on a file.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Expected {
    /// Genuine, a document of this type.
    Accepted(&'static str),
    /// The format or a signature does not hold: reason and place.
    Refused(Reason, &'static str),
    /// The signatures hold, and the content is no sound document of its type.
    Unsound(&'static str),
    /// The signatures hold, and the major version is newer.
    Newer,
}

/// One file.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    expected: Expected,
}

fn case(name: &'static str, bytes: impl Into<Vec<u8>>, expected: Expected) -> Case {
    Case { name, bytes: bytes.into(), expected }
}

fn refused(name: &'static str, bytes: impl Into<Vec<u8>>, reason: Reason, at: &'static str) -> Case {
    case(name, bytes, Expected::Refused(reason, at))
}

fn corpus() -> Vec<Case> {
    [accepted::cases(), headers::cases(), shapes::cases(), signatures::cases(), profile::cases(), contents::cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// Judges a file in the terms of the manifest.
fn judged(editions: &Editions<'_>, case: &Case) -> Value {
    let found = intake::check(case.name, &case.bytes, editions, &sample::Nfc).found;
    serde_json::to_value(found.plain()).unwrap()
}

fn manifest(expected: &Expected) -> Value {
    match expected {
        Expected::Accepted(doc_type) => json!({ "verdict": "accepted", "type": doc_type }),
        Expected::Refused(reason, at) => json!({ "verdict": "refused", "reason": reason.code(), "at": at }),
        Expected::Unsound(fault) => json!({ "verdict": "unsound", "reason": fault }),
        Expected::Newer => json!({ "verdict": "newer" }),
    }
}

/// Returns whether the file is a whole report.
///
/// Made anew it names the check list of today, and whoever edits that should not have to know of the corpus. An older
/// one is as genuine as before.
fn is_of_a_check_list(case: &Case) -> bool {
    String::from_utf8_lossy(&case.bytes).contains("\"catalogue\"")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/verify")
}

#[test]
fn no_verdict_depends_on_which_keys_are_known() {
    let (editions, known) = (sample::editions(), KnownKeys::default());
    let cases = corpus();
    // The second time every sound key was met before.
    for case in cases.iter().chain(&cases) {
        let knowing = intake::check_knowing(case.name, &case.bytes, &editions, &sample::Nfc, &known);
        assert_eq!(knowing, intake::check(case.name, &case.bytes, &editions, &sample::Nfc), "{}", case.name);
    }
}

#[test]
fn every_file_of_the_corpus_gets_the_verdict_that_stands_beside_its_making() {
    let editions = sample::editions();
    let otherwise: Vec<String> = corpus()
        .iter()
        .filter_map(|case| {
            // The committed bytes: reports stay what they are when the check list moves on.
            let committed = fs::read(folder().join("corpus").join(case.name)).unwrap_or_else(|_| case.bytes.clone());
            let case = &Case { bytes: committed, name: case.name, expected: case.expected.clone() };
            let (expected, found) = (manifest(&case.expected), judged(&editions, case));
            (expected != found).then(|| format!("{}: expected {expected}, found {found}", case.name))
        })
        .collect();
    assert!(otherwise.is_empty(), "\n{}", otherwise.join("\n"));
}

#[test]
fn the_committed_corpus_is_what_the_program_makes() {
    let corpus = corpus();
    let update = std::env::var_os("UPDATE_CORPUS").is_some();
    let files = folder().join("corpus");
    if update {
        drop(fs::remove_dir_all(&files));
        fs::create_dir_all(&files).unwrap();
    }
    let mut rows = serde_json::Map::new();
    for case in &corpus {
        let path = files.join(case.name);
        if update {
            fs::write(&path, &case.bytes).unwrap();
        }
        let committed = fs::read(&path);
        let same =
            if is_of_a_check_list(case) { committed.is_ok() } else { committed.is_ok_and(|bytes| bytes == case.bytes) };
        assert!(same, "{} differs; write it with UPDATE_CORPUS=1", path.display());
        rows.insert(case.name.to_owned(), manifest(&case.expected));
    }
    let text = format!("{:#}\n", Value::Object(rows));
    if update {
        fs::write(folder().join("corpus.json"), &text).unwrap();
    }
    assert_eq!(fs::read_to_string(folder().join("corpus.json")).unwrap(), text);
    let committed = fs::read_dir(&files).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let made: BTreeSet<String> = corpus.iter().map(|case| case.name.to_owned()).collect();
    assert_eq!(committed.collect::<BTreeSet<_>>(), made, "a file that no case makes");
    assert_eq!(made.len(), corpus.len(), "two cases of one name");
    assert!(corpus.len() >= 120, "{}", corpus.len());
}

#[test]
fn every_reason_to_refuse_a_file_occurs() {
    let shown: BTreeSet<Reason> = corpus()
        .iter()
        .filter_map(|case| match case.expected {
            Expected::Refused(reason, _) => Some(reason),
            _ => None,
        })
        .collect();
    // What cannot be shown by a committed file: it would weigh megabytes, only a writer meets it, or it needs more
    // bytes than a canonical encoding has.
    let left_out = [Reason::FileTooBig, Reason::VersionUnknown, Reason::TooManyValues];
    let missing: Vec<_> =
        Reason::ALL.iter().filter(|reason| !shown.contains(reason) && !left_out.contains(reason)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_page_for_strangers_names_every_reason() {
    let page = fs::read_to_string(folder().join("../format.md")).unwrap();
    let unsound = ["shape", "days", "revision", "sealed_at", "signers", "hash", "twice"];
    let codes = Reason::ALL.iter().map(|reason| reason.code()).chain(unsound);
    let unnamed: Vec<&str> = codes.filter(|code| !page.contains(&format!("`{code}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
