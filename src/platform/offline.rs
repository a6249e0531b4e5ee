//! Reads what boot.js tells about offline use, and passes on the consent to an update.
//!
//! boot.js owns the service worker; here are only its marks.

use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

use super::dom;
use super::listen::Listening;

/// State of offline use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offline {
    /// Not complete yet, or not possible here: plain http, WeChat on iOS, some private windows.
    NotYet,
    /// Every file of this version is kept: the page opens without a network.
    Ready,
}

/// State of the program's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Update {
    /// This is the newest that is known.
    None,
    /// A newer one is there and waits for [`apply_update`].
    Waiting,
}

/// Tells whether the page opens without a network now.
pub(crate) fn offline() -> Offline {
    if dom::mark("offline-ready").as_deref() == Some("true") { Offline::Ready } else { Offline::NotYet }
}

/// Tells whether a newer version waits.
pub(crate) fn update() -> Update {
    if dom::mark("update").as_deref() == Some("waiting") { Update::Waiting } else { Update::None }
}

/// Calls after each change of [`offline`] or [`update`].
pub(crate) fn on_change(mut changed: impl FnMut() + 'static) -> Listening {
    web_sys::window()
        .map_or_else(Listening::none, |window| Listening::to(&window, "anziping:offline", move |_| changed()))
}

/// Takes the waiting version: the page reloads by itself. Everything must be saved before.
pub(crate) fn apply_update() {
    let Some(window) = web_sys::window() else { return };
    let told = CustomEvent::new("anziping:apply-update").and_then(|event| window.dispatch_event(&event));
    if let Err(thrown) = told {
        web_sys::console::error_2(&JsValue::from_str("apply-update"), &thrown);
    }
}
