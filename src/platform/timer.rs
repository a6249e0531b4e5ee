//! Calls later, once or again and again.
//!
//! Browsers slow timers of hidden pages to one a second or one a minute and stop them in frozen ones: nothing that must
//! happen before a page disappears may hang on a timer (see [`super::dom::on_hide`]).

use gloo_timers::callback::{Interval, Timeout};

/// A pending call. Dropping it cancels.
#[must_use = "dropping a timer cancels it"]
pub(crate) struct Timer(Timeout);

/// A repeated call. Dropping it ends the repetition.
#[must_use = "dropping a repetition ends it"]
pub(crate) struct Repetition(Interval);

impl Timer {
    /// Lets the call happen whatever becomes of the caller.
    pub(crate) fn forever(self) {
        self.0.forget();
    }
}

impl Repetition {
    /// Repeats the call as long as the page lives.
    pub(crate) fn forever(self) {
        self.0.forget();
    }
}

/// Calls once, `ms` milliseconds from now or a little later.
pub(crate) fn after(ms: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer(Timeout::new(ms, call))
}

/// Calls every `ms` milliseconds, the first time after one such span.
pub(crate) fn every(ms: u32, call: impl FnMut() + 'static) -> Repetition {
    Repetition(Interval::new(ms, call))
}

/// Resolves `ms` milliseconds from now.
pub(crate) async fn pause(ms: u32) {
    let (decide, wait) = super::race::first();
    let _timer = after(ms, move || decide.with(()));
    // Cancelled only together with the timer, which this function holds.
    wait.await.unwrap_or_default();
}
