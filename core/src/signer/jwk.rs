//! A public key as documents write it.

use anziping_seal::keys::PublicKey;
use serde::{Deserialize, Serialize};

/// A public key as a JWK of type OKP (RFC 8037).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "SignerKey", extend("additionalProperties" = false)))]
pub struct PublicJwk {
    /// `Ed25519`.
    #[cfg_attr(test, schemars(with = "String", extend("const" = "Ed25519")))]
    crv: Curve,
    /// `OKP`.
    #[cfg_attr(test, schemars(with = "String", extend("const" = "OKP")))]
    kty: KeyType,
    /// base64url of the 32 bytes.
    #[cfg_attr(test, schemars(regex(pattern = "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")))]
    x: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Curve {
    Ed25519,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum KeyType {
    #[serde(rename = "OKP")]
    Okp,
}

impl PublicJwk {
    /// The key with these 32 bytes in base64url.
    ///
    /// Nothing is checked here: reading a signed file checks every key in it.
    #[must_use]
    pub fn ed25519(x: String) -> Self {
        Self { crv: Curve::Ed25519, kty: KeyType::Okp, x }
    }

    /// base64url of the 32 bytes.
    #[must_use]
    pub fn x(&self) -> &str {
        &self.x
    }
}

impl From<&PublicKey> for PublicJwk {
    fn from(key: &PublicKey) -> Self {
        Self::ed25519(key.x())
    }
}
