//! Files that nobody signed so, and texts that are no signed file at all, through the page.
//!
//! The verdict and the code that they get natively.

use std::{fs, path::Path};

use anziping_core::office::{desk::Verdict, intake::Found};
use anziping_fixtures::tampered as files;
use anziping_tests::{Page, desk, journey, json_suite, reports};

/// How many of each group.
const EACH: usize = 7;
/// How many files at a time: the page draws two hundred rows.
const AT_A_TIME: usize = 160;

/// Hands the files over in one go and compares every verdict and code.
///
/// They are those that the program gives natively for the same inbox.
fn judged_alike(page: &Page, folder: &Path, named: &[(String, Vec<u8>)]) {
    let mut paths = Vec::new();
    for (name, bytes) in named {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    desk::begin(page, &paths);
    desk::finish(page, paths.len());
    desk::drawn(page);
    let shown = desk::verdicts(page);
    assert_eq!(shown.len(), named.len());
    let inbox: Vec<_> = named.iter().map(|(name, bytes)| files::check(name, bytes)).collect();
    for (checked, judged) in inbox.iter().zip(files::judge(&inbox)) {
        let code = match &checked.found {
            Found::Rejected(rejection) => files::rejection_code(rejection),
            _ => "",
        };
        let (verdict, reason) = &shown[&checked.file_name];
        assert_eq!((verdict.as_str(), reason.as_str()), (judged.verdict.code(), code), "{}", checked.file_name);
        assert_ne!(judged.verdict, Verdict::Trusted, "{}", checked.file_name);
    }
}

#[test]
fn the_desk_trusts_no_tampered_file_of_any_group() {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.json");
    reports::write_backup(&files::registry(), &backup);
    let all = files::all();
    let some = files::some(&all, EACH).enumerate();
    let named: Vec<_> = some.map(|(at, file)| (format!("{at:03}.signed.json"), file.bytes.clone())).collect();
    assert!((60..=AT_A_TIME).contains(&named.len()), "{}", named.len());
    journey("desk-tampered", |page| {
        desk::note_insides(page);
        page.open("office.html");
        desk::restore(page, &backup);
        judged_alike(page, folder.path(), &named);
    });
}

#[test]
fn the_desk_takes_no_text_of_json_test_suite_for_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let texts = json_suite::texts();
    journey("desk-json-suite", |page| {
        desk::note_insides(page);
        page.open("office.html");
        for part in texts.chunks(AT_A_TIME) {
            page.on_page("inbox");
            judged_alike(page, folder.path(), part);
            page.press("clear");
            page.until_there("[data-files='0']");
        }
    });
}
