//! Photographs of a hazard as the signed file knows them: by hash.

use anziping_seal::Sha256;
use serde::{Deserialize, Serialize};

use super::{Hazard, Stage};
use crate::value::day::Day;

/// What a photograph shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PhotoOf {
    /// The hazard as it was found.
    Before,
    /// The same place once it was put right.
    After,
}

/// A photograph. The picture lies in the browser under its hash and travels beside the signed file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Photo {
    /// SHA-256 of the bytes of the JPEG file, 64 hex digits.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: Sha256,
    /// What it shows.
    pub of: PhotoOf,
    /// The day on which it was added.
    pub on: Day,
    /// Size of the file in bytes.
    pub bytes: u32,
}

/// The most bytes of one picture.
///
/// A telephone's photograph stays readable, and a hundred of them fit into any browser's share.
pub const PHOTO_BYTES: usize = 200_000;
/// Most pictures of one hazard before, and as many after.
pub const PHOTOS_EACH: usize = 6;

impl Hazard {
    /// Returns whether one more picture of this kind can be added.
    pub fn has_room_for_photo(&self, of: PhotoOf) -> bool {
        self.photos.iter().filter(|photo| photo.of == of).count() < PHOTOS_EACH
    }

    /// Returns whether a picture of this kind can still be taken out.
    ///
    /// It cannot once the stage that it proves was left.
    pub fn may_drop_photo(&self, of: PhotoOf) -> bool {
        match of {
            PhotoOf::Before => self.stage <= Stage::Registered,
            PhotoOf::After => self.stage <= Stage::Evaluated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_proves_a_stage_left_stays() {
        let at = |stage| Hazard { stage, ..Hazard::default() };
        assert!(
            at(Stage::Registered).may_drop_photo(PhotoOf::Before)
                && !at(Stage::Reported).may_drop_photo(PhotoOf::Before)
        );
        assert!(
            at(Stage::Evaluated).may_drop_photo(PhotoOf::After) && !at(Stage::Closed).may_drop_photo(PhotoOf::After)
        );
    }

    #[test]
    fn before_and_after_have_room_of_their_own() {
        let photo = Photo { sha256: Sha256::of(b""), of: PhotoOf::Before, on: Day::epoch(), bytes: 1 };
        let full = Hazard { photos: vec![photo; PHOTOS_EACH], ..Hazard::default() };
        assert!(!full.has_room_for_photo(PhotoOf::Before) && full.has_room_for_photo(PhotoOf::After));
    }
}
