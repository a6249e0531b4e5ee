//! Looks at JavaScript values that may not be there.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The property, unless it is missing, `undefined` or `null`, or reading it throws.
pub(super) fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(target, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// The method, if the browser has it.
pub(super) fn method(target: &JsValue, name: &str) -> Option<Function> {
    get(target, name)?.dyn_into().ok()
}

/// A property that is a text; empty for any other.
pub(super) fn said(target: &JsValue, name: &str) -> String {
    get(target, name).and_then(|text| text.as_string()).unwrap_or_default()
}

/// The members of a list of the browser.
pub(super) fn listed(list: &JsValue) -> Vec<JsValue> {
    Array::from(list).to_vec()
}

/// The elements below another one, or in a document, that a selector means.
pub(super) fn all(root: &JsValue, selector: &str) -> Vec<JsValue> {
    let found = method(root, "querySelectorAll").and_then(|find| find.call1(root, &JsValue::from_str(selector)).ok());
    found.iter().flat_map(listed).collect()
}

/// Name of an error, such as `QuotaExceededError`; for anything else that was thrown, `Error`.
pub(super) fn error_name(thrown: &JsValue) -> String {
    get(thrown, "name").and_then(|name| name.as_string()).unwrap_or_else(|| "Error".to_owned())
}

/// Returns whether the error says that there is no room left, in the site's share or on the disk.
///
/// Chromium calls a write that the full disk refused an `UnknownError`; only its message tells.
pub(super) fn is_full(thrown: &JsValue) -> bool {
    let message = || get(thrown, "message").and_then(|message| message.as_string());
    is_quota(&error_name(thrown)) || message().is_some_and(|message| message.contains("NO_SPACE"))
}

/// Returns whether the name of an error says that there is no room left.
///
/// The second name is Firefox's for localStorage in older versions.
pub(super) fn is_quota(name: &str) -> bool {
    matches!(name, "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
}
