//! Reads the whole of a file, unless it is larger than wanted.
//!
//! `FileReader` tells the size in its first events. Whoever asks the file itself waits in Chromium until another
//! process has looked at the disk, and the page stands still meanwhile; so does whoever hands the file to a worker,
//! since what is handed over carries its size.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReader, ProgressEvent};

use super::FileFault;
use crate::platform::listen::Listening;
use crate::platform::race;

/// Reads a file of at most `limit` bytes; gives up as soon as its size is known to be larger.
///
/// # Errors
/// [`FileFault::TooLarge`], [`FileFault::Unreadable`].
pub(super) async fn read(file: &Blob, limit: u64) -> Result<Uint8Array, FileFault> {
    let unreadable = |thrown: JsValue| FileFault::unreadable(&thrown);
    let reader = FileReader::new().map_err(unreadable)?;
    let (decide, wait) = race::first();
    let look = |event| {
        let (decide, looking) = (decide.clone(), reader.clone());
        Listening::to(&reader, event, move |event| {
            let size = event.dyn_ref::<ProgressEvent>().map(ProgressEvent::total).unwrap_or_default();
            // A whole number below 2^53, zero where it is not known yet.
            if size as u64 > limit {
                decide.with(Err(FileFault::TooLarge { size: size as u64, limit }));
                looking.abort();
            }
        })
    };
    let (ended, done) = (decide.clone(), reader.clone());
    let _listening = look("loadstart").and(look("progress")).and(Listening::to(&reader, "loadend", move |_| {
        ended.with(match done.result() {
            Ok(content) if !content.is_null() => Ok(Uint8Array::new(&content)),
            _ => Err(FileFault::unreadable(&done.error().map_or(JsValue::UNDEFINED, JsValue::from))),
        });
    }));
    reader.read_as_array_buffer(file).map_err(unreadable)?;
    // Both ends live in this function: the wait is never given up.
    let read = wait.await.unwrap_or_else(|_| Err(FileFault::unreadable(&JsValue::UNDEFINED)))?;
    let size = u64::from(read.length());
    if size > limit { Err(FileFault::TooLarge { size, limit }) } else { Ok(read) }
}
