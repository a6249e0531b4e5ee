//! Opens a key, to see that passphrase and container fit and which key it is.

use anziping_seal::container;
use anziping_seal::keys::{Fingerprint, KeyId};
use serde::{Deserialize, Serialize};

use super::{Passphrase, Request, RequestFault, Surroundings};
use crate::edition::Editions;

/// Asks whether a passphrase opens a key. Takes as long as making one.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenKey {
    /// The container: at rest and as backup file the same text.
    pub pem: String,
    /// The key it should hold; `None` for a backup on a device that does not know it yet.
    pub kid: Option<KeyId>,
    /// The passphrase as typed.
    pub passphrase: Passphrase,
}

/// The key in a container that was opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OpenedKey {
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The public key, base64url of the 32 bytes.
    pub x: String,
    /// The 30 digits for people.
    pub fingerprint: Fingerprint,
}

impl Request for OpenKey {
    type Answer = OpenedKey;
    const NAME: &'static str = "open_key";

    fn run(self, _: &[u8], _: &mut Editions<'_>, around: &mut dyn Surroundings) -> Result<OpenedKey, RequestFault> {
        let passphrase = self.passphrase.normalised(around.normaliser());
        let key = match self.kid {
            Some(kid) => container::open(&self.pem, &passphrase, &kid)?,
            None => container::open_backup(&self.pem, &passphrase)?,
        };
        let public = key.public();
        Ok(OpenedKey { kid: public.key_id(), x: public.x(), fingerprint: public.fingerprint() })
    }
}
