//! Thousands of files made of one genuine report.
//!
//! None is trusted, none stops the program, each has a reason.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops with the place")]

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use anziping_core::office::desk::Verdict;
use anziping_fixtures::tampered::{self as files, Genuine, Tampered};
use anziping_forge::say;

#[test]
fn the_report_that_all_are_made_of_is_trusted() {
    let genuine = Genuine::new();
    for bytes in [genuine.text.into_bytes(), genuine.envelope.to_string().into_bytes()] {
        let judged = files::judge(&[files::check("genuine.json", &bytes)]);
        assert_eq!(judged[0].verdict, Verdict::Trusted);
    }
}

/// Judges a file: whether it is trusted, and the reason if not.
fn judged(file: &Tampered) -> (bool, String) {
    let checked = files::check("收到的文件.json", &file.bytes);
    let judged = files::judge(std::slice::from_ref(&checked)).remove(0);
    (judged.verdict == Verdict::Trusted, files::reason(&checked, &judged))
}

/// [`judged`], on all cores: the reader is built without optimisation here, and there are thousands.
fn all_judged(files: &[Tampered]) -> Vec<(bool, String)> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let parts = files.chunks(files.len().div_ceil(cores));
        let threads: Vec<_> = parts.map(|part| scope.spawn(|| part.iter().map(judged).collect::<Vec<_>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

#[test]
fn no_tampered_file_is_trusted_and_each_has_its_reason() {
    let files = files::all();
    let mut found: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    let mut otherwise = Vec::new();
    for (Tampered { group, what, reason, .. }, (is_trusted, said)) in files.iter().zip(all_judged(&files)) {
        if is_trusted || reason.is_some_and(|reason| reason != said) {
            otherwise.push(format!("{group}, {what}: {said}, expected {reason:?}"));
        }
        *found.entry(group).or_default().entry(said).or_default() += 1;
    }
    for (group, reasons) in &found {
        say(&format!("Tampered, {group}: {} files: {reasons:?}", reasons.values().sum::<usize>()));
    }
    say(&format!("Tampered: {} files, {} judged otherwise than they were made", files.len(), otherwise.len()));
    assert!(otherwise.is_empty(), "\n{}", otherwise.join("\n"));
    assert!(files.len() >= 3_000, "only {} files", files.len());
    let sample: BTreeSet<&str> = files::some(&files, 1).map(|file| file.group).collect();
    assert!(sample.iter().eq(found.keys()), "the page is shown files of every group");
}
