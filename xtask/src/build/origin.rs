//! Remembers which sources a site was built from, so that no test runs against an older one unseen.
//!
//! The note lies in the target folder, under a name that follows from the bytes of the site: the site itself stays as
//! it is published, and a copy of it in another folder is known as well.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{folder::collect, offline, sources};
use crate::failure::Failure;

/// How a site relates to the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// These very sources give this site.
    Today,
    /// It was built here, from other sources.
    Older,
    /// It was not built here.
    Unknown,
}

/// Notes that the sources with this fingerprint give the site of these files.
///
/// # Errors
/// When the note cannot be written.
pub fn note(target: &Path, files: &BTreeMap<String, Vec<u8>>, fingerprint: &str) -> Result<(), Failure> {
    let file = note_of(target, files);
    let noted = fs::read_to_string(&file).unwrap_or_default();
    // Sources that differ in a comment alone give the same bytes: each of them is an origin of the site.
    if noted.lines().any(|line| line == fingerprint) {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(target);
    fs::create_dir_all(folder).map_err(Failure::at(folder))?;
    fs::write(&file, format!("{noted}{fingerprint}\n")).map_err(Failure::at(&file))
}

/// Compares the site in `folder` with the sources below `root`.
///
/// # Errors
/// When a file of either cannot be read.
pub fn of(root: &Path, target: &Path, folder: &Path) -> Result<Origin, Failure> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    let Ok(noted) = fs::read_to_string(note_of(target, &files)) else { return Ok(Origin::Unknown) };
    let today = sources::fingerprint(root)?;
    Ok(if noted.lines().any(|line| line == today) { Origin::Today } else { Origin::Older })
}

fn note_of(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> PathBuf {
    target.join("origins").join(offline::version(files)).with_extension("txt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_of_today_until_a_source_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (root, target, site) = (folder.path(), folder.path().join("target"), folder.path().join("site"));
        for (path, text) in [("src/lib.rs", "1"), ("site/index.html", "<p>")] {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
        }
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Unknown);

        let mut files = BTreeMap::new();
        collect(&site, "", &mut files).unwrap();
        note(&target, &files, &sources::fingerprint(root).unwrap()).unwrap();
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Today);

        fs::write(root.join("src/lib.rs"), "2").unwrap();
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Older);

        // The same bytes from the changed source, then the change taken back: both are origins of this site.
        note(&target, &files, &sources::fingerprint(root).unwrap()).unwrap();
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Today);
        fs::write(root.join("src/lib.rs"), "1").unwrap();
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Today);

        fs::write(site.join("index.html"), "<b>").unwrap();
        assert_eq!(of(root, &target, &site).unwrap(), Origin::Unknown);
    }
}
