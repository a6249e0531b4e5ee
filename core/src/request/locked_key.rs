//! A key in its container with the passphrase that opens it.

use std::fmt;

use anziping_seal::container;
use anziping_seal::json::Normalise;
use anziping_seal::keys::{KeyId, SecretKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::RequestFault;
use crate::record::KeyRecord;

/// A passphrase as typed. Wiped when it goes out of use, and never shown.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Form C: one keyboard types é as one character, another as two, and both must open the same key.
    pub(super) fn normalised(&self, nfc: &dyn Normalise) -> Zeroizing<String> {
        if nfc.is_nfc(&self.0) { self.0.clone() } else { Zeroizing::new(nfc.to_nfc(&self.0)) }
    }
}

impl From<String> for Passphrase {
    fn from(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

impl Serialize for Passphrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Passphrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A key in its container with what opens it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LockedKey {
    /// The container.
    pub pem: String,
    /// The key it should hold.
    pub kid: KeyId,
    /// The passphrase as typed.
    pub passphrase: Passphrase,
}

impl LockedKey {
    /// A kept key with the passphrase as typed.
    #[must_use]
    pub fn of(key: &KeyRecord, passphrase: String) -> Self {
        Self { pem: key.pem.clone(), kid: key.kid, passphrase: passphrase.into() }
    }

    pub(super) fn open(&self, nfc: &dyn Normalise) -> Result<SecretKey, RequestFault> {
        Ok(container::open(&self.pem, &self.passphrase.normalised(nfc), &self.kid)?)
    }
}

/// Opens all of them.
pub(super) fn open_all(keys: &[LockedKey], nfc: &dyn Normalise) -> Result<Vec<SecretKey>, RequestFault> {
    keys.iter().map(|key| key.open(nfc)).collect()
}
