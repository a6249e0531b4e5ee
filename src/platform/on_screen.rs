//! Tells which elements come onto the screen and leave it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::{Array, Reflect};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches until it is dropped.
#[must_use = "dropping this stops watching"]
pub(crate) struct Watching {
    observer: IntersectionObserver,
    _heard: Closure<dyn FnMut(Array)>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `moved` with the id of each element and whether enough of it is visible now.
///
/// Half of it is, or half a screen of it.
///
/// `None` in browsers that cannot tell, where nothing may be taken for seen.
pub(crate) fn watch(ids: &[String], mut moved: impl FnMut(String, bool) + 'static) -> Option<Watching> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"IntersectionObserver".into()).ok().filter(|found| found.is_function())?;
    let heard = Closure::new(move |entries: Array| {
        for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
            let screen = entry.root_bounds().map_or(f64::MAX, |bounds| bounds.height());
            let enough = entry.intersection_ratio() >= 0.5 || entry.intersection_rect().height() >= screen / 2.0;
            moved(entry.target().id(), entry.is_intersecting() && enough);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_threshold(
        &[0.1, 0.25, 0.5, 0.75, 1.0].map(wasm_bindgen::JsValue::from_f64).into_iter().collect::<Array>(),
    );
    let observer = IntersectionObserver::new_with_options(heard.as_ref().unchecked_ref(), &options).ok()?;
    let document = window.document()?;
    ids.iter().filter_map(|id| document.get_element_by_id(id)).for_each(|element| observer.observe(&element));
    Some(Watching { observer, _heard: heard })
}
