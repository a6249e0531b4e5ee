//! Curve points that a careless verifier accepts.
//!
//! Those of small order in every spelling, and one of every mixed order.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::scalar::Scalar;

/// A point in one of its spellings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EdgePoint {
    /// As it stands in a key or a signature.
    pub bytes: [u8; 32],
    /// As RFC 8032 writes it.
    pub canonical: [u8; 32],
    /// Its part of small order, as a multiple of `EIGHT_TORSION[1]`.
    pub torsion: u8,
    /// Its part of prime order, as a multiple of the base point.
    pub scalar: Scalar,
}

impl EdgePoint {
    pub fn is_small(&self) -> bool {
        self.scalar == Scalar::ZERO
    }

    pub fn is_canonical(&self) -> bool {
        self.bytes == self.canonical
    }
}

/// Every spelling of every point of small order, and points of mixed order.
///
/// Those are `scalar` times the base point with each part of small order added.
pub fn points(scalar: Scalar) -> Vec<EdgePoint> {
    let small = (0..).zip(EIGHT_TORSION).flat_map(|(torsion, point)| {
        let canonical = point.compress().to_bytes();
        // Only the neutral point and that of order two have x = 0, whose sign means nothing.
        let has_two_signs = torsion % 4 == 0;
        let spelt = move |bytes| EdgePoint { bytes, canonical, torsion, scalar: Scalar::ZERO };
        spellings(canonical, has_two_signs).into_iter().map(spelt)
    });
    let others = (0..).zip(EIGHT_TORSION).map(|(torsion, point)| {
        let bytes = (ED25519_BASEPOINT_POINT * scalar + point).compress().to_bytes();
        EdgePoint { bytes, canonical: bytes, torsion, scalar }
    });
    small.chain(others).collect()
}

/// The bytes that lenient programs read as the same point.
///
/// y + p where there is room for it, and the other sign of x = 0.
fn spellings(canonical: [u8; 32], has_two_signs: bool) -> Vec<[u8; 32]> {
    let mut all = vec![canonical];
    all.extend(not_reduced(canonical));
    if has_two_signs {
        let other_sign = |bytes: &[u8; 32]| {
            let mut bytes = *bytes;
            bytes[31] ^= 0x80;
            bytes
        };
        all.extend(all.iter().map(other_sign).collect::<Vec<_>>());
    }
    all
}

/// The same y with p = 2^255 − 19 added, which fits into 255 bits where y is below 19.
fn not_reduced(mut bytes: [u8; 32]) -> Option<[u8; 32]> {
    let [lowest, middle @ .., highest] = &mut bytes;
    let is_below_19 = *lowest < 19 && middle.iter().all(|byte| *byte == 0) && *highest & 0x7f == 0;
    if !is_below_19 {
        return None;
    }
    *lowest += 0xed;
    middle.fill(0xff);
    *highest |= 0x7f;
    Some(bytes)
}
