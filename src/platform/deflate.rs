//! Makes bytes small and large again, with the compressor that browsers have.
//!
//! Chrome 80, Firefox 113 and Safari 16.4 have it; a text that an older one copies stays as it is. `web-sys` marks
//! streams unstable, so they are called by name.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::js;

/// Why bytes were not made large again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum InflateFault {
    /// This browser has no such thing: a newer one has.
    #[error("this browser cannot decompress")]
    Unsupported,
    /// Not compressed data, or not all of it.
    #[error("not compressed data, or not all of it")]
    Damaged,
    /// More comes out than anything this program compresses.
    #[error("more than was allowed")]
    TooLarge,
}

/// Compresses bytes by zlib; `None` where the browser cannot.
pub(crate) async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let reader = through("CompressionStream", "deflate", bytes)?;
    read(&reader, usize::MAX).await.ok()
}

/// Decompresses what was compressed by zlib, up to so many bytes.
///
/// # Errors
/// Any [`InflateFault`].
pub(crate) async fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateFault> {
    let reader = through("DecompressionStream", "deflate", bytes).ok_or(InflateFault::Unsupported)?;
    read(&reader, limit).await
}

/// Inflates as [`inflate`] does, without the frame of zlib, as in zip files.
///
/// # Errors
/// Any [`InflateFault`].
pub(crate) async fn inflate_bare(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateFault> {
    let reader = through("DecompressionStream", "deflate-raw", bytes).ok_or(InflateFault::Unsupported)?;
    read(&reader, limit).await
}

/// A reader of the bytes once they have gone through a stream of this class.
fn through(class: &str, format: &str, bytes: &[u8]) -> Option<JsValue> {
    let class = js::method(&js_sys::global(), class)?;
    let stream = Reflect::construct(&class, &Array::of1(&JsValue::from_str(format))).ok()?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
    let whole = js::method(&blob, "stream")?.call0(&blob).ok()?;
    let changed = js::method(&whole, "pipeThrough")?.call1(&whole, &stream).ok()?;
    js::method(&changed, "getReader")?.call0(&changed).ok()
}

async fn read(reader: &JsValue, limit: usize) -> Result<Vec<u8>, InflateFault> {
    let next = js::method(reader, "read").ok_or(InflateFault::Unsupported)?;
    let mut all = Vec::new();
    loop {
        let asked = next.call0(reader).and_then(JsCast::dyn_into::<Promise>).map_err(|_| InflateFault::Damaged)?;
        let answer = JsFuture::from(asked).await.map_err(|_| InflateFault::Damaged)?;
        let Some(piece) = js::get(&answer, "value").and_then(|value| value.dyn_into::<Uint8Array>().ok()) else {
            return Ok(all);
        };
        if all.len() + piece.length() as usize > limit {
            return Err(InflateFault::TooLarge);
        }
        all.extend(piece.to_vec());
    }
}
