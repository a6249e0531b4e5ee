//! Lists what a site is built from.
//!
//! `serve --watch` watches it, and its hash tells whether a site is of today.
//!
//! The list is held by every build: a file that the compiler reads and the list lacks stops it ([`require_listed`]).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
    time::SystemTime,
};

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// The sources of the program and its pages, relative to the root of the workspace.
const SITE: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "catalog",
    "core",
    "index.html",
    "office.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "tables",
];
/// The sources of the tool that makes a site of them.
///
/// A running `serve --watch` cannot build itself again, so this is hashed but not watched.
const TOOL: &str = "xtask/src/build";

/// The times at which watched files were last changed.
pub type Changes = BTreeMap<PathBuf, SystemTime>;

/// The hash of everything a site is built from: paths and contents.
///
/// # Errors
/// When a file cannot be read.
pub fn fingerprint(root: &Path) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for file in files(root, SITE.into_iter().chain([TOOL])) {
        let bytes = fs::read(&file).map_err(Failure::at(&file))?;
        for part in [relative(root, &file).as_bytes(), &bytes] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The times at which each watched file was last changed. A file that vanishes meanwhile is gone.
pub fn changes(root: &Path) -> Changes {
    let changed = |path: PathBuf| Some((fs::metadata(&path).and_then(|file| file.modified()).ok()?, path));
    files(root, SITE).into_iter().filter_map(changed).map(|(time, path)| (path, time)).collect()
}

/// The files that differ between two looks: changed, new or gone. Paths are relative to the root.
pub fn differing(root: &Path, before: &Changes, now: &Changes) -> Vec<PathBuf> {
    let paths: BTreeSet<&PathBuf> = before.keys().chain(now.keys()).collect();
    let differing = paths.into_iter().filter(|path| before.get(*path) != now.get(*path));
    differing.map(|path| path.strip_prefix(root).unwrap_or(path).to_owned()).collect()
}

/// Compares the files that cargo has read for a binary with the list.
///
/// `dependencies` is the `.d` file beside it.
///
/// # Errors
/// [`Failure::Unlisted`] with the first file that is not listed.
pub fn require_listed(root: &Path, target: &Path, dependencies: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(dependencies).map_err(Failure::at(dependencies))?;
    let read = read_for(&text).into_iter().map(|path| plain(Path::new(&path)));
    let ours = read.filter(|path| path.starts_with(root) && !path.starts_with(target));
    match ours.map(|path| relative(root, &path)).find(|path| !is_listed(path)) {
        Some(path) => Err(Failure::Unlisted(path)),
        None => Ok(()),
    }
}

/// The paths behind the colon of a dependency file; a space within a path has a backslash before it.
fn read_for(text: &str) -> Vec<String> {
    let line = text.lines().find_map(|line| line.split_once(": ")).map_or("", |(_, paths)| paths);
    line.replace("\\ ", "\0").split(' ').filter(|path| !path.is_empty()).map(|path| path.replace('\0', " ")).collect()
}

/// The path without `.` and `..`, as build scripts write it: `core/../catalog`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            _ => plain.push(part),
        }
        plain
    })
}

fn is_listed(path: &str) -> bool {
    let below = |part: &str| path == part || path.strip_prefix(part).is_some_and(|rest| rest.starts_with('/'));
    SITE.into_iter().any(below) && !path.split('/').skip(1).any(is_left_out)
}

/// Left out: tests, which no site is built from, and what editors leave beside a file.
fn is_left_out(name: &str) -> bool {
    matches!(name, "tests" | "tests.rs") || name.starts_with('.') || name.ends_with('~')
}

fn files<'a>(root: &Path, parts: impl IntoIterator<Item = &'a str>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = parts.into_iter().map(|part| root.join(part)).collect();
    while let Some(path) = open.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            let entries = entries.flatten().filter(|entry| !is_left_out(&entry.file_name().to_string_lossy()));
            open.extend(entries.map(|entry| entry.path()));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_change_of_any_source_changes_the_fingerprint() {
        let plain =
            [("src/lib.rs", "1"), ("tables/src/lib.rs", "1"), ("index.html", "1"), ("xtask/src/build/page.rs", "1")];
        let first = fingerprint(workspace(&plain).path()).unwrap();
        assert_eq!(first, fingerprint(workspace(&plain).path()).unwrap());
        for changed in 0..plain.len() {
            let mut files = plain;
            files[changed].1 = "2";
            assert_ne!(first, fingerprint(workspace(&files).path()).unwrap(), "{}", files[changed].0);
        }
    }

    #[test]
    fn a_file_that_is_changed_new_or_gone_differs() {
        let folder = workspace(&[("src/lib.rs", "1"), ("src/a.rs", "1"), ("src/gone.rs", "1")]);
        let root = folder.path();
        let before = changes(root);
        assert!(differing(root, &before, &changes(root)).is_empty());
        let mut now = before.clone();
        now.remove(&root.join("src/gone.rs"));
        now.insert(root.join("src/new.rs"), SystemTime::UNIX_EPOCH);
        now.insert(root.join("src/lib.rs"), SystemTime::UNIX_EPOCH);
        assert_eq!(differing(root, &before, &now), ["src/gone.rs", "src/lib.rs", "src/new.rs"].map(PathBuf::from));
    }

    #[test]
    fn tests_documents_and_leavings_of_editors_make_no_site_older() {
        let plain = [("src/lib.rs", "1")];
        let more = [
            ("src/lib.rs", "1"),
            ("core/tests/a.rs", "1"),
            ("src/x/tests.rs", "1"),
            ("README.md", "1"),
            ("src/.a.swp", "1"),
        ];
        assert_eq!(fingerprint(workspace(&plain).path()).unwrap(), fingerprint(workspace(&more).path()).unwrap());
    }

    #[test]
    fn a_file_that_the_compiler_reads_and_the_list_lacks_stops_the_build() {
        let folder = workspace(&[]);
        let (root, target) = (folder.path(), folder.path().join("target"));
        let write = |path: &str| {
            let file = root.join("enterprise.d");
            fs::write(&file, format!("out.wasm: {0}/src/a\\ b.rs {0}/target/gen.rs {0}/{path}\n", root.display()))
                .unwrap();
            require_listed(root, &target, &file)
        };
        assert!(write("core/../catalog").is_ok());
        assert!(matches!(write("docs/format.md"), Err(Failure::Unlisted(path)) if path == "docs/format.md"));
        assert!(matches!(write("src/tests/mod.rs"), Err(Failure::Unlisted(_))));
    }
}
