//! Goes on where an earlier run ended.
//!
//! Its output ends with a whole line, and that line names the last file that was judged.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;

use crate::fault::ProgramFault;

/// A line is never longer: a report at its largest, twice over.
const TAIL: u64 = 8 * 1024 * 1024;

#[derive(Deserialize)]
struct Last {
    file: String,
}

/// The output of the earlier run, cut after its last whole line, and the file that line speaks of.
///
/// `None` when it has no line yet.
///
/// # Errors
/// The output cannot be opened, or its last line is none of this program's.
pub(crate) fn open(output: &Path) -> Result<(File, Option<String>), ProgramFault> {
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(output)?;
    let length = file.metadata()?.len();
    let from = length.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    BufReader::new(&file).read_to_end(&mut tail)?;
    // What a killed run wrote of its last line is taken away.
    let whole = tail.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let end = from + whole as u64;
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    let lines = &tail[..whole];
    let Some(last) = lines.split(|&byte| byte == b'\n').rfind(|line| !line.is_empty()) else {
        return Ok((file, None));
    };
    let last: Last =
        serde_json::from_slice(last).map_err(|_| ProgramFault::OtherFormat { output: output.to_owned() })?;
    Ok((file, Some(last.file)))
}
