//! The name of a key in files: its thumbprint.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Fingerprint;
use crate::base64url;

/// An RFC 7638 thumbprint (SHA-256), written in 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId([u8; 32]);

/// The text is not 43 characters of base64url that stand for 32 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a key thumbprint")]
pub struct KeyIdError;

impl KeyId {
    pub(super) fn of(thumbprint: [u8; 32]) -> Self {
        KeyId(thumbprint)
    }

    /// The digits people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.0)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base64url::encode(&self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

impl FromStr for KeyId {
    type Err = KeyIdError;

    fn from_str(text: &str) -> Result<Self, KeyIdError> {
        let bytes = base64url::decode(text).map_err(|_| KeyIdError)?;
        bytes.try_into().map(KeyId).map_err(|_| KeyIdError)
    }
}

impl TryFrom<String> for KeyId {
    type Error = KeyIdError;

    fn try_from(text: String) -> Result<Self, KeyIdError> {
        text.parse()
    }
}

impl From<KeyId> for String {
    fn from(id: KeyId) -> String {
        id.to_string()
    }
}
