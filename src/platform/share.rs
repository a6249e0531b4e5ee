//! Hands a file to another app of the device, such as WeChat or mail.
//!
//! There on phones and on some desktops, on https only, and only within a click of the person.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData};

use super::js;

/// Why the file was not handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ShareFault {
    /// This browser shares no files: the person can save the file or copy its text.
    #[error("this browser shares no files")]
    Unsupported,
    /// The person closed the sheet: nothing to report.
    #[error("sharing was cancelled")]
    Cancelled,
    /// Anything else, with the browser's name for it: the person can save the file or copy its text.
    #[error("sharing failed: {0}")]
    Failed(String),
}

/// Returns whether this browser shares text files at all: decides if the button is shown.
pub(crate) fn is_supported() -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    request("a.txt", "").is_ok_and(|request| may_share(&navigator, &request))
}

/// Shares a text as a file and resolves when the other app has taken it, as far as the browser tells.
///
/// Chromium shares no `.json`, only names and types from a list of its own, and says so only after the click is
/// used up (w3c/web-share issue 200). The file therefore goes out as plain text, its name ending in `.txt`; whoever
/// reads it goes by the content.
///
/// # Errors
/// Any [`ShareFault`].
pub(crate) async fn text_file(name: &str, text: &str) -> Result<(), ShareFault> {
    let navigator = web_sys::window().ok_or(ShareFault::Unsupported)?.navigator();
    let request = request(name, text).map_err(|thrown| fault(&thrown))?;
    if !may_share(&navigator, &request) {
        return Err(ShareFault::Unsupported);
    }
    JsFuture::from(navigator.share_with_data(&request)).await.map(drop).map_err(|thrown| fault(&thrown))
}

/// Opens the sheet for a file of any kind; `None` where the browser does not share this one.
pub(super) fn offer(
    name: &str,
    media_type: &str,
    parts: &Array,
) -> Option<impl Future<Output = Result<(), ShareFault>> + 'static> {
    let navigator = web_sys::window()?.navigator();
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file = File::new_with_blob_sequence_and_options(parts, name, &options).ok()?;
    let request = ShareData::new();
    request.set_files(&Array::of1(&file));
    // At once: the click is used up before a future has its first turn.
    let shared = may_share(&navigator, &request).then(|| navigator.share_with_data(&request))?;
    Some(async move { JsFuture::from(shared).await.map(drop).map_err(|thrown| fault(&thrown)) })
}

fn request(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, &shareable_name(name), &options)?;
    let request = ShareData::new();
    request.set_files(&Array::of1(&file));
    // No title or text beside it: WeChat would then take the text and drop the file.
    Ok(request)
}

fn may_share(navigator: &Navigator, request: &ShareData) -> bool {
    js::method(navigator, "share").is_some()
        && js::method(navigator, "canShare").is_some()
        && navigator.can_share_with_data(request)
}

fn shareable_name(name: &str) -> String {
    if name.ends_with(".txt") { name.to_owned() } else { format!("{name}.txt") }
}

fn fault(thrown: &JsValue) -> ShareFault {
    match js::error_name(thrown).as_str() {
        "AbortError" => ShareFault::Cancelled,
        name => ShareFault::Failed(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::shareable_name;

    #[test]
    fn a_shared_report_goes_out_under_a_name_that_chromium_lets_pass() {
        assert_eq!(shareable_name("2026-11.json"), "2026-11.json.txt");
        assert_eq!(shareable_name("说明.txt"), "说明.txt");
    }
}
