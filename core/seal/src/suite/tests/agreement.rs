//! Our verdict beside that of `verify_strict`, over sound signatures and many that are nearly so.

use super::*;

/// Signatures of the normal run, and of the one that is asked for by name.
const FEW: u64 = 300;
const MANY: u64 = 100_000;

/// Bytes that look random and are the same in every run.
fn bytes(seed: u64, what: &str) -> [u8; 64] {
    Sha512::new().chain_update(seed.to_le_bytes()).chain_update(what).finalize().into()
}

fn scalar(seed: u64, what: &str) -> Scalar {
    Scalar::from_bytes_mod_order_wide(&bytes(seed, what))
}

/// Signatures under one key: a sound one first, then what differs from it in one thing.
fn signatures(seed: u64, secret: Scalar, key: &[u8; 32], message: &[u8]) -> Vec<[u8; 64]> {
    let nonce = scalar(seed, "nonce");
    let with = |r: [u8; 32], nonce: Scalar| join(r, (nonce + challenge(&r, key, message) * secret).to_bytes());
    let point = ED25519_BASEPOINT_POINT * nonce;
    let sound = with(point.compress().to_bytes(), nonce);
    let torsion = EIGHT_TORSION[usize::from(bytes(seed, "torsion")[0] % 8)];
    let mut flipped = sound;
    let bit = usize::from(u16::from_le_bytes([bytes(seed, "bit")[0], bytes(seed, "bit")[1]])) % (64 * 8);
    flipped[bit / 8] ^= 1 << (bit % 8);
    let mut other_sign = sound;
    other_sign[31] ^= 0x80;
    vec![
        sound,
        flipped,
        other_sign,
        with((point + torsion).compress().to_bytes(), nonce),
        with(torsion.compress().to_bytes(), Scalar::ZERO),
        with((-point).compress().to_bytes(), nonce),
        join(point.compress().to_bytes(), scalar(seed, "s").to_bytes()),
        join(bytes(seed, "r")[..32].try_into().unwrap(), sound[32..].try_into().unwrap()),
        bytes(seed, "anything"),
    ]
}

fn verdicts_agree(seeds: u64) {
    let mut accepted = 0;
    for seed in 0..seeds {
        let secret = scalar(seed, "secret");
        let key = PublicKey::from_bytes(&(ED25519_BASEPOINT_POINT * secret).compress().to_bytes()).unwrap();
        let message = &bytes(seed, "message")[..usize::try_from(seed % 64).unwrap()];
        for (number, signature) in signatures(seed, secret, &key.to_bytes(), message).iter().enumerate() {
            let strict = key.verifying().verify_strict(message, &Signature::from_bytes(signature));
            let ours = (ED25519.verify)(&key, &[message], signature);
            assert_eq!(ours.is_ok(), strict.is_ok(), "seed {seed}, signature {number}: {ours:?}");
            assert!(number != 0 || ours.is_ok(), "seed {seed}: the sound one");
            accepted += u64::from(ours.is_ok());
        }
    }
    assert!(accepted >= seeds && accepted < 2 * seeds, "{accepted} of {seeds} seeds");
}

#[test]
fn a_signature_is_accepted_when_strict_verification_accepts_it() {
    verdicts_agree(FEW);
}

#[test]
#[ignore = "two minutes; `cargo test --release -p anziping-seal -- --ignored` asks for it"]
fn a_hundred_thousand_keys_are_judged_as_by_strict_verification() {
    verdicts_agree(MANY);
}
