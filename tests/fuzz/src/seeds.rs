//! The inputs everything starts from.
//!
//! `corpus/<target>/`, and the folders of the repository that `corpus/<target>.txt` names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::Target;

/// Largest file that is mutated, in bytes.
///
/// What is larger costs seconds each time and shows nothing that a smaller one does not.
const LARGEST: u64 = 64 * 1024;

/// The folders of a target's inputs.
///
/// # Panics
/// When the list of folders is there and cannot be read.
pub fn folders(target: &Target) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = here.join("corpus").join(format!("{}.txt", target.name));
    let named = if list.is_file() { fs::read_to_string(list).unwrap() } else { String::new() };
    let shared = named.lines().map(|folder| here.join("../..").join(folder));
    std::iter::once(here.join("corpus").join(target.name)).chain(shared).filter(|folder| folder.is_dir()).collect()
}

/// All inputs of a target, in the order of their paths.
///
/// # Panics
/// When a file cannot be read.
pub fn of(target: &Target) -> Vec<Vec<u8>> {
    let files = folders(target).into_iter().flat_map(|folder| {
        let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.metadata().is_ok_and(|file| file.is_file() && file.len() <= LARGEST));
        files.sort();
        files
    });
    files.map(|file| fs::read(file).unwrap()).collect()
}
