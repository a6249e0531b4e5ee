//! A key by its bytes alone.

use serde::{Deserialize, Serialize};

use super::PublicKey;
use crate::{Reason, base64url};

/// A public key as bytes, not yet checked, in base64url.
///
/// Checking a point is the slowest step; who receives thousands of keys checks only those used.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UncheckedKey(String);

impl UncheckedKey {
    /// The key, with every check of [`PublicKey::from_bytes`].
    ///
    /// # Errors
    /// The first departure.
    pub fn check(&self) -> Result<PublicKey, Reason> {
        let bytes = base64url::decode(&self.0)?;
        PublicKey::from_bytes(bytes.as_slice().try_into().map_err(|_| Reason::KeyLength)?)
    }
}

impl From<&PublicKey> for UncheckedKey {
    fn from(key: &PublicKey) -> Self {
        Self(key.x())
    }
}
