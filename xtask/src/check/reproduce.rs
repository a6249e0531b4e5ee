//! Checks that the same source gives the same bytes, so that anybody can compare a published site.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    build::{self, Profile, Purpose, Stale, folder::collect},
    failure::Failure,
    workspace::Workspace,
};

/// Not source: results of builds, and what belongs to tools.
const NOT_SOURCE: [&str; 5] = ["target", "dist", "dist-single", ".git", "node_modules"];

/// Puts the site together once more from the same compiled binaries.
///
/// # Errors
/// [`Failure::Differs`] with the first files that differ.
pub fn from_same_output(workspace: &Workspace, site: &Path) -> Result<(), Failure> {
    compare(workspace, site)
}

/// Copies the source to another folder of another depth and compiles everything there.
///
/// # Errors
/// [`Failure::Differs`] with the first files that differ.
pub fn from_copy(workspace: &Workspace, site: &Path) -> Result<(), Failure> {
    let copy = env::temp_dir().join(format!("anziping-{}", std::process::id())).join("a copy");
    let outcome = copy_source(&workspace.root, &copy)
        .and_then(|()| compare(&Workspace { root: copy.clone(), target: copy.join("target") }, site));
    let folder = copy.parent().unwrap_or(&copy);
    fs::remove_dir_all(folder).map_err(Failure::at(folder))?;
    outcome
}

fn compare(workspace: &Workspace, site: &Path) -> Result<(), Failure> {
    let mut first = BTreeMap::new();
    collect(site, "", &mut first)?;
    let second = build::build(workspace, Profile::Release, Purpose::Publish, &Stale::all())?.files;
    let differing = differing(&first, &second);
    if differing.is_empty() {
        println!("All {} files are byte-equal.", first.len());
        Ok(())
    } else {
        Err(Failure::Differs(differing.join(", ")))
    }
}

fn differing<'a>(first: &'a BTreeMap<String, Vec<u8>>, second: &'a BTreeMap<String, Vec<u8>>) -> Vec<&'a str> {
    let paths = first.keys().chain(second.keys().filter(|path| !first.contains_key(*path)));
    paths.filter(|path| first.get(*path) != second.get(*path)).map(String::as_str).collect()
}

fn copy_source(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(Failure::at(to))?;
    for entry in fs::read_dir(from).map_err(Failure::at(from))? {
        let entry = entry.map_err(Failure::at(from))?;
        let (source, copy): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if NOT_SOURCE.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if source.is_dir() {
            copy_source(&source, &copy)?;
        } else {
            fs::copy(&source, &copy).map_err(Failure::at(&source))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_an_added_file_are_all_differences() {
        let site = |files: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect()
        };
        let first = site(&[("changed", "1"), ("gone", "1"), ("same", "1")]);
        let second = site(&[("added", "1"), ("changed", "2"), ("same", "1")]);
        assert_eq!(differing(&first, &second), ["changed", "gone", "added"]);
    }

    #[test]
    fn a_copy_of_the_source_leaves_builds_and_tools_behind() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for path in ["src", "tests/node_modules", "target", ".git"] {
            fs::create_dir_all(from.join(path)).unwrap();
            fs::write(from.join(path).join("file"), path).unwrap();
        }
        copy_source(&from, &to).unwrap();
        let mut copied = BTreeMap::new();
        collect(&to, "", &mut copied).unwrap();
        assert_eq!(copied.into_keys().collect::<Vec<_>>(), ["src/file"]);
    }
}
