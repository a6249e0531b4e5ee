//! A small file with every byte changed into every other, left out, put in and cut off.
//!
//! And bytes that are no text.

use std::collections::BTreeMap;

use anziping_seal::json::parse;
use anziping_seal::typed::to_value;
use anziping_seal::{Reason, Refusal};

use anziping_forge::say;
use anziping_forge::signed::*;

const SMALL: &str = r#"{"a":[1,-20,true,null,"b\n\u4e00全"],"c_1":{"d":false,"e":""}}"#;

/// Reasons for which plain JSON refuses nothing and section 2 of `docs/format.md` does.
const STRICTER: [Reason; 13] = [
    Reason::MemberName,
    Reason::DuplicateMember,
    Reason::NumberFraction,
    Reason::NumberExponent,
    Reason::NumberNegativeZero,
    Reason::NumberRange,
    Reason::ControlCharacter,
    Reason::LineSeparator,
    Reason::ByteOrderMark,
    Reason::BidiControl,
    Reason::Noncharacter,
    Reason::LoneSurrogate,
    Reason::NotNfc,
];

#[derive(Default)]
struct Counts(BTreeMap<&'static str, usize>);

impl Counts {
    /// Asserts that no more is taken than plain JSON allows.
    ///
    /// What that allows is refused by a rule of the profile or read as the same.
    fn judge(&mut self, bytes: &[u8]) {
        let ours = parse(bytes, &Tables);
        let theirs: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
        match (&ours, theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(*ours, to_value(&theirs).unwrap(), "{bytes:?}"),
            (Ok(_), Err(fault)) => panic!("{:?}: {fault}", String::from_utf8_lossy(bytes)),
            (Err(Refusal { reason, .. }), Ok(_)) => {
                assert!(STRICTER.contains(reason), "{:?}: {reason}", String::from_utf8_lossy(bytes));
            }
            (Err(_), Err(_)) => {}
        }
        *self.0.entry(ours.err().map_or("accepted", |refusal| refusal.reason.code())).or_default() += 1;
    }

    fn told(&self, what: &str) {
        say(&format!("JSON, {what}: {} texts: {:?}", self.0.values().sum::<usize>(), self.0));
    }
}

#[test]
fn no_changed_byte_makes_a_file_that_plain_json_refuses_or_reads_otherwise() {
    let mut counts = Counts::default();
    for at in 0..SMALL.len() {
        let (before, after) = SMALL.as_bytes().split_at(at);
        counts.judge(before);
        counts.judge(&[before, &after[1..]].concat());
        for byte in 0..=u8::MAX {
            counts.judge(&[before, &[byte], &after[1..]].concat());
            counts.judge(&[before, &[byte], after].concat());
        }
    }
    counts.told("bytes changed, left out, put in and cut off");
}

#[test]
fn a_text_is_utf_8_or_refused() {
    let mut counts: BTreeMap<bool, usize> = BTreeMap::new();
    let mut judge = |inside: &[u8]| {
        let json = [b"\"", inside, b"\""].concat();
        let is_text = std::str::from_utf8(inside).is_ok();
        assert!(is_text || parse(&json, &Tables).is_err(), "{inside:02x?}");
        *counts.entry(is_text).or_default() += 1;
    };
    for first in 0x80..=u8::MAX {
        judge(&[first]);
        for second in 0..=u8::MAX {
            judge(&[first, second]);
        }
    }
    // The edges of longer sequences: overlong, surrogates, beyond the last character, cut short.
    let edges = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
    for first in 0xe0..=u8::MAX {
        for second in edges {
            for third in edges {
                judge(&[first, second, third]);
                edges.into_iter().for_each(|fourth| judge(&[first, second, third, fourth]));
            }
        }
    }
    say(&format!("JSON, bytes in a text: {} are no UTF-8, {} are", counts[&false], counts[&true]));
}

#[test]
fn one_byte_order_mark_is_passed_over_at_the_start_and_nowhere_else() {
    let reason = |text: &str| parse(text.as_bytes(), &Tables).err().map(|refusal| refusal.reason);
    assert_eq!(reason(&format!("\u{feff}{SMALL}")), None);
    assert_eq!(reason("\u{feff}"), Some(Reason::EmptyFile));
    for at in (0..=SMALL.len()).filter(|at| SMALL.is_char_boundary(*at)) {
        let (before, after) = SMALL.split_at(at);
        assert!(reason(&format!("\u{feff}{before}\u{feff}{after}")).is_some(), "{at}");
    }
}
