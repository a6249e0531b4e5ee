//! Gets the text of the check list, which lies beside the program as a file of its own.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The network is not there, or the host does not have the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotFetched;

/// The text, fetched from the address that stands in the page shell.
///
/// # Errors
/// [`NotFetched`]; it can be tried again.
pub(crate) async fn fetched() -> Result<String, NotFetched> {
    if let Some(text) = asked_ahead().await {
        return Ok(text);
    }
    text().await.map_err(|_| NotFetched)?.ok_or(NotFetched)
}

/// The text for which the script of the page has asked; `None` where it did not come.
async fn asked_ahead() -> Option<String> {
    let promise: Promise = of_script()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

async fn text() -> Result<Option<String>, JsValue> {
    let Some(window) = web_sys::window() else { return Ok(None) };
    let root = window.document().and_then(|document| document.document_element());
    let Some(address) = root.and_then(|root| root.get_attribute("data-list")) else { return Ok(None) };
    let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
}

/// The text that the script of the page or of the worker has fetched before it started the program.
pub fn given() -> Option<String> {
    of_script()?.as_string()
}

fn of_script() -> Option<JsValue> {
    js_sys::Reflect::get(&js_sys::global(), &"checkList".into()).ok()
}
