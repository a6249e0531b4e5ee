//! Signatures that are wrong by very little.
//!
//! A bit flipped in key, signature or text, the same scalar in another spelling, another length.

use std::collections::BTreeMap;

use super::*;
use anziping_forge::say;

/// Counts signatures that were tried, by the reason of their refusal.
#[derive(Default)]
struct Tried {
    counts: BTreeMap<&'static str, usize>,
}

impl Tried {
    fn refused(&mut self, what: &'static str, key: &[u8; 32], message: &[u8], signature: &[u8], reasons: &[Reason]) {
        let found = PublicKey::from_bytes(key).and_then(|key| (ED25519.verify)(&key, &[message], signature));
        assert!(found.is_err_and(|reason| reasons.contains(&reason)), "{what}: {found:?}, {signature:02x?}");
        *self.counts.entry(what).or_default() += 1;
    }
}

fn flipped<const N: usize>(bytes: &[u8; N]) -> impl Iterator<Item = [u8; N]> + '_ {
    (0..N * 8).map(|bit| {
        let mut bytes = *bytes;
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes
    })
}

/// The scalar with the order of the group added until it no longer fits into 32 bytes.
fn unreduced(scalar: [u8; 32]) -> Vec<[u8; 32]> {
    // L − 1 is what −1 is written as.
    let mut order = (-Scalar::ONE).to_bytes();
    order[0] += 1;
    let add = |bytes: &[u8; 32]| {
        let mut carry = 0_u16;
        let sum = std::array::from_fn(|at| {
            let sum = u16::from(bytes[at]) + u16::from(order[at]) + carry;
            carry = sum >> 8;
            sum.to_le_bytes()[0]
        });
        (carry == 0).then_some(sum)
    };
    std::iter::successors(add(&scalar), add).collect()
}

#[test]
fn whatever_is_nearly_a_sound_signature_is_refused() {
    let key = signing().verifying_key().to_bytes();
    let sound = signing().sign(MESSAGE).to_bytes();
    let (r, s): ([u8; 32], [u8; 32]) = (sound[..32].try_into().unwrap(), sound[32..].try_into().unwrap());
    assert_eq!((ED25519.verify)(&PublicKey::from_bytes(&key).unwrap(), &[MESSAGE], &sound), Ok(()));
    let (wrong, range) = (Reason::SignatureWrong, Reason::SignatureScalarRange);
    let in_key = [Reason::KeyNotOnCurve, Reason::KeyMixedOrder, wrong];
    let mut tried = Tried::default();
    for key in flipped(&key) {
        tried.refused("a bit of the key", &key, MESSAGE, &sound, &in_key);
    }
    for signature in flipped(&sound) {
        tried.refused("a bit of the signature", &key, MESSAGE, &signature, &[wrong, range]);
    }
    for message in flipped::<8>(MESSAGE.try_into().unwrap()) {
        tried.refused("a bit of the text", &key, &message, &sound, &[wrong]);
    }
    for length in 0..MESSAGE.len() {
        tried.refused("a text cut short", &key, &MESSAGE[..length], &sound, &[wrong]);
    }
    for s in unreduced(s) {
        tried.refused("the scalar plus a multiple of the order", &key, MESSAGE, &join(r, s), &[range]);
    }
    let negative = -Scalar::from_canonical_bytes(s).unwrap();
    for s in [Scalar::ZERO, Scalar::ONE, -Scalar::ONE, negative] {
        tried.refused("another scalar", &key, MESSAGE, &join(r, s.to_bytes()), &[wrong]);
    }
    tried.refused("the halves swapped", &key, MESSAGE, &join(s, r), &[wrong, range]);
    for length in (0..=sound.len() * 2).filter(|length| *length != sound.len()) {
        let signature: Vec<u8> = sound.into_iter().cycle().take(length).collect();
        tried.refused("another length", &key, MESSAGE, &signature, &[Reason::SignatureLength]);
    }
    say(&format!("Ed25519 near misses: {} refused: {:?}", tried.counts.values().sum::<usize>(), tried.counts));
}

#[test]
fn the_order_is_added_as_often_as_there_is_room() {
    // 2^256 is a little less than 16 times the order.
    assert_eq!(unreduced(Scalar::ZERO.to_bytes()).len(), 15);
    assert!(unreduced([0xff; 32]).is_empty());
}
