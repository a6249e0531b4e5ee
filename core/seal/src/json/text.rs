//! The characters that a string may hold, and the cleaning of typed text.

use super::Normalise;
use crate::Reason;

/// Returns the reason for which a character may not stand in a string, if there is one.
pub(crate) fn forbidden(c: char) -> Option<Reason> {
    match c {
        '\n' | '\t' => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Reason::ControlCharacter),
        '\u{2028}' | '\u{2029}' => Some(Reason::LineSeparator),
        '\u{feff}' => Some(Reason::ByteOrderMark),
        // The twelve characters with the property Bidi_Control (Unicode, PropList.txt).
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Reason::BidiControl)
        }
        '\u{fdd0}'..='\u{fdef}' => Some(Reason::Noncharacter),
        _ if u32::from(c) & 0xfffe == 0xfffe => Some(Reason::Noncharacter),
        _ => None,
    }
}

/// Returns whether a member name is `[a-z][a-z0-9_]*`.
pub(crate) fn is_member_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Returns whether the text is in form C; asks the caller's normaliser only when it could matter.
///
/// Text made of these ranges alone always is: none of the characters composes with a neighbour or decomposes. They
/// cover nearly every string of a Chinese report, and the question costs a call into JavaScript each time.
pub(crate) fn is_nfc(text: &str, nfc: &dyn Normalise) -> bool {
    text.chars().all(is_inert) || nfc.is_nfc(text)
}

fn is_inert(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2ff}'                // Latin
        | '\u{2010}'..='\u{2027}'       // dashes and quotation marks
        | '\u{3001}'..='\u{3029}'       // ideographic commas, full stops and brackets
        | '\u{4e00}'..='\u{9fff}'       // Chinese characters
        | '\u{ff01}'..='\u{ff60}'       // full-width forms
    )
}

/// Line ends become LF, what a string may not hold is left out, and the rest is put into form C.
pub(crate) fn clean(raw: &str, nfc: &dyn Normalise) -> String {
    let unix = raw.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unix.chars().filter(|c| forbidden(*c).is_none()).collect();
    if is_nfc(&kept, nfc) { kept } else { nfc.to_nfc(&kept) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    #[test]
    fn a_character_taken_as_inert_is_stable_under_normalisation() {
        for c in (0..0x11_0000).filter_map(char::from_u32).filter(|c| is_inert(*c)) {
            assert_eq!(canonical_combining_class(c), 0, "U+{:04X} combines", u32::from(c));
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "U+{:04X} may change", u32::from(c));
        }
    }
}
