//! The signature algorithms of the format, one row each.
//!
//! There is one row. SM2 (GB/T 32918) would be a second; JOSE has no registered name for it yet, so it is not offered.

use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::{Signature, Signer};

use crate::Reason;
use crate::keys::{PublicKey, SecretKey};

/// Checks a signature: key, message, signature.
type Verify = fn(&PublicKey, &[u8], &[u8]) -> Result<(), Reason>;

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

fn verify_ed25519(key: &PublicKey, message: &[u8], signature: &[u8]) -> Result<(), Reason> {
    let bytes: &[u8; 64] = signature.try_into().map_err(|_| Reason::SignatureLength)?;
    let signature = Signature::from_bytes(bytes);
    key.verifying().verify_strict(message, &signature).map_err(|_| why_refused(&signature))
}

/// `verify_strict` says only no. The two forgeries that need no change of the text get their own names.
fn why_refused(signature: &Signature) -> Reason {
    if bool::from(Scalar::from_canonical_bytes(*signature.s_bytes()).is_none()) {
        return Reason::SignatureScalarRange;
    }
    match CompressedEdwardsY(*signature.r_bytes()).decompress() {
        Some(point) if point.is_small_order() => Reason::SignatureSmallOrder,
        _ => Reason::SignatureWrong,
    }
}

#[cfg(test)]
mod tests;
