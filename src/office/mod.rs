//! The office desk: received files and their verdicts, the registry of keys, totals.

pub mod app;
mod archive;
pub mod inbox;
pub mod intake;
pub mod record;
pub mod registry;
pub mod rollup;
pub mod route;
pub mod shell;
mod sign;

use anziping_core::catalog::Catalogue;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use app::OfficeApp;

/// Reads this browser's registry and mounts the desk in `root`.
pub async fn start(root: HtmlElement, catalogue: &'static Catalogue) {
    // The root owner lives as long as the page; signals of the application belong to it.
    let owner = Owner::new_root(None);
    owner.set();
    let app = OfficeApp::open(catalogue).await;
    owner.set();
    leptos::mount::mount_to(root, move || view! { <shell::Shell app=app /> }).forget();
    crate::platform::files::refuse_stray_drops().forever();
    crate::platform::document::set_mark("ready", "true");
    std::mem::forget(owner);
}
