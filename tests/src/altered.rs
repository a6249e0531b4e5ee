//! Copies of the built site with something changed.

use std::{collections::BTreeMap, fs};

use tempfile::TempDir;
use xtask::build::{asset_names::integrity, folder::collect, site};

use crate::workplace;

/// The files of a site by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The built site in a folder of its own, after `change` has done something to its files.
///
/// # Panics
/// When there is no built site.
pub fn altered(change: impl FnOnce(&mut Files)) -> TempDir {
    let mut files = Files::new();
    collect(&workplace::dist(), "", &mut files).expect("the built site can be read");
    change(&mut files);
    let folder = tempfile::Builder::new().prefix("anziping-site-").tempdir().expect("a folder for a site");
    for (path, bytes) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file of the site");
    }
    folder
}

/// Replaces a text in every page of the site; each must have it.
///
/// # Panics
/// When one has not.
pub fn in_pages(files: &mut Files, old: &str, new: &str) {
    for page in site::PAGES {
        let bytes = files.get_mut(page).expect("the page is there");
        let text = std::str::from_utf8(bytes).expect("a page is text");
        assert!(text.contains(old), "{page} has no {old}");
        *bytes = text.replace(old, new).into_bytes();
    }
}

/// Makes the next version of the site.
///
/// The start-up script has another name, as it has after any change of it.
///
/// # Panics
/// When the built site is not one for offline use.
pub fn next_version(files: &mut Files) {
    let old = files.keys().find(|path| path.starts_with("assets/boot-") && path.ends_with(".js")).expect("boot.js");
    let (old, new) = (old.clone(), "assets/boot-of-the-next-version.js");
    let before = site::PAGES.map(|page| integrity(&files[page]));
    let script = files.remove(&old).expect("boot.js");
    files.insert(new.to_owned(), script);
    in_pages(files, &old, new);
    let mut worker = String::from_utf8(files["sw.js"].clone()).expect("the worker is text").replace(&old, new);
    for (page, before) in site::PAGES.iter().zip(before) {
        worker = worker.replace(&before, &integrity(&files[*page]));
    }
    let renamed = worker.replacen("VERSION = \"", "VERSION = \"next-", 1);
    assert_ne!(renamed, worker);
    files.insert("sw.js".into(), renamed.into_bytes());
}
