//! Vectors of other people, unchanged (`core/seal/tests/vectors`).

use std::path::{Path, PathBuf};

/// The file or folder of this name among them.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/seal/tests/vectors").join(name)
}
