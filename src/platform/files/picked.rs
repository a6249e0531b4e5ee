//! A file the person has handed over, not read yet.

use std::cell::OnceCell;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlInputElement};

use super::{FileFault, whole};
use crate::platform::js;
use crate::platform::listen::Listening;
use crate::platform::race;

/// The number of files that the dialog lets the person choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HowMany {
    /// One file.
    One,
    /// One file or more.
    Several,
    /// One picture, from the camera where there is one.
    ///
    /// Only `capture` opens it everywhere, and only without `multiple`.
    Camera,
    /// A folder with everything below it; only where [`can_pick_folders`].
    Folder,
}

/// Returns whether the dialog can choose a folder. Phones mostly cannot.
pub(crate) fn can_pick_folders() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document
        .and_then(|document| document.create_element("input").ok())
        .is_some_and(|input| js::get(&input, "webkitdirectory").is_some())
}

/// A file the person has handed over. Its content is still on the disk and is read when asked for.
#[derive(Clone)]
pub(crate) struct PickedFile {
    path: String,
    file: File,
    size: OnceCell<u64>,
}

/// Bytes that stay in JavaScript's memory: they go to the worker without a way through WebAssembly's.
#[derive(Clone)]
pub(crate) struct Bytes(pub(in crate::platform) Uint8Array);

impl Bytes {
    /// Counts them.
    pub(crate) fn count(&self) -> u64 {
        u64::from(self.0.length())
    }

    /// A copy for use on the page.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}

/// A zip file is read where it lies, a piece at a time.
impl rawzip::ReaderAt for Bytes {
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<usize> {
        let start = u32::try_from(offset).unwrap_or(u32::MAX).min(self.0.length());
        let count = u32::try_from(buffer.len()).unwrap_or(u32::MAX).min(self.0.length() - start);
        let Some(place) = buffer.get_mut(..count as usize) else { return Ok(0) };
        self.0.subarray(start, start + count).copy_to(place);
        Ok(place.len())
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(Uint8Array::from(bytes))
    }
}

impl PickedFile {
    pub(super) fn new(file: File) -> Self {
        // Filled in by a chosen folder, empty otherwise.
        let below =
            js::get(&file, "webkitRelativePath").and_then(|path| path.as_string()).filter(|path| !path.is_empty());
        Self::at(below.unwrap_or_else(|| file.name()), file)
    }

    pub(super) fn at(path: String, file: File) -> Self {
        Self { path, file, size: OnceCell::new() }
    }

    /// Name of the file without its folder.
    pub(crate) fn name(&self) -> String {
        self.file.name()
    }

    /// Name with the folders below the dropped one, for telling apart files of one name.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Size in bytes when it was first asked for, known without reading.
    ///
    /// Asked for once: Chromium stops the page each time, until another process has looked at the disk.
    pub(crate) fn size(&self) -> u64 {
        // A whole number below 2^53 by the definition of File.
        *self.size.get_or_init(|| self.file.size() as u64)
    }

    /// The file as the browser knows it.
    pub(in crate::platform) fn blob(&self) -> &web_sys::Blob {
        &self.file
    }

    /// The content, unless the file is larger than `limit` bytes: then it is not read at all.
    ///
    /// # Errors
    /// [`FileFault::TooLarge`], [`FileFault::Unreadable`].
    pub(crate) async fn bytes(&self, limit: u64) -> Result<Bytes, FileFault> {
        match whole::read(&self.file, limit).await {
            // No room for a file of gigabytes is the first that a browser tells of it.
            Err(FileFault::Unreadable(_)) if self.size() > limit => {
                Err(FileFault::TooLarge { size: self.size(), limit })
            }
            read => read.map(Bytes),
        }
    }

