//! A sign as SVG: the shape and colours of its kind, its pictogram, its text.

use anziping_core::trade::{Sign, SignKind};
use leptos::prelude::*;

use super::pictogram::pictogram;

/// Red, yellow, blue and green of signs, and their contrasts.
const RED: &str = "#c8102e";
const YELLOW: &str = "#ffd100";
const BLUE: &str = "#00529b";
const GREEN: &str = "#00843d";
const BLACK: &str = "#111111";
const WHITE: &str = "#ffffff";

/// The sign with its text below, so many millimetres wide on paper.
pub(in crate::enterprise::paper) fn sign(sign: &'static Sign, millimetres: u32) -> AnyView {
    let letters = u32::try_from(sign.text.chars().count()).unwrap_or(1).max(1);
    // As large as the width allows; a short text no larger than a long one needs it to be.
    let size = (96 / letters).min(16);
    view! {
        <svg
            viewBox="0 0 100 124"
            role="img"
            aria-label=sign.text
            data-millimetres=millimetres
            style:display="block"
            style:width="100%"
            style:height="auto"
        >
            {shape(sign.kind)}
            {inside(sign)}
            {bar(sign.kind)}
            <text x="50" y="118" font-size=size font-weight="700" text-anchor="middle" fill=BLACK>
                {sign.text}
            </text>
        </svg>
    }
    .into_any()
}

fn shape(kind: SignKind) -> AnyView {
    match kind {
        SignKind::Prohibition => view! {
            <circle cx="50" cy="50" r="43" fill=WHITE stroke=RED stroke-width="9"></circle>
        }
        .into_any(),
        SignKind::Warning => view! {
            <path
                d="M50 7 96 89H4z"
                fill=YELLOW
                stroke=BLACK
                stroke-width="6"
                stroke-linejoin="round"
            ></path>
        }
        .into_any(),
        SignKind::Mandatory => view! { <circle cx="50" cy="50" r="47" fill=BLUE></circle> }.into_any(),
        SignKind::Safe => view! { <rect x="4" y="4" width="92" height="92" rx="4" fill=GREEN></rect> }.into_any(),
    }
}

/// The pictogram where the shape has room for it.
fn inside(sign: &Sign) -> AnyView {
    let (place, ink) = match sign.kind {
        SignKind::Prohibition => ("translate(25 25) scale(0.5)", BLACK),
        SignKind::Warning => ("translate(30 38) scale(0.4)", BLACK),
        SignKind::Mandatory => ("translate(21 21) scale(0.58)", WHITE),
        SignKind::Safe => ("translate(14 14) scale(0.72)", WHITE),
    };
    let drawn = pictogram(sign.id);
    view! {
        <g transform=place>
            <path d=drawn.filled fill=ink fill-rule="evenodd"></path>
            <path
                d=drawn.lined
                fill="none"
                stroke=ink
                stroke-width="8"
                stroke-linecap="round"
                stroke-linejoin="round"
            ></path>
        </g>
    }
    .into_any()
}

/// The bar of a prohibition, over what is prohibited.
fn bar(kind: SignKind) -> Option<AnyView> {
    (kind == SignKind::Prohibition)
        .then(|| view! { <path d="M20 20 80 80" stroke=RED stroke-width="9"></path> }.into_any())
}
