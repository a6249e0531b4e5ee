//! The stamped form by which an enterprise makes a key known, as far as its digits cover it.

use anziping_seal::canonical;
use anziping_seal::json::Normalise;
use anziping_seal::keys::Fingerprint;
use anziping_seal::typed;
use serde::Serialize;

use super::{CheckedSigner, Mandate, Signer};
use crate::value::uscc::UnifiedCode;

/// The content of a form that its 30 digits cover: all of a registration but the time of signing.
///
/// Digits of the key alone would let somebody have one name, capacity or power of attorney stamped and hand in a file
/// with another.
#[derive(Debug)]
pub struct StampedForm<'a> {
    /// Code of the enterprise.
    pub uscc: &'a UnifiedCode,
    /// Its name.
    pub enterprise: &'a str,
    /// The power of attorney, when the holder is a deputy.
    pub mandate: Option<&'a Mandate>,
    /// The holder with the key.
    pub holder: &'a Signer,
}

/// The members of a registration that are covered.
#[derive(Serialize)]
struct Covered<'a> {
    enterprise: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mandate: Option<&'a Mandate>,
    signers: [&'a Signer; 1],
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    uscc: &'a UnifiedCode,
}

impl StampedForm<'_> {
    /// The 30 digits; `None` where a text cannot stand in a document.
    pub fn digits(&self) -> Option<Fingerprint> {
        let covered = typed::to_value(&self.covered()).ok()?;
        Some(Fingerprint::of_text(&canonical::write(&covered)))
    }

    /// The [`digits`](Self::digits) of texts as people typed them.
    ///
    /// Signing brings them into the form that a document has.
    pub fn digits_of_typed(&self, nfc: &dyn Normalise) -> Option<Fingerprint> {
        let covered = typed::to_clean_value(&self.covered(), nfc).ok()?;
        Some(Fingerprint::of_text(&canonical::write(&covered)))
    }

    fn covered(&self) -> Covered<'_> {
        let enterprise = Named { name: self.enterprise, uscc: self.uscc };
        Covered { enterprise, mandate: self.mandate, signers: [self.holder] }
    }
}

impl CheckedSigner {
    /// The signer as documents list him; `None` where the text is no key.
    pub fn as_listed(&self) -> Option<Signer> {
        let key = self.key.check().ok()?;
        Some(Signer::of_key(self.role, self.name.clone(), self.title.clone(), &key))
    }
}
