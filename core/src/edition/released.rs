//! The editions of the built-in check list that were released earlier, as they were then.
//!
//! The office recomputes reports of every one of them. Only its page links them; the enterprise's page needs the present one alone.

use std::borrow::Cow;

use super::{Edition, builtin::BuiltinDamaged};

/// Canonical JSON of each earlier edition, oldest first: the text whose SHA-256 its reports name.
const TEXTS: [&str; 1] = [include_str!("../../../catalog/editions/gm-small-2026.11.json")];

/// All earlier editions, oldest first.
pub fn all() -> Vec<Result<Edition<'static>, BuiltinDamaged>> {
    TEXTS.into_iter().map(|text| Edition::from_text(Cow::Borrowed(text))).collect()
}
