//! Takes files that a person chooses or drops, and saves others.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `dropped` | reads files and whole folders that are dropped onto the page |
//! | `parts` | a file that is written bit by bit and lies outside of WebAssembly's memory |
//! | `picked` | a file the person has handed over, not read yet |
//! | `whole` | reads the whole of a file, unless it is larger than wanted |

mod dropped;
mod parts;
mod picked;
mod whole;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::browser_support::{self, Downloads};
use super::listen::Listening;
use super::share::{self, ShareFault};
use super::{js, task, timer};

pub(crate) use dropped::from_drop;
pub(crate) use parts::Parts;
pub(crate) use picked::{Bytes, HowMany, PickedFile, can_pick_folders, pick};

/// Why a file was not read or saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// Larger than anything this program writes: not read at all.
    ///
    /// The person has probably chosen another file.
    #[error("{size} bytes, at most {limit} are read")]
    TooLarge {
        /// Size of the file in bytes.
        size: u64,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// More files than a person means to drop, for instance a whole disk.
    #[error("more than {limit} files")]
    TooMany {
        /// The most that are taken.
        limit: usize,
    },
    /// The file was there and cannot be read.
    ///
    /// Removed, changed since it was chosen, a drive unplugged, no permission. The person can choose it again.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// Not UTF-8, so not a text of this program.
    #[error("not a text in UTF-8")]
    NotText,
    /// The browser refused to show the file dialog or to save, with its name for the reason.
    ///
    /// The person can copy the text or open the page in another browser.
    #[error("refused: {0}")]
    Refused(String),
}

impl FileFault {
    fn refused(thrown: &JsValue) -> Self {
        Self::Refused(js::error_name(thrown))
    }

    fn unreadable(thrown: &JsValue) -> Self {
        Self::Unreadable(js::error_name(thrown))
    }
}

/// Browsers fetch the content after the click, some only after asking where to save.
const REVOKE_AFTER_MS: u32 = 120_000;

/// Hands bytes or text over to the person under this name.
///
/// Into the downloads, or, where those go nowhere and the browser can, by its sheet for sharing. Must follow a click.
///
/// No browser tells whether the file was really kept, and in-app browsers (see [`super::browser_support`]) may drop it
/// silently: what must not be lost is offered in a second way as well.
///
/// # Errors
/// [`FileFault::Refused`].
pub(crate) fn save(name: &str, media_type: &str, content: &[u8]) -> Result<(), FileFault> {
    save_blobs(name, media_type, &Array::of1(&js_sys::Uint8Array::from(content)))
}

/// Saves as [`save`] does, from parts.
///
/// # Errors
/// [`FileFault::Refused`].
pub(crate) fn save_written(name: &str, media_type: &str, written: Parts) -> Result<(), FileFault> {
    let parts = written.into_blobs().map_err(|fault| FileFault::Refused(fault.to_string()))?;
    save_blobs(name, media_type, &parts)
}

fn save_blobs(name: &str, media_type: &str, parts: &Array) -> Result<(), FileFault> {
    if browser_support::downloads() == Downloads::Nowhere
        && let Some(offered) = share::offer(name, media_type, parts)
    {
        let (name, media_type, parts) = (name.to_owned(), media_type.to_owned(), parts.clone());
        task::spawn(async move {
            // A closed sheet is a decision; where it failed, downloading is what is left.
            if let Err(ShareFault::Failed(_)) = offered.await
                && let Err(thrown) = offer_parts(&name, &media_type, &parts)
            {
                web_sys::console::error_1(&thrown);
            }
        });
        return Ok(());
    }
    offer_parts(name, media_type, parts).map_err(|thrown| FileFault::refused(&thrown))
}

/// Saves many texts as one file, without a copy of the whole in WebAssembly's memory.
///
/// # Errors
/// [`FileFault::Refused`].
pub(crate) fn save_parts(name: &str, media_type: &str, parts: &[String]) -> Result<(), FileFault> {
    let parts: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
    offer_parts(name, media_type, &parts).map_err(|thrown| FileFault::refused(&thrown))
}

fn offer_parts(name: &str, media_type: &str, parts: &Array) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(parts, &options)?)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    // Firefox before 75 clicks only what is in the page.
    document.body().ok_or(JsValue::UNDEFINED)?.append_child(&link)?;
    link.click();
    link.remove();
    timer::after(REVOKE_AFTER_MS, move || {
        if let Err(thrown) = Url::revoke_object_url(&address) {
            web_sys::console::warn_1(&thrown);
        }
    })
    .forever();
    Ok(())
}

/// Returns whether files, and not a text, are dragged.
pub(crate) fn are_carried(event: &web_sys::Event) -> bool {
    js::get(event, "dataTransfer")
        .and_then(|transfer| js::get(&transfer, "types"))
        .is_some_and(|types| Array::from(&types).includes(&JsValue::from_str("Files"), 0))
}

/// Keeps the browser from leaving the page for a file that is dropped beside the place meant for it.
pub(crate) fn refuse_stray_drops() -> Listening {
    let Some(window) = web_sys::window() else { return Listening::none() };
    let refuse = |event: &web_sys::Event| {
        // A place that takes files has said so by preventing the default already; fields take text as ever.
        if are_carried(event) && !event.default_prevented() {
            event.prevent_default();
            if let Some(transfer) = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer) {
                transfer.set_drop_effect("none");
            }
        }
    };
    Listening::preventing(&window, "dragover", refuse).and(Listening::preventing(&window, "drop", refuse))
}
