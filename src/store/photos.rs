//! Keeps photographs beside the records.
//!
//! Named by their hash, limited in number, swept when no month names them.

use std::collections::{BTreeMap, BTreeSet};

use anziping_core::hazard::{PHOTO_BYTES, Photo};
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::RecordKey;
use thiserror::Error;

use super::records::RecordStore;
use crate::platform::image::PictureFault;
use crate::platform::journal::{Album, JournalFault, PictureKey};

/// Most that the photographs of this browser may take, in bytes: some five hundred.
pub(crate) const ROOM: u64 = 100_000_000;

/// Why a photograph was not taken in; the ledger is unchanged then.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub(crate) enum PhotoFault {
    /// The file itself.
    #[error(transparent)]
    Picture(#[from] PictureFault),
    /// The album: no room, no database.
    #[error(transparent)]
    Journal(#[from] JournalFault),
    /// The photographs of this browser take all the room set aside for them.
    #[error("the album is full")]
    Full,
    /// This hazard has as many as it may have.
    #[error("enough photographs of this hazard")]
    Enough,
}

/// Pictures and bytes in the album.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct AlbumSize {
    /// Number of pictures.
    pub pictures: usize,
    pub bytes: u64,
}

/// What the album holds.
///
/// # Errors
/// The album cannot be opened.
pub(crate) async fn room() -> Result<AlbumSize, JournalFault> {
    let keys = Album::keys().await?;
    Ok(AlbumSize { pictures: keys.len(), bytes: keys.iter().map(|key| u64::from(key.bytes)).sum() })
}

/// The name of a hazard's picture in the album.
pub(crate) fn key(enterprise: &str, photo: &Photo) -> PictureKey {
    PictureKey { enterprise: enterprise.to_owned(), sha256: photo.sha256.clone(), bytes: photo.bytes }
}

/// Makes sure that one more picture fits, removing those that no month names any more.
///
/// # Errors
/// [`PhotoFault::Full`], or the album cannot be read.
pub(crate) async fn make_room(records: &RecordStore) -> Result<(), PhotoFault> {
    if room().await?.bytes + PHOTO_BYTES as u64 > ROOM {
        sweep(records).await?;
        if room().await?.bytes + PHOTO_BYTES as u64 > ROOM {
            return Err(PhotoFault::Full);
        }
    }
    Ok(())
}

/// Removes the pictures that no month of any enterprise names any more.
///
/// While a record cannot be read, all are kept: it may name them.
async fn sweep(records: &RecordStore) -> Result<(), JournalFault> {
    let Some(named) = named(records) else { return Ok(()) };
    for key in Album::keys().await? {
        if !named.contains(&key.sha256) {
            Album::remove(&key).await?;
        }
    }
    Ok(())
}

/// The hashes of all photographs that a month in this browser names.
///
/// `None` while a record cannot be read.
fn named(records: &RecordStore) -> Option<BTreeSet<String>> {
    if !records.unreadable_texts().is_empty() {
        return None;
    }
    let mut named = BTreeSet::new();
    for key in records.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..))) {
        let draft = records.read::<MonthDraft>(&key)?.ok()?;
        named.extend(draft.hazards.into_iter().flat_map(|hazard| hazard.photos).map(|photo| photo.sha256));
    }
    Some(named)
}

/// What the months of this browser name and the album has not.
///
/// Hazards by their numbers, each with how many of its photographs are gone.
///
/// # Errors
/// The album cannot be read.
pub(crate) async fn lost(records: &RecordStore) -> Result<Vec<(String, usize)>, JournalFault> {
    let mut named = BTreeMap::<String, BTreeSet<String>>::new();
    for key in records.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..))) {
        let Some(Ok(draft)) = records.read::<MonthDraft>(&key) else { continue };
        // A hazard that is carried over stands in several months.
        for hazard in draft.hazards {
            let photos = hazard.photos.into_iter().map(|photo| photo.sha256);
            named.entry(hazard.id).or_default().extend(photos);
        }
    }
    named.retain(|_, photos| !photos.is_empty());
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let there: BTreeSet<String> = Album::keys().await?.into_iter().map(|key| key.sha256).collect();
    let gone = |photos: &BTreeSet<String>| photos.difference(&there).count();
    Ok(named.into_iter().map(|(hazard, photos)| (hazard, gone(&photos))).filter(|(_, count)| *count > 0).collect())
}
