//! All short texts of an alphabet.
//!
//! They are held against a reader of plain JSON and against the rules of `docs/format.md`, section 2.

use std::collections::BTreeMap;

use anziping_seal::Reason;
use anziping_seal::json::{Value, parse};
use anziping_seal::typed::to_value;
use serde::de::IgnoredAny;

use anziping_forge::say;
use anziping_forge::signed::*;

/// Calls `visit` with every sequence of up to `longest` pieces.
fn each_text(pieces: &[&str], longest: usize, visit: &mut dyn FnMut(&str)) {
    fn extend(text: &mut String, pieces: &[&str], left: usize, visit: &mut dyn FnMut(&str)) {
        visit(text);
        if left == 0 {
            return;
        }
        for piece in pieces {
            let length = text.len();
            text.push_str(piece);
            extend(text, pieces, left - 1, visit);
            text.truncate(length);
        }
    }
    extend(&mut String::new(), pieces, longest, visit);
}

fn reason(text: &str) -> Option<Reason> {
    parse(text.as_bytes(), &Tables).err().map(|refusal| refusal.reason)
}

/// Prints how many texts were met with which reason.
fn told(what: &str, counts: &BTreeMap<&str, usize>) {
    say(&format!("JSON, {what}: {} texts: {counts:?}", counts.values().sum::<usize>()));
}

fn code(reason: Option<Reason>) -> &'static str {
    reason.map_or("accepted", Reason::code)
}

#[test]
fn every_short_sequence_of_tokens_is_read_as_plain_json_reads_it() {
    let tokens = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "7", "true", "null", " "];
    let mut counts = BTreeMap::new();
    each_text(&tokens, 5, &mut |text| {
        let ours = parse(text.as_bytes(), &Tables);
        let theirs = serde_json::from_str::<serde_json::Value>(text);
        let reason = ours.as_ref().err().map(|refusal| refusal.reason);
        match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => assert_eq!(*ours, to_value(theirs).unwrap(), "{text}"),
            (Err(_), Err(fault)) => {
                let ends_early = matches!(reason, Some(Reason::CutShort | Reason::EmptyFile));
                assert_eq!(ends_early, fault.is_eof(), "{text}: {reason:?}, {fault}");
            }
            _ => panic!("{text}: {ours:?}, {theirs:?}"),
        }
        *counts.entry(code(reason)).or_default() += 1;
    });
    told("sequences of tokens", &counts);
}

/// The rule of section 2 for a text that is a number of plain JSON.
fn rule_for_number(text: &str) -> Option<Reason> {
    if text.contains('.') {
        Some(Reason::NumberFraction)
    } else if text.contains(['e', 'E']) {
        Some(Reason::NumberExponent)
    } else if text == "-0" {
        Some(Reason::NumberNegativeZero)
    } else {
        text.parse::<i128>().map_or(Some(Reason::NumberRange), |number| {
            (number.unsigned_abs() >= 1 << 53).then_some(Reason::NumberRange)
        })
    }
}

#[test]
fn every_short_number_is_an_integer_or_refused_by_its_rule() {
    let mut counts = BTreeMap::new();
    let mut judge = |text: &str| {
        let found = reason(text);
        match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => assert_eq!(found, rule_for_number(text), "{text}"),
            Err(_) => assert!(found.is_some(), "{text}"),
        }
        *counts.entry(code(found)).or_default() += 1;
    };
    each_text(&["-", "+", ".", "0", "1", "9", "e", "E"], 6, &mut judge);
    // Around every power of ten and of two that has a name, with both signs.
    let powers = (0..39).map(|exponent| 10_i128.pow(exponent)).chain((0..127).map(|exponent| 1 << exponent));
    for number in powers.flat_map(|power| [power - 2, power - 1, power, power + 1]) {
        for text in [number.to_string(), format!("-{number}")] {
            judge(&text);
        }
    }
    told("numbers", &counts);
}

#[test]
fn a_number_is_read_as_what_it_says() {
    for number in [0, 7, -7, (1 << 53) - 1, 1 - (1 << 53)] {
        assert_eq!(parse(number.to_string().as_bytes(), &Tables), Ok(Value::Integer(number)));
    }
}

#[test]
fn every_short_name_is_lower_case_ascii_or_refused() {
    let mut counts = BTreeMap::new();
    each_text(&["a", "z", "A", "0", "_", "-", " ", ".", "$", "é", "名"], 4, &mut |name| {
        let text = format!("{{\"{name}\":0}}");
        let mut bytes = name.bytes();
        let sound = bytes.next().is_some_and(|byte| byte.is_ascii_lowercase())
            && bytes.all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        let found = reason(&text);
        assert_eq!(found, (!sound).then_some(Reason::MemberName), "{text}");
        *counts.entry(code(found)).or_default() += 1;
    });
    told("names of members", &counts);
}
