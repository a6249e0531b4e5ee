//! Fills in the service worker: its version and the list of all files it keeps for offline use.

use std::collections::BTreeMap;

use super::asset_names::{integrity, short_hash};
use crate::failure::Failure;

const FILES_MARK: &str = "__FILES__";
const VERSION_MARK: &str = "__VERSION__";

/// The list of the service worker.
///
/// Each published file with the integrity of its bytes, in the order of the paths.
///
/// The worker itself is not in it (the browser keeps that one), everything else is.
pub fn list(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, String)> {
    files
        .iter()
        .filter(|(path, _)| path.as_str() != "sw.js")
        .map(|(path, bytes)| (path.as_str(), integrity(bytes)))
        .collect()
}

/// The version of a site: it changes exactly when a path or a byte of the list changes.
pub fn version(files: &BTreeMap<String, Vec<u8>>) -> String {
    short_hash(serde_json::json!(list(files)).to_string().as_bytes())
}

/// The finished service worker.
///
/// # Errors
/// [`Failure::Template`] when a mark is not in the template exactly once.
pub fn complete(template: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String, Failure> {
    for mark in [FILES_MARK, VERSION_MARK] {
        if template.matches(mark).count() != 1 {
            let what = format!("{mark} must stand there exactly once");
            return Err(Failure::Template { file: "sw.js".into(), what });
        }
    }
    Ok(template.replace(FILES_MARK, &serde_json::json!(list(files)).to_string()).replace(VERSION_MARK, &version(files)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(css: &str) -> BTreeMap<String, Vec<u8>> {
        [("index.html", "<p>"), ("sw.js", "old"), ("assets/app-1.css", css)]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn the_version_changes_with_any_byte_of_the_site() {
        assert_eq!(version(&site("a{}")), version(&site("a{}")));
        assert_ne!(version(&site("a{}")), version(&site("b{}")));
    }

    #[test]
    fn the_worker_lists_every_file_but_itself() {
        let files = site("a{}");
        let paths: Vec<_> = list(&files).into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["assets/app-1.css", "index.html"]);
    }

    #[test]
    fn a_template_without_its_marks_is_refused() {
        assert!(complete("const FILES = __FILES__;", &site("")).is_err());
        assert!(complete("const FILES = __FILES__, VERSION = '__VERSION__';", &site("")).is_ok());
    }
}
