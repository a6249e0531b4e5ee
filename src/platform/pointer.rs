//! Tells the place where a finger, a pen or a mouse met the field that listens for it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// A spot of a field, and how large the field is, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Touched {
    /// Across and down from its corner; outside of it while a pointer is held.
    pub at: (i32, i32),
    /// Width and height of the field.
    pub field: (i32, i32),
}

fn field(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// Reads the place of the pointer; `None` for a second finger.
///
/// The field may have no children, since the offset is that within what was hit.
pub(crate) fn met(event: &PointerEvent) -> Option<Touched> {
    let field = field(event).filter(|_| event.is_primary())?;
    Some(Touched { at: (event.offset_x(), event.offset_y()), field: (field.client_width(), field.client_height()) })
}

/// Lets the field hear of this pointer until it is lifted, wherever it goes.
pub(crate) fn hold(event: &PointerEvent) {
    if let Some(field) = field(event) {
        // Refused for a pointer that is gone already; then nothing follows.
        drop(field.set_pointer_capture(event.pointer_id()));
    }
}

/// Returns whether an event comes from a button, not from a field somebody types in.
pub(crate) fn is_from_button(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.tag_name() == "BUTTON")
}
