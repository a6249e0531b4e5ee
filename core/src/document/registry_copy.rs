//! A registry signed by its office, for colleagues: they see who vouches for the keys in it.

use anziping_seal::envelope::RoleRules;
use serde::{Deserialize, Serialize};

use super::signed::{OF_OFFICE, whole_seconds};
use super::{DocumentFault, SignedDocument};

use crate::registry::{Registered, Registry, RegistryFault};
use crate::signer::Signer;
use crate::value::timestamp::Timestamp;

/// The registry as a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "SharedRegistry"))]
pub struct RegistryCopy {
    /// Always `wsr.registry`.
    #[cfg_attr(test, schemars(extend("const" = RegistryCopy::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = RegistryCopy::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Name of the office.
    pub office: String,
    /// Its enterprises with their keys, old ones included.
    pub enterprises: Vec<Registered>,
    /// Time of signing by the office's clock, RFC 3339.
    #[cfg_attr(test, schemars(with = "String"))]
    pub made_at: Timestamp,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

impl RegistryCopy {
    /// `registry` to be signed by `signer`.
    pub fn new(registry: &Registry, made_at: Timestamp, signer: Signer) -> Self {
        Self {
            kind: Self::TYPE.into(),
            schema: Self::SCHEMA.into(),
            version: Self::VERSION.into(),
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
        let (office, enterprises) = (self.office.clone(), self.enterprises.clone());
        Registry { office, enterprises, ..Registry::default() }.checked()
    }
}

impl SignedDocument for RegistryCopy {
    const TYPE: &'static str = "wsr.registry";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/registry/1.json";
    const ROLES: &'static [RoleRules] = OF_OFFICE;

    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.made_at)?;
        self.registry().map(drop).map_err(|fault| DocumentFault::Shape { detail: fault.to_string() })
    }
}
