//! The editions of the built-in check list that were released earlier, as they were then.
//!
//! The office recomputes reports of every one of them. Only its page links the texts; a worker that is handed one knows
//! it by its hash.

use std::borrow::Cow;

use anziping_seal::Sha256;

use super::{Edition, builtin::BuiltinDamaged};

/// SHA-256 of each earlier edition, oldest first: what its reports name.
const SHA256: [&str; 1] = ["b889a0875f6978814de196842c0e984687bf09b2a3560190ba4c85839bd61f8b"];

/// The texts behind [`SHA256`], in canonical JSON.
const TEXTS: [&str; 1] = [include_str!("../../../catalog/editions/gm-small-2026.11.json")];

/// All earlier editions, oldest first.
pub fn all() -> Vec<Result<Edition<'static>, BuiltinDamaged>> {
    TEXTS.into_iter().map(|text| Edition::from_text(Cow::Borrowed(text))).collect()
}

/// The earlier edition with exactly these bytes; `None` for anything else.
pub(super) fn recognise(bytes: &[u8]) -> Option<Edition<'static>> {
    let known = SHA256.contains(&Sha256::of(bytes).to_string().as_str());
    let text = known.then(|| String::from_utf8(bytes.to_vec()).ok())??;
    Edition::from_text(Cow::Owned(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_earlier_edition_is_recognised_by_its_hash() {
        for (text, sha256) in TEXTS.into_iter().zip(SHA256) {
            assert_eq!(recognise(text.as_bytes()).unwrap().reference().sha256.to_string(), sha256);
        }
        let changed = TEXTS[0].replacen("2026.11", "2026.10", 1);
        assert!(recognise(changed.as_bytes()).is_none());
    }
}
