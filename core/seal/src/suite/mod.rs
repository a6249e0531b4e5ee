//! The signature algorithms of the format, one row each.
//!
//! There is one row. SM2 (GB/T 32918) would be a second; JOSE has no registered name for it yet, so it is not offered.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity;
use ed25519_dalek::{Signature, Signer};
use sha2::{Digest, Sha512};

use crate::Reason;
use crate::keys::{PublicKey, SecretKey};

/// Checks a signature: key, message in parts, signature.
type Verify = fn(&PublicKey, &[&[u8]], &[u8]) -> Result<(), Reason>;

/// One algorithm: its names and its two operations.
pub(crate) struct Suite {
    /// The name written into `alg`.
    pub alg: &'static str,
    /// Other names accepted on reading.
    pub also_read: &'static [&'static str],
    /// Makes a signature.
    pub sign: fn(&SecretKey, &[u8]) -> Vec<u8>,
    /// Checks a signature.
    pub verify: Verify,
}

/// Ed25519 (RFC 8032, RFC 8037). RFC 9864 gave it a name of its own; older programs write `EdDSA`.
pub(crate) static ED25519: Suite = Suite {
    alg: "Ed25519",
    also_read: &["EdDSA"],
    sign: |key, message| key.signing().sign(message).to_bytes().to_vec(),
    verify: verify_ed25519,
};

static SUITES: &[&Suite] = &[&ED25519];

/// The row for a received `alg`.
pub(crate) fn for_alg(alg: &str) -> Result<&'static Suite, Reason> {
    SUITES.iter().copied().find(|suite| suite.alg == alg || suite.also_read.contains(&alg)).ok_or(if alg == "none" {
        Reason::AlgNone
    } else {
        Reason::AlgRefused
    })
}

/// Accepts what `VerifyingKey::verify_strict` accepts under such a key, for a tenth less.
///
/// That decompresses R to see whether it is a point, and none of small order. Here R need only equal what s·B − k·A
/// is written as: then it is a point, in its one encoding. Since A is in the group of prime order, so is that point,
/// and of small order only if it is the neutral one.
fn verify_ed25519(key: &PublicKey, message: &[&[u8]], signature: &[u8]) -> Result<(), Reason> {
    let bytes: &[u8; 64] = signature.try_into().map_err(|_| Reason::SignatureLength)?;
    let signature = Signature::from_bytes(bytes);
    let s = Option::from(Scalar::from_canonical_bytes(*signature.s_bytes())).ok_or(Reason::SignatureScalarRange)?;
    let hash = Sha512::new().chain_update(signature.r_bytes()).chain_update(key.to_bytes());
    let hash = message.iter().fold(hash, |hash, part| hash.chain_update(part));
    let k = Scalar::from_bytes_mod_order_wide(&hash.finalize().into());
    let minus_a = -key.verifying().to_edwards();
    let r = EdwardsPoint::vartime_double_scalar_mul_basepoint(&k, &minus_a, &s);
    let holds = r.compress().as_bytes() == signature.r_bytes() && !r.is_identity();
    if holds { Ok(()) } else { Err(why_refused(&signature)) }
}

/// The forgery that needs no change of the text gets a name of its own.
fn why_refused(signature: &Signature) -> Reason {
    match CompressedEdwardsY(*signature.r_bytes()).decompress() {
        Some(point) if point.is_small_order() => Reason::SignatureSmallOrder,
        _ => Reason::SignatureWrong,
    }
}

#[cfg(test)]
mod tests;
