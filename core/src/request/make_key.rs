//! Makes a key and locks it under a passphrase.

use anziping_seal::container;
use anziping_seal::keys::{Fingerprint, KeyId, SecretKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Passphrase, Request, RequestFault, Surroundings};
use crate::edition::Editions;
use crate::passphrase;

/// Asks for a new key. Takes about half a second in a browser.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeKey {
    /// The passphrase as typed.
    pub passphrase: Passphrase,
    /// Texts that the screen or the file shows anyway and a passphrase may not contain.
    ///
    /// They are names and the code of the enterprise.
    pub avoid: Vec<String>,
}

/// A new key. It counts only once its backup was saved and opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MadeKey {
    /// The container.
    pub pem: String,
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The public key, base64url of the 32 bytes, as it goes into `signers`.
    pub x: String,
    /// The 30 digits for people.
    pub fingerprint: Fingerprint,
}

impl Request for MakeKey {
    type Answer = MadeKey;
    const NAME: &'static str = "make_key";

    fn run(self, _: &[u8], _: &mut Editions<'_>, around: &mut dyn Surroundings) -> Result<MadeKey, RequestFault> {
        let typed = self.passphrase.normalised(around.normaliser());
        let avoid: Vec<String> = self.avoid.iter().map(|word| around.normaliser().to_nfc(word)).collect();
        let avoid: Vec<&str> = avoid.iter().map(String::as_str).collect();
        passphrase::judge(&typed, &avoid).map_err(RequestFault::Weak)?;
        let (mut seed, mut salt, mut iv) = (Zeroizing::new([0_u8; 32]), [0_u8; 16], [0_u8; 16]);
        around.random(&mut *seed)?;
        around.random(&mut salt)?;
        around.random(&mut iv)?;
        let key = SecretKey::from_bytes(*seed);
        let pem = container::lock(&key, &typed, salt, iv).map_err(|_| RequestFault::KeyNotLocked)?;
        let public = key.public();
        Ok(MadeKey { pem, kid: public.key_id(), x: public.x(), fingerprint: public.fingerprint() })
    }
}
