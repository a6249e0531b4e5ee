//! The self-signed file by which an enterprise makes its key known.
//!
//! It becomes trusted only by comparing digits with stamped paper.

use anziping_seal::envelope::RoleRules;
use anziping_seal::keys::Fingerprint;
use serde::{Deserialize, Serialize};

use super::signed::{OF_KEYS, whole_seconds};
use super::{DocumentFault, NamedEnterprise, SignedDocument};
use crate::signer::{Mandate, Role, Signer, StampedForm};
use crate::value::timestamp::Timestamp;

/// A key made known by its holder.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Registration {
    /// Always `wsr.registration`.
    #[cfg_attr(test, schemars(extend("const" = Registration::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = Registration::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data; never registered.
    pub demo: bool,
    /// Whose key.
    pub enterprise: NamedEnterprise,
    /// The power of attorney, when the holder is a deputy who signs in the principal's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Time by the device's clock, RFC 3339; a claim.
    #[cfg_attr(test, schemars(with = "String"))]
    pub made_at: Timestamp,
    /// The holder with the public key; whoever is listed has signed.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

impl Registration {
    /// The 30 digits of the stamped form on which the first holder is made known.
    pub fn digits(&self) -> Option<Fingerprint> {
        let NamedEnterprise { uscc, name } = &self.enterprise;
        let (mandate, holder) = (self.mandate.as_ref(), self.signers.first()?);
        StampedForm { uscc, enterprise: name, mandate, holder }.digits()
    }

    /// A registration of one key.
    pub fn new(
        enterprise: NamedEnterprise,
        demo: bool,
        mandate: Option<Mandate>,
        made_at: Timestamp,
        signer: Signer,
    ) -> Self {
        Self {
            kind: Self::TYPE.into(),
            schema: Self::SCHEMA.into(),
            version: Self::VERSION.into(),
            demo,
            enterprise,
            mandate,
            made_at,
            signers: vec![signer],
        }
    }
}

impl SignedDocument for Registration {
    const TYPE: &'static str = "wsr.registration";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/registration/1.json";
    const ROLES: &'static [RoleRules] = OF_KEYS;

    /// A power of attorney is one person's, and its last day is not before its first.
    fn check(&self) -> Result<(), DocumentFault> {
        if let Some(mandate) = &self.mandate {
            if mandate.until < mandate.from {
                return Err(DocumentFault::Days);
            }
            if !matches!(self.signers.as_slice(), [deputy] if deputy.role == Role::Principal) {
                return Err(DocumentFault::Signers);
            }
        }
        whole_seconds(&self.made_at)
    }
}
