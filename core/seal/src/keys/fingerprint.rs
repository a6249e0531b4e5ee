//! The name of a key for people: thirty digits that can be read out, typed and compared with paper.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::Digest;
use thiserror::Error;

/// 10^30: thirty digits are 99 bits, enough that nobody finds a second key with the same ones.
const MODULUS: u128 = 10_u128.pow(30);
const DIGITS: usize = 30;
const GROUP: usize = 5;

/// The thumbprint modulo 10^30. `Display` gives six groups of five digits; `{:#}` runs them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(u128);

/// The typed text is not a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FingerprintError {
    /// Something other than digits, spaces and dashes: point at it.
    #[error("{0:?} is not a digit")]
    NotADigit(char),
    /// Too few or too many digits: say how many there are.
    #[error("{0} digits instead of 30")]
    Count(usize),
}

impl Fingerprint {
    pub(super) fn of(thumbprint: &[u8; 32]) -> Self {
        // 10^30 < 2^100, so the next step always fits in 108 bits.
        Fingerprint(thumbprint.iter().fold(0, |rest, byte| (rest * 256 + u128::from(*byte)) % MODULUS))
    }

    /// The digits of what people type: half- or full-width, with spaces, line breaks or dashes anywhere.
    ///
    /// # Errors
    /// The first character that is none of these.
    pub fn digits_typed(typed: &str) -> Result<String, char> {
        let mut digits = String::new();
        for c in typed.chars() {
            let half_width = match c {
                '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xff10 + u32::from('0')).unwrap_or(c),
                plain => plain,
            };
            match half_width {
                digit if digit.is_ascii_digit() => digits.push(digit),
                c if c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{ff0d}') => {}
                _ => return Err(c),
            }
        }
        Ok(digits)
    }

    /// The digits of a text: its SHA-256 modulo 10^30, as those of a key are its thumbprint's.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self::of(&sha2::Sha256::digest(text.as_bytes()).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, digit) in format!("{:0DIGITS$}", self.0).chars().enumerate() {
            if index > 0 && index % GROUP == 0 && !f.alternate() {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    /// Reads what people type.
    fn from_str(typed: &str) -> Result<Self, FingerprintError> {
        let digits = Self::digits_typed(typed).map_err(FingerprintError::NotADigit)?;
        let number = Some(&digits).filter(|digits| digits.len() == DIGITS).and_then(|digits| digits.parse().ok());
        number.map(Fingerprint).ok_or(FingerprintError::Count(digits.len()))
    }
}

/// A stored fingerprint that is not written as programs write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not six groups of five digits")]
pub struct Misspelt;

impl TryFrom<String> for Fingerprint {
    type Error = Misspelt;

    /// Reads the form that programs write: only people may type it otherwise.
    fn try_from(text: String) -> Result<Self, Misspelt> {
        text.parse().ok().filter(|read: &Self| read.to_string() == text).ok_or(Misspelt)
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> String {
        fingerprint.to_string()
    }
}
