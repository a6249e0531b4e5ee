//! Names of keys, for files and for people.

use anziping_seal::keys::{Fingerprint, FingerprintError, KeyId, PublicKey};
use proptest::prelude::*;

use anziping_forge::signed::*;

const DIGITS: &str = "50423 55284 15544 98940 99104 10121";

#[test]
fn digits_are_read_however_they_are_typed() {
    let known = key(0).key_id().fingerprint();
    for typed in [
        DIGITS,
        "504235528415544989409910410121",
        " 50423-55284-15544-98940-99104-10121 ",
        "５０４２３　５５２８４　１５５４４　９８９４０　９９１０４　１０１２１",
        "50423\n55284\r\n15544\t98940 99104–10121",
    ] {
        assert_eq!(typed.parse(), Ok(known), "{typed:?}");
    }
    assert_eq!(format!("{known:#}"), "504235528415544989409910410121");
}

#[test]
fn what_is_no_fingerprint_is_told_apart() {
    for (typed, expected) in [
        ("", FingerprintError::Count(0)),
        ("50423 55284 15544 98940 99104 1012", FingerprintError::Count(29)),
        ("50423 55284 15544 98940 99104 10121 7", FingerprintError::Count(31)),
        ("50423 55284 15544 98940 99104 1O121", FingerprintError::NotADigit('O')),
        ("五0423 55284 15544 98940 99104 10121", FingerprintError::NotADigit('五')),
    ] {
        assert_eq!(typed.parse::<Fingerprint>(), Err(expected), "{typed:?}");
    }
    let endless = "9".repeat(100_000);
    assert_eq!(endless.parse::<Fingerprint>(), Err(FingerprintError::Count(100_000)));
}

#[test]
fn a_key_id_is_43_characters_of_32_bytes() {
    assert_eq!(KID.parse::<KeyId>().map(|id| id.to_string()).as_deref(), Ok(KID));
    for text in [
        "",
        "AA",
        &KID[1..],
        &format!("{KID}A"),
        &format!("{KID}="),
        &KID.replace('_', "/"),
        &format!("{}l", &KID[..42]),
    ] {
        assert!(text.parse::<KeyId>().is_err(), "{text:?}");
    }
}

#[test]
fn a_secret_key_is_not_in_its_debug_output() {
    assert_eq!(format!("{:?}", key(0)), "SecretKey(…)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn keys_and_their_names_survive_writing_and_reading(seed: [u8; 32]) {
        let public = anziping_seal::keys::SecretKey::from_bytes(seed).public();
        prop_assert_eq!(PublicKey::from_bytes(&public.to_bytes()), Ok(public));
        prop_assert_eq!(PublicKey::from_jwk(&public.to_jwk()), Ok(public));
        let json = serde_json::to_string(&(public, public.key_id(), public.fingerprint())).unwrap();
        let (key, id, digits): (PublicKey, KeyId, Fingerprint) = serde_json::from_str(&json).unwrap();
        prop_assert_eq!((key, id, digits), (public, public.key_id(), public.fingerprint()));
        prop_assert_eq!(public.fingerprint().to_string().parse(), Ok(public.fingerprint()));
    }
}
