//! Reads texts in the encoding of Chinese Windows, with the tables that every browser has.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

use super::js;

/// Decodes bytes in GB18030, of which GBK is the older part; `None` where they are not.
pub(crate) fn read(bytes: &[u8]) -> Option<String> {
    let class = js::method(&js_sys::global(), "TextDecoder")?;
    let strict = js_sys::Object::new();
    Reflect::set(&strict, &JsValue::from_str("fatal"), &JsValue::TRUE).ok()?;
    let words = Array::of2(&JsValue::from_str("gb18030"), &strict);
    let decoder = Reflect::construct(&class, &words).ok()?;
    js::method(&decoder, "decode")?.call1(&decoder, &Uint8Array::from(bytes)).ok()?.as_string()
}
