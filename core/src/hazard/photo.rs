//! Photographs of a hazard as the signed file knows them: by hash.

use serde::{Deserialize, Serialize};

use crate::day::Day;

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
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// What it shows.
    pub of: PhotoOf,
    /// The day on which it was added.
    pub on: Day,
    /// Size of the file in bytes.
    pub bytes: u32,
}
