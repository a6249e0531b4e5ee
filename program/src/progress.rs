//! The note beside unfinished output: what was asked, and how far the lines reach.

use std::fs;
use std::io;
use std::path::Path;

use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use serde::{Deserialize, Serialize};

use crate::arguments::{Format, Verify};
use crate::counts::Counts;
use crate::folder::shown;
use crate::known::Known;

/// The question of a run: lines that answer another one are not continued.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RunAsked {
    program: String,
    format: Format,
    folders: Vec<String>,
    registry: Option<Sha256>,
    check_lists: Vec<Sha256>,
    pub today: Day,
    due_day: u8,
}

impl RunAsked {
    pub(crate) fn of(asked: &Verify, known: &Known) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            format: asked.format,
            folders: asked.files.folders.iter().map(|folder| shown(folder)).collect(),
            registry: known.registry_sha256,
            check_lists: known.check_lists_sha256.clone(),
            today: known.today,
            due_day: asked.files.against.due_day,
        }
    }
}

/// How far an unfinished run came.
///
/// What stands after `bytes` is not known to be whole.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RunProgress {
    pub asked: RunAsked,
    pub bytes: u64,
    /// The file that was judged last; none yet at the beginning.
    pub after: Option<String>,
    pub counts: Counts,
}

impl RunProgress {
    /// A run that has not begun.
    pub(crate) fn none(asked: RunAsked) -> Self {
        Self { asked, bytes: 0, after: None, counts: Counts::default() }
    }

    /// The note in a file; `None` when it is not there or none of ours.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub(crate) fn read(file: &Path) -> io::Result<Option<Self>> {
        match fs::read(file) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Puts the note into `file` by way of `new`: at every moment one of the two is whole.
    ///
    /// # Errors
    /// The disk is full, or the folder cannot be written to. The note before stays.
    pub(crate) fn write(&self, file: &Path, new: &Path) -> io::Result<()> {
        fs::write(new, serde_json::to_vec(self)?)?;
        fs::rename(new, file)
    }
}