    /// The first bytes, at most `count`; the rest is not read.
    ///
    /// # Errors
    /// [`FileFault::Unreadable`].
    pub(crate) async fn first(&self, count: u32) -> Result<Bytes, FileFault> {
        let unreadable = |thrown: JsValue| FileFault::unreadable(&thrown);
        let first = self.file.slice_with_f64_and_f64(0.0, f64::from(count)).map_err(unreadable)?;
        let buffer = JsFuture::from(first.array_buffer()).await.map_err(unreadable)?;
        Ok(Bytes(Uint8Array::new(&buffer)))
    }

    /// Searches for `mark` behind the first `from` bytes, from the end, a piece at a time.
    ///
    /// # Errors
    /// [`FileFault::Unreadable`].
    pub(crate) async fn holds(&self, mark: &[u8], from: u64) -> Result<bool, FileFault> {
        const PIECE: u64 = 256 * 1024;
        let unreadable = |thrown: JsValue| FileFault::unreadable(&thrown);
        let mut end = self.size();
        while end > from {
            let start = end.saturating_sub(PIECE).max(from);
            // The mark may lie across the seam. Sizes of files are whole numbers below 2^53.
            let until = (end + mark.len() as u64 - 1).min(self.size());
            let piece = self.file.slice_with_f64_and_f64(start as f64, until as f64).map_err(unreadable)?;
            let buffer = JsFuture::from(piece.array_buffer()).await.map_err(unreadable)?;
            if Uint8Array::new(&buffer).to_vec().windows(mark.len()).any(|window| window == mark) {
                return Ok(true);
            }
            end = start;
        }
        Ok(false)
    }

    /// The content as text, unless the file is larger than `limit` bytes.
    ///
    /// Strict, unlike `File.text()`, which replaces what is not UTF-8 and so hides damage.
    ///
    /// # Errors
    /// [`FileFault::TooLarge`], [`FileFault::Unreadable`], [`FileFault::NotText`].
    pub(crate) async fn text(&self, limit: u64) -> Result<String, FileFault> {
        String::from_utf8(self.bytes(limit).await?.to_vec()).map_err(|_| FileFault::NotText)
    }
}

/// Shows the file dialog; an empty list when the person closes it without choosing.
///
/// `accept` is the list of an input's `accept` attribute, such as `.json,.txt`; it only filters what the dialog shows.
/// Must follow a click. Browsers before Chrome 113 and Safari 16.4 do not tell that the dialog was closed: the future
/// then stays pending, so nothing but this choice may wait for it.
///
/// # Errors
/// [`FileFault::Refused`].
pub(crate) async fn pick(accept: &str, how_many: HowMany) -> Result<Vec<PickedFile>, FileFault> {
    let input = place_input(accept, how_many).map_err(|thrown| FileFault::refused(&thrown))?;
    let (decide, wait) = race::first();
    let on = |event| {
        let decide = decide.clone();
        Listening::to(&input, event, move |_| decide.with(()))
    };
    let _listening = on("change").and(on("cancel"));
    input.click();
    // Both ends live in this function: the wait is never given up.
    wait.await.unwrap_or_default();
    let chosen = input.files().map(|files| all(&files)).unwrap_or_default();
    input.remove();
    Ok(chosen)
}

pub(super) fn all(files: &FileList) -> Vec<PickedFile> {
    (0..files.length()).filter_map(|index| files.item(index)).map(PickedFile::new).collect()
}

/// Places an input in the page, hidden: Safari on iOS does not tell a choice to one outside of it.
fn place_input(accept: &str, how_many: HowMany) -> Result<HtmlInputElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let input: HtmlInputElement = document.create_element("input")?.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(matches!(how_many, HowMany::Several | HowMany::Folder));
    if how_many == HowMany::Camera {
        input.set_attribute("capture", "environment")?;
    }
    if how_many == HowMany::Folder {
        input.set_attribute("webkitdirectory", "")?;
    }
    input.set_hidden(true);
    // Found by automated tests, which hand over files without the dialog.
    input.set_attribute("data-picker", "")?;
    document.body().ok_or(JsValue::UNDEFINED)?.append_child(&input)?;
    Ok(input)
}
