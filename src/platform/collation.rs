//! Compares two Chinese names for their order in a list, as the browser knows it.

use std::cmp::Ordering;

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

/// Compares names by their sounds, as lists of names in China are sorted.
pub(crate) fn by_sound() -> impl Fn(&str, &str) -> Ordering {
    let language = Array::of1(&JsValue::from_str("zh"));
    let compare = Intl::Collator::new(&language, &Object::new()).compare();
    move |one, other| {
        let order = compare.call2(&JsValue::UNDEFINED, &JsValue::from_str(one), &JsValue::from_str(other));
        let order = order.ok().and_then(|order| order.as_f64()).and_then(|order| order.partial_cmp(&0.0));
        order.unwrap_or_else(|| one.cmp(other))
    }
}
