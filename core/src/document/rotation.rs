//! The change of a key, signed by the old and by the new one.
//!
//! The holder of both is the person who was registered.
//!
//! That is why it needs no new paper form. Without the old key there is no rotation; the new key is registered on paper
//! again.

use anziping_seal::envelope::RoleRules;
use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use super::signed::{OF_KEYS, whole_seconds};
use super::{DocumentFault, NamedEnterprise, SignedDocument};
use crate::signer::Signer;
use crate::value::timestamp::Timestamp;

/// One key takes the place of another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rotation {
    /// Always `wsr.rotation`.
    #[cfg_attr(test, schemars(extend("const" = Rotation::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = Rotation::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data; never confirmed.
    pub demo: bool,
    /// Whose keys.
    pub enterprise: NamedEnterprise,
    /// Thumbprint of the key that goes out of use.
    #[cfg_attr(test, schemars(with = "crate::value::schema::Thumbprint"))]
    pub old: KeyId,
    /// Thumbprint of the key that takes its place.
    #[cfg_attr(test, schemars(with = "crate::value::schema::Thumbprint"))]
    pub new: KeyId,
    /// Time by the device's clock, RFC 3339; a claim.
    #[cfg_attr(test, schemars(with = "String"))]
    pub made_at: Timestamp,
    /// The one holder twice, with either key; both have signed.
    #[cfg_attr(test, schemars(length(min = 2, max = 2)))]
    pub signers: Vec<Signer>,
}

impl Rotation {
    /// The change from `old` to `new`, which belong to the same person.
    #[must_use]
    pub fn new(enterprise: NamedEnterprise, demo: bool, made_at: Timestamp, old: Signer, new: Signer) -> Self {
        Self {
            kind: Self::TYPE.into(),
            schema: Self::SCHEMA.into(),
            version: Self::VERSION.into(),
            demo,
            enterprise,
            old: old.kid,
            new: new.kid,
            made_at,
            signers: vec![old, new],
        }
    }
}

impl SignedDocument for Rotation {
    const TYPE: &'static str = "wsr.rotation";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/rotation/1.json";
    const ROLES: &'static [RoleRules] = OF_KEYS;

    /// Two different keys, both listed, of one person in one role.
    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.made_at)?;
        let [one, other] = self.signers.as_slice() else { return Err(DocumentFault::Signers) };
        let listed = |kid: KeyId| [one, other].iter().any(|signer| signer.kid == kid);
        let same_person = one.role == other.role && one.name.trim() == other.name.trim();
        if self.old != self.new && listed(self.old) && listed(self.new) && same_person {
            Ok(())
        } else {
            Err(DocumentFault::Signers)
        }
    }
}
