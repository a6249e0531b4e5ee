//! The messages to the worker of tables and back.

use serde::{Deserialize, Serialize};

use crate::{Sheet, Table, TableFault, read, write};

/// What the worker is asked to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Read a file; its bytes come beside the job.
    Read,
    /// Write a workbook of these sheets.
    Write(Vec<Sheet>),
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// The rows of the file.
    Read(Table),
    /// The workbook.
    Written(Vec<u8>),
}

/// Does a job.
///
/// # Errors
/// [`TableFault`].
pub fn run(job: Job, bytes: &[u8]) -> Result<Done, TableFault> {
    match job {
        Job::Read => read(bytes).map(Done::Read),
        Job::Write(sheets) => write(&sheets).map(Done::Written),
    }
}
