//! Every key and every nonce point that has a part of small order or a second spelling, each with each.
//!
//! The classes are those of the article "It's 255:19AM. Do you know what your validation criteria are?" and of C2SP's
//! CCTV: which point has a part of small order, which is spelt otherwise than RFC 8032 does, whether the parts of small
//! order cancel out, and whether whoever made the signature hashed the points anew. What each way of verifying must say
//! is computed from how a case was made.

use std::collections::BTreeMap;

use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::traits::IsIdentity;

use super::*;
use anziping_forge::edge_points::{EdgePoint, points};
use anziping_forge::{say, vectors};

/// The encodings over which the challenge of a case is computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hashed {
    /// The points as they are spelt.
    AsSpelt,
    /// The points as RFC 8032 spells them.
    Rewritten,
}

struct Combination {
    key: EdgePoint,
    nonce: EdgePoint,
    hashed: Hashed,
    /// Whether the parts of small order remain under the challenge.
    ///
    /// The challenge is that of whoever made the signature.
    residue: bool,
    message: Vec<u8>,
    signature: [u8; 64],
}

/// All combinations for which there is a message.
fn combinations() -> Vec<Combination> {
    let keys = points(signing().to_scalar());
    let nonces = points(Scalar::from(0x5eed_u64));
    let pairs = keys.iter().flat_map(|key| nonces.iter().map(move |nonce| (key, nonce)));
    let made = pairs.flat_map(|(key, nonce)| {
        [Hashed::AsSpelt, Hashed::Rewritten]
            .into_iter()
            .flat_map(|hashed| [false, true].map(|residue| combination(key, nonce, hashed, residue)))
    });
    made.flatten().collect()
}

/// Looks for a message under which the parts of small order leave a residue or none, as wanted.
fn combination(key: &EdgePoint, nonce: &EdgePoint, hashed: Hashed, residue: bool) -> Option<Combination> {
    if hashed == Hashed::Rewritten && key.is_canonical() && nonce.is_canonical() {
        return None;
    }
    (0..256).find_map(|number: u32| {
        let message = format!("combination {number}").into_bytes();
        let as_spelt = challenge(&nonce.bytes, &key.bytes, &message);
        let used = match hashed {
            Hashed::AsSpelt => as_spelt,
            Hashed::Rewritten => challenge(&nonce.canonical, &key.canonical, &message),
        };
        let is_told_apart = hashed == Hashed::AsSpelt
            || !is_seen_by_residue(key)
            || leaves_residue(key, nonce, as_spelt) != leaves_residue(key, nonce, used);
        let wanted = leaves_residue(key, nonce, used) == residue && is_told_apart;
        let signature = join(nonce.bytes, (nonce.scalar + used * key.scalar).to_bytes());
        let (key, nonce) = (key.clone(), nonce.clone());
        wanted.then_some(Combination { key, nonce, hashed, residue, message, signature })
    })
}

/// Returns whether the challenge of a key changes nothing but the residue.
///
/// With a part of prime order it changes whether anything fits at all, and the neutral point takes every challenge.
fn is_seen_by_residue(key: &EdgePoint) -> bool {
    key.is_small() && key.torsion != 0
}

/// Returns whether R + kA has a part of small order other than the neutral point.
fn leaves_residue(key: &EdgePoint, nonce: &EdgePoint, challenge: Scalar) -> bool {
    !(nonce.torsion + (challenge.as_bytes()[0] % 8) * key.torsion).is_multiple_of(8)
}

/// The verdicts on a case, by the way of verifying.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Accepted {
    /// S·B = R + k·A, both sides multiplied by 8, any spelling (ZIP 215).
    with_cofactor: bool,
    /// Without the factor, R compared byte for byte: most libraries.
    lenient: bool,
    /// The same without points of small order: `verify_strict` alone.
    strict: bool,
    /// Ours: key and signature.
    ours: bool,
}

impl Combination {
    fn ours(&self) -> Result<(), Reason> {
        let key = PublicKey::from_bytes(&self.key.bytes)?;
        (ED25519.verify)(&key, &[&self.message], &self.signature)
    }

    fn found(&self) -> Accepted {
        let key = VerifyingKey::from_bytes(&self.key.bytes).unwrap();
        let signature = Signature::from_bytes(&self.signature);
        let point = |bytes| CompressedEdwardsY(bytes).decompress().unwrap();
        let scalar = Scalar::from_canonical_bytes(*signature.s_bytes()).unwrap();
        let challenge = challenge(&self.nonce.bytes, &self.key.bytes, &self.message);
        let difference = ED25519_BASEPOINT_POINT * scalar - point(self.key.bytes) * challenge - point(self.nonce.bytes);
        Accepted {
            with_cofactor: difference.mul_by_cofactor().is_identity(),
            lenient: key.verify(&self.message, &signature).is_ok(),
            strict: key.verify_strict(&self.message, &signature).is_ok(),
            ours: self.ours().is_ok(),
        }
    }

    fn expected(&self) -> Accepted {
        let with_cofactor = self.key.is_small() || self.hashed == Hashed::AsSpelt;
        let residue = self.residue != (self.hashed == Hashed::Rewritten && is_seen_by_residue(&self.key));
        let lenient = with_cofactor && !residue && self.nonce.is_canonical();
        let strict = lenient && !self.key.is_small() && !self.nonce.is_small();
        Accepted { with_cofactor, lenient, strict, ours: self.expected_reason().is_ok() }
    }

