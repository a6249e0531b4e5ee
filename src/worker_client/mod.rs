//! Has workers do what takes longer than a frame.
//!
//! Each job has a worker of its own, ended with it: what a passphrase opened does not stay in memory longer than its
//! use, and the 16 MB that stretching a passphrase takes are given back.

pub mod tables;

use anziping_core::json;
use anziping_core::request::{Done, Job, JobFault};
use serde::de::IgnoredAny;
use thiserror::Error;

use crate::platform::files::Bytes;
use crate::platform::worker::{WorkerAnswer, WorkerFault, WorkerPool};

/// Why a job was not done.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum WorkFault {
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

/// What comes of the jobs of this page. It never checks received files, and not to read the answer to that keeps all
/// types of the desk out.
pub type KeyWork = Done<IgnoredAny>;

/// Does a job in a worker and ends the worker.
///
/// # Errors
/// Any [`WorkFault`]; nothing half-done is given out.
pub async fn run(job: &Job) -> Result<KeyWork, WorkFault> {
    answer(&WorkerPool::new(1), job, None).await
}

/// Does a job that needs a check list of others, whose text is given.
///
/// # Errors
/// As [`run`].
pub async fn run_knowing(job: &Job, list: Option<&str>) -> Result<KeyWork, WorkFault> {
    let pool = WorkerPool::new(1);
    if let Some(list) = list {
        brief(&pool, list)?;
    }
    answer(&pool, job, None).await
}

/// Has every worker of a pool know a check list.
///
/// # Errors
/// [`WorkFault::Garbled`], which no input is known to cause.
pub fn brief(pool: &WorkerPool, list: &str) -> Result<(), WorkFault> {
    let learn = json::write(&Job::Learn).map_err(|fault| WorkFault::Garbled(garbled(&fault)))?;
    pool.brief(&learn, Bytes::from(list.as_bytes()));
    Ok(())
}

/// Does a job that works on a file.
///
/// # Errors
/// As [`run`].
pub async fn run_on(job: &Job, bytes: &[u8]) -> Result<KeyWork, WorkFault> {
    answer(&WorkerPool::new(1), job, Some(Bytes::from(bytes))).await
}

async fn answer(pool: &WorkerPool, job: &Job, bytes: Option<Bytes>) -> Result<KeyWork, WorkFault> {
    let garbled = |fault: serde_json::Error| WorkFault::Garbled(garbled(&fault));
    let job = json::write(job).map_err(garbled)?;
    match pool.run(&job, bytes).await.map_err(WorkFault::Worker)? {
        WorkerAnswer::Done(text) => json::read(&text).map_err(garbled),
        WorkerAnswer::Fault(text) => Err(WorkFault::Job(json::read(&text).map_err(garbled)?)),
    }
}

/// The place only: what could not be read may hold a passphrase.
pub(super) fn garbled(fault: &serde_json::Error) -> String {
    format!("line {} column {}", fault.line(), fault.column())
}
