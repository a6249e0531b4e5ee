//! The public key, checked once so that every `PublicKey` in memory is safe to verify with.

use std::collections::BTreeMap;
use std::fmt;

use curve25519_dalek::{EdwardsPoint, Scalar};
use ed25519_dalek::{SigningKey, VerifyingKey};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::{Fingerprint, KeyId};
use crate::json::Value;
use crate::{Reason, Refusal, base64url, canonical};

/// `kty` and `crv` of every key (RFC 8037 §2).
const KTY: &str = "OKP";
const CRV: &str = "Ed25519";

/// A public Ed25519 key of the prime-order group, in its one canonical encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads the 32 bytes of RFC 8032 §5.1.2.
    ///
    /// # Errors
    /// [`Reason::KeyNotOnCurve`], [`Reason::KeyNotCanonical`], [`Reason::KeySmallOrder`] or [`Reason::KeyMixedOrder`].
    /// The last two matter although signatures are checked strictly: under such a key one signature can fit two texts.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, Reason> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| Reason::KeyNotOnCurve)?;
        let point = key.to_edwards();
        if point.is_small_order() {
            return Err(Reason::KeySmallOrder);
        }
        if !is_canonical(bytes) {
            return Err(Reason::KeyNotCanonical);
        }
        if !is_torsion_free(&point) {
            return Err(Reason::KeyMixedOrder);
        }
        Ok(PublicKey(key))
    }

    /// Reads bytes that [`from_bytes`](Self::from_bytes) has taken before.
    ///
    /// # Errors
    /// [`Reason::KeyNotOnCurve`].
    pub(super) fn of_checked(bytes: &[u8; 32]) -> Result<Self, Reason> {
        VerifyingKey::from_bytes(bytes).map(PublicKey).map_err(|_| Reason::KeyNotOnCurve)
    }

    /// Reads a JWK (RFC 8037 §2) with exactly the members `crv`, `kty` and `x`.
    ///
    /// # Errors
    /// The first departure, with a pointer relative to the key.
    pub fn from_jwk(jwk: &Value) -> Result<Self, Refusal> {
        Self::from_bytes(&Self::bytes_of_jwk(jwk)?).map_err(Self::at_bytes)
    }

    /// The 32 bytes in a JWK of exactly the right members.
    pub(super) fn bytes_of_jwk(jwk: &Value) -> Result<[u8; 32], Refusal> {
        let members = jwk.as_object().ok_or_else(|| Refusal::at(Reason::WrongKind, ""))?;
        if members.contains_key("d") {
            return Err(Refusal::at(Reason::KeyPrivate, "/d"));
        }
        if let Some(name) = members.keys().find(|name| !["crv", "kty", "x"].contains(&name.as_str())) {
            return Err(Refusal::at(Reason::KeyMembers, "").under(name));
        }
        let text = |name: &str| match members.get(name) {
            Some(Value::String(text)) => Ok(text.as_str()),
            Some(_) => Err(Refusal::at(Reason::WrongKind, "").under(name)),
            None => Err(Refusal::at(Reason::MissingMember, "").under(name)),
        };
        for (name, ours) in [("kty", KTY), ("crv", CRV)] {
            if text(name)? != ours {
                return Err(Refusal::at(Reason::KeyKind, "").under(name));
            }
        }
        let bytes = base64url::decode(text("x")?).map_err(Self::at_bytes)?;
        bytes.try_into().map_err(|_| Self::at_bytes(Reason::KeyLength))
    }

    /// A refusal at the place of the bytes in a JWK.
    pub(super) fn at_bytes(reason: Reason) -> Refusal {
        Refusal::at(reason, "/x")
    }

    /// The key as a JWK with exactly the members its thumbprint is made of.
    #[must_use]
    pub fn to_jwk(&self) -> Value {
        let member = |name: &str, text: &str| (name.to_owned(), Value::String(text.to_owned()));
        Value::Object(BTreeMap::from([member("crv", CRV), member("kty", KTY), member("x", &self.x())]))
    }

    /// base64url of the 32 bytes, as in a JWK (RFC 8037 §2).
    #[must_use]
    pub fn x(&self) -> String {
        base64url::encode(self.0.as_bytes())
    }

    /// The 32 bytes of RFC 8032 §5.1.2.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The name of the key: its RFC 7638 thumbprint.
    #[must_use]
    pub fn key_id(&self) -> KeyId {
        KeyId::of(self.thumbprint())
    }

    /// The digits people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.key_id().fingerprint()
    }

    fn thumbprint(&self) -> [u8; 32] {
        Sha256::digest(canonical::write(&self.to_jwk())).into()
    }

    pub(super) fn of(key: &SigningKey) -> Self {
        // Derived from a clamped scalar times the base point: always in the prime-order group.
        PublicKey(key.verifying_key())
    }

    pub(crate) fn verifying(&self) -> &VerifyingKey {
        &self.0
    }
}

/// Returns whether these bytes are the canonical encoding of the point they stand for.
///
/// They are when y is less than p = 2^255 − 19. (The sign of x can be wrong only where x is 0, at two points of small
/// order.) To write the point anew would cost an inversion.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [lowest, middle @ .., highest] = bytes;
    *lowest < 0xed || highest & 0x7f != 0x7f || middle.iter().any(|byte| *byte != 0xff)
}

/// Returns whether the point lies in the subgroup of prime order ℓ.
///
/// Tests (ℓ − 1)·P = −P. In variable time, a quarter faster; a public key is no secret.
fn is_torsion_free(point: &EdwardsPoint) -> bool {
    EdwardsPoint::vartime_double_scalar_mul_basepoint(&-Scalar::ONE, point, &Scalar::ZERO) == -point
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.key_id())
    }
}

impl Serialize for PublicKey {
    /// Writes the key as a JWK.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_jwk().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    /// Reads the key from a JWK, with every check of [`PublicKey::from_jwk`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        PublicKey::from_jwk(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use curve25519_dalek::constants::EIGHT_TORSION;
    use curve25519_dalek::edwards::CompressedEdwardsY;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_point_is_in_the_group_of_prime_order_as_the_library_says(secret in any::<[u8; 32]>(), torsion in 0..EIGHT_TORSION.len()) {
            let point = EdwardsPoint::mul_base(&Scalar::from_bytes_mod_order(secret)) + EIGHT_TORSION[torsion];
            prop_assert_eq!(is_torsion_free(&point), point.is_torsion_free());
            prop_assert_eq!(is_torsion_free(&point), torsion == 0);
        }

        #[test]
        fn bytes_are_canonical_when_the_library_would_write_them(lowest in any::<u8>(), filled in any::<bool>(), rest in any::<[u8; 32]>()) {
            let mut bytes = if filled { [0xff; 32] } else { rest };
            (bytes[0], bytes[31]) = (lowest, bytes[31] & 0x7f | rest[31] & 0x80);
            if let Some(point) = CompressedEdwardsY(bytes).decompress().filter(|point| !point.is_small_order()) {
                prop_assert_eq!(is_canonical(&bytes), point.compress().to_bytes() == bytes);
            }
        }
    }
}
