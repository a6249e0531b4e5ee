//! Remembers a task that a page has begun, so that a reload can say that it was interrupted.
//!
//! In sessionStorage: it outlives the page, not its tab. Where there is none, nothing is kept.

use web_sys::Storage;

use super::site;

/// Notes that something of this name has begun.
pub(crate) fn begin(name: &str, what: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps nothing, and the next page finds nothing.
        drop(storage.set_item(&key(name), &format!("{}|{what}", this_page())));
    }
}

/// Notes that it has ended.
pub(crate) fn end(name: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(&key(name)));
    }
}

/// The text noted by an earlier page that ended before it was done.
pub(crate) fn left(name: &str) -> Option<String> {
    let noted = storage()?.get_item(&key(name)).ok().flatten()?;
    let (page, what) = noted.split_once('|')?;
    (page != this_page()).then(|| what.to_owned())
}

/// [`left`], once.
pub(crate) fn take(name: &str) -> Option<String> {
    let what = left(name)?;
    end(name);
    Some(what)
}

/// The time at which this page was loaded: what it has begun itself may still be going on.
fn this_page() -> String {
    let performance = web_sys::window().and_then(|window| window.performance());
    // Whole milliseconds: nothing else of what comes before the first question writes a fraction.
    (performance.map_or(0.0, |performance| performance.time_origin()) as u64).to_string()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("{}unfinished-{name}", site::prefix())
}
