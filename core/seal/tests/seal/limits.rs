//! Each limit at its last allowed value and one beyond.

use anziping_seal::json::{Value, parse};
use anziping_seal::typed::{Misfit, to_value};
use anziping_seal::{Reason, limits, writable};

use anziping_forge::signed::*;

fn reason(text: &str) -> Option<Reason> {
    parse(text.as_bytes(), &Tables).err().map(|refusal| refusal.reason)
}

fn nested(levels: usize) -> String {
    format!("{}{}", "[".repeat(levels), "]".repeat(levels))
}

#[test]
fn sixteen_levels_are_read_and_seventeen_are_not() {
    assert_eq!(reason(&nested(limits::DEPTH)), None);
    assert_eq!(reason(&nested(limits::DEPTH + 1)), Some(Reason::TooDeep));
    assert_eq!(reason(&"[".repeat(1_000_000)), Some(Reason::TooDeep));
}

#[test]
fn fifty_thousand_values_are_read_and_one_more_is_not() {
    let list = |zeros: usize| format!("[{}0]", "0,".repeat(zeros - 1));
    assert_eq!(reason(&list(limits::VALUES - 1)), None, "the array itself is one value");
    assert_eq!(reason(&list(limits::VALUES)), Some(Reason::TooManyValues));
}

#[test]
fn a_string_of_16_kib_is_read_and_one_byte_more_is_not() {
    let string = |bytes: usize| format!("[\"{}\"]", "a".repeat(bytes));
    assert_eq!(reason(&string(limits::STRING_BYTES)), None);
    assert_eq!(reason(&string(limits::STRING_BYTES + 1)), Some(Reason::StringTooLong));
    let chinese = format!("[\"{}\"]", "全".repeat(limits::STRING_BYTES / 3 + 1));
    assert_eq!(reason(&chinese), Some(Reason::StringTooLong), "bytes are counted, not characters");
    let name = format!("{{\"{}\":1}}", "a".repeat(limits::STRING_BYTES + 1));
    assert_eq!(reason(&name), Some(Reason::StringTooLong));
}

#[test]
fn a_file_of_2_mib_is_read_and_one_byte_more_is_not() {
    let padded = |bytes: usize| format!("[]{}", " ".repeat(bytes - 2));
    assert_eq!(reason(&padded(limits::FILE_BYTES)), None);
    assert_eq!(reason(&padded(limits::FILE_BYTES + 1)), Some(Reason::FileTooBig));
}

#[test]
fn four_signatures_are_accepted() {
    let signers = [0, 1, 2, 3].map(|n| signer(n, "principal"));
    let report = document("wsr.report", &signers);
    let signatures = [0, 1, 2, 3].map(|n| signature(n, &header(n), &report));
    assert_eq!(verify(file(&report, &signatures)).unwrap().signers.len(), limits::SIGNATURES);
}

#[test]
fn a_writer_keeps_to_the_same_limits() {
    let reason = |value: &Value| writable::check(value, 0).err().map(|refusal| refusal.reason);
    let nested = |levels: usize| (1..levels).fold(Value::Array(vec![]), |inner, _| Value::Array(vec![inner]));
    assert_eq!(reason(&nested(limits::DEPTH)), None);
    assert_eq!(reason(&nested(limits::DEPTH + 1)), Some(Reason::TooDeep));
    let list = |zeros: usize| Value::Array(vec![Value::Integer(0); zeros]);
    assert_eq!(reason(&list(limits::VALUES - 1)), None);
    assert_eq!(reason(&list(limits::VALUES)), Some(Reason::TooManyValues));
    let string = |bytes: usize| Value::String("a".repeat(bytes));
    assert_eq!(reason(&string(limits::STRING_BYTES)), None);
    assert_eq!(reason(&string(limits::STRING_BYTES + 1)), Some(Reason::StringTooLong));
    assert_eq!(reason(&Value::Integer(1 << 53)), Some(Reason::NumberRange));
    assert_eq!(reason(&Value::Integer(i64::MIN)), Some(Reason::NumberRange));
}

#[test]
fn a_rust_value_outside_the_profile_is_refused_with_its_place() {
    let place = |misfit: Misfit| match misfit {
        Misfit::Refused(refusal) => (refusal.reason, refusal.place.pointer),
        Misfit::Shape(said) | Misfit::Misspelt { said, .. } => panic!("{said}"),
    };
    let member = |name: &str, text: &str| std::collections::BTreeMap::from([(name.to_owned(), vec![text.to_owned()])]);
    assert_eq!(place(to_value(&member("Name", "")).unwrap_err()), (Reason::MemberName, "/Name".to_owned()));
    assert_eq!(
        place(to_value(&member("name", "a\u{202e}b")).unwrap_err()),
        (Reason::BidiControl, "/name/0".to_owned())
    );
    assert!(matches!(to_value(&1.5), Err(Misfit::Shape(_))), "fractions are errors");
    assert!(matches!(to_value(&1.0), Err(Misfit::Shape(_))), "whole floats too");
    assert!(matches!(to_value(&u64::MAX), Err(Misfit::Shape(_))));
}
