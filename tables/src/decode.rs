//! Texts in the encodings that spreadsheets of Chinese offices are saved in.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::TableFault;

/// A text, and how many places of it were no characters.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) bad: u32,
}

/// Decodes a text by its byte order mark; else as UTF-8, UTF-16 or Big5 if it fits, else as GB18030.
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
        (0, 0) if is_big5(bytes) => with(BIG5, bytes),
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

/// Returns whether all characters of two bytes are Big5's, with as many low second bytes as there.
///
/// In simplified characters of GB18030 the second byte is above 0xa0 but for rare ones; traditional ones have first
/// bytes below.
fn is_big5(bytes: &[u8]) -> bool {
    let (mut low, mut all, mut rest) = (0_usize, 0, bytes.iter());
    while let Some(first) = rest.next() {
        match (first, rest.as_slice().first()) {
            (0..=0x7f, _) => continue,
            (0xa1..=0xf9, Some(0x40..=0x7e)) => low += 1,
            (0xa1..=0xf9, Some(0xa1..=0xfe)) => {}
            _ => return false,
        }
        all += 1;
        rest.next();
    }
    all > 0 && low * 5 >= all
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn big5_is_told_from_gb18030() {
        let big5 = "發現日期,隱患部位,隱患內容\n2026-11-05,成品倉庫,滅火器被貨物擋住\n";
        let simplified = "发现日期,隐患部位,隐患内容\n2026-11-05,成品仓库,灭火器被货物挡住，朱镕、喆\n";
        let traditional = "發現日期,隱患部位,隱患內容,整改措施,責任人\n2026-11-05,成品倉庫,滅火器被貨物擋住,移開\n";
        assert_eq!(decoded(&BIG5.encode(big5).0).unwrap().text, big5);
        for text in [simplified, traditional, "序号,部位\n", "é\n"] {
            assert_eq!(decoded(&GB18030.encode(text).0).unwrap().text, text);
        }
    }
}
