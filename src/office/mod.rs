//! The office desk: received files and their verdicts, the registry of keys, totals.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`app`] | holds what is open, for every page |
//! | [`desk_record`], [`keeping`] | say what the desk keeps in the browser: the registry, and what it found out about files |
//! | [`saving`] | says what becomes of verdicts where the browser does not keep them |
//! | [`dropping`], [`intake`] | take files from wherever they are dropped through the workers into the inbox |
//! | [`unpack`] | takes files out of a zip |
//! | `kept_files` | takes verdicts and months of streets away, and brings them in from another browser |
//! | `street_months` | keeps the months of streets that came |
//! | [`sign`], [`archive`] | signs with the office's own key, packs many files into one |
//! | [`route`], [`shell`] | names the pages, and draws the frame around them |
//! | [`inbox`] | received files and their verdicts |
//! | [`registry`] | enterprises and their keys |
//! | [`rollup`] | the reports of one month added up |
//! | [`papers`] | the month in the office's words, and a sheet for each enterprise |
//! | [`county`] | the months of many streets, for the county above them |

pub(crate) mod app;
mod archive;
pub(crate) mod county;
pub(crate) mod desk_record;
mod dropping;
pub(crate) mod inbox;
pub(crate) mod intake;
mod keeping;
mod kept_files;
pub(crate) mod papers;
pub(crate) mod registry;
pub(crate) mod rollup;
pub(crate) mod route;
mod saving;
pub(crate) mod shell;
mod sign;
mod street_months;
mod unpack;

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
    crate::platform::dom::set_mark("ready", "true");
    std::mem::forget(owner);
}
