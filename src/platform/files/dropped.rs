//! Reads files and whole folders that are dropped onto the page.

use std::future::Future;

use anziping_core::seal::limits::BATCH_FILES;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransferItem, DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::picked::all;
use super::{FileFault, PickedFile};
use crate::platform::js;

enum DroppedThing {
    Entry(FileSystemEntry),
    File(File),
}

/// The files of a drop, sorted by path.
///
/// Folders are searched through where the browser can, which all above the floor do.
///
/// Call this within the event: what was dropped is gone when the handler returns. Reading the folders may then take
/// its time.
///
/// # Errors
/// [`FileFault::TooMany`]; [`FileFault::Unreadable`] when a folder cannot be read.
pub(crate) fn from_drop(event: &DragEvent) -> impl Future<Output = Result<Vec<PickedFile>, FileFault>> + use<> {
    let items = event.data_transfer().map(|transfer| {
        let list = transfer.items();
        let items: Vec<DroppedThing> =
            (0..list.length()).filter_map(|index| list.get(index)).filter_map(|item| taken(&item)).collect();
        let plain = transfer.files().map(|files| all(&files)).unwrap_or_default();
        (items, plain)
    });
    async move {
        let (items, plain) = items.unwrap_or_default();
        if items.is_empty() { Ok(plain) } else { search(items).await }
    }
}

fn taken(item: &DataTransferItem) -> Option<DroppedThing> {
    if item.kind() != "file" {
        return None;
    }
    let entry = js::method(item, "webkitGetAsEntry").and_then(|_| item.webkit_get_as_entry().ok().flatten());
    entry.map(DroppedThing::Entry).or_else(|| item.get_as_file().ok().flatten().map(DroppedThing::File))
}

async fn search(items: Vec<DroppedThing>) -> Result<Vec<PickedFile>, FileFault> {
    let mut files = Vec::new();
    let mut open = items;
    while let Some(item) = open.pop() {
        match item {
            DroppedThing::File(file) => files.push(PickedFile::new(file)),
            DroppedThing::Entry(entry) if entry.is_directory() => {
                open.extend(entries(entry.unchecked_ref()).await?.into_iter().map(DroppedThing::Entry));
            }
            DroppedThing::Entry(entry) => {
                let path = entry.full_path().trim_start_matches('/').to_owned();
                files.push(PickedFile::at(path, file(entry.unchecked_ref()).await?));
            }
        }
        // A dropped disk is refused before it fills the memory.
        if files.len() + open.len() > BATCH_FILES {
            return Err(FileFault::TooMany { limit: BATCH_FILES });
        }
    }
    files.sort_by(|one, other| one.path().cmp(other.path()));
    Ok(files)
}

async fn entries(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, FileFault> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        // Chromium gives at most 100 at a time; only an empty list is the end.
        let mut ask = |resolve: js_sys::Function, reject: js_sys::Function| {
            if let Err(thrown) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
                drop(reject.call1(&JsValue::UNDEFINED, &thrown));
            }
        };
        let some: Array = answered(&Promise::new(&mut ask)).await?.unchecked_into();
        if some.length() == 0 || entries.len() > BATCH_FILES {
            return Ok(entries);
        }
        entries.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file(entry: &FileSystemFileEntry) -> Result<File, FileFault> {
    let mut ask = |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject);
    Ok(answered(&Promise::new(&mut ask)).await?.unchecked_into())
}

async fn answered(promise: &Promise) -> Result<JsValue, FileFault> {
    JsFuture::from(promise.clone()).await.map_err(|thrown| FileFault::unreadable(&thrown))
}
