//! The self-signed file by which an enterprise makes its key known. It becomes trusted only by comparing digits with stamped paper.

use serde::{Deserialize, Serialize};

use crate::document::report::{ReportFault, ReportSigner, is_rfc3339};
use crate::signer::mandate::Mandate;
use crate::value::uscc::UnifiedCode;

/// Type of the document.
pub const REGISTRATION_TYPE: &str = "wsr.registration";
/// Version of the document's shape.
pub const REGISTRATION_VERSION: &str = "1.0";
/// Identifier of the schema; carries the major version only.
pub const REGISTRATION_SCHEMA: &str = "https://anziping.invalid/schema/registration/1.json";

/// An enterprise by name and code.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedEnterprise {
    /// Registered name.
    pub name: String,
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
}

/// A key made known by its holder.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Registration {
    /// Always [`REGISTRATION_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = REGISTRATION_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`REGISTRATION_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = REGISTRATION_SCHEMA)))]
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
    pub made_at: String,
    /// The holder with the public key; whoever is listed has signed.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<ReportSigner>,
}

impl Registration {
    /// A registration of one key.
    pub fn new(
        enterprise: NamedEnterprise,
        demo: bool,
        mandate: Option<Mandate>,
        made_at: String,
        signer: ReportSigner,
    ) -> Self {
        Self {
            kind: REGISTRATION_TYPE.into(),
            schema: REGISTRATION_SCHEMA.into(),
            version: REGISTRATION_VERSION.into(),
            demo,
            enterprise,
            mandate,
            made_at,
            signers: vec![signer],
        }
    }

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// [`ReportFault::SealedAt`] for an impossible time, [`ReportFault::Days`] for a power of attorney that ends before it begins.
    pub fn check(&self) -> Result<(), ReportFault> {
        if self.mandate.as_ref().is_some_and(|mandate| mandate.until < mandate.from) {
            return Err(ReportFault::Days);
        }
        if is_rfc3339(&self.made_at) { Ok(()) } else { Err(ReportFault::SealedAt) }
    }
}
