//! The unified social credit code (统一社会信用代码) that names an enterprise, GB 32100-2015.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// The 31 characters of GB 32100-2015, in the order of their values.
///
/// Digits and capitals without I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A code of 18 characters whose last one agrees with the others.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UnifiedCode(String);

/// Why a text is not a unified social credit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum UnifiedCodeFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// The number of characters is not 18: one was left out or typed twice.
    #[error("{0} characters instead of 18")]
    Length(usize),
    /// A character that the standard does not use, with its place from 1.
    ///
    /// I, O, S, V and Z are left out because they look like digits.
    #[error("character {at} is not used in a code")]
    Character {
        /// Place of the character, 1 to 18.
        at: usize,
        /// The character as typed.
        found: char,
    },
    /// The last character does not agree with the others: a character is wrong or two are exchanged.
    #[error("the check character should be {expected}")]
    Check {
        /// The character that the first 17 ask for.
        expected: char,
    },
}

impl UnifiedCode {
    /// Reads a code as people type it.
    ///
    /// Spaces are left out, small and full-width letters are taken for capitals.
    ///
    /// # Errors
    /// [`UnifiedCodeFault`] names the place where the text leaves the standard.
    pub fn parse(text: &str) -> Result<Self, UnifiedCodeFault> {
        let typed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
        if typed.is_empty() {
            return Err(UnifiedCodeFault::Empty);
        }
        if typed.len() != 18 {
            return Err(UnifiedCodeFault::Length(typed.len()));
        }
        let mut code = String::with_capacity(18);
        let (mut sum, mut weight) = (0, 1);
        for (index, &found) in typed.iter().enumerate() {
            let capital = found.to_ascii_uppercase();
            let value = ALPHABET.iter().position(|&b| char::from(b) == capital);
            let value = value.ok_or(UnifiedCodeFault::Character { at: index + 1, found })?;
            if index < 17 {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
            code.push(capital);
        }
        let expected = char::from(ALPHABET[(31 - sum % 31) % 31]);
        if code.ends_with(expected) { Ok(Self(code)) } else { Err(UnifiedCodeFault::Check { expected }) }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The ASCII form of a full-width letter or digit; an input method often leaves them behind.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

impl fmt::Display for UnifiedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for UnifiedCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for UnifiedCode {
    /// Reads the form that programs write: only people may type blanks and small letters.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let code = Self::parse(&text).map_err(de::Error::custom)?;
        if code.0 == text {
            Ok(code)
        } else {
            Err(de::Error::custom("the code is not written in capitals without blanks"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_the_right_check_character_is_read() {
        assert_eq!(UnifiedCode::parse("91310000MA1FL0000N").unwrap().as_str(), "91310000MA1FL0000N");
        // Published example of GB 32100-2015, annex: the code of a company in Beijing.
        assert!(UnifiedCode::parse("91350100M000100Y43").is_ok());
    }

    #[test]
    fn typing_habits_are_forgiven() {
        assert_eq!(UnifiedCode::parse(" 9131 0000 ma1fl0000n ").unwrap().as_str(), "91310000MA1FL0000N");
        assert_eq!(UnifiedCode::parse("９１３１００００ＭＡ１ＦＬ００００Ｎ").unwrap().as_str(), "91310000MA1FL0000N");
    }

    #[test]
    fn each_fault_names_its_place() {
        assert_eq!(UnifiedCode::parse("  "), Err(UnifiedCodeFault::Empty));
        assert_eq!(UnifiedCode::parse("91310000MA1FL0000"), Err(UnifiedCodeFault::Length(17)));
        assert_eq!(UnifiedCode::parse("9131000OMA1FL0000N"), Err(UnifiedCodeFault::Character { at: 8, found: 'O' }));
        assert_eq!(UnifiedCode::parse("91310000MA1FL00001"), Err(UnifiedCodeFault::Check { expected: 'N' }));
    }

    #[test]
    fn every_single_wrong_character_and_every_exchange_of_neighbours_is_noticed() {
        let good = "91310000MA1FL0000N";
        for at in 0..18 {
            for &other in ALPHABET {
                let mut bytes = good.as_bytes().to_vec();
                if bytes[at] == other {
                    continue;
                }
                bytes[at] = other;
                let text = String::from_utf8(bytes).unwrap();
                assert!(UnifiedCode::parse(&text).is_err(), "{text}");
            }
        }
        for at in 0..16 {
            let mut bytes = good.as_bytes().to_vec();
            if bytes[at] != bytes[at + 1] {
                bytes.swap(at, at + 1);
                let text = String::from_utf8(bytes).unwrap();
                assert!(UnifiedCode::parse(&text).is_err(), "{text}");
            }
        }
    }
}
