//! Signatures exchanged, doubled, taken out, made by others over other texts, and spelt otherwise.

use anziping_core::seal::limits;
use serde_json::{Value, json};

use super::sample::{self, Person};
use super::{Genuine, Group, PREPARER, PRINCIPAL, SIGNED, STRANGER, Tampered, header, payload, signature};

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    [exchanged(genuine), entries(genuine), spellings(genuine)].into_iter().flatten().collect()
}

/// The signatures of last month's report.
fn last_month() -> Value {
    let people = [&Person::principal(PRINCIPAL), &Person::preparer(PREPARER)];
    let enterprise = sample::enterprise();
    let report = sample::report_of(&enterprise, &sample::draft(&enterprise, "2026-10"), &people);
    let file: Value = serde_json::from_str(&sample::sign(&report, &people)).unwrap();
    file["signatures"].clone()
}

fn exchanged(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("signatures are exchanged");
    let document = payload(&genuine.envelope["document"]);
    let by_stranger = signature(STRANGER, header(STRANGER), &document);
    let elsewhere = last_month();
    let mut add = |what: String, reason: &'static str, change: &dyn Fn(&mut Vec<Value>)| {
        let file = genuine.with(|file| change(file["signatures"].as_array_mut().unwrap()));
        group.add(what, reason, file);
    };
    for at in 0..SIGNED.len() {
        let (this, other) = (SIGNED[at], SIGNED[1 - at]);
        let receipt = header(this).to_string().replace("wsr.report", "wsr.receipt");
        let in_his_place: [(&str, &str, Value); 8] = [
            ("last month's", "signature_wrong", elsewhere[at].clone()),
            ("a stranger's", "unlisted_kid", by_stranger.clone()),
            ("a stranger's in his name", "signature_wrong", signature(STRANGER, header(this), &document)),
            ("the other's in his name", "signature_wrong", signature(other, header(this), &document)),
            ("his over nothing", "signature_wrong", signature(this, header(this), "")),
            ("his over the file as written", "signature_wrong", signature(this, header(this), &genuine.text)),
            ("his for a receipt", "typ_mismatch", signature(this, receipt, &document)),
            ("the other's", "duplicate_signature", genuine.envelope["signatures"][1 - at].clone()),
        ];
        for (what, reason, entry) in in_his_place {
            add(format!("{at}: {what}"), reason, &|list| list[at] = entry.clone());
        }
        add(format!("{at} twice"), "duplicate_signature", &|list| list.push(list[at].clone()));
        let wrong = "signature_wrong";
        add(format!("the bytes of {at} in both"), wrong, &|list| {
            list[1 - at]["signature"] = list[at]["signature"].clone()
        });
        let twice = "duplicate_signature";
        add(format!("the header of {at} over both"), twice, &|list| {
            list[1 - at]["protected"] = list[at]["protected"].clone()
        });
    }
    add("none".into(), "no_signatures", &|list| list.clear());
    add("only that of the preparer".into(), "unsigned_principal", &|list| drop(list.remove(0)));
    add("the bytes of both exchanged".into(), "signature_wrong", &|list| {
        let first = list[0]["signature"].take();
        list[0]["signature"] = list[1]["signature"].take();
        list[1]["signature"] = first;
    });
    for more in 1..=limits::SIGNATURES {
        let reason = if SIGNED.len() + more > limits::SIGNATURES { "too_many_signatures" } else { "unlisted_kid" };
        add(format!("{more} strangers besides"), reason, &|list| list.extend(vec![by_stranger.clone(); more]));
    }
    group.add("both from last month", "signature_wrong", genuine.with(|file| file["signatures"] = elsewhere));
    group.files
}

/// What is no list of signatures, no signature, or more than one.
fn entries(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("signatures are of another shape");
    for value in [json!(null), json!({}), json!("x"), json!([[]]), json!([null]), json!([{}, []])] {
        group.add(format!("signatures {value}"), None, genuine.with(|file| file["signatures"] = value));
    }
    let beside =
        [("payload", "payload_beside_document"), ("header", "unprotected_header"), ("protected", "unknown_member")];
    for (name, reason) in beside {
        for value in [json!("e30"), json!({}), json!(null)] {
            let file = genuine.with(|file| file[name] = value.clone());
            group.add(format!("{name} {value} beside the document"), reason, file);
        }
    }
    for at in 0..SIGNED.len() {
        let mut add = |name: &str, reason: Option<&'static str>, value: Value| {
            let file = genuine.with(|file| file["signatures"][at][name] = value.clone());
            group.add(format!("{at}: {name} {value}"), reason, file);
        };
        for part in ["protected", "signature"] {
            for value in [json!(null), json!(0), json!([]), json!({})] {
                add(part, Some("wrong_kind"), value);
            }
            for text in ["", "0", "e30", "AAAA"] {
                add(part, None, json!(text));
            }
        }
        add("header", Some("unprotected_header"), json!({ "alg": "none" }));
        add("kid", Some("unknown_member"), json!("x"));
        add("payload", Some("unknown_member"), json!("e30"));
    }
    group.files
}

/// Every character of headers and signatures replaced by its neighbour in the alphabet.
///
/// And the spellings that decoders forgive.
fn spellings(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("base64url is spelt otherwise");
    let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    for at in 0..SIGNED.len() {
        for part in ["protected", "signature"] {
            let text = genuine.envelope["signatures"][at][part].as_str().unwrap();
            let mut add = |what: String, reason: Option<&'static str>, text: String| {
                let file = genuine.with(|file| file["signatures"][at][part] = json!(text));
                group.add(format!("{at}: {part}, {what}"), reason, file);
            };
            for place in 0..text.len() {
                let mut changed: Vec<char> = text.chars().collect();
                let old = alphabet.iter().position(|letter| *letter == changed[place]).unwrap();
                changed[place] = alphabet[(old + 1) % alphabet.len()];
                add(format!("character {place}"), None, changed.into_iter().collect());
            }
            add("padded".into(), Some("base64_padding"), format!("{text}=="));
            add("with one pad".into(), Some("base64_padding"), format!("{text}="));
            add("a space before".into(), Some("base64_white_space"), format!(" {text}"));
            add("a line feed within".into(), Some("base64_white_space"), format!("{}\n{}", &text[..9], &text[9..]));
            add("of the other alphabet".into(), Some("base64_alphabet"), format!("+/{}", &text[2..]));
            for (what, other) in [
                ("one less", text[1..].to_owned()),
                ("four more", format!("{text}AAAA")),
                ("twice", format!("{text}{text}")),
                ("reversed", text.chars().rev().collect()),
                ("upper case", text.to_uppercase()),
            ] {
                add(what.into(), None, other);
            }
        }
    }
    group.files
}
