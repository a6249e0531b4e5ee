//! Has workers meet requests that take longer than a frame.
//!
//! Each request has a worker of its own, ended with it: what a passphrase opened does not stay in memory longer than
//! its use, and the 16 MB that stretching a passphrase takes are given back.

pub(crate) mod tables;

use anziping_core::json;
use anziping_core::request::{self, LearnCheckList, LearnKeys, Request, RequestFault};
use anziping_core::seal::keys::PublicKey;
use thiserror::Error;

use crate::platform::files::Bytes;
use crate::platform::worker::{WorkerAnswer, WorkerFault, WorkerPool};

/// Why a request was not met.
#[derive(Clone, PartialEq, Debug, Error)]
pub(crate) enum WorkFault {
    /// The request itself: the passphrase, the file, the content. Each says what a person can do.
    #[error(transparent)]
    Request(RequestFault),
    /// The worker: the page can be loaded again or another browser taken.
    #[error(transparent)]
    Worker(WorkerFault),
    /// The answer is of another version of the program, or the request could not be written down.
    ///
    /// Load the page again.
    #[error("page and worker do not understand each other: {0}")]
    Garbled(String),
}

/// Asks a worker and ends it.
///
/// # Errors
/// Any [`WorkFault`]; nothing half-done is given out.
pub(crate) async fn ask<R: Request>(request: &R) -> Result<R::Answer, WorkFault> {
    ask_of(&WorkerPool::new(1), request, None).await
}

/// Asks a worker after handing it a check list of others, whose text is given.
///
/// # Errors
/// As [`ask`].
pub(crate) async fn ask_knowing<R: Request>(request: &R, list: Option<&str>) -> Result<R::Answer, WorkFault> {
    let pool = WorkerPool::new(1);
    if let Some(list) = list {
        brief(&pool, list)?;
    }
    ask_of(&pool, request, None).await
}

/// Has every worker of a pool know a check list.
///
/// # Errors
/// [`WorkFault::Garbled`], which no input is known to cause.
pub(crate) fn brief(pool: &WorkerPool, list: &str) -> Result<(), WorkFault> {
    let learn = request::message(&LearnCheckList {}).map_err(garbled)?;
    pool.brief(&learn, Bytes::from(list.as_bytes()));
    Ok(())
}

/// Has every worker of a pool take these keys, checked here before, without checking them again.
///
/// # Errors
/// As [`brief`].
pub(crate) fn brief_keys<'a>(pool: &WorkerPool, keys: impl Iterator<Item = &'a PublicKey>) -> Result<(), WorkFault> {
    let learn = request::message(&LearnKeys {}).map_err(garbled)?;
    pool.brief(&learn, Bytes::from(LearnKeys::bytes(keys).as_slice()));
    Ok(())
}

/// Asks something about a file.
///
/// # Errors
/// As [`ask`].
pub(crate) async fn ask_about<R: Request>(request: &R, file: Bytes) -> Result<R::Answer, WorkFault> {
    ask_of(&WorkerPool::new(1), request, Some(file)).await
}

/// Asks one of a pool of workers.
///
/// # Errors
/// As [`ask`].
pub(crate) async fn ask_of<R: Request>(
    pool: &WorkerPool,
    request: &R,
    file: Option<Bytes>,
) -> Result<R::Answer, WorkFault> {
    let message = request::message(request).map_err(garbled)?;
    match pool.run(&message, file).await.map_err(WorkFault::Worker)? {
        WorkerAnswer::Done(text) => json::read(&text).map_err(garbled),
        WorkerAnswer::Fault(text) => Err(WorkFault::Request(json::read(&text).map_err(garbled)?)),
    }
}

/// The place only: what could not be read may hold a passphrase.
fn garbled(fault: serde_json::Error) -> WorkFault {
    WorkFault::Garbled(place(&fault))
}

/// Says where a text could not be read.
fn place(fault: &serde_json::Error) -> String {
    format!("line {} column {}", fault.line(), fault.column())
}
