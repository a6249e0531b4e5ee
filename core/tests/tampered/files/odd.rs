//! What the registered keys themselves might sign, with a program of their own, and no office may take.
//!
//! Two programs could read it otherwise, or it is no report.

use anziping_core::seal::limits;
use serde_json::{Value, json};

use super::{Genuine, Group, PRINCIPAL, Tampered, every_value, header, is_leaf, signature};

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    [outside_the_profile(genuine), no_report(genuine)].into_iter().flatten().collect()
}

/// In how many places of the document each odd value stands.
const PLACES: usize = 6;
/// Stands where the odd text goes.
const HERE: &str = "\"here\"";

/// Values that plain JSON has, or that some programs take for JSON, and the format has not.
const VALUES: [(&str, &[&str]); 7] = [
    ("number_fraction", &["1.0", "1.5", "-0.0", "1."]),
    ("number_exponent", &["1e3", "1E0", "-1e-1"]),
    ("number_negative_zero", &["-0"]),
    ("number_range", &["9007199254740992", "-9007199254740992", "99999999999999999999"]),
    ("member_name", &[r#"{"A":1}"#, r#"{"":1}"#, r#"{"__proto__":1}"#, r#"{"名":1}"#]),
    ("duplicate_member", &[r#"{"a":1,"a":1}"#, r#"{"a":1,"\u0061":2}"#]),
    (
        "syntax",
        &[
            "",
            "01",
            "+1",
            ".5",
            "0x10",
            "NaN",
            "Infinity",
            "True",
            "undefined",
            "'甲'",
            "甲",
            "[1,]",
            "[1 2]",
            r#"{"a":1,}"#,
            "{a:1}",
            "/**/1",
            "1//",
        ],
    ),
];

/// What no text may have in it.
const IN_TEXTS: [(&str, &[&str]); 8] = [
    (
        "control_character",
        &[r"\u0000", r"\r", r"\b", r"\f", r"\u001f", r"\u007f", r"\u0085", "\u{7f}", "\t", "\n", "\0"],
    ),
    ("line_separator", &[r"\u2028", r"\u2029", "\u{2028}"]),
    ("byte_order_mark", &[r"\ufeff", "\u{feff}"]),
    ("bidi_control", &[r"\u202e", r"\u200f", r"\u061c", r"\u2066", "\u{202e}"]),
    ("noncharacter", &[r"\ufdd0", r"\uffff", r"\ud83f\udfff"]),
    ("lone_surrogate", &[r"\ud800", r"\udc00", r"\udc00\ud800"]),
    ("not_nfc", &[r"e\u0301", r"\uf900", "e\u{301}"]),
    ("bad_escape", &[r"\x41", r"\u12", r"\'"]),
];

fn odd_values() -> Vec<(&'static str, String)> {
    let values = VALUES.iter().flat_map(|(reason, values)| values.iter().map(|value| (*reason, (*value).to_owned())));
    let texts =
        IN_TEXTS.iter().flat_map(|(reason, inside)| inside.iter().map(|inside| (*reason, format!("\"甲{inside}乙\""))));
    let mut odd: Vec<_> = values.chain(texts).collect();
    odd.push(("string_too_long", format!("\"{}\"", "长".repeat(limits::STRING_BYTES / 3 + 1))));
    odd.push(("too_deep", format!("{}{}", "[".repeat(limits::DEPTH), "]".repeat(limits::DEPTH))));
    odd.push(("too_many_values", format!("[{}0]", "0,".repeat(limits::VALUES))));
    odd
}

fn outside_the_profile(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("the own key signs what is outside the profile");
    let document = &genuine.envelope["document"];
    let leaves: Vec<String> =
        every_value(document).into_iter().filter(|(_, value)| is_leaf(value)).map(|(pointer, _)| pointer).collect();
    for (nth, (reason, odd)) in odd_values().into_iter().enumerate() {
        // Others for each.
        let step = leaves.len() / PLACES;
        for pointer in leaves.iter().skip(nth % step).step_by(step) {
            let mut document = document.clone();
            *document.pointer_mut(pointer).unwrap() = json!("here");
            let text = document.to_string().replacen(HERE, &odd, 1);
            let signed = signature(PRINCIPAL, header(PRINCIPAL), &text);
            let what: String = odd.chars().take(20).collect();
            let file = format!(r#"{{"document":{text},"signatures":[{signed}]}}"#);
            group.add(format!("{pointer}: {what}"), reason, file);
        }
    }
    group.files
}

fn no_report(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("the own key signs what is no report");
    let document = &genuine.envelope["document"];
    let mut add = |what: String, change: &dyn Fn(&mut Value)| {
        group.add(what, None, genuine.signed_anew(&[PRINCIPAL], change));
    };
    for (pointer, value) in every_value(document).into_iter().skip(1) {
        let odd = if value.is_array() { json!({ "odd": 1 }) } else { json!(["odd"]) };
        add(format!("{pointer}: {odd}"), &|document| *document.pointer_mut(&pointer).unwrap() = odd.clone());
    }
    for (member, values) in [
        ("period", vec!["2026-13", "2026-00", "0000-11", "2026-11-01", "2025-11", ""]),
        ("from", vec!["2026-02-30", "2026-11-30", "2026-12-01", ""]),
        ("to", vec!["2026-11-31", "2026-11-01", "2025-11-30", ""]),
        (
            "sealed_at",
            vec!["2026-11-30T24:00:00Z", "2026-11-30T17:03:00", "2026-11-30t17:03:00z", "2026-02-30T00:00:00Z", ""],
        ),
        ("schema", vec!["", "https://example.invalid/wsr/report/2.json"]),
        ("version", vec!["2.0", "0.1", "1", "01.0", "1.0.0", "4294967296.0"]),
        ("type", vec!["wsr.receipt", "wsr.rotation", "wsr.other", "WSR.REPORT", ""]),
    ] {
        for text in values {
            add(format!("{member}: {text:?}"), &|document| document[member] = json!(text));
        }
    }
    for revision in [json!(0), json!(-1), json!(2), json!(256), json!(4_294_967_296_i64)] {
        add(format!("revision {revision}"), &|document| document["revision"] = revision.clone());
    }
    for (list, id) in [("items", "id"), ("areas", "id"), ("hazards", "id")] {
        add(format!("{list}: one twice"), &|document| {
            let again = document[list][0].clone();
            document[list].as_array_mut().unwrap().push(again);
        });
        add(format!("{list}: two of one {id}"), &|document| document[list][1][id] = document[list][0][id].clone());
    }
    group.files
}
