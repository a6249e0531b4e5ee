//! A kept text comes back unchanged, or as one of three: damaged, newer, foreign.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_core::record::{Envelope, RecordKey, ReturnName, Unreadable};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::KeyId;
use anziping_core::value::period::Period;
use base64ct::{Base64UrlUnpadded, Encoding};
use proptest::prelude::*;

fn key() -> RecordKey {
    RecordKey::Month("e1".into(), Period::parse("2026-11").unwrap())
}

fn envelope() -> Envelope {
    Envelope {
        key: key(),
        revision: 12,
        saved_at: "2026-11-21T10:42:05+08:00".into(),
        body: r#"{"note":"第一行\n第二行","period":"2026-11"}"#.into(),
    }
}

/// A header of any content with the right checksum, as another version of the program would write it.
fn sealed(head: &str, body: &str) -> String {
    format!("{head},\"sum\":\"{}\"}}\n{body}", &Sha256::of(format!("{head}\n{body}").as_bytes()).to_string()[..16])
}

#[test]
fn the_first_line_says_what_the_second_is() {
    let text = envelope().write();
    let (header, body) = text.split_once('\n').unwrap();
    let header: serde_json::Value = serde_json::from_str(header).unwrap();
    assert_eq!(header["app"], "anziping");
    assert_eq!((&header["schema"], &header["revision"]), (&1.into(), &12.into()));
    assert_eq!(header["key"], "m/e1/2026-11");
    assert_eq!(header["saved_at"], "2026-11-21T10:42:05+08:00");
    assert_eq!(header["sum"].as_str().unwrap().len(), 16);
    assert_eq!(body, envelope().body);
}

#[test]
fn every_flipped_bit_is_noticed() {
    let text = envelope().write();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            // What is not UTF-8 any more cannot lie in localStorage.
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            match Envelope::read(&key(), &flipped) {
                Err(Unreadable::Damaged { .. }) => {}
                other => panic!("bit {bit} of byte {at}: {other:?}"),
            }
        }
    }
}

#[test]
fn every_truncation_is_noticed() {
    let text = envelope().write();
    for length in (0..text.len()).filter(|&length| text.is_char_boundary(length)) {
        let read = Envelope::read(&key(), &text[..length]);
        assert!(matches!(read, Err(Unreadable::Damaged { .. })), "{length} bytes: {read:?}");
    }
    assert!(
        matches!(Envelope::read(&key(), &format!("{text} ")), Err(Unreadable::Damaged { .. })),
        "nor may anything follow"
    );
}

