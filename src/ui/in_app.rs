//! Warns beside buttons that save files when the page runs inside another app.

use leptos::prelude::*;

use super::field::Notice;
use crate::platform::browser_support::{self, Browser};
use crate::words::surroundings as words;

/// Says that a file may go nowhere here, and the way out; nothing in a browser of its own.
pub(crate) fn files_may_be_lost() -> Option<AnyView> {
    let Browser::InApp(other) = browser_support::browser() else { return None };
    Some(
        view! {
            <div class="no-print" data-in-app-files=other.code()>
                <Notice kind="warn">
                    <p>{words::files_may_be_lost(other)}</p>
                </Notice>
            </div>
        }
        .into_any(),
    )
}

/// Returns whether the page stands in another app's window.
pub(crate) fn is_here() -> bool {
    matches!(browser_support::browser(), Browser::InApp(_))
}

/// The class of the line that says that a file was handed over.
///
/// No green where nobody knows whether it was kept.
pub(crate) fn handed_over_class() -> &'static str {
    if is_here() { "" } else { "status-good" }
}
