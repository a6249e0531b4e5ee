//! A QR code as one SVG path.

use anziping_tables::qr::modules;
use leptos::prelude::*;

/// The code of a text; `None` where it is longer than any code holds.
pub(in crate::enterprise) fn qr(text: &str, label: &'static str) -> Option<AnyView> {
    let rows = modules(text)?;
    let side = rows.len();
    let mut path = String::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(
        view! {
            <svg
                class="qr"
                viewBox=format!("0 0 {side} {side}")
                role="img"
                aria-label=label
                data-qr=text.to_owned()
                shape-rendering="crispEdges"
            >
                <rect class="qr-paper" width=side height=side></rect>
                <path class="qr-ink" d=path></path>
            </svg>
        }
        .into_any(),
    )
}
