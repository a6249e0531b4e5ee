//! Keys that were checked before, by their bytes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::PublicKey;
use crate::json::Value;
use crate::{Reason, Refusal};

/// The most keys that are remembered: those of 16,000 enterprises with two signers each, 8 MB.
const MOST: usize = 32_768;

/// The keys that one reader of files has met, so that it checks each only once.
///
/// The bytes decide: another spelling of a key is another key here, and is refused as ever.
#[derive(Debug, Default)]
pub struct KnownKeys(RefCell<BTreeMap<[u8; 32], Known>>);

#[derive(Debug, Clone, Copy)]
enum Known {
    /// Somebody else has checked it; it was not met here yet.
    ByOthers,
    Met(PublicKey),
}

impl KnownKeys {
    /// Takes over keys that somebody has checked who is trusted.
    ///
    /// A page tells its workers those of its registry. Their points are not computed before they are met.
    pub fn trust(&self, keys: impl IntoIterator<Item = [u8; 32]>) {
        let mut known = self.0.borrow_mut();
        for bytes in keys.into_iter().take(MOST) {
            known.entry(bytes).or_insert(Known::ByOthers);
        }
    }

    /// The key in a JWK, as [`PublicKey::from_jwk`] reads it.
    ///
    /// # Errors
    /// As there. What was refused is not remembered.
    pub(crate) fn read_jwk(&self, jwk: &Value) -> Result<PublicKey, Refusal> {
        self.read(&PublicKey::bytes_of_jwk(jwk)?).map_err(PublicKey::at_bytes)
    }

    fn read(&self, bytes: &[u8; 32]) -> Result<PublicKey, Reason> {
        let mut known = self.0.borrow_mut();
        let key = match known.get(bytes) {
            Some(Known::Met(key)) => return Ok(*key),
            Some(Known::ByOthers) => PublicKey::of_checked(bytes)?,
            None => PublicKey::from_bytes(bytes)?,
        };
        // To forget all costs less than to remember which was met last, and a month of a large office fits.
        if known.len() >= MOST && !known.contains_key(bytes) {
            known.clear();
        }
        known.insert(*bytes, Known::Met(key));
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};

    use super::*;
    use crate::keys::SecretKey;

    fn key(seed: u8) -> [u8; 32] {
        SecretKey::from_bytes([seed; 32]).public().to_bytes()
    }

    #[test]
    fn a_key_is_the_same_when_it_is_met_again() {
        let known = KnownKeys::default();
        for _ in 0..2 {
            for seed in 1..5 {
                assert_eq!(known.read(&key(seed)), PublicKey::from_bytes(&key(seed)));
            }
        }
        assert_eq!(known.0.borrow().len(), 4);
    }

    #[test]
    fn a_refused_key_is_refused_again_with_the_same_reason() {
        let known = KnownKeys::default();
        let point = ED25519_BASEPOINT_POINT;
        let mixed = (point + EIGHT_TORSION[1]).compress().to_bytes();
        let mut other_spelling = [0xff; 32];
        (other_spelling[0], other_spelling[31]) = (0xf0, 0x7f);
        for bytes in [mixed, EIGHT_TORSION[3].compress().to_bytes(), other_spelling, [2; 32]] {
            let refused = PublicKey::from_bytes(&bytes);
            assert!(refused.is_err(), "{bytes:02x?}");
            assert_eq!([known.read(&bytes), known.read(&bytes)], [refused, refused]);
        }
        assert!(known.0.borrow().is_empty());
    }

    #[test]
    fn a_key_that_others_checked_is_itself() {
        let known = KnownKeys::default();
        known.trust([key(1), [2; 32]]);
        assert_eq!(known.read(&key(1)), PublicKey::from_bytes(&key(1)));
        assert_eq!(known.read(&[2; 32]), Err(Reason::KeyNotOnCurve));
    }

    #[test]
    fn no_more_is_remembered_than_has_room() {
        let known = KnownKeys::default();
        let numbered = |number: u32| {
            let mut bytes = [0; 32];
            bytes[..4].copy_from_slice(&number.to_le_bytes());
            bytes
        };
        known.trust((0..100_000).map(numbered));
        assert_eq!(known.0.borrow().len(), MOST);
        assert!(known.read(&key(1)).is_ok());
        assert_eq!(known.0.borrow().len(), 1);
    }
}
