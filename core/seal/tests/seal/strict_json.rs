//! Departures from the profile, wherever in a document they stand.

use anziping_seal::json::{Value, parse};
use anziping_seal::{Reason, Refusal};

use anziping_forge::signed::*;

fn refusal(text: &str) -> Option<(Reason, String)> {
    parse(text.as_bytes(), &Tables).err().map(|refusal| (refusal.reason, refusal.place.pointer))
}

#[test]
fn each_departure_has_its_own_reason_and_place() {
    let rows = [
        (r#"{"a":{"b":1,"b":1}}"#, Reason::DuplicateMember, "/a/b"),
        (r#"[{"a":1,"a":2}]"#, Reason::DuplicateMember, "/0/a"),
        (r#"{"a":1,"\u0061":2}"#, Reason::DuplicateMember, "/a"),
        (r#"{"A":1}"#, Reason::MemberName, "/A"),
        (r#"{"":1}"#, Reason::MemberName, "/"),
        (r#"{"1a":1}"#, Reason::MemberName, "/1a"),
        (r#"{"_a":1}"#, Reason::MemberName, "/_a"),
        (r#"{"a-b":1}"#, Reason::MemberName, "/a-b"),
        (r#"{"a/b~c":1}"#, Reason::MemberName, "/a~1b~0c"),
        (r#"{"名":1}"#, Reason::MemberName, "/名"),
        (r#"{"__proto__":1}"#, Reason::MemberName, "/__proto__"),
        (r#"{"a":1.0}"#, Reason::NumberFraction, "/a"),
        (r#"{"a":-0.5}"#, Reason::NumberFraction, "/a"),
        (r#"{"a":1e2}"#, Reason::NumberExponent, "/a"),
        (r#"{"a":1E2}"#, Reason::NumberExponent, "/a"),
        (r#"{"a":-0}"#, Reason::NumberNegativeZero, "/a"),
        (r#"[9007199254740992]"#, Reason::NumberRange, "/0"),
        (r#"[-9007199254740992]"#, Reason::NumberRange, "/0"),
        (r#"[99999999999999999999999]"#, Reason::NumberRange, "/0"),
        (r#"[01]"#, Reason::Syntax, "/0"),
        (r#"[-01]"#, Reason::Syntax, "/0"),
        (r#"[+1]"#, Reason::Syntax, "/0"),
        (r#"[.5]"#, Reason::Syntax, "/0"),
        (r#"[-]"#, Reason::Syntax, "/0"),
        (r#"[NaN]"#, Reason::Syntax, "/0"),
        (r#"[Infinity]"#, Reason::Syntax, "/0"),
        (r#"[0x10]"#, Reason::Syntax, ""),
        (r#"[1,]"#, Reason::Syntax, "/1"),
        (r#"{"a":1,}"#, Reason::Syntax, ""),
        (r#"{a:1}"#, Reason::Syntax, ""),
        (r#"{'a':1}"#, Reason::Syntax, ""),
        (r#"{"a" 1}"#, Reason::Syntax, "/a"),
        (r#"[1 2]"#, Reason::Syntax, ""),
        (r#"[/* c */1]"#, Reason::Syntax, "/0"),
        (r#"[True]"#, Reason::Syntax, "/0"),
        (r#"[nul]"#, Reason::Syntax, "/0"),
        ("[\u{a0}1]", Reason::Syntax, "/0"),
        (r#"["\x"]"#, Reason::BadEscape, "/0"),
        (r#"["\u12G4"]"#, Reason::BadEscape, "/0"),
        (r#"["\ud800"]"#, Reason::LoneSurrogate, "/0"),
        (r#"["\udc00"]"#, Reason::LoneSurrogate, "/0"),
        (r#"["\ud800\u0041"]"#, Reason::LoneSurrogate, "/0"),
        (r#"["\udc00\ud800"]"#, Reason::LoneSurrogate, "/0"),
        ("[\"a\nb\"]", Reason::ControlCharacter, "/0"),
        ("[\"a\tb\"]", Reason::ControlCharacter, "/0"),
        (r#"["\u0000"]"#, Reason::ControlCharacter, "/0"),
        (r#"["\r"]"#, Reason::ControlCharacter, "/0"),
        (r#"["\b"]"#, Reason::ControlCharacter, "/0"),
        ("[\"\u{7f}\"]", Reason::ControlCharacter, "/0"),
        ("[\"\u{85}\"]", Reason::ControlCharacter, "/0"),
        (r#"["\u009f"]"#, Reason::ControlCharacter, "/0"),
        ("[\"\u{2028}\"]", Reason::LineSeparator, "/0"),
        (r#"["\u2029"]"#, Reason::LineSeparator, "/0"),
        ("[\"\u{feff}\"]", Reason::ByteOrderMark, "/0"),
        (r#"["\u202e"]"#, Reason::BidiControl, "/0"),
        ("[\"\u{200f}\"]", Reason::BidiControl, "/0"),
        ("[\"\u{61c}\"]", Reason::BidiControl, "/0"),
        ("[\"\u{2069}\"]", Reason::BidiControl, "/0"),
        (r#"["\uffff"]"#, Reason::Noncharacter, "/0"),
        (r#"["\ufdd0"]"#, Reason::Noncharacter, "/0"),
        (r#"["\ud83f\udfff"]"#, Reason::Noncharacter, "/0"),
        ("[\"e\u{301}\"]", Reason::NotNfc, "/0"),
        (r#"["e\u0301"]"#, Reason::NotNfc, "/0"),
        ("[\"\u{f900}\"]", Reason::NotNfc, "/0"),
        ("[\"\u{212b}\"]", Reason::NotNfc, "/0"),
        (r#"["a"#, Reason::CutShort, "/0"),
        (r#"["a\"#, Reason::CutShort, "/0"),
        (r#"["\u00"#, Reason::CutShort, "/0"),
        (r#"{"a":"#, Reason::CutShort, "/a"),
        (r#"{"a":tr"#, Reason::CutShort, "/a"),
        ("{\"a\":\"\u{5168}", Reason::CutShort, "/a"),
        ("[] []", Reason::TwoDocuments, ""),
        ("[] x", Reason::TrailingBytes, ""),
    ];
    let judged_otherwise: Vec<_> = rows
        .iter()
        .map(|(text, reason, pointer)| (text, refusal(text), Some((*reason, (*pointer).to_owned()))))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(judged_otherwise.is_empty(), "text, found, expected: {judged_otherwise:#?}");
}

#[test]
fn a_file_cut_inside_a_character_is_cut_short_and_not_badly_encoded() {
    let bytes = "{\"a\":\"全".as_bytes();
    let refusal = parse(&bytes[..bytes.len() - 1], &Tables).unwrap_err();
    assert_eq!(refusal.reason, Reason::CutShort);
}

#[test]
fn line_and_column_count_characters_from_one() {
    let Refusal { reason, place } =
        parse("{\r\n  \"a\": \"全全\",\r\n  \"b\": [1, 全]\r\n}".as_bytes(), &Tables).unwrap_err();
    assert_eq!((reason, place.pointer.as_str()), (Reason::Syntax, "/b/1"));
    assert_eq!((place.line, place.column), (Some(3), Some(12)));
}

#[test]
fn escapes_mean_what_they_say() {
    let parsed = parse(br#"["\"\\\/\n\t\u5168\ud842\udfb7"]"#, &Tables).unwrap();
    assert_eq!(parsed, Value::Array(vec![Value::String("\"\\/\n\t全𠮷".to_owned())]));
}

#[test]
fn the_largest_integers_are_read_exactly() {
    let parsed = parse(b"[9007199254740991,-9007199254740991,0]", &Tables).unwrap();
    let expected = [9_007_199_254_740_991, -9_007_199_254_740_991, 0].map(Value::Integer);
    assert_eq!(parsed, Value::Array(expected.to_vec()));
}
