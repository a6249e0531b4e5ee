//! Copies text to the clipboard.
//!
//! `navigator.clipboard` exists only on https and localhost; on a plain-http intranet and in old in-app browsers the
//! older command over a text field still works. Both need a click of the person shortly before.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::js;

/// The browser did not copy. Show the text in a field for the person to select and copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not copy the text")]
pub(crate) struct NotCopied;

/// Copies the text.
///
/// # Errors
/// [`NotCopied`].
pub(crate) async fn copy(text: &str) -> Result<(), NotCopied> {
    let window = web_sys::window().ok_or(NotCopied)?;
    let navigator = window.navigator();
    if js::get(&navigator, "clipboard").is_some()
        && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    {
        return Ok(());
    }
    copy_by_command(text)
}

fn copy_by_command(text: &str) -> Result<(), NotCopied> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(NotCopied)?;
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // Within an open modal dialog only its own descendants can be selected.
    let dialog = document.query_selector("dialog[open]").ok().flatten();
    let parent = dialog.or_else(|| document.body().map(Into::into)).ok_or(NotCopied)?;
    let field: HtmlTextAreaElement = document.create_element("textarea").map_err(|_| NotCopied)?.unchecked_into();
    field.set_value(text);
    // Read-only keeps phones from showing their keyboard.
    field.set_read_only(true);
    field.set_class_name("visually-hidden");
    parent.append_child(&field).map_err(|_| NotCopied)?;
    field.select();
    let copied = document.unchecked_into::<HtmlDocument>().exec_command("copy");
    field.remove();
    // A focus lost to the removed field would leave keyboard users at the top of the page.
    if let Some(focused) = focused
        && let Err(thrown) = focused.focus()
    {
        web_sys::console::warn_1(&thrown);
    }
    if copied.unwrap_or(false) { Ok(()) } else { Err(NotCopied) }
}
