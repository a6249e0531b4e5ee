//! The secret key: made from given random bytes, wiped from memory when it goes out of use.

use std::fmt;

use ed25519_dalek::SigningKey;
use zeroize::Zeroize;

use super::{KeyId, PublicKey};

/// A secret Ed25519 key.
///
/// It cannot be cloned, shown or serialised; [`crate::container::lock`] is the only way out.
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of a seed: 32 bytes from a random source fit for keys (`crypto.getRandomValues`).
    #[must_use]
    pub fn from_bytes(mut seed: [u8; 32]) -> Self {
        let key = SecretKey(SigningKey::from_bytes(&seed));
        seed.zeroize();
        key
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey::of(&self.0)
    }

    /// The name of the public half.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        self.public().key_id()
    }

    pub(crate) fn signing(&self) -> &SigningKey {
        &self.0
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for SecretKey {
    /// Hides the key: debug output ends in consoles and reports.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}
