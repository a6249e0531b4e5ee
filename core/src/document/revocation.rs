//! The word of an enterprise that one of its keys no longer counts.
//!
//! That key signs it, or another one of the enterprise.
//!
//! Who has lost the only key cannot sign this; the office then takes it out of use on a stamped letter.

use anziping_seal::envelope::RoleRules;
use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use super::signed::{OF_KEYS, whole_seconds};
use super::{DocumentFault, NamedEnterprise, SignedDocument};
use crate::signer::{Cause, Signer};
use crate::value::timestamp::Timestamp;

/// A key goes out of use.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Revocation {
    /// Always `wsr.revocation`.
    #[cfg_attr(test, schemars(extend("const" = Revocation::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = Revocation::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data; never confirmed.
    pub demo: bool,
    /// Whose key.
    pub enterprise: NamedEnterprise,
    /// Thumbprint of the key.
    #[cfg_attr(test, schemars(with = "crate::value::schema::Thumbprint"))]
    pub revoked: KeyId,
    /// Why.
    pub cause: Cause,
    /// Time by the device's clock, RFC 3339; a claim. What counts is when the office confirms it.
    #[cfg_attr(test, schemars(with = "String"))]
    pub made_at: Timestamp,
    /// Who says so; whoever is listed has signed.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

impl Revocation {
    /// A revocation by one signer.
    pub fn new(
        enterprise: NamedEnterprise,
        demo: bool,
        made_at: Timestamp,
        revoked: KeyId,
        cause: Cause,
        signer: Signer,
    ) -> Self {
        Self {
            kind: Self::TYPE.into(),
            schema: Self::SCHEMA.into(),
            version: Self::VERSION.into(),
            demo,
            enterprise,
            revoked,
            cause,
            made_at,
            signers: vec![signer],
        }
    }
}

impl SignedDocument for Revocation {
    const TYPE: &'static str = "wsr.revocation";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/revocation/1.json";
    const ROLES: &'static [RoleRules] = OF_KEYS;

    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.made_at)
    }
}
