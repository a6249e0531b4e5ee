//! Asks the browser not to delete what this site keeps, and how much room there is.
//!
//! Without a promise, browsers delete whole origins when the disk fills up, and Safari after seven days without a
//! visit. Chromium grants by its own judgement (installed, bookmarked, often used) without asking; Firefox asks the
//! person; nothing of this exists on plain http.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::js;

/// The browser's promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promised {
    /// Kept until the person deletes it.
    Kept,
    /// May be deleted when room is short: remind of the backup.
    NotKept,
    /// This browser makes no promises: remind of the backup.
    Unsupported,
}

/// Room for this origin, in bytes; browsers blur both figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct StorageRoom {
    /// Taken by this origin.
    pub usage: f64,
    /// The most it may take.
    pub quota: f64,
}

/// Asks for the promise.
///
/// Firefox shows a question, so this belongs after the person has entered something worth keeping.
///
/// Stays pending until the person has answered, which may be never: nothing else may wait for it.
pub(crate) async fn ask() -> Promised {
    answer(manager("persist").and_then(|manager| manager.persist().ok())).await
}

/// Tells whether the promise was given before; asks nobody.
pub(crate) async fn state() -> Promised {
    answer(manager("persisted").and_then(|manager| manager.persisted().ok())).await
}

/// Asks the browser how much room there is, where it tells.
pub(crate) async fn room() -> Option<StorageRoom> {
    let promise = manager("estimate")?.estimate().ok()?;
    let estimate = JsFuture::from(promise).await.ok()?;
    Some(StorageRoom { usage: js::get(&estimate, "usage")?.as_f64()?, quota: js::get(&estimate, "quota")?.as_f64()? })
}

fn manager(method: &str) -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = js::get(&navigator, "storage")?;
    js::method(&storage, method)?;
    Some(navigator.storage())
}

async fn answer(promise: Option<Promise>) -> Promised {
    let Some(promise) = promise else { return Promised::Unsupported };
    match JsFuture::from(promise).await {
        Ok(granted) if granted.is_truthy() => Promised::Kept,
        Ok(_) => Promised::NotKept,
        // Rejected in sandboxed frames and by some blockers.
        Err(_) => Promised::Unsupported,
    }
}
