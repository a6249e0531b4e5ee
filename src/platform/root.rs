//! Finds the element an app is mounted in, and says when an app cannot start.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element `#app` of the page shell, if it is there.
pub fn element() -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Ends the start with a reason; boot.js shows it with a button that loads the page again.
///
/// Nothing has been read or written yet.
pub fn cannot_start(reason: &str) -> ! {
    wasm_bindgen::throw_str(reason)
}
