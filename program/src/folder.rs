//! Walks folders in the order of names and reads one file at a time.
//!
//! Never more of it than a report may have.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anziping_core::edition::Editions;
use anziping_core::office::intake::{self, Checked};
use anziping_core::seal::json::Normalise;
use anziping_core::seal::limits;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use crate::fault::ProgramFault;

/// Normalises by tables, where a page asks its browser.
pub(crate) struct Nfc;

impl Normalise for Nfc {
    fn is_nfc(&self, text: &str) -> bool {
        unicode_normalization::is_nfc(text)
    }

    fn to_nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }
}

/// A place in the folders: a file to be checked, or what cannot be entered.
pub(crate) struct FolderEntry {
    /// As it is written in the output.
    pub name: String,
    /// The file, or why there is none.
    pub file: Result<PathBuf, UnreadReason>,
}

/// Why a file was not read. The code is stable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnreadReason {
    /// A link leads back to a folder that it lies in.
    Loop,
    /// The system does not let it be read.
    Denied,
    /// It changed while it was read.
    Changed,
    /// It was there a moment ago.
    Gone,
    /// It is a pipe, a socket or a device.
    NoFile,
    /// The disk or the network failed.
    Failed,
    /// A line of standard input is none of those that are asked for.
    Malformed,
}

impl UnreadReason {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Denied => "denied",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::NoFile => "no_file",
            Self::Failed => "failed",
            Self::Malformed => "malformed",
        }
    }
}

impl From<&io::Error> for UnreadReason {
    fn from(fault: &io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::NotFound => Self::Gone,
            _ => Self::Failed,
        }
    }
}

/// All files below the folders, folder by folder, in the order of their names.
///
/// Links are followed; a circle of them is reported.
///
/// # Errors
/// One of the folders is not there.
pub(crate) fn walk(folders: &[PathBuf]) -> Result<impl Iterator<Item = FolderEntry>, ProgramFault> {
    if let Some(folder) = folders.iter().find(|folder| !folder.exists()) {
        return Err(ProgramFault::NoFolder { folder: folder.clone() });
    }
    let entries = folders.iter().flat_map(|folder| WalkDir::new(folder).follow_links(true).sort_by_file_name());
    Ok(entries.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_file() => {
            Some(FolderEntry { name: shown(entry.path()), file: Ok(entry.into_path()) })
        }
        Ok(entry) if entry.file_type().is_dir() => None,
        // Opening a pipe would wait for whoever writes into it.
        Ok(entry) => Some(FolderEntry { name: shown(entry.path()), file: Err(UnreadReason::NoFile) }),
        Err(fault) => {
            let unread = match (fault.loop_ancestor(), fault.io_error()) {
                (Some(_), _) => UnreadReason::Loop,
                (None, Some(fault)) => UnreadReason::from(fault),
                (None, None) => UnreadReason::Failed,
            };
            Some(FolderEntry { name: fault.path().map(shown).unwrap_or_default(), file: Err(unread) })
        }
    }))
}

/// A path as text; of a name that is not UTF-8 each foreign byte as `\xD4`.
///
/// Archives from older Windows have such names. Two files never get one name, and each is found again.
pub(crate) fn shown(path: &Path) -> String {
    let shown = |name: &[u8]| match str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => name.iter().map(|&byte| escaped(byte)).collect(),
    };
    let names = path.as_os_str().as_encoded_bytes().split(|&byte| byte == b'/');
    names.map(shown).collect::<Vec<_>>().join("/")
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii() { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }
}

/// A file with its text, which a line of the desk's export repeats.
pub(crate) struct Opened {
    pub checked: Checked,
    pub bytes: Vec<u8>,
}

/// Reads and checks a file.
///
/// # Errors
/// [`UnreadReason`]; nothing is then known of it.
pub(crate) fn open(name: &str, path: &Path, editions: &Editions<'_>) -> Result<Opened, UnreadReason> {
    let mut file = File::open(path).map_err(|fault| UnreadReason::from(&fault))?;
    let before = file.metadata().map_err(|fault| UnreadReason::from(&fault))?;
    let last = path.file_name().map(|last| last.to_string_lossy()).unwrap_or_default();
    if let Some(mut checked) = intake::refused_unread(&last, before.len()) {
        name.clone_into(&mut checked.file_name);
        return Ok(Opened { checked, bytes: Vec::new() });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.len()).unwrap_or(limits::FILE_BYTES));
    // One byte more than is allowed is enough to see that it grew.
    let at_most = limits::FILE_BYTES as u64 + 1;
    file.by_ref().take(at_most).read_to_end(&mut bytes).map_err(|fault| UnreadReason::from(&fault))?;
    let after = file.metadata().map_err(|fault| UnreadReason::from(&fault))?;
    if bytes.len() as u64 != before.len() || has_changed(&before, &after) {
        return Err(UnreadReason::Changed);
    }
    Ok(Opened { checked: checked(name, &last, &bytes, editions), bytes })
}

/// Checks what was read of a file; `last` is its name without folders.
pub(crate) fn checked(name: &str, last: &str, bytes: &[u8], editions: &Editions<'_>) -> Checked {
    let mut checked = intake::check(last, bytes, editions, &Nfc);
    name.clone_into(&mut checked.file_name);
    checked
}

fn has_changed(before: &Metadata, after: &Metadata) -> bool {
    before.len() != after.len() || before.modified().ok() != after.modified().ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_that_was_written_again_with_the_same_length_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = File::create(folder.path().join("a.json")).unwrap();
        let before = file.metadata().unwrap();
        assert!(!has_changed(&before, &file.metadata().unwrap()));
        file.set_modified(before.modified().unwrap() + Duration::from_millis(1)).unwrap();
        assert!(has_changed(&before, &file.metadata().unwrap()));
    }
}
