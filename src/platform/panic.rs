//! Stops the page after a fault of the program itself: it says so and saves nothing more.
//!
//! The last saved draft is good, and the state in memory is not to be trusted: `pagehide`, timers and other tabs may
//! still call into the instance after a panic, and a save from there could replace the good copy. The storage adapters
//! therefore ask [`has_happened`] before every write. What is shown stands in the page shell and is brought up by
//! `stopped.js`, outside of the instance; that also notices faults without a panic, such as a stack that is used up.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

use super::dom;

/// The event that `stopped.js` hears.
const STOPPED: &str = "anziping:stopped";

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether the program has stopped.
pub(crate) fn has_happened() -> bool {
    HAPPENED.get() || dom::mark("panicked").is_some()
}

/// Stops the page at the first panic.
pub fn install() {
    std::panic::set_hook(Box::new(|info| stop(&info.to_string())));
}

fn stop(reason: &str) {
    // One fault may lead to another, for instance in a later event: the first one is the one to report.
    if HAPPENED.replace(true) {
        return;
    }
    let report = report(reason);
    web_sys::console::error_1(&JsValue::from_str(&report));
    let told = CustomEvent::new(STOPPED).and_then(|event| {
        event.init_custom_event_with_can_bubble_and_cancelable_and_detail(
            STOPPED,
            false,
            false,
            &JsValue::from_str(&report),
        );
        web_sys::window().map_or(Ok(false), |window| window.dispatch_event(&event))
    });
    if let Err(thrown) = told {
        web_sys::console::error_1(&thrown);
    }
}

/// Describes the fault with its place, version and browser: text for the person to pass on.
fn report(reason: &str) -> String {
    let navigator = web_sys::window().map(|window| window.navigator());
    let browser = navigator.and_then(|navigator| navigator.user_agent().ok()).unwrap_or_default();
    format!("anziping {}\n{reason}\n{}\n{browser}\n", env!("CARGO_PKG_VERSION"), super::clock::now())
}
