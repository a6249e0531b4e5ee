//! Unicode normalisation by the crate a browser does not need.

use anziping_seal::json::Normalise;
use unicode_normalization::UnicodeNormalization;

/// The tables of `unicode-normalization`.
#[derive(Debug, Clone, Copy)]
pub struct Tables;

impl Normalise for Tables {
    fn is_nfc(&self, text: &str) -> bool {
        unicode_normalization::is_nfc(text)
    }

    fn to_nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }
}
