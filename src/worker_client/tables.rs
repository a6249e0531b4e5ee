//! Has a worker read and write spreadsheets.

use anziping_core::json;
use anziping_tables::{Done, Job, TableFault};

use super::garbled;
use crate::platform::files::Bytes;
use crate::platform::worker::{WorkerAnswer, WorkerFault, WorkerPool};

/// Why a spreadsheet was not read or written.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum SheetFault {
    /// The file itself; each says what a person can do about it.
    #[error(transparent)]
    Table(TableFault),
    /// The worker; with a file at hand most likely one that takes all the memory.
    #[error(transparent)]
    Worker(WorkerFault),
    /// The answer is of another version of the program: load the page again.
    #[error("page and worker do not understand each other: {0}")]
    Garbled(String),
}

/// Does a job in a worker of its own and ends the worker.
///
/// # Errors
/// Any [`SheetFault`].
pub async fn run(job: &Job, file: Option<Bytes>) -> Result<Done, SheetFault> {
    let job = json::write(job).map_err(|fault| SheetFault::Garbled(garbled(&fault)))?;
    let read = |fault| SheetFault::Garbled(garbled(&fault));
    match WorkerPool::of_tables().run(&job, file).await.map_err(SheetFault::Worker)? {
        WorkerAnswer::Done(text) => json::read(&text).map_err(read),
        WorkerAnswer::Fault(text) => Err(SheetFault::Table(json::read(&text).map_err(read)?)),
    }
}
