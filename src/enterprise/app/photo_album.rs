//! Taking photographs in and out: shrunk, named by their hash, kept in the browser's album.

use anziping_core::hazard::{Hazard, PHOTO_BYTES, Photo, PhotoOf};
use anziping_core::value::day::Day;
use anziping_seal::canonical::sha256_hex;
use leptos::prelude::*;
use thiserror::Error;

use super::App;
use crate::enterprise::session::Session;
use crate::platform::files::PickedFile;
use crate::platform::image::{self, PictureFault};
use crate::platform::journal::{Album, JournalFault, PictureKey};

/// Most that the photographs of this browser may take, in bytes: some five hundred.
pub const ROOM: u64 = 100_000_000;

/// Why a photograph was not taken in; the ledger is unchanged then.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PhotoFault {
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
pub struct Room {
    /// Number of pictures.
    pub pictures: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// What the album holds.
///
/// # Errors
/// The album cannot be opened.
pub async fn room() -> Result<Room, JournalFault> {
    let keys = Album::keys().await?;
    Ok(Room { pictures: keys.len(), bytes: keys.iter().map(|key| u64::from(key.bytes)).sum() })
}

/// The name of a hazard's picture in the album.
pub fn key(enterprise: &str, photo: &Photo) -> PictureKey {
    PictureKey { enterprise: enterprise.to_owned(), sha256: photo.sha256.clone(), bytes: photo.bytes }
}

/// Takes a file in for the hazard `id`: the picture is kept before the ledger names it. One that the hazard names and this browser has
/// lost is put back as it is, so that an exported photograph can return.
///
/// # Errors
/// [`PhotoFault`].
pub async fn take(
    app: App,
    session: Session,
    id: &str,
    of: PhotoOf,
    picked: &PickedFile,
    on: Day,
) -> Result<(), PhotoFault> {
    // The page may be gone after an await, and the month's signals with it.
    let Some(enterprise) = session.id.try_get_value() else { return Ok(()) };
    let look = || {
        session.hazards.try_with_untracked(|hazards| hazards.iter().find(|hazard| hazard.id == id).cloned()).flatten()
    };
    let named = |hash: &str| look().and_then(|hazard| hazard.photos.into_iter().find(|photo| photo.sha256 == hash));
    if picked.size() <= PHOTO_BYTES as u64 {
        let own = picked.bytes(PHOTO_BYTES as u64).await.map_err(PictureFault::from)?.to_vec();
        if let Some(known) = named(&sha256_hex(&own)) {
            return Ok(Album::put(&key(&enterprise, &known), &own).await?);
        }
    }
    if !look().is_some_and(|hazard: Hazard| hazard.has_room_for_photo(of)) {
        return Err(PhotoFault::Enough);
    }
    if room().await?.bytes + PHOTO_BYTES as u64 > ROOM {
        sweep(app).await?;
        if room().await?.bytes + PHOTO_BYTES as u64 > ROOM {
            return Err(PhotoFault::Full);
        }
    }
    let jpeg = image::shrink(picked, PHOTO_BYTES).await?;
    // At most PHOTO_BYTES.
    let photo = Photo { sha256: sha256_hex(&jpeg), of, on, bytes: u32::try_from(jpeg.len()).unwrap_or(u32::MAX) };
    Album::put(&key(&enterprise, &photo), &jpeg).await?;
    if look().is_some() && named(&photo.sha256).is_none() {
        session.edit_hazards(|hazards| {
            if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == id) {
                hazard.photos.push(photo);
            }
        });
    }
    Ok(())
}

/// Removes the pictures that no month of any enterprise names any more. While a record cannot be read, all are kept: it may name them.
async fn sweep(app: App) -> Result<(), JournalFault> {
    let Some(named) = app.named_photos() else { return Ok(()) };
    for key in Album::keys().await? {
        if !named.contains(&key.sha256) {
            Album::remove(&key).await?;
        }
    }
    Ok(())
}

/// The photographs of the ledger as one zip file, stored as they are: JPEG does not get smaller. Gives the file with the number of
/// pictures in it and of those that are not in this browser.
///
/// # Errors
/// The album cannot be read, or the archive cannot be written, which memory cannot refuse.
pub async fn zip(named: &[(String, PictureKey)]) -> Result<(Vec<u8>, usize, usize), PhotoFault> {
    let (mut archive, mut missing) = (rawzip::ZipArchiveWriter::new(Vec::new()), 0);
    for (name, key) in named {
        match Album::get(key).await? {
            Some(bytes) => {
                store(&mut archive, name, &bytes).map_err(|fault| JournalFault::Failed(fault.to_string()))?
            }
            None => missing += 1,
        }
    }
    let file = archive.finish().map_err(|fault| JournalFault::Failed(fault.to_string()))?;
    Ok((file, named.len() - missing, missing))
}

fn store(archive: &mut rawzip::ZipArchiveWriter<Vec<u8>>, name: &str, bytes: &[u8]) -> Result<(), rawzip::Error> {
    use std::io::Write as _;
    let (mut entry, config) = archive.new_file(name).start()?;
    let mut writer = config.wrap(&mut entry);
    writer.write_all(bytes)?;
    let (_, written) = writer.finish()?;
    entry.finish(written).map(drop)
}
