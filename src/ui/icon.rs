//! The few icons, drawn in the colour of the text. State never depends on them alone.

use leptos::prelude::*;

/// Icon of a kind of message: `good`, `warn`, `bad`, `info`; anything else is a dot.
pub(crate) fn of(kind: &str) -> AnyView {
    let path = match kind {
        "good" => "M4 10.5l4 4 8-9",
        "warn" => "M10 3l8 14H2L10 3zm0 5v4m0 2.4v.1",
        "bad" => "M5 5l10 10M15 5L5 15",
        "info" => "M10 9v6m0-9.6v.1M10 18a8 8 0 100-16 8 8 0 000 16z",
        "saving" => "M10 3v4m0 6v4M3 10h4m6 0h4",
        "offline" => "M3 8a10 10 0 0114 0M6 11.5a6 6 0 018 0M10 15.5v.1",
        _ => "M10 10v.1",
    };
    view! {
        <svg
            viewBox="0 0 20 20"
            width="18"
            height="18"
            fill="none"
            stroke="currentColor"
            stroke-width="2.2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d=path />
        </svg>
    }
    .into_any()
}

/// The sign of the product: a shield with a tick.
pub(crate) fn brand() -> AnyView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M16 2l12 4v9c0 8-5.2 12.7-12 15C9.200 27.700 4 23 4 15V6l12-4z" fill="#0b5a55" />
            <path
                d="M10 16.200l4.200 4.300L22.500 11.500"
                fill="none"
                stroke="#ffffff"
                stroke-width="3"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
    .into_any()
}
