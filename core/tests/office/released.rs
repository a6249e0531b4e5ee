//! Reports of editions that were released earlier keep their figures and verdicts.
//!
//! Nothing has to be imported for that.
//!
//! The files under `core/tests/golden/editions` were signed with the program that released the edition; they are never
//! written anew.

use std::fs;

use anziping_core::edition::{Edition, Editions, released};
use anziping_core::office::intake::Found;
use anziping_core::office::intake::{self};

use anziping_fixtures::sample::{Nfc, edition};

fn golden() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/editions");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn known() -> Editions<'static> {
    let mut editions = Editions::new(edition());
    released::all().into_iter().for_each(|edition| editions.add(edition.unwrap()));
    editions
}

#[test]
fn a_report_of_a_released_edition_keeps_its_figures() {
    let files = golden();
    assert!(files.len() >= 4, "{files:?}");
    for (name, bytes) in files {
        let checked = intake::check(&name, &bytes, &known(), &Nfc);
        let Found::Report(found) = &checked.found else { panic!("{name}: {:?}", checked.found) };
        assert!(!found.unknown_catalogue(), "{name}");
        assert_eq!(found.differences, [], "{name}");
        let figures = found.recomputed.as_ref().unwrap();
        assert_eq!(
            (figures.total, figures.grade),
            (found.report.declared.total, found.report.declared.grade),
            "{name}"
        );
    }
}

#[test]
fn a_released_edition_is_the_text_that_its_reports_name() {
    for edition in released::all() {
        let edition: Edition<'_> = edition.unwrap();
        assert_eq!(anziping_core::seal::Sha256::of(edition.text().as_bytes()).to_string(), edition.reference().sha256);
    }
}
