//! Every Rust file is part of one crate.
//!
//! What no `mod` names is compiled by nobody and checked by nobody; what two crates take by `#[path]` is two things
//! with one name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anziping_tests::workplace;

use crate::sources::files_below;

/// Folders of the repository with Rust files.
const FOLDERS: [&str; 6] = ["src", "core", "program", "tables", "tests", "xtask"];

/// Files that cargo starts from: crate roots, tests, build scripts, binaries.
fn is_root(file: &Path) -> bool {
    let name = file.file_name().unwrap().to_string_lossy();
    let parent = file.parent().unwrap();
    let parent_name = parent.file_name().unwrap().to_string_lossy();
    let outer = parent.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    match name.as_ref() {
        "lib.rs" | "build.rs" => true,
        "main.rs" => outer != "src" || parent_name == "bin" || parent_name == "src",
        _ => ["bin", "tests", "fuzz_targets"].contains(&parent_name.as_ref()) && !parent.join("mod.rs").exists(),
    }
}

/// The files that a file names by `mod`.
fn named_by(file: &Path, root: bool) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).unwrap();
    let folder = file.parent().unwrap();
    let inner = if root || file.ends_with("mod.rs") { folder.to_owned() } else { file.with_extension("") };
    let names = text.lines().filter_map(|line| declared(line.trim()));
    let named = names.flat_map(|name| [inner.join(format!("{name}.rs")), inner.join(name).join("mod.rs")]);
    named.filter_map(|path| path.canonicalize().ok()).collect()
}

/// The name in `mod name;`, whatever its visibility.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_suffix(';')?;
    let line = line.strip_prefix("pub").map_or(line, |rest| match rest.strip_prefix('(') {
        Some(rest) => rest.split_once(')').map_or(rest, |(_, rest)| rest),
        None => rest,
    });
    let name = line.trim_start().strip_prefix("mod ")?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some(name)
}

#[test]
fn every_rust_file_is_reached_by_a_mod() {
    let all: BTreeSet<PathBuf> =
        FOLDERS.iter().flat_map(|folder| files_below(&workplace::root().join(folder))).collect();
    let mut open: Vec<(PathBuf, bool)> =
        all.iter().filter(|file| is_root(file)).map(|file| (file.canonicalize().unwrap(), true)).collect();
    let mut reached = BTreeSet::new();
    while let Some((file, root)) = open.pop() {
        if reached.insert(file.clone()) {
            open.extend(named_by(&file, root).into_iter().map(|file| (file, false)));
        }
    }
    let left: Vec<_> = all.iter().filter(|file| !reached.contains(&file.canonicalize().unwrap())).collect();
    assert!(left.is_empty(), "compiled by nobody: {left:#?}");
}

/// Returns whether a line takes a file from another place than its module's.
fn takes_from_elsewhere(line: &str) -> bool {
    line.trim_start().strip_prefix("#[").is_some_and(|inside| inside.starts_with("path"))
}

#[test]
fn no_file_is_compiled_at_two_places() {
    let files = FOLDERS.iter().flat_map(|folder| files_below(&workplace::root().join(folder)));
    let taking = files.filter(|file| fs::read_to_string(file).unwrap().lines().any(takes_from_elsewhere));
    let taking: Vec<PathBuf> = taking.collect();
    assert!(taking.is_empty(), "share it by a package, as tests/fixtures and tests/forge: {taking:#?}");
}

#[test]
fn a_path_of_a_module_is_seen() {
    assert!(takes_from_elsewhere("    #[path = \"../sample.rs\"]"));
    assert!(!takes_from_elsewhere("    // no #[path] here") && !takes_from_elsewhere("#[allow(dead_code)]"));
}

#[test]
fn a_mod_is_read_with_every_visibility() {
    for line in ["mod one;", "pub mod one;", "pub(crate) mod one;", "pub(in crate::office) mod one;"] {
        assert_eq!(declared(line), Some("one"), "{line}");
    }
    for line in ["mod one {", "use one;", "// mod one;", "mode one;"] {
        assert_eq!(declared(line), None, "{line}");
    }
}
