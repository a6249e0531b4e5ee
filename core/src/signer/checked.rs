//! A signer whose signature was checked.

use anziping_seal::envelope;
use anziping_seal::keys::{Fingerprint, KeyId, UncheckedKey};
use serde::{Deserialize, Serialize};

use super::Role;
use crate::value::visible::visible;

/// Someone whose signature holds. Whose key it really is, only the registry knows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckedSigner {
    /// In what capacity.
    pub role: Role,
    /// Name as the document states it, invisible characters shown by their numbers.
    pub name: String,
    /// Post as the document states it.
    pub title: String,
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The 30 digits for people.
    pub fingerprint: Fingerprint,
    /// The key. It was checked where the file was, and is again when it is registered.
    pub key: UncheckedKey,
}

impl CheckedSigner {
    /// The signer of a verified document; `None` for a role that this program does not know.
    #[must_use]
    pub fn of(signer: envelope::VerifiedSigner) -> Option<Self> {
        Some(Self {
            role: Role::parse(signer.role)?,
            name: visible(&signer.name).into_owned(),
            title: visible(&signer.title).into_owned(),
            fingerprint: signer.kid.fingerprint(),
            kid: signer.kid,
            key: (&signer.key).into(),
        })
    }
}
