//! Every file of `docs/verify/corpus` through the page.
//!
//! The verdict and the reason that any verifier should give.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anziping_tests::{desk, journey, workplace};
use serde_json::Value;

#[test]
fn the_desk_gives_every_file_of_the_corpus_its_verdict_and_its_reason() {
    let folder = workplace::root().join("docs/verify");
    let corpus: BTreeMap<String, Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("corpus.json")).unwrap()).unwrap();
    let files: Vec<PathBuf> = corpus.keys().map(|name| folder.join("corpus").join(name)).collect();
    journey("desk-corpus", |page| {
        desk::note_insides(page);
        page.open("office.html");
        page.on_page("inbox");
        desk::begin(page, &files);
        desk::finish(page, files.len());
        desk::drawn(page);
        let shown = desk::verdicts(page);
        // A packed file is opened, whatever its name; what stays in it is told.
        let opened: Vec<&String> =
            corpus.iter().filter(|(_, case)| case["reason"] == "archive").map(|(name, _)| name).collect();
        assert_eq!(shown.len(), corpus.len() - opened.len());
        opened.iter().for_each(|name| page.until_said("[data-unread]", name));
        for (name, case) in corpus.iter().filter(|(name, _)| !opened.contains(name)) {
            let (verdict, reason) = &shown[name];
            let wanted = case["reason"].as_str().unwrap_or_default();
            match case["verdict"].as_str().unwrap() {
                "accepted" => assert!(verdict != "rejected" && reason.is_empty(), "{name}: {verdict} {reason}"),
                "newer" => assert_eq!((verdict.as_str(), reason.as_str()), ("rejected", "newer_program"), "{name}"),
                _ => assert_eq!((verdict.as_str(), reason.as_str()), ("rejected", wanted), "{name}"),
            }
        }
    });
}
