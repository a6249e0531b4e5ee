//! Keeps photographs beside the records.
//!
//! Named by their hash, limited in number, swept when no record names them. The pictures below plans lie among them.

use std::collections::BTreeMap;

use anziping_core::hazard::{PHOTO_BYTES, Photo};
use anziping_core::month::draft::MonthDraft;
use anziping_core::plan::PlanPicture;
use anziping_core::record::RecordKey;
use anziping_core::record::body::read_body;
use anziping_core::register::Registers;
use anziping_seal::Sha256;
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

/// The size of the album.
///
/// # Errors
/// The album cannot be opened.
pub(crate) async fn room() -> Result<AlbumSize, JournalFault> {
    let keys = Album::keys().await?;
    Ok(AlbumSize { pictures: keys.len(), bytes: keys.iter().map(|key| u64::from(key.bytes)).sum() })
}

/// The name of a hazard's picture in the album.
pub(crate) fn key(enterprise: &str, photo: &Photo) -> PictureKey {
    PictureKey { enterprise: enterprise.to_owned(), sha256: photo.sha256, bytes: photo.bytes }
}

/// The name of a plan's picture in the album.
pub(crate) fn key_of_plan(enterprise: &str, picture: &PlanPicture) -> PictureKey {
    PictureKey { enterprise: enterprise.to_owned(), sha256: picture.sha256, bytes: picture.bytes }
}

/// Returns whether records of this kind name pictures.
///
/// Months name those of their hazards, registers those of their plans.
pub(crate) fn names_pictures(key: &RecordKey) -> bool {
    matches!(key, RecordKey::Month(..) | RecordKey::Registers(_))
}

/// The pictures that the body of a record names; `None` when it cannot be read.
pub(super) fn named_by(record: &RecordKey, body: &str) -> Option<Vec<PictureKey>> {
    match record {
        RecordKey::Month(enterprise, _) => {
            let (draft, _) = read_body::<MonthDraft>(body).ok()?;
            let photos = draft.hazards.into_iter().flat_map(|hazard| hazard.photos);
            Some(photos.map(|photo| key(enterprise, &photo)).collect())
        }
        RecordKey::Registers(enterprise) => {
            let (registers, _) = read_body::<Registers>(body).ok()?;
            let pictures = registers.plans.into_iter().filter_map(|plan| plan.picture);
            Some(pictures.map(|picture| key_of_plan(enterprise, &picture)).collect())
        }
        _ => Some(Vec::new()),
    }
}

/// Makes sure that one more picture fits, removing those that no record names any more.
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

/// Removes the pictures that no month and no plan of any enterprise names any more.
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

/// The hashes of all pictures that a record in this browser names.
///
/// `None` while a record cannot be read.
fn named(records: &RecordStore) -> Option<Vec<Sha256>> {
    if !records.unreadable_texts().is_empty() {
        return None;
    }
    let mut named = Vec::new();
    for key in records.keys().into_iter().filter(names_pictures) {
        named.extend(named_by(&key, &records.body(&key)?)?.into_iter().map(|picture| picture.sha256));
    }
    Some(named)
}

/// Finds the photographs that months of this browser name and the album does not have.
///
/// It gives hazards by their numbers, each with the number of photographs that are gone.
///
/// # Errors
/// The album cannot be read.
pub(crate) async fn lost(records: &RecordStore) -> Result<Vec<(String, usize)>, JournalFault> {
    let mut named = BTreeMap::<String, Vec<Sha256>>::new();
    for key in records.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..))) {
        let Some(Ok(draft)) = records.read::<MonthDraft>(&key) else { continue };
        // A hazard that is carried over stands in several months.
        for hazard in draft.hazards {
            let known = named.entry(hazard.id).or_default();
            for photo in hazard.photos {
                if !known.contains(&photo.sha256) {
                    known.push(photo.sha256);
                }
            }
        }
    }
    named.retain(|_, photos| !photos.is_empty());
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let there: Vec<Sha256> = Album::keys().await?.into_iter().map(|key| key.sha256).collect();
    let gone = |photos: &Vec<Sha256>| photos.iter().filter(|photo| !there.contains(photo)).count();
    Ok(named.into_iter().map(|(hazard, photos)| (hazard, gone(&photos))).filter(|(_, count)| *count > 0).collect())
}

#[cfg(test)]
mod tests {
    use anziping_core::plan::Plan;
    use anziping_core::value::period::Period;

    use super::*;

    #[test]
    fn the_picture_below_a_plan_is_named_by_the_registers() {
        let picture = PlanPicture { sha256: Sha256::of(b"a"), bytes: 9, width: 4, height: 3 };
        let plan = Plan { picture: Some(picture.clone()), ..Plan::default() };
        let registers = Registers { plans: vec![plan, Plan::default()], ..Registers::default() };
        let body = serde_json::to_string(&registers).unwrap();
        let own = RecordKey::Registers("e1".to_owned());
        assert!(names_pictures(&own));
        assert_eq!(named_by(&own, &body), Some(vec![key_of_plan("e1", &picture)]));
        assert_eq!(named_by(&own, "{"), None, "what cannot be read may name any");
        let month = RecordKey::Month("e1".to_owned(), Period::new(2026, 11).unwrap());
        assert!(names_pictures(&month) && !names_pictures(&RecordKey::Enterprise("e1".to_owned())));
    }
}