    fn expected_reason(&self) -> Result<(), Reason> {
        match (&self.key, &self.nonce) {
            (key, _) if key.is_small() => Err(Reason::KeySmallOrder),
            (key, _) if key.torsion != 0 => Err(Reason::KeyMixedOrder),
            (_, nonce) if nonce.is_small() => Err(Reason::SignatureSmallOrder),
            (_, nonce) if nonce.torsion != 0 => Err(Reason::SignatureWrong),
            _ => Ok(()),
        }
    }

    /// The case in the words of CCTV, in the order of the alphabet.
    fn flags(&self) -> Vec<&'static str> {
        let all = [
            ("low_order_A", self.key.is_small()),
            ("low_order_R", self.nonce.is_small()),
            ("low_order_component_A", self.key.torsion != 0),
            ("low_order_component_R", self.nonce.torsion != 0),
            ("low_order_residue", self.residue),
            ("non_canonical_A", !self.key.is_canonical()),
            ("non_canonical_R", !self.nonce.is_canonical()),
            ("reencoded_k", self.hashed == Hashed::Rewritten),
        ];
        all.into_iter().filter_map(|(flag, is_set)| is_set.then_some(flag)).collect()
    }
}

#[test]
fn every_combination_of_edge_points_is_judged_as_it_was_made() {
    let combinations = combinations();
    let mut accepted = [0; 4];
    let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &combinations {
        let found = case.found();
        assert_eq!(found, case.expected(), "{:?}", case.flags());
        assert_eq!(case.ours(), case.expected_reason(), "{:?}", case.flags());
        for (sum, one) in accepted.iter_mut().zip([found.with_cofactor, found.lenient, found.strict, found.ours]) {
            *sum += usize::from(one);
        }
        *refused.entry(case.ours().err().map_or("accepted", Reason::code)).or_default() += 1;
    }
    let [with_cofactor, lenient, strict, ours] = accepted;
    say(&format!(
        "Ed25519 edge points: {} combinations; accepted with cofactor {with_cofactor}, by most libraries {lenient}, \
         by the strict equation alone {strict}, by us {ours}: {refused:?}",
        combinations.len()
    ));
    assert_eq!(ours, 1, "the one of two points without a part of small order");
    assert!(strict > ours, "no case showed why the key is looked at too");
}

#[test]
fn no_kind_of_edge_point_is_left_out() {
    let points = points(signing().to_scalar());
    let small: Vec<&EdgePoint> = points.iter().filter(|point| point.is_small()).collect();
    let mut distinct: Vec<_> = points.iter().map(|point| point.bytes).collect();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), points.len());
    assert_eq!(points.len() - small.len(), EIGHT_TORSION.len());
    assert!(small.iter().all(|point| CompressedEdwardsY(point.bytes).decompress().unwrap().is_small_order()));
    // 2^255 − 19 + n for every n there is room for, with both signs: whatever is of small order among them is in the
    // list.
    for n in 0..19_u8 {
        for sign in [0, 0x80] {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[31]) = (0xed + n, 0x7f | sign);
            let is_small = CompressedEdwardsY(bytes).decompress().is_some_and(|point| point.is_small_order());
            assert_eq!(small.iter().any(|point| point.bytes == bytes), is_small, "p + {n}");
        }
    }
}

/// A vector of CCTV.
#[derive(serde::Deserialize)]
struct Original {
    key: String,
    sig: String,
    msg: String,
    flags: Option<Vec<String>>,
}

impl Original {
    fn expected(&self) -> Result<(), Reason> {
        let has = |flag: &str| self.flags.iter().flatten().any(|one| one == flag);
        match () {
            () if has("low_order_A") => Err(Reason::KeySmallOrder),
            () if has("low_order_component_A") => Err(Reason::KeyMixedOrder),
            () if has("low_order_R") => Err(Reason::SignatureSmallOrder),
            () if self.flags.iter().flatten().next().is_some() => Err(Reason::SignatureWrong),
            () => Ok(()),
        }
    }

    fn found(&self) -> Result<(), Reason> {
        let key = PublicKey::from_bytes(unhex(&self.key).as_slice().try_into().unwrap())?;
        (ED25519.verify)(&key, &[self.msg.as_bytes()], &unhex(&self.sig))
    }
}

fn unhex(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn the_vectors_of_cctv_are_judged_by_their_flags() {
    let file = vectors::path("cctv-ed25519/ed25519vectors.json");
    let vectors: Vec<Original> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(vectors.len(), 914);
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, vector) in vectors.iter().enumerate() {
        let found = vector.found();
        assert_eq!(found, vector.expected(), "vector {number}, {:?}", vector.flags);
        *verdicts.entry(found.err().map_or("accepted", Reason::code)).or_default() += 1;
    }
    say(&format!("CCTV ed25519: {} vectors: {verdicts:?}", vectors.len()));
    // Theirs and ours are as many of every class; which messages serve for "hashed anew" is everybody's own choice.
    let mut classes: BTreeMap<Vec<String>, [usize; 2]> = BTreeMap::new();
    for vector in &vectors {
        let mut flags = vector.flags.clone().unwrap_or_default();
        flags.sort_unstable();
        classes.entry(flags).or_default()[0] += 1;
    }
    for case in combinations() {
        classes.entry(case.flags().into_iter().map(String::from).collect()).or_default()[1] += 1;
    }
    let (rewritten, plain): (Vec<_>, Vec<_>) =
        classes.into_iter().partition(|(flags, _)| flags.iter().any(|flag| flag == "reencoded_k"));
    for (flags, [theirs, ours]) in plain {
        assert_eq!(theirs, ours, "{flags:?}");
    }
    for (flags, [theirs, ours]) in rewritten {
        assert!(theirs == 0 || ours > 0, "{flags:?}");
    }
}
