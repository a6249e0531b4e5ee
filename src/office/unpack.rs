//! Takes the files out of a zip, as chats and mail programs pack them.
//!
//! Within the limits that hold for files of their own: what a name or a size refuses is never unpacked.

use anziping_core::seal::limits;

use crate::platform::files::{Bytes, PickedFile};
use crate::platform::{chinese, deflate};
use crate::words::office as words;

/// Bytes of an archive: far more than the reports of a subdistrict.
const ARCHIVE_BYTES: u64 = 200_000_000;
/// Bytes that come out of one archive.
const UNPACKED_BYTES: u64 = 400_000_000;

/// Returns whether a file is called a zip.
pub(super) fn is_zip(file: &PickedFile) -> bool {
    file.name().to_ascii_lowercase().ends_with(".zip")
}

/// Returns whether a system leaves files of this name behind in folders.
pub(super) fn is_of_system(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str())
}

/// Files by their names, and sentences about those that stay in the zip.
pub(super) type Unpacked = (Vec<(String, Bytes)>, Vec<(String, String)>);

/// The files of a zip under its name, and sentences about those that stay in it.
///
/// # Errors
/// A sentence that says why nothing was taken out.
pub(super) async fn unpack(file: &PickedFile) -> Result<Unpacked, String> {
    let bytes = file.bytes(ARCHIVE_BYTES).await.map_err(|fault| words::file(&fault))?;
    let end = bytes.count();
    let mut buffer = vec![0; rawzip::RECOMMENDED_BUFFER_SIZE];
    let archive = rawzip::ZipLocator::new()
        .locate_in_reader(bytes, &mut buffer, end)
        .map_err(|_| words::ZIP_DAMAGED.to_owned())?;
    let mut entries = archive.entries(&mut buffer);
    let (mut listed, mut left, mut room) = (Vec::new(), Vec::new(), UNPACKED_BYTES);
    while let Some(entry) = entries.next_entry().map_err(|_| words::ZIP_DAMAGED.to_owned())? {
        let name = name_of(entry.file_path().as_bytes());
        let path = format!("{}/{name}", file.path());
        let (size, packed) = (entry.uncompressed_size_hint(), entry.compressed_size_hint());
        let stored = match entry.compression_method() {
            rawzip::CompressionMethod::STORE => Some(true),
            rawzip::CompressionMethod::DEFLATE => Some(false),
            _ => None,
        };
        match stored {
            _ if name.ends_with('/') || is_of_system(last(&name)) => {}
            _ if listed.len() >= limits::BATCH_FILES => return Err(words::zip_too_many()),
            _ if name.to_ascii_lowercase().ends_with(".zip") => left.push((path, words::ZIP_IN_ZIP.to_owned())),
            _ if size.max(packed) > words::limit() || size > room => left.push((path, words::too_large(size))),
            Some(stored) => {
                room -= size;
                listed.push((path, entry.wayfinder(), stored));
            }
            None => left.push((path, words::ZIP_LOCKED.to_owned())),
        }
    }
    if listed.is_empty() && left.is_empty() {
        return Err(words::ZIP_EMPTY.to_owned());
    }
    let mut taken = Vec::new();
    for (path, entry, stored) in listed {
        let mut bytes = Vec::new();
        let read = archive.get_entry(entry).is_ok_and(|entry| {
            std::io::Read::read_to_end(&mut std::io::Read::take(entry.reader(), words::limit()), &mut bytes).is_ok()
        });
        let whole = match (read, stored) {
            (false, _) => None,
            (true, true) => Some(bytes),
            (true, false) => deflate::inflate_bare(&bytes, limits::FILE_BYTES).await.ok(),
        };
        match whole {
            Some(whole) => taken.push((path, Bytes::from(whole.as_slice()))),
            None => left.push((path, words::ZIP_LOCKED.to_owned())),
        }
    }
    Ok((taken, left))
}

/// A name as it was meant: programs of Chinese Windows write it in GBK, and do not say so.
fn name_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) => chinese::read(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned()),
    }
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or_default()
}
