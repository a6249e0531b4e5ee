//! Gets the page as one file that needs no site; the build puts it beside the hosted page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The attribute of `<html>` that a single file has, with its version.
const ATTRIBUTE: &str = "data-single";
/// How far into a file the attribute is looked for, bytes.
const HEAD: usize = 1_000;

/// Why the file was not had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoSingleFile {
    /// The network is not there. It can be tried again.
    NotReached,
    /// The host has no such file, or answers with something else, such as the login page of a network.
    NotOffered,
}

/// A single file as the host has it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SingleFile {
    /// The version of the program in it.
    pub version: String,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// Returns whether this page is itself a single file.
pub(crate) fn is_this() -> bool {
    version_of_this().is_some()
}

/// The version of the single file that this page is.
pub(crate) fn version_of_this() -> Option<String> {
    let root = web_sys::window()?.document()?.document_element()?;
    root.get_attribute(ATTRIBUTE)
}

/// Fetches the single file of this page, past every cache.
///
/// # Errors
/// Any [`NoSingleFile`].
pub(crate) async fn fetched(address: &str) -> Result<SingleFile, NoSingleFile> {
    let bytes = bytes(address).await.map_err(|_| NoSingleFile::NotReached)?.ok_or(NoSingleFile::NotOffered)?;
    let version = version_of(&bytes).ok_or(NoSingleFile::NotOffered)?;
    Ok(SingleFile { version, bytes })
}

async fn bytes(address: &str) -> Result<Option<Vec<u8>>, JsValue> {
    let Some(window) = web_sys::window() else { return Ok(None) };
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    let read = JsFuture::from(response.array_buffer()?).await?;
    Ok(Some(js_sys::Uint8Array::new(&read).to_vec()))
}

/// The version that a single file names; `None` for any other file.
fn version_of(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let after = head.split_once("<html ")?.1.split_once(&format!("{ATTRIBUTE}=\""))?.1;
    let (version, _) = after.split_once('"')?;
    (!version.is_empty()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn a_single_file_names_its_version_and_a_login_page_is_none() {
        let single = b"<!DOCTYPE html>\n<html data-single=\"0.1.0-3f2a91bc\" lang=\"zh-CN\"><head>";
        assert_eq!(version_of(single).as_deref(), Some("0.1.0-3f2a91bc"));
        for other in [
            &b"<html lang=\"zh-CN\"><body>\xe8\xaf\xb7\xe7\x99\xbb\xe5\xbd\x95"[..],
            b"",
            b"<html data-single=\"",
            b"data-single=\"1\"",
        ] {
            assert_eq!(version_of(other), None);
        }
    }
}
