//! Takes a photograph in for a hazard: shrunk, kept in the browser's album, then named in the ledger.

use anziping_core::hazard::{Hazard, PHOTO_BYTES, Photo, PhotoOf};
use anziping_core::value::day::Day;
use anziping_seal::Sha256;
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::platform::files::PickedFile;
use crate::platform::image::{self, PictureFault};
use crate::platform::journal::Album;
use crate::store::Store;
use crate::store::photos::{self, PhotoFault};

/// Puts a photograph back that a hazard names and this browser has lost; whether the file is that one.
///
/// Nothing of the month changes, so a signed one gets its pictures back as well.
///
/// # Errors
/// [`PhotoFault`].
pub(crate) async fn put_back(enterprise: &str, photo: &Photo, picked: &PickedFile) -> Result<bool, PhotoFault> {
    if picked.size() > PHOTO_BYTES as u64 {
        return Ok(false);
    }
    let own = picked.bytes(PHOTO_BYTES as u64).await.map_err(PictureFault::from)?.to_vec();
    let is_same = Sha256::of(&own) == photo.sha256;
    if is_same {
        Album::put(&photos::key(enterprise, photo), &own).await?;
    }
    Ok(is_same)
}

/// Takes a file in for the hazard `id`: the picture is kept before the ledger names it.
///
/// One that the hazard names and this browser has lost is put back as it is, so that an exported photograph can return.
///
/// # Errors
/// [`PhotoFault`].
pub(crate) async fn take(
    store: Store,
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
    let named = |hash: Sha256| look().and_then(|hazard| hazard.photos.into_iter().find(|photo| photo.sha256 == hash));
    if picked.size() <= PHOTO_BYTES as u64 {
        let own = picked.bytes(PHOTO_BYTES as u64).await.map_err(PictureFault::from)?.to_vec();
        if let Some(known) = named(Sha256::of(&own)) {
            return Ok(Album::put(&photos::key(&enterprise, &known), &own).await?);
        }
    }
    if !look().is_some_and(|hazard: Hazard| hazard.has_room_for_photo(of)) {
        return Err(PhotoFault::Enough);
    }
    store.flush();
    photos::make_room(&store.records()).await?;
    let jpeg = image::shrink(picked, PHOTO_BYTES).await?;
    // At most PHOTO_BYTES.
    let sha256 = Sha256::of(&jpeg);
    let photo = Photo { sha256, of, on, bytes: u32::try_from(jpeg.len()).unwrap_or(u32::MAX) };
    Album::put(&photos::key(&enterprise, &photo), &jpeg).await?;
    if look().is_some() && named(photo.sha256).is_none() {
        session.edit_hazards(|hazards| {
            if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == id) {
                hazard.photos.push(photo);
            }
        });
    }
    Ok(())
}
