//! Keeps long tables short on the page, and says how much of them is left out.

use leptos::prelude::*;

use crate::words::office::rollup as words;

/// Rows of a table on the page: a browser lays out a few hundred at once. The workbook has all of them.
pub(in crate::office) const ROWS: usize = 300;

/// Said below a table that is longer than the page shows.
pub(in crate::office) fn rest(rows: usize) -> Option<AnyView> {
    beyond(rows, ROWS)
}

/// The same for a table of which only so many rows stand on the page.
pub(super) fn beyond(rows: usize, shown: usize) -> Option<AnyView> {
    rows.checked_sub(shown).filter(|rest| *rest > 0).map(|rest| {
        view! {
            <p class="hint" data-rest=rest>
                {words::rest(rest)}
            </p>
        }
        .into_any()
    })
}
