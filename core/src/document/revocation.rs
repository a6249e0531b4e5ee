//! The word of an enterprise that one of its keys counts no longer, signed by that key or by another one of the enterprise.
//!
//! Who has lost the only key cannot sign this; the office then takes it out of use on a stamped letter.

use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};

use super::registration::NamedEnterprise;
use crate::document::report::{ReportFault, ReportSigner, is_rfc3339};

/// Type of the document.
pub const REVOCATION_TYPE: &str = "wsr.revocation";
/// Version of the document's shape.
pub const REVOCATION_VERSION: &str = "1.0";
/// Identifier of the schema; carries the major version only.
pub const REVOCATION_SCHEMA: &str = "https://anziping.invalid/schema/revocation/1.json";

/// Why a key goes out of use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// 设备或备份遗失.
    Lost,
    /// 口令泄露或被他人使用.
    Leaked,
    /// 签名人离职或不再负责.
    Left,
    /// 不再使用.
    Unused,
}

impl Cause {
    /// All causes.
    pub const ALL: [Self; 4] = [Self::Lost, Self::Leaked, Self::Left, Self::Unused];

    /// The cause as written in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Leaked => "leaked",
            Self::Left => "left",
            Self::Unused => "unused",
        }
    }
}

/// A key goes out of use.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Revocation {
    /// Always [`REVOCATION_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = REVOCATION_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`REVOCATION_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = REVOCATION_SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Invented data; never confirmed.
    pub demo: bool,
    /// Whose key.
    pub enterprise: NamedEnterprise,
    /// Thumbprint of the key.
    #[cfg_attr(test, schemars(with = "crate::schema::Thumbprint"))]
    pub revoked: KeyId,
    /// Why.
    pub cause: Cause,
    /// Time by the device's clock, RFC 3339; a claim. What counts is when the office confirms it.
    pub made_at: String,
    /// Who says so; whoever is listed has signed.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<ReportSigner>,
}

impl Revocation {
    /// A revocation by one signer.
    pub fn new(
        enterprise: NamedEnterprise,
        demo: bool,
        made_at: String,
        revoked: KeyId,
        cause: Cause,
        signer: ReportSigner,
    ) -> Self {
        Self {
            kind: REVOCATION_TYPE.into(),
            schema: REVOCATION_SCHEMA.into(),
            version: REVOCATION_VERSION.into(),
            demo,
            enterprise,
            revoked,
            cause,
            made_at,
            signers: vec![signer],
        }
    }

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// [`ReportFault::SealedAt`] for an impossible time.
    pub fn check(&self) -> Result<(), ReportFault> {
        if is_rfc3339(&self.made_at) { Ok(()) } else { Err(ReportFault::SealedAt) }
    }
}
