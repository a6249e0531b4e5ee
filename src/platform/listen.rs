//! Listens to events for as long as somebody wants to hear them.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
#[must_use = "dropping this stops listening; call `forever` to listen as long as the page lives"]
pub(crate) struct Listening(Vec<EventListener>);

impl Listening {
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    pub(super) fn to(target: &EventTarget, event: &'static str, heard: impl FnMut(&Event) + 'static) -> Self {
        Self(vec![EventListener::new(target, event, heard)])
    }

    /// Listens for handlers that call `prevent_default`, which is lost on ordinary, passive listeners.
    pub(super) fn preventing(target: &EventTarget, event: &'static str, heard: impl FnMut(&Event) + 'static) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        Self(vec![EventListener::new_with_options(target, event, options, heard)])
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Listens as long as the page lives.
    pub(crate) fn forever(self) {
        self.0.into_iter().for_each(EventListener::forget);
    }
}
