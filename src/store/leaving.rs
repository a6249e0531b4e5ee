//! Asks before a page is left on which something is neither saved nor kept.

use leptos::prelude::*;

use super::autosave::SaveState;
use super::handle::Store;
use crate::platform::dom;

/// Asks as long as something is at risk.
///
/// Needs the app to be mounted: before, effects have nothing to run on.
pub(super) fn ask(store: Store) {
    // The value of an effect lives until it runs again: what is no longer at risk is no longer listened for.
    Effect::new(move |_| {
        let unsettled = store.save.with(|save| matches!(save, SaveState::Saving | SaveState::Slow) || save.is_unsafe());
        unsettled.then(|| dom::confirm_leave(move || store.is_at_risk()))
    });
}
