//! Another content of the check list is another edition, with a version of its own.
//!
//! `catalog/edition.txt` has a line for each edition: version and SHA-256 of the canonical form, the newest last. Those
//! that were released lie whole in `catalog/editions`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{env, fs, path::PathBuf};

use anziping_core::{edition::builtin, seal::Sha256};

const UPDATE: &str = "UPDATE_EDITION=1 cargo test --test edition";

/// An edition by its line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    version: String,
    sha256: String,
}

/// The step to take about the check list as it is now.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// It is the newest edition on the list.
    Listed,
    /// It has a new version, and the line is to be added.
    Add,
    /// Its content is not that of its version.
    Changed,
}

fn verdict(listed: &[Line], now: &Line) -> Verdict {
    match listed.iter().rfind(|line| line.version == now.version) {
        Some(line) if line == now && listed.last() == Some(now) => Verdict::Listed,
        Some(_) => Verdict::Changed,
        None => Verdict::Add,
    }
}

fn lines(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let (version, sha256) = line.split_once(' ')?;
        Some(Line { version: version.into(), sha256: sha256.into() })
    };
    text.lines().map(|text| line(text).unwrap_or_else(|| panic!("catalog/edition.txt: `{text}`"))).collect()
}

fn catalog() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../catalog")
}

#[test]
fn another_content_of_the_check_list_has_another_version() {
    let path = catalog().join("edition.txt");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let reference = builtin::reference().unwrap();
    let now = Line { version: reference.version, sha256: reference.sha256 };
    match (verdict(&lines(&text), &now), env::var_os("UPDATE_EDITION")) {
        (Verdict::Listed, _) => {}
        (Verdict::Add, Some(_)) => fs::write(&path, format!("{text}{} {}\n", now.version, now.sha256)).unwrap(),
        (Verdict::Add, None) => panic!("edition {} is not in catalog/edition.txt: run\n    {UPDATE}", now.version),
        (Verdict::Changed, _) => panic!(
            "the check list has changed, and is still called {0}: raise `version` in catalog/catalog.toml and run\n    \
             {UPDATE}\nIf edition {0} was never released, delete its line in catalog/edition.txt instead, and run the same.",
            now.version
        ),
    }
}

#[test]
fn a_released_edition_keeps_its_line() {
    let listed = lines(&fs::read_to_string(catalog().join("edition.txt")).unwrap());
    for file in fs::read_dir(catalog().join("editions")).unwrap() {
        let file = file.unwrap().path();
        let released = Sha256::of(fs::read_to_string(&file).unwrap().trim_end().as_bytes()).to_string();
        let is_listed = listed.iter().any(|line| line.sha256 == released);
        assert!(is_listed, "catalog/edition.txt has no line with the SHA-256 {released} of {}", file.display());
    }
}

#[test]
fn a_changed_check_list_cannot_be_listed_under_its_old_version() {
    let line = |version: &str, sha256: &str| Line { version: version.into(), sha256: sha256.into() };
    let listed = lines("2026.11 aa\n2026.12 bb\n");
    assert_eq!(listed, [line("2026.11", "aa"), line("2026.12", "bb")]);
    assert_eq!(verdict(&listed, &line("2026.12", "bb")), Verdict::Listed);
    assert_eq!(verdict(&listed, &line("2027.1", "cc")), Verdict::Add);
    assert_eq!(verdict(&listed, &line("2026.12", "cc")), Verdict::Changed);
    assert_eq!(verdict(&listed, &line("2026.11", "aa")), Verdict::Changed, "back to an edition that has a successor");
}
