//! The powers of attorney that this office has itself compared with the stamped forms.
//!
//! The digits of a deputy's form cover holder, role, principal and days together with the key. A colleague's registry
//! brings the mandate of a key and not this note: each office itself compares whose deputy somebody is, and how long.

use anziping_seal::keys::{Fingerprint, KeyId};
use serde::{Deserialize, Serialize};

use super::{Offer, RegisteredKey, Registry};
use crate::signer::{CheckedSigner, Signer, StampedForm};
use crate::value::uscc::UnifiedCode;

/// A deputy's registration whose digits were compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComparedMandate {
    /// The deputy's key.
    pub kid: KeyId,
    /// Name of the enterprise as the form has it; the registry may come to know it under another.
    pub enterprise: String,
    /// Post of the deputy as the form has it.
    pub title: String,
    /// The 30 digits.
    pub digits: Fingerprint,
}

impl ComparedMandate {
    /// Notes the comparison made when this offer is registered; `None` without a power of attorney.
    pub(super) fn of(offer: &Offer<'_>, deputy: &CheckedSigner, digits: Fingerprint) -> Option<Self> {
        offer.mandate?;
        let (enterprise, title) = (offer.name.to_owned(), deputy.title.clone());
        Some(Self { kid: deputy.kid, enterprise, title, digits })
    }

    /// Returns whether the digits are those of this key with its power of attorney.
    pub(super) fn holds_for(&self, uscc: &UnifiedCode, key: &RegisteredKey) -> bool {
        let holder = Signer::of_key(key.role, key.name.clone(), self.title.clone(), &key.key);
        let (enterprise, mandate) = (self.enterprise.as_str(), key.mandate.as_ref());
        mandate.is_some() && StampedForm { uscc, enterprise, mandate, holder: &holder }.digits() == Some(self.digits)
    }
}

impl Registry {
    /// Returns whether this office has compared the power of attorney of this key with the stamped form.
    pub fn has_compared_mandate(&self, kid: &KeyId) -> bool {
        self.compared.iter().any(|compared| compared.kid == *kid)
    }

    /// Returns whether a deputy's registration brings something that was not compared yet.
    ///
    /// That is the first power of attorney, a renewed one, or one that came in with a colleague's registry.
    pub(super) fn renews(&self, key: &RegisteredKey, offer: &Offer<'_>, deputy: &CheckedSigner) -> bool {
        let same_person = key.role == deputy.role && key.name.trim() == deputy.name.trim();
        let is_new = key.mandate.as_ref() != offer.mandate || !self.has_compared_mandate(&key.kid);
        key.is_active() && offer.mandate.is_some() && same_person && is_new
    }

    pub(super) fn note_compared(&mut self, compared: Option<ComparedMandate>) {
        if let Some(compared) = compared {
            self.compared.retain(|earlier| earlier.kid != compared.kid);
            self.compared.push(compared);
        }
    }
}
