//! Checks the texts of a catalogue: one line, plain Chinese, nothing invisible.

use super::Flaw;

/// Longest text, in characters.
pub const MAX_TEXT: usize = 300;

/// The choice whether a text may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    Required,
    MayBeEmpty,
}

pub(super) fn check(text: &str, length: Length) -> Result<(), Flaw> {
    if text.is_empty() {
        return match length {
            Length::Required => Err(Flaw::Empty),
            Length::MayBeEmpty => Ok(()),
        };
    }
    let count = text.chars().count();
    if count > MAX_TEXT {
        return Err(Flaw::TooLong(count));
    }
    if let Some(found) = text.chars().find(|c| !allowed(*c)) {
        return Err(Flaw::Character(found));
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        return Err(Flaw::Padded);
    }
    Ok(())
}

/// The characters texts use.
///
/// A list of what is allowed keeps out control, bidirectional and invisible characters, and as it has neither combining
/// marks nor compatibility ideographs, every text is in normalisation form C, which signed documents require.
fn allowed(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '°' | '±' | '²' | '³' | '·' | '×' | '÷'
        | 'Α'..='Ρ' | 'Σ'..='Ω' | 'α'..='ω'
        | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '‰'
        | '₀'..='₉' | '℃' | 'Ⅰ'..='Ⅻ' | '→' | '√' | '≈' | '≠' | '≤' | '≥'
        | '①'..='⑳'
        | '、' | '。' | '〈'..='】' | '〔' | '〕'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{2A6DF}'
        | '！'..='～' | '￥'
    )
}
