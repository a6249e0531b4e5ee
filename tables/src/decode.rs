//! Texts in the encodings that spreadsheets of Chinese offices are saved in.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::TableFault;

/// A text, and how many places of it were no characters.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) bad: u32,
}

/// Decodes a text.
///
/// The byte order mark decides, then UTF-8, UTF-16 by its zeros, and else what Chinese Windows writes.
///
/// A bad byte costs one character.
///
/// # Errors
/// [`TableFault::NoTable`] for what is no text.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, TableFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0)
    {
        return Ok(Decoded { text: text.into(), bad: 0 });
    }
    // Digits, commas and line ends of UTF-16 have a zero in one half; in the other only 一 and its like have one.
    match (zeros(bytes, 0), zeros(bytes, 1)) {
        (0, 0) => with(GB18030, bytes),
        (low, high) if low < high => printable(with(UTF_16LE, bytes)?),
        (high, low) if low < high => printable(with(UTF_16BE, bytes)?),
        _ => Err(TableFault::NoTable),
    }
}

/// A guess that gives characters nobody types was wrong.
fn printable(decoded: Decoded<'_>) -> Result<Decoded<'_>, TableFault> {
    let odd = decoded.text.chars().any(|c| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}'));
    if odd { Err(TableFault::NoTable) } else { Ok(decoded) }
}

fn zeros(bytes: &[u8], half: usize) -> usize {
    bytes.iter().skip(half).step_by(2).filter(|byte| **byte == 0).count()
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Decoded<'a>, TableFault> {
    let (text, faulty) = encoding.decode_without_bom_handling(bytes);
    let bad = if faulty { text.matches('\u{fffd}').count() } else { 0 };
    // A text has a bad byte here and there; what is no text is full of them.
    if bad > 8 && bad * 50 > text.chars().count() || text.contains('\0') {
        return Err(TableFault::NoTable);
    }
    Ok(Decoded { text, bad: u32::try_from(bad).unwrap_or(u32::MAX) })
}
