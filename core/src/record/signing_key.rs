//! A signing key as it is kept: the secret encrypted, the public part readable.

use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use crate::signer::{Mandate, PublicJwk, Role, Signer};
use crate::value::timestamp::Timestamp;

/// Why a key signs nothing more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retired {
    /// Another key took its place.
    Replaced,
    /// Its holder revoked it.
    Revoked,
}

/// Body of a record `k/…`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeyRecord {
    /// RFC 7638 thumbprint of the public key.
    pub kid: KeyId,
    /// Secret key encrypted with the passphrase, PEM `ENCRYPTED PRIVATE KEY`.
    pub pem: String,
    /// Public key, base64url of the 32 bytes.
    pub x: String,
    /// Name of the one who signs.
    pub name: String,
    /// Post, such as 总经理.
    pub title: String,
    /// In what capacity its holder signs.
    pub role: Role,
    /// Time of making.
    pub created_at: Timestamp,
    /// A copy of it was found whole in a backup outside of this browser.
    #[serde(default)]
    pub backup_checked: bool,
    /// The power of attorney, when its holder is a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// It went out of use: changed for another key, or revoked.
    ///
    /// It signs nothing more; the record stays for what it signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Retired>,
}

impl From<&KeyRecord> for Signer {
    /// The holder of a kept key, as documents list him.
    fn from(key: &KeyRecord) -> Self {
        Self {
            role: key.role,
            name: key.name.clone(),
            title: key.title.clone(),
            kid: key.kid,
            key: PublicJwk::ed25519(key.x.clone()),
        }
    }
}
