//! Every Rust file is part of a crate: what no `mod` names is compiled by nobody and checked by nobody.

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

/// The files that a file names by `mod` and `#[path]`.
fn named_by(file: &Path, root: bool) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).unwrap();
    let folder = file.parent().unwrap();
    let inner = if root || file.ends_with("mod.rs") { folder.to_owned() } else { file.with_extension("") };
    let mut named = Vec::new();
    let mut path = None;
    for line in text.lines().map(str::trim) {
        if let Some(quoted) = line.strip_prefix("#[path = \"").and_then(|rest| rest.strip_suffix("\"]")) {
            path = Some(folder.join(quoted));
            continue;
        }
        let Some(name) = declared(line) else { continue };
        match path.take() {
            Some(path) => named.push(path),
            None => named.extend([inner.join(format!("{name}.rs")), inner.join(name).join("mod.rs")]),
        }
    }
    named.into_iter().filter_map(|path| path.canonicalize().ok()).collect()
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

#[test]
fn a_mod_is_read_with_every_visibility() {
    for line in ["mod one;", "pub mod one;", "pub(crate) mod one;", "pub(in crate::office) mod one;"] {
        assert_eq!(declared(line), Some("one"), "{line}");
    }
    for line in ["mod one {", "use one;", "// mod one;", "mode one;"] {
        assert_eq!(declared(line), None, "{line}");
    }
}
