//! Other implementations agree about what is genuine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::PathBuf};

use anziping_tests::{foreign::Foreign, workplace};

fn known_answer() -> PathBuf {
    workplace::root().join("tests/foreign/known-answer.signed.json")
}

#[test]
fn everybody_accepts_the_known_answer() {
    for foreign in Foreign::ALL {
        assert_eq!(foreign.check(&known_answer()), Ok("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".into()), "{foreign:?}");
    }
}

#[test]
fn everybody_refuses_a_known_answer_with_one_digit_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tampered.json");
    let text = fs::read_to_string(known_answer()).unwrap();
    let tampered = text.replace("共 12 具", "共 13 具");
    assert_ne!(tampered, text);
    fs::write(&file, tampered).unwrap();
    for foreign in Foreign::ALL {
        assert!(foreign.check(&file).is_err(), "{foreign:?}");
    }
}

#[test]
fn everybody_refuses_a_principal_who_has_not_signed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("unsigned.json");
    let mut text: serde_json::Value = serde_json::from_str(&fs::read_to_string(known_answer()).unwrap()).unwrap();
    text["signatures"] = serde_json::json!([]);
    fs::write(&file, text.to_string()).unwrap();
    for foreign in Foreign::ALL {
        assert!(foreign.check(&file).is_err(), "{foreign:?}");
    }
}
