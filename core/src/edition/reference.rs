//! The reference by which months and reports name a check list.

use serde::{Deserialize, Serialize};

/// Names an edition: what a month is answered against.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CatalogueRef {
    /// Id such as `gm-small`.
    pub id: String,
    /// Version such as `2026.11`.
    pub version: String,
    /// SHA-256 of the canonical form, 64 hex digits.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}
