//! A signer as documents list them.

use anziping_seal::keys::{KeyId, PublicKey};
use serde::{Deserialize, Serialize};

use super::{PublicJwk, Role};

/// A signer as listed in the document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "ReportSigner"))]
pub struct Signer {
    /// `principal` or `preparer`; in receipts and registries `office`.
    #[cfg_attr(test, schemars(with = "crate::value::schema::SigningRole"))]
    pub role: Role,
    /// Name.
    pub name: String,
    /// Post, such as 总经理.
    pub title: String,
    /// RFC 7638 thumbprint of the key.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")))]
    pub kid: KeyId,
    /// The public key.
    pub key: PublicJwk,
}

impl Signer {
    /// The holder of a key.
    #[must_use]
    pub fn of_key(role: Role, name: String, title: String, key: &PublicKey) -> Self {
        Self { role, name, title, kid: key.key_id(), key: key.into() }
    }
}
