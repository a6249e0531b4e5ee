//! Spawns futures, which then run beside everything else on the page's one thread.

use std::future::Future;

/// Starts the future at the next microtask; it runs to its end whatever becomes of the caller.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
