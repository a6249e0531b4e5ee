//! Check lists: the files people of the trade edit, and a list as the program carries it.
//!
//! A list without problems works.

use anziping_catalog::{Catalogue, Facts, source};

use super::Target;

/// Names one of several files in an input, in a line of its own: `=== element-1.toml`.
const FILE: &str = "=== ";
/// Names for an input without such a line.
const NAMES: [&str; 6] =
    ["catalog.toml", "facts.toml", "documents.toml", "element-1.toml", "area-hot-work.toml", "criteria-gm10.toml"];

/// This target, as the list of all has it.
pub const TARGET: Target = Target {
    name: "catalogue",
    run,
    words: &[
        b"[[item]]\n",
        b"[[sub]]\n",
        b"[[target]]\n",
        b"[[target.point]]\n",
        b"applies = \"",
        b"hot_work and ",
        b" or ",
        b"not ",
        b"(",
        b")",
        b"workers > 20",
        b"weight = ",
        b"basis = []\n",
        b"=== element-1.toml\n",
        b"=== area-hot-work.toml\n",
        b"\"\"\"",
        b"\n",
        b"interval = \"month\"\n",
        b"4294967296",
    ],
    bounded: 4_000,
};

/// Feeds one input to it.
///
/// # Panics
/// When something does not hold.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if text.starts_with('{') {
        if let Ok(catalogue) = serde_json::from_str::<Catalogue>(text) {
            try_out(&catalogue);
        }
        return;
    }
    let files = files_of(text);
    if files.is_empty() {
        for name in NAMES {
            read(&[(name, text)]);
        }
    } else {
        read(&files);
    }
}

fn read(files: &[(&str, &str)]) {
    match source::read_sources(files) {
        Ok(catalogue) => {
            assert_eq!(catalogue.problems(), [], "what was read is sound");
            try_out(&catalogue);
        }
        Err(fault) => assert!(!fault.to_string().is_empty(), "whoever edits is told why"),
    }
}

/// An enterprise with every second fact that can be thought of.
struct Workshop;

impl Facts for Workshop {
    fn is(&self, fact: &str) -> bool {
        fact.len().is_multiple_of(2)
    }

    fn workers(&self) -> u32 {
        36
    }
}

/// Every rule gives an answer and can be written down and read again.
fn try_out(catalogue: &Catalogue) {
    let problems = catalogue.problems();
    for item in catalogue.items() {
        let reasons = item.applies.explain(&Workshop);
        assert!(item.applies.facts().is_empty() || !reasons.is_empty(), "{} gives no reason", item.applies.source());
    }
    if problems.is_empty() {
        let text = serde_json::to_string(catalogue).expect("a check list can be written down");
        let again: Catalogue = serde_json::from_str(&text).expect("and read again");
        assert_eq!(&again, catalogue, "and is the same");
    }
}

fn files_of(text: &str) -> Vec<(&str, &str)> {
    let after = text.strip_prefix(FILE).into_iter().chain(text.split("\n=== ").skip(1));
    let mut pieces: Vec<&str> = after.collect();
    if text.starts_with(FILE) {
        pieces[0] = pieces[0].split("\n=== ").next().unwrap_or_default();
    }
    pieces.into_iter().filter_map(|piece| piece.split_once('\n')).collect()
}
