//! Puts jobs and answers into messages between page and worker.
//!
//! Over go lists of `[id, job]` or `[id, job, bytes]`; back come lists of `[id, "piece", bytes]` and `[id, "done" |
//! "fault" | "misunderstood", text]`, of each job any number of pieces and then its outcome. From a worker of its own
//! accord come `["ready"]` and `["panic", text]`.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::fault::WorkerFault;

/// The outcome of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WorkerAnswer {
    /// JSON of the [`Answer`](anziping_core::request::Request::Answer).
    Done(String),
    /// JSON of [`anziping_core::request::RequestFault`].
    Fault(String),
}

/// A job of a message to a worker.
pub(super) fn job(id: u32, job: &str, bytes: Option<&Uint8Array>) -> Array {
    let message = Array::of2(&JsValue::from(id), &JsValue::from_str(job));
    if let Some(bytes) = bytes {
        message.push(bytes);
    }
    message
}

/// A job as the worker gets it.
pub(super) struct ReceivedJob {
    pub(super) id: JsValue,
    pub(super) job: String,
    pub(super) bytes: Vec<u8>,
}

/// The jobs of a message; the bytes of each are fetched when it comes up.
pub(super) fn asked(data: &JsValue) -> impl Iterator<Item = ReceivedJob> + use<> {
    let jobs = data.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
    jobs.into_iter().filter_map(|job| {
        let parts: &Array = job.dyn_ref()?;
        let bytes = parts.get(2).dyn_ref().map(Uint8Array::to_vec).unwrap_or_default();
        Some(ReceivedJob { id: parts.get(0), job: parts.get(1).as_string()?, bytes })
    })
}

/// The messages of a worker to the page.
pub(super) enum FromWorker {
    Ready,
    Panic(String),
    /// Something about jobs, by their ids.
    Told(Vec<(u32, Told)>),
}

/// A piece of an answer, or the outcome of a job.
pub(super) enum Told {
    Piece(Uint8Array),
    Ended(Result<WorkerAnswer, WorkerFault>),
}

impl FromWorker {
    pub(super) fn read(data: &JsValue) -> Option<Self> {
        let parts: &Array = data.dyn_ref()?;
        match parts.get(0).as_string().as_deref() {
            Some("ready") => Some(Self::Ready),
            Some("panic") => Some(Self::Panic(parts.get(1).as_string()?)),
            Some(_) => None,
            None => parts.iter().map(|told| told_of(told.dyn_ref()?)).collect::<Option<_>>().map(Self::Told),
        }
    }
}

fn told_of(parts: &Array) -> Option<(u32, Told)> {
    // Given out by `job` as a `u32`.
    let id = parts.get(0).as_f64()? as u32;
    if let Ok(piece) = parts.get(2).dyn_into() {
        return Some((id, Told::Piece(piece)));
    }
    let text = parts.get(2).as_string()?;
    let outcome = match parts.get(1).as_string()?.as_str() {
        "done" => Ok(WorkerAnswer::Done(text)),
        "fault" => Ok(WorkerAnswer::Fault(text)),
        "misunderstood" => Err(WorkerFault::Misunderstood(text)),
        _ => return None,
    };
    Some((id, Told::Ended(outcome)))
}

pub(super) fn ready() -> Array {
    Array::of1(&JsValue::from_str("ready"))
}

pub(super) fn panic(text: &str) -> Array {
    Array::of2(&JsValue::from_str("panic"), &JsValue::from_str(text))
}

pub(super) fn piece(id: &JsValue, bytes: &Uint8Array) -> Array {
    Array::of3(id, &JsValue::from_str("piece"), bytes)
}

pub(super) fn answer(id: &JsValue, kind: &str, text: &str) -> Array {
    Array::of3(id, &JsValue::from_str(kind), &JsValue::from_str(text))
}
