//! Signs the registration of a key, to be compared with the stamped paper form at the office.

use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use super::locked_key::LockedKey;
use super::signing::{self, SignedFile};
use super::{Request, RequestFault, Surroundings};
use crate::document::NamedEnterprise;
use crate::document::registration::Registration;
use crate::edition::Editions;
use crate::office::intake::{self, Found};
use crate::signer::{Mandate, Role, Signer};
use crate::value::timestamp::Timestamp;

/// Asks for a registration; the public key comes out of the container.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RegisterKey {
    /// The enterprise whose key it is.
    pub enterprise: NamedEnterprise,
    /// In what capacity its holder signs.
    pub role: Role,
    /// Name of the key's holder.
    pub name: String,
    /// Post, such as 总经理.
    pub title: String,
    /// The power of attorney, when the holder is a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Invented data.
    pub demo: bool,
    /// Time by the device's clock.
    pub made_at: Timestamp,
    /// The key.
    pub key: LockedKey,
}

/// A signed registration.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedRegistration {
    /// The file.
    pub file: SignedFile,
    /// The 30 digits that go onto the paper form.
    pub fingerprint: Fingerprint,
}

impl Request for RegisterKey {
    type Answer = SignedRegistration;
    const NAME: &'static str = "register_key";

    fn run(
        self,
        _: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<SignedRegistration, RequestFault> {
        let nfc = around.normaliser();
        let key = self.key.open(nfc)?;
        let fingerprint = key.public().fingerprint();
        // Without the digits: people must read them from the stamped paper, and a name is shown on many screens.
        let holder = if self.mandate.is_some() { "deputy" } else { self.role.code() };
        let file_name = format!("{}-{holder}-{}.registration.json", self.enterprise.uscc, self.made_at.day());
        let signer = Signer::of_key(self.role, self.name, self.title, &key.public());
        let registration = Registration::new(self.enterprise, self.demo, self.mandate, self.made_at, signer);
        let sealed = signing::sign(&registration, &[key], nfc)?;
        let text = sealed.to_file_text();
        match intake::check(&file_name, text.as_bytes(), editions, nfc).found {
            Found::Registration(checked) if checked.document_sha256 == sealed.document_sha256() => {
                let document_sha256 = checked.document_sha256;
                Ok(SignedRegistration { file: SignedFile { file_name, text, document_sha256 }, fingerprint })
            }
            Found::Rejected(rejection) => Err(rejection.into()),
            _ => Err(RequestFault::NotReadBack),
        }
    }
}
