//! A QR code as one SVG path.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// The code of a text; `None` where it is longer than any code holds.
pub(in crate::enterprise) fn qr(text: &str, label: &'static str) -> Option<AnyView> {
    // Paper gets folded and stained: a quarter of the modules may be lost.
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
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
