//! Thousands of files that somebody made of one genuine report: none of them may be taken for it.
//!
//! The report is signed by its principal and its preparer, and the office has registered both keys. Everything is
//! computed, so that the same files come out everywhere.

mod bytes;
mod contents;
mod envelopes;
mod keys;
mod odd;
mod signatures;
mod strangers;

#[path = "../../../seal/src/suite/tests/edge_points.rs"]
mod edge_points;
#[allow(dead_code, missing_docs, reason = "shared with the tests of the office")]
#[path = "../../office/sample.rs"]
pub mod sample;

use std::fmt::Display;
use std::thread;

use anziping_core::office::desk::{Desk, Judged, Verdict};
use anziping_core::office::intake::{self, Checked, Found, Rejection};
use anziping_core::registry::compared::ComparedMandate;
use anziping_core::registry::{KeyStatus, Registered, RegisteredKey, Registry};
use anziping_core::seal::{canonical, value};
use anziping_core::signer::{Mandate, Role};
use anziping_core::value::uscc::UnifiedCode;
use base64ct::{Base64UrlUnpadded, Encoding};
use ed25519_dalek::{Signer, SigningKey};
use sample::Person;
use serde_json::{Value, json};

/// Seeds of the keys.
pub const PRINCIPAL: u8 = 1;
const PREPARER: u8 = 2;
/// Seeds of those who signed, in the order of the signatures.
const SIGNED: [u8; 2] = [PRINCIPAL, PREPARER];
/// Principal of another enterprise that the office knows.
const NEIGHBOUR: u8 = 3;
/// Keys of this enterprise that are out of use.
const REVOKED: u8 = 4;
const REPLACED: u8 = 5;
/// Deputies of this enterprise.
///
/// One whose power of attorney is over, one whose was never compared with its form.
const OVER: u8 = 6;
const UNCOMPARED: u8 = 7;
/// Nobody's.
const STRANGER: u8 = 9;

/// A file that is not what its principal signed, or that says what no office may take.
pub struct Tampered {
    /// How it was made.
    pub group: &'static str,
    /// What was done.
    pub what: String,
    /// Why it is not trusted, where that follows from how it was made.
    pub reason: Option<&'static str>,
    pub bytes: Vec<u8>,
}

