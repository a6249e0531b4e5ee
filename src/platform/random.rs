//! Gives random numbers fit for keys, on the page as in the worker.
//!
//! They are there on plain http too, unlike the rest of WebCrypto.

use wasm_bindgen::JsCast;
use web_sys::Crypto;

use super::js;

/// The browser gives no random numbers; nothing can be made or signed.
///
/// The person can use another browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser gives no random numbers")]
pub(crate) struct NoRandom;

/// `getRandomValues` refuses more at once.
const MOST_AT_ONCE: usize = 65_536;

/// Fills `bytes` from the system's source.
///
/// # Errors
/// [`NoRandom`]; `bytes` must then not be used.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), NoRandom> {
    let crypto: Crypto = js::get(&js_sys::global(), "crypto").ok_or(NoRandom)?.unchecked_into();
    for part in bytes.chunks_mut(MOST_AT_ONCE) {
        crypto.get_random_values_with_u8_array(part).map_err(|_| NoRandom)?;
    }
    Ok(())
}
