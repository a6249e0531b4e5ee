//! A registry signed by its office, for colleagues: they see who vouches for the keys in it.

use serde::{Deserialize, Serialize};

use crate::document::report::{ReportFault, ReportSigner, is_rfc3339};
use crate::registry::{Registered, Registry, RegistryFault};

/// Type of the document.
pub const REGISTRY_TYPE: &str = "wsr.registry";
/// Version of the document's shape.
pub const REGISTRY_VERSION: &str = "1.0";
/// Identifier of the schema; carries the major version only.
pub const REGISTRY_SCHEMA: &str = "https://anziping.invalid/schema/registry/1.json";

/// The registry as a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SharedRegistry {
    /// Always [`REGISTRY_TYPE`].
    #[cfg_attr(test, schemars(extend("const" = REGISTRY_TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Always [`REGISTRY_SCHEMA`] for this major version.
    #[cfg_attr(test, schemars(extend("const" = REGISTRY_SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Name of the office.
    pub office: String,
    /// Its enterprises with their keys, old ones included.
    pub enterprises: Vec<Registered>,
    /// Time of signing by the office's clock, RFC 3339.
    pub made_at: String,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<ReportSigner>,
}

impl SharedRegistry {
    /// `registry` to be signed by `signer`.
    pub fn new(registry: &Registry, made_at: String, signer: ReportSigner) -> Self {
        Self {
            kind: REGISTRY_TYPE.into(),
            schema: REGISTRY_SCHEMA.into(),
            version: REGISTRY_VERSION.into(),
            office: registry.office.trim().to_owned(),
            enterprises: registry.enterprises.clone(),
            made_at,
            signers: vec![signer],
        }
    }

    /// The registry in it, its keys held against their digits.
    ///
    /// # Errors
    /// A [`RegistryFault`].
    pub fn registry(&self) -> Result<Registry, RegistryFault> {
        Registry { office: self.office.clone(), enterprises: self.enterprises.clone() }.checked()
    }

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// [`ReportFault::SealedAt`], or [`ReportFault::Shape`] for a registry that contradicts itself.
    pub fn check(&self) -> Result<(), ReportFault> {
        if !is_rfc3339(&self.made_at) {
            return Err(ReportFault::SealedAt);
        }
        self.registry().map(drop).map_err(|fault| ReportFault::Shape { detail: fault.to_string() })
    }
}
