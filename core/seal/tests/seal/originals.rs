//! Vectors of other people, unchanged (`core/seal/tests/vectors`).

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The file or folder of this name among them.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name)
}

/// A line that is seen although the test passes: what the harness captures is only shown on failure.
pub fn say(line: &str) {
    drop(writeln!(std::io::stderr(), "{line}"));
}
