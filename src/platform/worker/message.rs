//! Puts jobs and answers into messages between page and worker.
//!
//! Over go `[id, job]` or `[id, job, bytes]`; back come any number of `[id, "piece", bytes]` and then `[id, "done" |
//! "fault" | "misunderstood", text]`, and from a worker of its own accord `["ready"]` or `["panic", text]`.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The outcome of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WorkerAnswer {
    /// JSON of the [`Answer`](anziping_core::request::Request::Answer).
    Done(String),
    /// JSON of [`anziping_core::request::RequestFault`].
    Fault(String),
}

/// Page to worker.
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

pub(super) fn asked(data: &JsValue) -> Option<ReceivedJob> {
    let parts: &Array = data.dyn_ref()?;
    let bytes = parts.get(2).dyn_ref().map(Uint8Array::to_vec).unwrap_or_default();
    Some(ReceivedJob { id: parts.get(0), job: parts.get(1).as_string()?, bytes })
}

/// The messages of a worker to the page.
pub(super) enum FromWorker {
    Ready,
    Panic(String),
    Piece(u32, Uint8Array),
    Done(u32, String),
    Fault(u32, String),
    Misunderstood(u32, String),
}

impl FromWorker {
    pub(super) fn read(data: &JsValue) -> Option<Self> {
        let parts: &Array = data.dyn_ref()?;
        let kind = parts.get(0);
        if let Some(kind) = kind.as_string() {
            return match kind.as_str() {
                "ready" => Some(Self::Ready),
                "panic" => Some(Self::Panic(parts.get(1).as_string()?)),
                _ => None,
            };
        }
        // Given out by `job` as a `u32`.
        let id = kind.as_f64()? as u32;
        if let Ok(piece) = parts.get(2).dyn_into() {
            return Some(Self::Piece(id, piece));
        }
        let text = parts.get(2).as_string()?;
        match parts.get(1).as_string()?.as_str() {
            "done" => Some(Self::Done(id, text)),
            "fault" => Some(Self::Fault(id, text)),
            "misunderstood" => Some(Self::Misunderstood(id, text)),
            _ => None,
        }
    }
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
