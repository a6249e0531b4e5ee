//! The change of a key, signed by the old and by the new one: whoever holds both is the person who was registered.
//!
//! That is why it needs no new paper form. Without the old key there is no rotation; the new key is registered on paper again.

use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use super::registration::NamedEnterprise;
use crate::document::report::{ReportFault, ReportSigner, is_rfc3339};

/// Type of the document.
pub const ROTATION_TYPE: &str = "wsr.rotation";
/// Version of the document's shape.
pub const ROTATION_VERSION: &str = "1.0";
/// Identifier of the schema; carries the major version only.
pub const ROTATION_SCHEMA: &str = "https://anziping.invalid/schema/rotation/1.json";

/// One key takes the place of another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rotation {
    /// Always [`ROTATION_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = ROTATION_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`ROTATION_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = ROTATION_SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data; never confirmed.
    pub demo: bool,
    /// Whose keys.
    pub enterprise: NamedEnterprise,
    /// Thumbprint of the key that goes out of use.
    #[cfg_attr(test, schemars(with = "crate::schema::Thumbprint"))]
    pub old: KeyId,
    /// Thumbprint of the key that takes its place.
    #[cfg_attr(test, schemars(with = "crate::schema::Thumbprint"))]
    pub new: KeyId,
    /// Time by the device's clock, RFC 3339; a claim.
    pub made_at: String,
    /// The one holder twice, with either key; both have signed.
    #[cfg_attr(test, schemars(length(min = 2, max = 2)))]
    pub signers: Vec<ReportSigner>,
}

impl Rotation {
    /// The change from `old` to `new`, which belong to the same person.
    ///
    /// # Errors
    /// [`ReportFault::Signers`] when one of the thumbprints is none.
    pub fn new(
        enterprise: NamedEnterprise,
        demo: bool,
        made_at: String,
        old: ReportSigner,
        new: ReportSigner,
    ) -> Result<Self, ReportFault> {
        let kid = |signer: &ReportSigner| signer.kid.parse().map_err(|_| ReportFault::Signers);
        Ok(Self {
            kind: ROTATION_TYPE.into(),
            schema: ROTATION_SCHEMA.into(),
            version: ROTATION_VERSION.into(),
            demo,
            enterprise,
            old: kid(&old)?,
            new: kid(&new)?,
            made_at,
            signers: vec![old, new],
        })
    }

    /// Checks what the types cannot: two different keys, both listed, of one person in one role.
    ///
    /// # Errors
    /// [`ReportFault::SealedAt`] or [`ReportFault::Signers`].
    pub fn check(&self) -> Result<(), ReportFault> {
        if !is_rfc3339(&self.made_at) {
            return Err(ReportFault::SealedAt);
        }
        let [one, other] = self.signers.as_slice() else { return Err(ReportFault::Signers) };
        let listed = |kid: KeyId| [one, other].iter().any(|signer| signer.kid == kid.to_string());
        let same_person = one.role == other.role && one.name.trim() == other.name.trim();
        if self.old != self.new && listed(self.old) && listed(self.new) && same_person {
            Ok(())
        } else {
            Err(ReportFault::Signers)
        }
    }
}