/// All of them. Each kind is made on a core of its own.
pub fn all() -> Vec<Tampered> {
    let genuine = &Genuine::new();
    let makers =
        [contents::files, envelopes::files, signatures::files, keys::files, strangers::files, odd::files, bytes::files];
    thread::scope(|scope| {
        let threads = makers.map(|make| scope.spawn(move || make(genuine)));
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

/// Of each group so many, spread over the whole of it.
pub fn some(files: &[Tampered], each: usize) -> impl Iterator<Item = &Tampered> {
    let groups = files.chunk_by(|one, next| one.group == next.group);
    groups.flat_map(move |group| group.iter().step_by(group.len().div_ceil(each)))
}

/// The report that all of them are made of.
pub struct Genuine {
    /// As it is exported.
    pub text: String,
    /// The same as a tree.
    pub envelope: Value,
}

impl Genuine {
    pub fn new() -> Self {
        let (principal, preparer) = (Person::principal(PRINCIPAL), Person::preparer(PREPARER));
        let text = sample::sign(&sample::report(&[&principal, &preparer]), &[&principal, &preparer]);
        let envelope = serde_json::from_str(&text).unwrap();
        Self { text, envelope }
    }

    /// The genuine envelope with a change.
    fn with(&self, change: impl FnOnce(&mut Value)) -> Value {
        let mut envelope = self.envelope.clone();
        change(&mut envelope);
        envelope
    }

    /// The document with a change, signed anew by those whose seeds are given.
    ///
    /// The headers are those that their keys have.
    fn signed_anew(&self, by: &[u8], change: impl FnOnce(&mut Value)) -> Value {
        let mut document = self.envelope["document"].clone();
        change(&mut document);
        let payload = payload(&document);
        let signatures: Vec<Value> = by.iter().map(|seed| signature(*seed, header(*seed), &payload)).collect();
        json!({ "document": document, "signatures": signatures })
    }
}

/// What is signed of a document.
///
/// The canonical form, and for what has none whatever another program might take for it.
fn payload(document: &Value) -> String {
    value::to_value(document).map_or_else(|_| document.to_string(), |document| canonical::write(&document))
}

fn header(seed: u8) -> Value {
    json!({ "alg": "Ed25519", "kid": Person::principal(seed).key.key_id(), "typ": "vnd.wsr.report+json" })
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(bytes.as_ref())
}

/// An entry of `signatures`, honestly made with this key over whatever header and payload are given.
fn signature(seed: u8, header: impl Display, payload: &str) -> Value {
    let protected = base64url(header.to_string());
    let message = format!("{protected}.{}", base64url(payload));
    let signature = SigningKey::from_bytes(&[seed; 32]).sign(message.as_bytes());
    json!({ "protected": protected, "signature": base64url(signature.to_bytes()) })
}

/// Collects the files of one group.
struct Group {
    name: &'static str,
    files: Vec<Tampered>,
}

impl Group {
    fn new(name: &'static str) -> Self {
        Self { name, files: Vec::new() }
    }

    fn add(&mut self, what: impl Into<String>, reason: impl Into<Option<&'static str>>, file: impl Display) {
        self.add_bytes(what, reason, file.to_string());
    }

    fn add_bytes(
        &mut self,
        what: impl Into<String>,
        reason: impl Into<Option<&'static str>>,
        bytes: impl Into<Vec<u8>>,
    ) {
        let (what, reason, bytes) = (what.into(), reason.into(), bytes.into());
        self.files.push(Tampered { group: self.name, what, reason, bytes });
    }
}

/// Every value below `value`, itself included, by its JSON pointer.
fn every_value(value: &Value) -> Vec<(String, &Value)> {
    fn walk<'a>(pointer: &str, value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
        found.push((pointer.to_owned(), value));
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| walk(&format!("{pointer}/{name}"), member, found));
            }
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(at, element)| walk(&format!("{pointer}/{at}"), element, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk("", value, &mut found);
    found
}

fn is_leaf(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// The office's registry.
pub fn registry() -> Registry {
    let active = || KeyStatus::Active { since: sample::day("2026-01-05") };
    let on = sample::day("2026-06-01");
    let by = Person::principal(PRINCIPAL).key.key_id();
    let mut own = vec![
        key(&Person::principal(PRINCIPAL), Role::Principal, active()),
        key(&Person::preparer(PREPARER), Role::Preparer, active()),
        key(&Person::principal(REVOKED), Role::Principal, KeyStatus::Revoked { on, reason: "遗失".into() }),
        key(&Person::principal(REPLACED), Role::Principal, KeyStatus::Replaced { on, by }),
    ];
    let deputy = |seed, until| {
        let mandate = Some(mandate(until));
        RegisteredKey { mandate, ..key(&Person::principal(seed), Role::Principal, active()) }
    };
    own.extend([deputy(OVER, "2026-03-31"), deputy(UNCOMPARED, "2099-12-31")]);
    let neighbours = vec![key(&Person::principal(NEIGHBOUR), Role::Principal, active())];
    let enterprise =
        |code, name: &str, keys| Registered { uscc: UnifiedCode::parse(code).unwrap(), name: name.into(), keys };
    Registry {
        office: "示例街道安管办".into(),
        enterprises: vec![
            enterprise(sample::CODES[0], "上海示例机械有限公司", own),
            enterprise(sample::CODES[1], "福州示例铸造厂", neighbours),
        ],
        compared: vec![compared(OVER, "2026-03-31")],
    }
}

fn mandate(until: &str) -> Mandate {
    Mandate { principal: "王建国".into(), from: sample::day("2026-01-05"), until: sample::day(until) }
}

fn compared(seed: u8, until: &str) -> ComparedMandate {
    let (person, enterprise) = (Person::principal(seed), "上海示例机械有限公司".to_owned());
    let digits = person.form(sample::CODES[0], Some(&mandate(until))).parse().unwrap();
    let holder = person.signer();
    ComparedMandate { kid: holder.kid, enterprise, title: holder.title, digits }
}

fn key(person: &Person, role: Role, status: KeyStatus) -> RegisteredKey {
    let key = person.key.public();
    let (kid, fingerprint, name) = (key.key_id(), key.fingerprint(), person.name.into());
    RegisteredKey { kid, key, fingerprint, role, name, status, form_number: "2026-017".into(), mandate: None }
}

/// What the desk says about these files lying in one inbox.
pub fn judge(inbox: &[Checked]) -> Vec<Judged> {
    Desk { registry: &registry(), expected: None, accepted: &[], today: sample::today(), due_day: 0 }.verdicts(inbox)
}

pub fn check(name: &str, bytes: &[u8]) -> Checked {
    intake::check(name, bytes, &sample::editions(), &sample::Nfc)
}

/// Why a file is not trusted: the code of the rejection, or what does not fit the registry.
pub fn reason(checked: &Checked, judged: &Judged) -> String {
    match (&checked.found, &judged.verdict) {
        (Found::Rejected(rejection), _) => rejection_code(rejection).into(),
        (_, Verdict::Mismatched { what }) => match serde_json::to_value(what).unwrap() {
            Value::Object(members) => members.keys().cloned().collect(),
            other => other.as_str().unwrap().into(),
        },
        (_, verdict) => verdict.code().into(),
    }
}

/// The code that the office's page gives.
pub fn rejection_code(rejection: &Rejection) -> &'static str {
    match rejection {
        Rejection::Refused(refusal) => refusal.reason.code(),
        Rejection::KeyBackup => "key_backup",
        Rejection::NewerProgram { .. } => "newer_program",
        Rejection::DisguisedName => "disguised_name",
        Rejection::Content { fault, .. } => fault.code(),
    }
}
