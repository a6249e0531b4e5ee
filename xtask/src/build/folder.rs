//! Reads and writes folders of files.

use std::{collections::BTreeMap, fs, path::Path};

use super::site::Site;
use crate::failure::Failure;

/// Writes `site` into `folder`, which then holds the site and nothing else.
///
/// New assets are written before the pages that name them, and what is no longer part of the site is removed last, so a
/// server may go on serving meanwhile.
///
/// # Errors
/// [`Failure::ForeignFolder`] when the folder holds something else than an earlier build, or on a system error.
pub fn write(site: &Site, folder: &Path) -> Result<(), Failure> {
    let mut old = BTreeMap::new();
    if folder.exists() {
        collect(folder, "", &mut old)?;
        let ours = ["sw.js", "index.html"].iter().all(|name| old.contains_key(*name));
        if !old.is_empty() && !ours {
            return Err(Failure::ForeignFolder(folder.to_owned()));
        }
    }
    let assets_first = |path: &&String| !path.starts_with("assets/");
    let mut paths: Vec<_> = site.files.keys().collect();
    paths.sort_by_key(assets_first);
    for path in paths {
        if old.get(path) != site.files.get(path) {
            let file = folder.join(path);
            let parent = file.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(Failure::at(parent))?;
            fs::write(&file, &site.files[path]).map_err(Failure::at(&file))?;
        }
    }
    for path in old.keys().filter(|path| !site.files.contains_key(*path)) {
        let file = folder.join(path);
        fs::remove_file(&file).map_err(Failure::at(&file))?;
    }
    Ok(())
}

/// Reads a folder into `files`, each under `prefix` and its path in the folder.
///
/// With `/` between the parts.
///
/// # Errors
/// When a file cannot be read.
pub fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::at(folder))? {
        let path = entry.map_err(Failure::at(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = if prefix.is_empty() { name.into_owned() } else { format!("{prefix}/{name}") };
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(Failure::at(&path))?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let files = files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect();
        Site { files, published: Default::default(), references: Default::default() }
    }

    #[test]
    fn the_folder_holds_the_site_and_nothing_of_the_build_before() {
        let folder = tempfile::tempdir().unwrap();
        write(&site(&[("index.html", "1"), ("sw.js", "1"), ("assets/a-1.js", "1")]), folder.path()).unwrap();
        let new = site(&[("index.html", "2"), ("sw.js", "2"), ("assets/a-2.js", "2")]);
        write(&new, folder.path()).unwrap();
        let mut found = Default::default();
        collect(folder.path(), "", &mut found).unwrap();
        assert_eq!(found, new.files);
    }

    #[test]
    fn a_folder_with_other_things_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.doc"), "years of work").unwrap();
        let written = write(&site(&[("index.html", "1"), ("sw.js", "1")]), folder.path());
        assert!(matches!(written, Err(Failure::ForeignFolder(_))));
        assert!(folder.path().join("thesis.doc").exists());
    }
}
