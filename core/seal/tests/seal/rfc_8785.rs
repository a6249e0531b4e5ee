//! The tables of RFC 8785.
//!
//! The numbers of appendix B, the sorting of section 3.2.3, the texts of section 3.2.2.
//!
//! The format has no fractions and no names but `[a-z][a-z0-9_]*`, so most rows are refused. They stand here all the
//! same: the other implementation, which the random documents are compared with, has to know them all.

use anziping_seal::json::{Value, parse};
use anziping_seal::{Reason, canonical};

use anziping_forge::signed::*;

/// A number by its bits, and how it is written.
const NUMBERS: [(u64, &str); 24] = [
    (0x0000_0000_0000_0000, "0"),
    (0x8000_0000_0000_0000, "0"),
    (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"),
    (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
    (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
    (0x4340_0000_0000_0000, "9007199254740992"),
    (0xc340_0000_0000_0000, "-9007199254740992"),
    (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
    (0x44b5_2d02_c7e1_4af6, "1e+23"),
    (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
    (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
    (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
    (0x444b_1ae4_d6e2_ef50, "1e+21"),
    (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
    (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
    (0x41b3_de43_5555_5553, "333333333.3333332"),
    (0x41b3_de43_5555_5554, "333333333.33333325"),
    (0x41b3_de43_5555_5555, "333333333.3333333"),
    (0x41b3_de43_5555_5556, "333333333.3333334"),
    (0x41b3_de43_5555_5557, "333333333.33333343"),
    (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
    (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
];

/// The two rows that are no numbers.
const NO_NUMBERS: [u64; 2] = [0x7fff_ffff_ffff_ffff, 0x7ff0_0000_0000_0000];

/// The names of the sorting example, in their order.
const SORTED: [&str; 7] = ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{fb33}"];

fn read(text: &str) -> Result<Value, Reason> {
    parse(text.as_bytes(), &Tables).map_err(|refusal| refusal.reason)
}

#[test]
fn every_number_of_appendix_b_is_written_so_or_refused() {
    for (bits, written) in NUMBERS {
        assert_eq!(serde_json_canonicalizer::to_string(&f64::from_bits(bits)).unwrap(), written, "{bits:016x}");
        let expected = match written {
            "0" => Ok(Value::Integer(0)),
            _ if written.contains('.') => Err(Reason::NumberFraction),
            _ if written.contains('e') => Err(Reason::NumberExponent),
            _ => Err(Reason::NumberRange),
        };
        assert_eq!(read(written), expected, "{bits:016x}");
    }
    for bits in NO_NUMBERS {
        assert!(serde_json_canonicalizer::to_string(&f64::from_bits(bits)).is_err(), "{bits:016x}");
    }
    for word in ["NaN", "Infinity", "-Infinity"] {
        assert_eq!(read(word), Err(Reason::Syntax), "{word}");
    }
}

#[test]
fn every_integer_of_the_profile_is_written_as_a_double_is() {
    // Around every power of two and of ten that a double holds exactly.
    let powers = (0..53).map(|exponent| 1_i64 << exponent).chain((0..16).map(|exponent| 10_i64.pow(exponent)));
    for number in powers.flat_map(|power| [power - 1, power, power + 1]).flat_map(|number| [number, -number]) {
        let double: f64 = number.to_string().parse().unwrap();
        let written = canonical::write(&Value::Integer(number));
        assert_eq!(written, serde_json_canonicalizer::to_string(&double).unwrap());
        assert_eq!(read(&written), Ok(Value::Integer(number)));
    }
}

#[test]
fn names_for_which_sorting_by_bytes_is_not_that_of_the_rfc_are_refused() {
    let members = SORTED.iter().rev().map(|name| ((*name).to_owned(), serde_json::Value::Null)).collect();
    let foreign = serde_json_canonicalizer::to_string(&serde_json::Value::Object(members)).unwrap();
    let places = SORTED.map(|name| foreign.find(serde_json::to_string(name).unwrap().trim_matches('"')).unwrap());
    assert!(places.is_sorted(), "{foreign}");
    assert!(!SORTED.is_sorted(), "by their bytes they come in another order");
    for name in SORTED {
        let text = serde_json::to_string(&serde_json::json!({ name: null })).unwrap();
        assert!(read(&text).is_err(), "{text}");
    }
}

#[test]
fn names_of_the_profile_are_sorted_as_the_rfc_does() {
    let pieces = ["a", "b", "z", "0", "9", "_"];
    let mut names: Vec<String> = Vec::new();
    for first in &pieces[..3] {
        names.push((*first).into());
        names.extend(pieces.iter().map(|second| format!("{first}{second}")));
        names.extend(pieces.iter().flat_map(|second| pieces.map(|third| format!("{first}{second}{third}"))));
    }
    let members: Vec<String> = names.iter().rev().map(|name| format!("\"{name}\":0")).collect();
    let value = read(&format!("{{{}}}", members.join(","))).unwrap();
    assert_eq!(canonical::write(&value), serde_json_canonicalizer::to_string(&value).unwrap());
    names.sort_unstable_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    let sorted: Vec<String> = names.iter().map(|name| format!("\"{name}\":0")).collect();
    assert_eq!(canonical::write(&value), format!("{{{}}}", sorted.join(",")));
}

#[test]
fn the_text_of_the_example_is_written_as_in_the_rfc() {
    let text = "€$\u{f}\nA'B\"\\\\\"/";
    let written = r#""€$\u000f\nA'B\"\\\\\"/""#;
    assert_eq!(canonical::write(&Value::String(text.into())), written);
    assert_eq!(serde_json_canonicalizer::to_string(&text).unwrap(), written);
    let received = r#"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"]"#;
    assert_eq!(read(received), Err(Reason::ControlCharacter), "U+000F is for no text of people");
    let without = read(&received.replace("\\u000F", "")).unwrap();
    assert_eq!(canonical::write(&without), format!("[{}]", written.replace("\\u000f", "")));
}

#[test]
fn literals_are_written_as_words() {
    assert_eq!(canonical::write(&read("[ null , true , false ]").unwrap()), "[null,true,false]");
}