#[test]
fn a_newer_schema_is_told_from_damage_whatever_else_its_header_holds() {
    let text = sealed(r#"{"app":"anziping","schema":2,"key":["another","form"],"device":"x""#, "{}");
    assert_eq!(Envelope::read(&key(), &text), Err(Unreadable::Newer { schema: 2 }));
    let changed = text.replace("\"device\":\"x\"", "\"device\":\"y\"");
    assert!(
        matches!(Envelope::read(&key(), &changed), Err(Unreadable::Damaged { .. })),
        "a newer text can be damaged too"
    );
}

#[test]
fn the_text_of_another_record_or_program_is_foreign() {
    let other = RecordKey::Month("e2".into(), Period::parse("2026-11").unwrap());
    assert_eq!(Envelope::read(&other, &envelope().write()), Err(Unreadable::Foreign));
    let text = sealed(r#"{"app":"another","schema":9"#, "{}");
    assert_eq!(Envelope::read(&key(), &text), Err(Unreadable::Foreign));
    assert!(matches!(Envelope::read(&key(), "{\"theme\":\"dark\"}"), Err(Unreadable::Damaged { .. })));
}

#[test]
fn a_header_that_is_whole_and_impossible_is_damage() {
    for head in [
        r#"{"app":"anziping","schema":0,"key":"m/e1/2026-11","revision":1,"saved_at":"""#,
        r#"{"app":"anziping","schema":1"#,
        "[1",
        "",
    ] {
        assert!(matches!(Envelope::read(&key(), &sealed(head, "{}")), Err(Unreadable::Damaged { .. })), "{head}");
    }
}

#[test]
fn names_of_records_are_read_as_they_are_written() {
    let period = Period::parse("2026-11").unwrap();
    let keys = [
        ("settings", RecordKey::Settings),
        ("registry", RecordKey::Registry),
        ("q/12", RecordKey::Received(12)),
        ("b/e1/2026-11", RecordKey::Before("e1".into(), period)),
        ("o/0a1b", RecordKey::StreetMonth("0a1b".into())),
        ("l/e1", RecordKey::Registers("e1".into())),
        ("c/0a1b", RecordKey::CheckList("0a1b".into())),
        ("e/e1", RecordKey::Enterprise("e1".into())),
        ("m/e1/2026-11", RecordKey::Month("e1".into(), period)),
        ("s/e1/2026-11/r1", RecordKey::Sealed("e1".into(), period, 1)),
        ("r/e2/2026-11/r12", RecordKey::Receipt("e2".into(), period, 12)),
        ("t/e2/2026-11/r3", RecordKey::Return("e2".into(), period, ReturnName::Revision(3))),
        (
            "t/e2/2026-11/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            RecordKey::Return("e2".into(), period, ReturnName::Document(Sha256::of(b""))),
        ),
        (
            "k/e1/kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
            RecordKey::SigningKey("e1".into(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".parse().unwrap()),
        ),
    ];
    let mut kinds = [false; KINDS];
    for (text, key) in keys {
        kinds[kind(&key)] = true;
        assert_eq!(key.to_string(), text);
        assert_eq!(RecordKey::parse(text), Some(key));
    }
    assert_eq!(kinds, [true; KINDS], "a kind of record without a name above");
}

const KINDS: usize = 13;

/// A number for each kind of record: a new one does not compile without one.
fn kind(key: &RecordKey) -> usize {
    match key {
        RecordKey::Settings => 0,
        RecordKey::Enterprise(_) => 1,
        RecordKey::Month(..) => 2,
        RecordKey::Sealed(..) => 3,
        RecordKey::SigningKey(..) => 4,
        RecordKey::Receipt(..) => 5,
        RecordKey::Return(..) => 6,
        RecordKey::Before(..) => 7,
        RecordKey::Registers(_) => 8,
        RecordKey::Registry => 9,
        RecordKey::Received(_) => 10,
        RecordKey::CheckList(_) => 11,
        RecordKey::StreetMonth(_) => 12,
    }
}

#[test]
fn one_record_has_one_name() {
    for wrong in [
        "",
        "e/",
        "e/e1/",
        "e/e 1",
        "e/é",
        "m/e1/2026-13",
        "m/e1",
        "s/e1/2026-11/r0",
        "s/e1/2026-11/r01",
        "s/e1/2026-11/r+1",
        "s/e1/2026-11/1",
        "t/e1/2026-11/r01",
        "t/e1/2026-11/E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "settings/",
        "x/e1",
        "k/e1/a/b",
    ] {
        assert_eq!(RecordKey::parse(wrong), None, "{wrong}");
    }
    assert_eq!(RecordKey::parse(&format!("e/{}", "a".repeat(65))), None);
}

fn key_id(bytes: &[u8]) -> KeyId {
    Base64UrlUnpadded::encode_string(bytes).parse().unwrap()
}

fn any_key() -> impl Strategy<Value = RecordKey> {
    let id = "[A-Za-z0-9_-]{1,12}";
    let period = (2000..=2100_i32, 1..=12_u8).prop_map(|(year, month)| Period::new(year, month).unwrap());
    prop_oneof![
        Just(RecordKey::Settings),
        Just(RecordKey::Registry),
        id.prop_map(RecordKey::Enterprise),
        (id, period.clone()).prop_map(|(e, p)| RecordKey::Month(e, p)),
        (id, period.clone(), 1..u32::MAX).prop_map(|(e, p, r)| RecordKey::Sealed(e, p, r)),
        (id, period.clone(), 1..u32::MAX).prop_map(|(e, p, r)| RecordKey::Receipt(e, p, r)),
        (id, period.clone(), 1..u32::MAX).prop_map(|(e, p, r)| RecordKey::Return(e, p, ReturnName::Revision(r))),
        (id, period, any::<[u8; 32]>()).prop_map(|(e, p, bytes)| RecordKey::Return(
            e,
            p,
            ReturnName::Document(Sha256::of(&bytes))
        )),
        (id, any::<[u8; 32]>()).prop_map(|(e, k)| RecordKey::SigningKey(e, key_id(&k))),
    ]
}

proptest! {
    #[test]
    fn whatever_is_kept_comes_back(key in any_key(), revision: u64, saved_at in ".*", body in "(?s).*") {
        let envelope = Envelope { key: key.clone(), revision, saved_at, body };
        prop_assert_eq!(RecordKey::parse(&key.to_string()), Some(key.clone()));
        prop_assert_eq!(Envelope::read(&key, &envelope.write()), Ok(envelope));
    }

    #[test]
    fn arbitrary_text_is_never_taken_for_a_record(text in "(?s).*") {
        prop_assert!(Envelope::read(&key(), &text).is_err());
    }
}
