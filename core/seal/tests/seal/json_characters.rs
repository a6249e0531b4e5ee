//! Every character and every escape, by the table of `docs/format.md`, section 2.
//!
//! The table is written down here a second time.

use std::collections::BTreeMap;

use anziping_seal::Reason;
use anziping_seal::json::{Value, parse};

use anziping_forge::say;
use anziping_forge::signed::*;

/// The table: characters that no text may hold, the line feed and the tab apart.
const NEVER: [(Reason, &[(u32, u32)]); 5] = [
    (Reason::ControlCharacter, &[(0, 0x8), (0xb, 0x1f), (0x7f, 0x9f)]),
    (Reason::LineSeparator, &[(0x2028, 0x2029)]),
    (Reason::ByteOrderMark, &[(0xfeff, 0xfeff)]),
    (Reason::BidiControl, &[(0x61c, 0x61c), (0x200e, 0x200f), (0x202a, 0x202e), (0x2066, 0x2069)]),
    (Reason::Noncharacter, &[(0xfdd0, 0xfdef)]),
];

/// Returns the reason for which a text of this one character is refused, if there is one.
fn rule(character: char) -> Option<Reason> {
    let number = u32::from(character);
    let listed = |ranges: &[(u32, u32)]| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number));
    let found = NEVER.into_iter().find(|(_, ranges)| listed(ranges)).map(|(reason, _)| reason);
    let ends_a_plane = number % 0x1_0000 >= 0xfffe;
    let composed = unicode_normalization::is_nfc(character.encode_utf8(&mut [0; 4]));
    found.or(ends_a_plane.then_some(Reason::Noncharacter)).or((!composed).then_some(Reason::NotNfc))
}

/// Reads the text in a list, whose two first bytes tell the encoding whatever comes next.
fn text(json: &str) -> Result<String, Reason> {
    let read = parse(format!("[{json}]").as_bytes(), &Tables).map_err(|refusal| refusal.reason)?;
    match read.as_array() {
        Some([Value::String(text)]) => Ok(text.clone()),
        _ => panic!("{json}: {read:?}"),
    }
}

/// Every character of the planes that have any, and of the others the ends of each row of 256.
fn characters() -> impl Iterator<Item = char> {
    let has_any = |number: &u32| matches!(number >> 16, 0..=3 | 14) || is_at_edge(*number);
    (0..=u32::from(char::MAX)).filter(has_any).filter_map(char::from_u32)
}

fn is_at_edge(number: u32) -> bool {
    matches!(number % 0x100, 0 | 0x7f | 0xfe | 0xff)
}

/// Escapes a character as JSON does: two escapes for one beyond U+FFFF.
fn escaped(character: char) -> String {
    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

#[test]
fn every_character_is_allowed_or_refused_by_its_rule() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for character in characters() {
        let expected = match character {
            '"' | '\\' => continue,
            // No JSON at all, while their escapes are text.
            '\n' | '\t' => Err(Reason::ControlCharacter),
            other => rule(other).map_or(Ok(other.to_string()), Err),
        };
        let found = text(&format!("\"{character}\""));
        *counts.entry(found.as_ref().err().map_or("accepted", |reason| reason.code())).or_default() += 1;
        assert_eq!(found, expected, "{character:?}");
    }
    say(&format!("JSON, characters as they are: {} texts: {counts:?}", counts.values().sum::<usize>()));
}

#[test]
fn every_escaped_character_is_judged_like_the_character() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let shown = |c: &char| u32::from(*c) < 0x1_0000 || is_at_edge(u32::from(*c));
    for character in characters().filter(shown) {
        let found = text(&format!("\"{}\"", escaped(character)));
        assert_eq!(found, rule(character).map_or(Ok(character.to_string()), Err), "{character:?}");
        *counts.entry(found.as_ref().err().map_or("accepted", |reason| reason.code())).or_default() += 1;
    }
    say(&format!("JSON, characters escaped: {} texts: {counts:?}", counts.values().sum::<usize>()));
}

#[test]
fn half_a_pair_of_escapes_is_refused_wherever_it_stands() {
    let units = [0x41, 0xd7ff, 0xd800, 0xd83d, 0xdbff, 0xdc00, 0xde00, 0xdffd, 0xe000];
    let mut counts = [0; 2];
    for first in units {
        for second in units {
            for third in units {
                let units = [first, second, third];
                let json: String = units.iter().map(|unit| format!("\\u{unit:04X}")).collect();
                let is_whole = String::from_utf16(&units).is_ok();
                let found = text(&format!("\"{json}\""));
                assert_eq!(matches!(found, Err(Reason::LoneSurrogate)), !is_whole, "{json}: {found:?}");
                counts[usize::from(is_whole)] += 1;
            }
        }
    }
    let [broken, whole] = counts;
    say(&format!("JSON, surrogates in threes: {broken} refused, {whole} whole"));
}

#[test]
fn an_escape_has_one_of_nine_letters_and_four_digits() {
    let simple = [('"', "\""), ('\\', "\\"), ('/', "/"), ('n', "\n"), ('t', "\t")];
    for letter in characters().filter(|c| u32::from(*c) < 0x3000) {
        let expected = match letter {
            'b' | 'f' | 'r' => Err(Reason::ControlCharacter),
            // Nothing is left of the text then but two letters of the four.
            'u' => Err(Reason::BadEscape),
            _ => simple
                .iter()
                .find(|(known, _)| *known == letter)
                .map_or(Err(Reason::BadEscape), |(_, text)| Ok(format!("{text}00"))),
        };
        assert_eq!(text(&format!("\"\\{letter}00\"")), expected, "{letter:?}");
    }
    for at in 0..4 {
        for wrong in (0..0x80).map(char::from).filter(|c| !c.is_ascii_hexdigit()) {
            let mut digits = ['0', '0', '4', '1'];
            digits[at] = wrong;
            let found = text(&format!("\"\\u{}\"", String::from_iter(digits)));
            assert_eq!(found, Err(Reason::BadEscape), "{digits:?}");
        }
    }
}
