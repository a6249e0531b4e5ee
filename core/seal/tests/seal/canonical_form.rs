//! The canonical form against another implementation of RFC 8785, and the ways there and back.

use anziping_seal::json::{Value, parse};
use anziping_seal::typed::{from_value, to_value};
use anziping_seal::{canonical, writable};
use proptest::prelude::*;

use anziping_forge::signed::*;

fn cleaned(raw: &str) -> String {
    let Value::String(cleaned) = Value::String(raw.to_owned()).cleaned(&Tables) else { unreachable!() };
    cleaned
}

/// Any text the profile allows.
///
/// It has characters of all kinds, and more than the usual share of difficult ones.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        any::<char>(),
        proptest::char::range('\0', '\u{ff}'),
        proptest::char::range('\u{300}', '\u{370}'),
        proptest::char::range('一', '龥'),
        Just('"'),
        Just('\\'),
        Just('\n'),
        Just('\u{1f600}'),
    ];
    proptest::collection::vec(character, 0..12).prop_map(|characters| cleaned(&String::from_iter(characters)))
}

pub fn values() -> impl Strategy<Value = Value> {
    let largest = (1_i64 << 53) - 1;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-largest..=largest).prop_map(Value::Integer),
        text().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::btree_map("[a-z][a-z0-9_]{0,6}", inner, 0..6).prop_map(Value::Object),
        ]
    })
}

proptest! {
    #[test]
    fn the_canonical_form_is_that_of_another_implementation(value in values()) {
        let foreign = serde_json_canonicalizer::to_string(&value).unwrap();
        prop_assert_eq!(canonical::write(&value), foreign);
    }

    #[test]
    fn what_is_written_is_read_back(value in values()) {
        prop_assert_eq!(writable::check(&value, 0), Ok(()));
        for text in [canonical::write(&value), canonical::write_readable(&value)] {
            prop_assert_eq!(parse(text.as_bytes(), &Tables), Ok(value.clone()));
        }
    }

    #[test]
    fn the_readable_form_is_the_one_other_programs_print(value in values()) {
        let tree: serde_json::Value = serde_json::from_str(&canonical::write(&value)).unwrap();
        // serde_json may keep the order of members; ours is sorted already, so both agree.
        prop_assert_eq!(canonical::write_readable(&value), serde_json::to_string_pretty(&tree).unwrap() + "\n");
    }

    #[test]
    fn the_way_through_serde_loses_nothing(value in values()) {
        prop_assert_eq!(&to_value(&value).unwrap(), &value);
        prop_assert_eq!(&from_value::<Value>(&value).unwrap(), &value);
        prop_assert_eq!(&serde_json::from_str::<Value>(&canonical::write(&value)).unwrap(), &value);
    }

    #[test]
    fn arbitrary_bytes_never_break_the_parser(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(value) = parse(&bytes, &Tables) {
            prop_assert_eq!(writable::check(&value, 0), Ok(()));
        }
    }

    #[test]
    fn arbitrary_pieces_of_json_never_break_the_parser(
        pieces in proptest::collection::vec(
            prop_oneof![
                "[\\[\\]{},:\"]", "-?[0-9]{1,3}", "\"[a-z]{0,2}\"", Just("true".to_owned()),
                Just("\\u".to_owned()), Just("\"\\ud83d\\ude00\"".to_owned()), "[ \n]",
            ],
            0..20,
        ),
    ) {
        let text = pieces.concat();
        let ours = parse(text.as_bytes(), &Tables);
        if let Ok(value) = ours {
            let theirs: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(to_value(&theirs).unwrap(), value);
        }
    }
}

#[test]
fn control_characters_have_the_escapes_of_rfc_8785() {
    let all: String = (0..0x20_u8).map(char::from).collect();
    let value = Value::String(format!("{all}\u{7f}/"));
    assert_eq!(canonical::write(&value), serde_json_canonicalizer::to_string(&value).unwrap());
}

#[test]
fn what_people_paste_is_cleaned_into_the_profile() {
    for (raw, clean) in [
        ("一行\r\n二行\r三行", "一行\n二行\n三行"),
        ("\u{feff}安全\u{200e}员\u{202e}", "安全员"),
        ("a\u{0}b\u{7f}c\td", "abc\td"),
        ("e\u{301}", "é"),
        ("e\u{200e}\u{301}", "é"),
        ("零宽\u{200b}空格", "零宽\u{200b}空格"),
    ] {
        assert_eq!(cleaned(raw), clean, "{raw:?}");
    }
    let typed = Value::Array(vec![Value::String("\u{feff}甲".to_owned()), Value::Integer(1)]);
    let cleaned = Value::Array(vec![Value::String("甲".to_owned()), Value::Integer(1)]);
    assert_eq!(typed.cleaned(&Tables), cleaned);
}
