//! Reading a catalogue from the TOML files that people of the trade edit (feature `source`).
//!
//! One folder holds `catalog.toml`, `facts.toml`, `documents.toml`, an `element-N.toml` for each element and an
//! `area-….toml` for each high-risk area, `readings.toml` with the texts that were opened and `changes.toml` with what
//! the edition changed. Faults are collected over all files, so that one run shows the whole list of corrections.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `fault` | what is wrong with the source files, said to the people who edit them |
//! | `files` | the shape of each source file, and what it becomes in the catalogue |
//! | `lines` | where each value of a catalogue was written, so that a problem can be shown at its line |
//! | `reading` | how the source files come together |
//! | `trade` | the tables of the trade beside the check list |

mod fault;
mod files;
mod lines;
mod reading;
pub mod trade;

use std::fs;
use std::path::Path;

pub use fault::{Fault, SourceError};

use crate::Catalogue;
use reading::FilesRead;

/// Reads all `.toml` files of a folder as one catalogue and checks it.
///
/// # Errors
/// [`SourceError::Read`] where the folder or a file cannot be read, [`SourceError::Faults`] where the files are not a
/// sound catalogue.
pub fn read_folder(folder: &Path) -> Result<Catalogue, SourceError> {
    let unreadable = |source| SourceError::Read { path: folder.to_owned(), source };
    let shown = folder.file_name().map(|name| format!("{}/", name.to_string_lossy())).unwrap_or_default();
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&path).map_err(|source| SourceError::Read { path: path.clone(), source })?;
            sources.push((format!("{shown}{name}"), text));
        }
    }
    read_sources(&sources)
}

/// Reads files given as (name, text), in any order, as one catalogue and checks it.
///
/// A name may have folders in front, which faults repeat.
///
/// # Errors
/// [`SourceError::Faults`] with all faults found, by file and line.
pub fn read_sources<N: AsRef<str>, T: AsRef<str>>(sources: &[(N, T)]) -> Result<Catalogue, SourceError> {
    let mut reading = FilesRead::default();
    for (name, text) in sources {
        reading.file(name.as_ref(), text.as_ref());
    }
    reading.finish()
}

#[cfg(test)]
mod tests;
