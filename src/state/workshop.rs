//! Jobs that take longer than a frame, done beside the page.
//!
//! Each job has a worker of its own, ended with it: what a passphrase opened does not stay in memory longer than its use, and the
//! 16 MB that stretching a passphrase takes are given back.

use anziping_core::jobs::{Done, Job, JobFault};
use thiserror::Error;

use crate::platform::worker::{Answer, WorkerFault, WorkerPool};

/// Why a job was not done.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum WorkshopFault {
    /// The job itself: the passphrase, the file, the content. Each says what a person can do.
    #[error(transparent)]
    Job(JobFault),
    /// The worker: the page can be loaded again or another browser taken.
    #[error(transparent)]
    Worker(WorkerFault),
    /// The answer is of another version of the program, or the job could not be written down: load the page again.
    #[error("page and worker do not understand each other: {0}")]
    Garbled(String),
}

/// Does a job in a worker and ends the worker.
///
/// # Errors
/// Any [`WorkshopFault`]; nothing half-done is given out.
pub async fn run(job: &Job) -> Result<Done, WorkshopFault> {
    let garbled = |fault: serde_json::Error| WorkshopFault::Garbled(format!("line {} column {}", fault.line(), fault.column()));
    let job = serde_json::to_string(job).map_err(garbled)?;
    match WorkerPool::new(1).run(&job, None).await.map_err(WorkshopFault::Worker)? {
        Answer::Done(text) => serde_json::from_str(&text).map_err(garbled),
        Answer::Fault(text) => Err(WorkshopFault::Job(serde_json::from_str(&text).map_err(garbled)?)),
    }
}
