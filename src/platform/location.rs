//! Reads and changes the part of the address after `#`, which carries the route.
//!
//! No server has to know our pages.

use super::listen::Listening;

/// The fragment with its `#`, as in the address bar; empty when there is none.
pub(crate) fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The whole address, without the fragment: where a person begins.
pub(crate) fn whole() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to the fragment, as a link does: the present one stays behind the "back" button.
pub(crate) fn go_to(hash: &str) {
    if let Some(window) = web_sys::window()
        && let Err(thrown) = window.location().set_hash(hash)
    {
        // No fragment is refused by a page that may run at all; shown to the developer.
        web_sys::console::error_1(&thrown);
    }
}

/// Calls with the new fragment after each change: link, "back", "forward" or [`go_to`].
///
/// The event comes after the address has changed, and once for two changes in one task: the fragment told is the
/// present one.
pub(crate) fn on_hash_change(mut changed: impl FnMut(String) + 'static) -> Listening {
    web_sys::window()
        .map_or_else(Listening::none, |window| Listening::to(&window, "hashchange", move |_| changed(hash())))
}
