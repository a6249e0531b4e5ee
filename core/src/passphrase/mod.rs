//! Judges whether a passphrase is good enough to keep a key under.
//!
//! The container can be copied and tried without limit, so length alone is not enough. A passphrase is taken apart into
//! the pieces that guessing programs, and neighbours, try first; the cheapest way to put it together counts, in bits.
//! What is refused is told the reason, so that the next try can be better.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `numbers` | numbers that belong to somebody: days and telephones |
//! | `pieces` | the pieces of a passphrase, each with what it costs to try all of its kind, in tenths of bits |
//! | `words` | what people take: lists of modest size, since the page that asks for a passphrase carries them |

mod numbers;
mod pieces;
mod words;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use self::pieces::PieceKind;

/// At least so many characters…
pub const MIN_CHARACTERS: usize = 10;
/// …or at least so many Chinese ones, with a digit among the rest.
pub const MIN_CHINESE: usize = 5;

/// The least cost of a passphrase, in tenths of bits.
///
/// A graphics card tries some ten thousand a second against scrypt as it is set in
/// [`container`](anziping_seal::container): eighty days for all of these, if it is known of what pieces it is made.
const MIN_COST: u32 = 360;

/// Why a passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weakness {
    /// Fewer than ten characters, and not five Chinese characters with digits.
    ///
    /// Holds the number of characters.
    #[error("only {0} characters")]
    TooShort(usize),
    /// One character over and over, or a short piece repeated: `aaaaaaaaaa`, `abcabcabcabc`.
    #[error("one piece repeated")]
    Repeated,
    /// Hardly anything but digits.
    #[error("digits only")]
    DigitsOnly,
    /// It contains the enterprise's name or code, or a person's name: whoever finds the file knows those.
    #[error("contains a name or code from the file itself")]
    Contained,
    /// Mostly runs of the alphabet, of digits or of the keyboard: `1234567890`, `qwertyuiop`, `147258369`.
    #[error("mostly a sequence")]
    Sequence,
    /// Mostly a date: `19900101`, `2026年5月`.
    #[error("mostly a date")]
    Date,
    /// Mostly a telephone or identity number: `13800138000`.
    #[error("mostly a telephone or identity number")]
    Telephone,
    /// Mostly a person's name: 王建国.
    #[error("mostly a person's name")]
    Name,
    /// Mostly a word on every list: `password`, `anquan`, `woaini`, 安全生产, 北京.
    #[error("mostly a common word")]
    CommonWord,
    /// Mostly a line or saying that everybody knows: 春眠不觉晓.
    #[error("mostly a well-known line")]
    KnownLine,
    /// Mostly a word or a few syllables of pinyin, on no list and still soon found.
    ///
    /// `butterfly`, `woxihuan`, `wangwei`.
    #[error("mostly a word or two")]
    FewWords,
}

/// Judges a passphrase (already in form C).
///
/// `context` holds what the file or the screen shows anyway: the enterprise's name and code, the names of its people.
///
/// # Errors
/// The first [`Weakness`] found.
pub fn judge(passphrase: &str, context: &[&str]) -> Result<(), Weakness> {
    let typed: Vec<char> = passphrase.chars().map(pieces::narrow).collect();
    let folded: Vec<char> = typed.iter().map(char::to_ascii_lowercase).collect();
    let chinese = folded.iter().filter(|c| pieces::is_chinese(**c)).count();
    let has_digit = folded.iter().any(char::is_ascii_digit);
    if folded.len() < MIN_CHARACTERS && !(chinese >= MIN_CHINESE && has_digit) {
        return Err(Weakness::TooShort(folded.len()));
    }
    if context.iter().any(|word| contains(&folded, word)) {
        return Err(Weakness::Contained);
    }
    let (cost, kind) = pieces::cheapest(&typed, &folded);
    let only_digits = folded.iter().all(char::is_ascii_digit);
    if cost >= MIN_COST && !only_digits {
        return Ok(());
    }
    Err(match kind {
        PieceKind::Same | PieceKind::Copy => Weakness::Repeated,
        PieceKind::Run => Weakness::Sequence,
        PieceKind::Date => Weakness::Date,
        PieceKind::Telephone => Weakness::Telephone,
        _ if only_digits => Weakness::DigitsOnly,
        PieceKind::Name => Weakness::Name,
        PieceKind::Word => Weakness::CommonWord,
        PieceKind::Line => Weakness::KnownLine,
        PieceKind::Syllable | PieceKind::Letter => Weakness::FewWords,
        // Chinese characters cost enough where there are five; what is left are digits and signs.
        PieceKind::Digit | PieceKind::Sign | PieceKind::Chinese => Weakness::DigitsOnly,
    })
}

/// Returns whether a word from the file is in the passphrase.
///
/// Words of one letter are in every passphrase, so they are never found.
fn contains(folded: &[char], word: &str) -> bool {
    let word: Vec<char> = word.trim().chars().map(|c| pieces::narrow(c).to_ascii_lowercase()).collect();
    word.len() >= 2 && folded.windows(word.len()).any(|window| window == word)
}
