//! JSON becomes a type, and a type JSON, in the files that are named here.

use std::collections::BTreeSet;

use crate::file_circles::ROOTS;
use crate::sources::program;

/// The files that call `serde_json` for it, and why. This list may only shrink.
const FILES: [(&str, &str); 8] = [
    ("core/seal/src/typed/mod.rs", "from the tree of the strict reader, which is no text"),
    ("core/src/json.rs", "the one way of `core` and of the pages"),
    ("program/src/known.rs", "a native program reads straight from text, with line and column"),
    ("program/src/lines.rs", "bytes of a line"),
    ("program/src/progress.rs", "bytes of a file"),
    ("program/src/rollup.rs", "straight into a file"),
    ("program/src/verify.rs", "straight into a file"),
    ("xtask/src/workspace.rs", "what cargo says of the workspace"),
];

fn reads_or_writes(line: &str) -> bool {
    line.contains("serde_json::from_") || line.contains("serde_json::to_")
}

#[test]
fn only_the_named_files_read_and_write_json() {
    let lines = ROOTS.into_iter().flat_map(program).filter(|line| reads_or_writes(&line.text));
    let found: BTreeSet<String> = lines.filter_map(|line| Some(line.place.split_once(':')?.0.to_owned())).collect();
    let listed: BTreeSet<String> = FILES.iter().map(|(file, _)| (*file).to_owned()).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "call core/src/json.rs: {new:?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "take it off the list: {gone:?}");
}

#[test]
fn a_line_that_reads_json_is_seen() {
    assert!(reads_or_writes("    let all: Value = serde_json::from_str(text)?;"));
    assert!(reads_or_writes("    serde_json::to_string(&line).map(Some)"));
    assert!(!reads_or_writes("    fn misshapen(fault: serde_json::Error) -> Misshapen {"));
}
