//! Whether a passphrase is worth keeping a key under.
//!
//! The container can be copied and tried without limit, so length alone is not enough: what people try first is refused,
//! with the reason, so that the next try can be better.

mod patterns;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// At least so many characters…
pub const MIN_CHARACTERS: usize = 10;
/// …or at least so many Chinese ones, with a digit among the rest.
pub const MIN_CHINESE: usize = 5;

/// What must be left once the guessable parts are taken out. A Chinese character counts as two.
const MIN_REST: usize = 5;

/// Why a passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weakness {
    /// Fewer than ten characters, and not five Chinese characters with digits. Holds the number of characters.
    #[error("only {0} characters")]
    TooShort(usize),
    /// One character over and over, or a short piece repeated: `aaaaaaaaaa`, `abcabcabcabc`.
    #[error("one piece repeated")]
    Repeated,
    /// Nothing but digits: a telephone, identity or account number, or quickly tried.
    #[error("digits only")]
    DigitsOnly,
    /// It contains the enterprise's name or code, or a person's name: whoever finds the file knows those.
    #[error("contains a name or code from the file itself")]
    Contained,
    /// Little is left beside runs of the alphabet, of digits or of the keyboard: `1234567890`, `qwertyuiop`.
    #[error("mostly a sequence")]
    Sequence,
    /// Little is left beside a date: `19900101`, `2026年5月`.
    #[error("mostly a date")]
    Date,
    /// Little is left beside a word on every list: `password`, `admin`, `anquan`, `woaini`, 安全生产.
    #[error("mostly a common word")]
    CommonWord,
}

/// Judges a passphrase (already in form C). `context` holds what the file or the screen shows anyway: the enterprise's name
/// and code, the names of its people.
///
/// # Errors
/// The first [`Weakness`] found.
pub fn judge(passphrase: &str, context: &[&str]) -> Result<(), Weakness> {
    let characters = passphrase.chars().count();
    let chinese = passphrase.chars().filter(|c| patterns::is_chinese(*c)).count();
    let has_digit = passphrase.chars().any(|c| c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c));
    if characters < MIN_CHARACTERS && !(chinese >= MIN_CHINESE && has_digit) {
        return Err(Weakness::TooShort(characters));
    }
    let folded: Vec<char> = passphrase.chars().map(patterns::fold).collect();
    if patterns::is_repetition(&folded) {
        return Err(Weakness::Repeated);
    }
    if folded.iter().all(char::is_ascii_digit) {
        // The commonest numbers are better told by name.
        return Err(patterns::explain_digits(&folded));
    }
    if context.iter().any(|word| patterns::contains_context(&folded, word)) {
        return Err(Weakness::Contained);
    }
    match patterns::guessable(&folded) {
        Some((weakness, rest)) if rest < MIN_REST => Err(weakness),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_weak_pattern_is_refused_for_its_own_reason() {
        let context = ["上海示例机械", "91310000MA1FL0000N", "张三", ""];
        let judged_otherwise: Vec<_> = [
            ("", Err(Weakness::TooShort(0))),
            ("k3#vQ9!xZ", Err(Weakness::TooShort(9))),
            ("红旗渠水长", Err(Weakness::TooShort(5))),
            ("红旗渠水8", Err(Weakness::TooShort(5))),
            ("aaaaaaaaaa", Err(Weakness::Repeated)),
            ("啊啊啊啊啊啊啊啊啊啊", Err(Weakness::Repeated)),
            ("abcabcabcabc", Err(Weakness::Repeated)),
            ("1212121212", Err(Weakness::Repeated)),
            ("AaAaAaAaAaA", Err(Weakness::Repeated)),
            ("1234567890", Err(Weakness::Sequence)),
            ("0987654321", Err(Weakness::Sequence)),
            ("abcdefghij", Err(Weakness::Sequence)),
            ("qwertyuiop", Err(Weakness::Sequence)),
            ("poiuytrewq", Err(Weakness::Sequence)),
            ("1qaz2wsx3edc", Err(Weakness::Sequence)),
            ("qwerty123456", Err(Weakness::Sequence)),
            ("１２３４５６７８９０", Err(Weakness::Sequence)),
            ("13894027561", Err(Weakness::DigitsOnly)),
            ("8402957163", Err(Weakness::DigitsOnly)),
            ("1990010119", Err(Weakness::Date)),
            ("1990-01-01", Err(Weakness::Date)),
            ("2026年11月21日", Err(Weakness::Date)),
            ("2026.5.1ab", Err(Weakness::Date)),
            ("password123", Err(Weakness::CommonWord)),
            ("Password2026", Err(Weakness::CommonWord)),
            ("P@ssw0rd!!!", Err(Weakness::CommonWord)),
            ("admin@12345", Err(Weakness::CommonWord)),
            ("anquan8888", Err(Weakness::CommonWord)),
            ("anquanshengchan", Err(Weakness::CommonWord)),
            ("woaini1314", Err(Weakness::CommonWord)),
            ("woaini520520", Err(Weakness::CommonWord)),
            ("安全生产第一12", Err(Weakness::CommonWord)),
            ("上海示例机械2026", Err(Weakness::Contained)),
            ("x91310000ma1fl0000n", Err(Weakness::Contained)),
            ("张三abcxyzw77", Err(Weakness::Contained)),
            ("k3#vQ9!xZ7", Ok(())),
            ("correct horse battery", Ok(())),
            ("红旗渠水长8", Ok(())),
            ("红旗渠水长８", Ok(())),
            ("老槐树下三只花猫晒太阳", Ok(())),
            ("车间的password老槐树", Ok(())),
            ("zhongliu7kan", Ok(())),
        ]
        .into_iter()
        .map(|(passphrase, expected)| (passphrase, judge(passphrase, &context), expected))
        .filter(|(_, judged, expected)| judged != expected)
        .collect();
        assert!(judged_otherwise.is_empty(), "passphrase, judged, expected: {judged_otherwise:#?}");
    }

    #[test]
    fn an_empty_context_word_is_in_no_passphrase() {
        assert_eq!(judge("k3#vQ9!xZ7", &["", " "]), Ok(()));
    }
}
