//! Gets the text of the check list, which lies beside the program as a file of its own.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The network is not there, or the host does not have the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotFetched;

thread_local! {
    /// The answer that was asked for ahead, until somebody reads it.
    static AHEAD: Cell<Option<JsFuture>> = const { Cell::new(None) };
}

/// Asks for the list before anybody needs it, so that it comes beside what else is fetched.
pub(crate) fn ask_ahead() {
    AHEAD.set(asked());
}

/// The text, fetched from the address that stands in the page shell.
///
/// # Errors
/// [`NotFetched`]; it can be tried again.
pub(crate) async fn fetched() -> Result<String, NotFetched> {
    text().await.map_err(|_| NotFetched)?.ok_or(NotFetched)
}

async fn text() -> Result<Option<String>, JsValue> {
    let Some(answer) = AHEAD.take().or_else(asked) else { return Ok(None) };
    let response: Response = answer.await?.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}

fn asked() -> Option<JsFuture> {
    let window = web_sys::window()?;
    let address = window.document()?.document_element()?.get_attribute("data-list")?;
    Some(window.fetch_with_str(&address).into())
}

/// The text that the script of the page or of the worker has fetched before it started the program.
pub fn given() -> Option<String> {
    js_sys::Reflect::get(&js_sys::global(), &"checkList".into()).ok()?.as_string()
}
