//! Vectors of other people that lie in a folder of whoever runs the tests (`ANZIPING_VECTORS`).
//!
//! They are not part of this repository.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

/// The file or folder `path` in `ANZIPING_VECTORS` or in a folder directly below.
///
/// Says so when there is none.
///
/// # Panics
/// When the folder is given and cannot be read.
pub fn find(path: &str, what: &str) -> Option<PathBuf> {
    let Some(folder) = env::var_os("ANZIPING_VECTORS").map(PathBuf::from) else {
        say(&format!("{what}: originals NOT RUN, ANZIPING_VECTORS names no folder"));
        return None;
    };
    let below = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let below = below.map(|entry| entry.unwrap().path());
    let found = std::iter::once(folder.clone()).chain(below).map(|folder| folder.join(path)).find(|path| path.exists());
    if found.is_none() {
        say(&format!("{what}: originals NOT RUN, there is no {path} in {}", folder.display()));
    }
    found
}

/// A line that is seen although the test passes: what the harness captures is only shown on failure.
pub fn say(line: &str) {
    drop(writeln!(std::io::stderr(), "{line}"));
}
