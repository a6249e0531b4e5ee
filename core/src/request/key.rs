//! Making and opening keys.

use std::fmt;

use anziping_seal::container;
use anziping_seal::json::Normalise;
use anziping_seal::keys::{KeyId, SecretKey};
use anziping_seal::passphrase;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::{Done, JobFault, Surroundings};

/// A passphrase as typed. Wiped when it goes out of use, and never shown.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Form C: one keyboard types é as one character, another as two, and both must open the same key.
    fn normalised(&self, nfc: &dyn Normalise) -> Zeroizing<String> {
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
    pub(super) fn open(&self, nfc: &dyn Normalise) -> Result<SecretKey, JobFault> {
        Ok(container::open(&self.pem, &self.passphrase.normalised(nfc), &self.kid)?)
    }
}

pub(super) fn make(passphrase: &Passphrase, avoid: &[String], around: &mut dyn Surroundings) -> Result<Done, JobFault> {
    let passphrase = passphrase.normalised(around.normaliser());
    let avoid: Vec<String> = avoid.iter().map(|word| around.normaliser().to_nfc(word)).collect();
    passphrase::judge(&passphrase, &avoid.iter().map(String::as_str).collect::<Vec<_>>()).map_err(JobFault::Weak)?;
    let (mut seed, mut salt, mut iv) = (Zeroizing::new([0_u8; 32]), [0_u8; 16], [0_u8; 16]);
    around.random(&mut *seed)?;
    around.random(&mut salt)?;
    around.random(&mut iv)?;
    let key = SecretKey::from_bytes(*seed);
    let pem = container::lock(&key, &passphrase, salt, iv).map_err(|_| JobFault::KeyNotLocked)?;
    let public = key.public();
    Ok(Done::KeyMade { pem, kid: public.key_id(), x: public.x(), fingerprint: public.fingerprint() })
}

pub(super) fn inspect(
    pem: &str,
    kid: Option<KeyId>,
    passphrase: &Passphrase,
    nfc: &dyn Normalise,
) -> Result<Done, JobFault> {
    let passphrase = passphrase.normalised(nfc);
    let key = match kid {
        Some(kid) => container::open(pem, &passphrase, &kid)?,
        None => container::open_backup(pem, &passphrase)?,
    };
    let public = key.public();
    Ok(Done::KeyOpened { kid: public.key_id(), x: public.x(), fingerprint: public.fingerprint() })
}
