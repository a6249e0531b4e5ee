//! The office desk: received files and their verdicts, the registry of keys, totals.

pub mod shell;

use anziping_core::catalog::Catalogue;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

/// Mounts the desk in `root`.
pub async fn start(root: HtmlElement, _catalogue: &'static Catalogue) {
    leptos::mount::mount_to(root, move || view! { <shell::Shell/> }).forget();
    crate::platform::document::set_mark("ready", "true");
}
