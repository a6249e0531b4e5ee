//! The frame around every page of the desk.

use leptos::prelude::*;

use crate::text;
use crate::ui::icon;

/// The whole desk.
#[component]
pub fn Shell() -> impl IntoView {
    view! {
        <div class="shell shell-plain">
            <header class="top"><div class="top-row"><a class="brand" href="#/">{icon::brand()} {text::APP}</a></div></header>
            <main id="main" data-page="inbox" tabindex="-1"><div class="page"><h1 tabindex="-1">{text::office::TITLE}</h1></div></main>
        </div>
    }
    .into_any()
}
