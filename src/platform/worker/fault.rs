//! Says why a worker gave no answer, each time with what a person can do.

/// Why a worker gave no answer. None of these says anything about the job itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WorkerFault {
    /// The worker could not be started.
    ///
    /// Its file is missing (after an update on the server) or the browser has no workers. The person can reload the
    /// page.
    #[error("the worker does not start: {0}")]
    Absent(String),
    /// Neither the worker nor the one that took its place has begun to run in time.
    ///
    /// Nothing of the job was begun. The person can try again or close other pages.
    #[error("the worker does not begin")]
    Unstarted,
    /// A fault of the program inside the worker, or no memory left.
    ///
    /// The job may be tried again; the worker is replaced.
    #[error("the worker has stopped: {0}")]
    Crashed(String),
    /// No answer within the time that any job takes: the browser has ended the worker without a word.
    ///
    /// The job may be tried again.
    #[error("the worker does not answer")]
    Silent,
    /// Cancelled by [`WorkerPool::cancel`].
    #[error("cancelled")]
    Cancelled,
    /// The worker does not understand the job: it is of another version. The person can reload the page.
    #[error("the worker does not understand: {0}")]
    Misunderstood(String),
}
