//! Does in Web Workers what takes longer than a frame: the page's side and the worker's side.
//!
//! Passphrases are stretched and files checked there. A worker is a second instance of this program, started from the
//! file that `<html data-worker>` names; it is classic, since module workers are missing in Firefox before 114.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`pool`] | hands a queue of jobs to workers, and starts and ends them |
//! | [`inside`] | takes jobs inside the worker and answers |
//! | [`message`] | puts jobs and answers into messages |
//! | [`fault`] | says why a worker gave no answer |

mod fault;
mod inside;
mod message;
mod pool;

use std::rc::Rc;

use super::files::Bytes;
use super::{dom, js};
use pool::Pool;

pub(crate) use fault::WorkerFault;
pub use inside::{serve, serve_tables};
pub(crate) use message::WorkerAnswer;

/// An answer with the pieces that came before it.
pub(crate) struct AnswerWithPieces {
    /// The outcome of the job.
    pub answer: WorkerAnswer,
    /// The pieces, in their order.
    pub pieces: Vec<Bytes>,
}

/// Milliseconds in which any job is done.
///
/// Stretching a passphrase takes half a second, ten on a very slow phone.
const ANY_JOB_MS: u32 = 60_000;
/// Milliseconds in which the received files of one message are checked.
///
/// A file takes about one, a hundred for the largest there may be.
const CHECK_MS: u32 = 15_000;
/// Received files that go over in one message.
///
/// Enough that a message costs little beside its files; all of them are tried again when their worker is lost.
const CHECKED_TOGETHER: usize = 8;

/// Workers that share one queue of jobs.
///
/// They are started when there is work, at most as many as asked for, and ended when the last clone is dropped.
#[derive(Clone)]
pub(crate) struct WorkerPool(Rc<Pool>);

impl WorkerPool {
    /// Makes a pool of at most `most` workers at a time; at least one.
    pub(crate) fn new(most: usize) -> Self {
        Self(Pool::new(dom::mark("worker"), most.max(1), 1, ANY_JOB_MS))
    }

    /// Makes a pool as [`new`](Self::new) does, for received files alone: several go over in one message.
    ///
    /// A lost worker is missed sooner.
    pub(crate) fn of_checks(most: usize) -> Self {
        Self(Pool::new(dom::mark("worker"), most.max(1), CHECKED_TOGETHER, CHECK_MS))
    }

    /// One worker for spreadsheets; its jobs are those of [`anziping_tables`].
    pub(crate) fn of_tables() -> Self {
        Self(Pool::new(dom::mark("tables"), 1, 1, ANY_JOB_MS))
    }

    /// Runs a job and gives the answer as JSON.
    ///
    /// A job is a [`message`](anziping_core::request::message), with the bytes of a file beside it.
    ///
    /// Jobs start in the order they were given and are answered in any. Dropping the future gives up a job that has not
    /// been sent yet.
    ///
    /// # Errors
    /// Any [`WorkerFault`].
    pub(crate) async fn run(&self, job: &str, bytes: Option<Bytes>) -> Result<WorkerAnswer, WorkerFault> {
        let answer = self.0.queue(job, bytes, false);
        // The pool answers every job, also when it is dropped with jobs waiting.
        answer.await.unwrap_or(Err(WorkerFault::Cancelled)).map(|answered| answered.answer)
    }

    /// Runs as [`run`](Self::run) does, for a job whose answer is too large for one text.
    ///
    /// The bytes of the file are given away.
    ///
    /// # Errors
    /// Any [`WorkerFault`].
    pub(crate) async fn run_in_pieces(&self, job: &str, bytes: Option<Bytes>) -> Result<AnswerWithPieces, WorkerFault> {
        self.0.queue(job, bytes, true).await.unwrap_or(Err(WorkerFault::Cancelled))
    }

    /// Has every worker do this job before any other, whenever it is started.
    ///
    /// Nobody waits for its answer: where it fails, the jobs that need it say so.
    pub(crate) fn brief(&self, job: &str, bytes: Bytes) {
        self.0.brief(job, &bytes);
    }

    /// Ends all workers at once; every job that is not answered yet fails with [`WorkerFault::Cancelled`].
    pub(crate) fn cancel(&self) {
        self.0.cancel();
    }
}

/// Counts the workers that leave one processor to the page: 1 to 4.
pub(crate) fn spare_processors() -> usize {
    let processors = web_sys::window().and_then(|window| js::get(&window.navigator(), "hardwareConcurrency")?.as_f64());
    // A small whole number; browsers cap it against fingerprinting.
    (processors.unwrap_or(2.0) as usize).saturating_sub(1).clamp(1, 4)
}
