//! Remembers that something was kept here, in a cookie.
//!
//! The one place that browsers spare when they make room.
//!
//! Browsers that run out of disk delete the databases, the offline copy and, Firefox, localStorage of a site, but not
//! its cookies. So an emptied browser can be told from one that has never been here. The cookie goes to the host with
//! every request for a file of this folder, as cookies do; it says nothing but that it is there. Chromium writes it
//! down within half a minute; whoever clears cookies, and Safari after seven days, deletes it with everything else.

use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

/// The longest that browsers grant: 400 days, counted anew at every visit that keeps something.
const SECONDS: u32 = 400 * 86_400;

/// Returns whether the page of this name has kept something here, as far as the browser remembers.
pub(crate) fn is_noted(page: &str) -> bool {
    let cookies = document().and_then(|document| document.cookie().ok()).unwrap_or_default();
    cookies.split("; ").any(|cookie| cookie == format!("{}=1", name(page)))
}

/// Notes that the page of this name keeps something here.
pub(crate) fn note(page: &str) {
    put(page, SECONDS);
}

/// Notes that it keeps nothing any more.
pub(crate) fn forget(page: &str) {
    put(page, 0);
}

fn put(page: &str, seconds: u32) {
    let Some((document, path)) = document().zip(folder()) else { return };
    let cookie = format!("{}=1; Path={path}; Max-Age={seconds}; SameSite=Strict", name(page));
    // Where cookies are forbidden there is nothing to remember with.
    drop(document.set_cookie(&cookie));
}

fn name(page: &str) -> String {
    format!("anziping-{page}")
}

fn document() -> Option<HtmlDocument> {
    web_sys::window()?.document()?.dyn_into().ok()
}

fn folder() -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    path.rfind('/').and_then(|slash| path.get(..=slash).map(str::to_owned))
}
