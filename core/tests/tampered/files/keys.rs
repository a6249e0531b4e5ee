//! Keys of every kind of badness in the place of a good one.

use anziping_core::seal::Sha256;
use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::edge_points::points;
use super::sample::Person;
use super::{Genuine, Group, PRINCIPAL, SIGNED, STRANGER, Tampered, base64url, header, payload, signature};

/// A key that is no good one.
struct Bad {
    what: String,
    bytes: Vec<u8>,
    reason: Option<&'static str>,
}

fn bad_keys() -> Vec<Bad> {
    let mut bad = Vec::new();
    let mut add = |what: String, bytes: &[u8], reason: Option<&'static str>| {
        bad.push(Bad { what, bytes: bytes.to_vec(), reason });
    };
    for point in points(SigningKey::from_bytes(&[PRINCIPAL; 32]).to_scalar()) {
        let (torsion, canonical) = (point.torsion, point.is_canonical());
        if point.is_small() {
            add(format!("small order {torsion}, canonical {canonical}"), &point.bytes, Some("key_small_order"));
        } else if torsion != 0 {
            add(format!("mixed order {torsion}"), &point.bytes, Some("key_mixed_order"));
        }
    }
    for more in 0..19_u8 {
        for sign in [0, 0x80] {
            let mut bytes = [0xff; 32];
            (bytes[0], bytes[31]) = (0xed + more, 0x7f | sign);
            // Some of them are no points, some are of small order besides.
            add(format!("y = p + {more}, sign {sign}"), &bytes, None);
        }
    }
    for y in 0..40 {
        let mut bytes = [0; 32];
        bytes[0] = y;
        if CompressedEdwardsY(bytes).decompress().is_none() {
            add(format!("no point, y = {y}"), &bytes, Some("key_not_on_curve"));
        }
    }
    let good = Person::principal(PRINCIPAL).key.public().to_bytes();
    for length in [0, 1, 16, 31, 33, 64] {
        let bytes: Vec<u8> = good.into_iter().cycle().take(length).collect();
        add(format!("{length} bytes"), &bytes, Some("key_length"));
    }
    bad
}

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    [listed(genuine), described(genuine)].into_iter().flatten().collect()
}

fn thumbprint(x: &str) -> String {
    let digest = Sha256::of(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#).as_bytes()).to_string();
    base64url(
        (0..digest.len()).step_by(2).map(|at| u8::from_str_radix(&digest[at..at + 2], 16).unwrap()).collect::<Vec<_>>(),
    )
}

/// Each bad key in the place of each signer.
///
/// Under its right thumbprint and under that of whose place it takes, with a signature that such a key might let
/// through and with an honest one.
fn listed(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a key is no good one");
    for (nth, Bad { what, bytes, reason }) in bad_keys().into_iter().enumerate() {
        let x = base64url(&bytes);
        for at in [0, 1] {
            let old = genuine.envelope["document"]["signers"][at]["kid"].as_str().unwrap();
            for (kid, is_forged) in [(thumbprint(&x), nth % 2 == 0), (old.to_owned(), nth % 2 == 1)] {
                let mut document = genuine.envelope["document"].clone();
                document["signers"][at]["key"]["x"] = json!(x);
                document["signers"][at]["kid"] = json!(kid);
                let mut header = header(PRINCIPAL);
                header["kid"] = json!(kid);
                let entry = forged(&bytes, &header).filter(|_| is_forged);
                let entry = entry.unwrap_or_else(|| signature(PRINCIPAL, &header, &payload(&document)));
                let file = json!({ "document": document, "signatures": with(genuine, at, entry) });
                group.add(format!("{at}: {what}, {kid}, forged {is_forged}"), reason, file);
            }
        }
    }
    group.files
}

/// The genuine signatures with one exchanged.
fn with(genuine: &Genuine, at: usize, entry: Value) -> Value {
    let mut signatures = genuine.envelope["signatures"].clone();
    signatures[at] = entry;
    signatures
}

/// A signature that fits every text where a verifier takes a key of small order.
///
/// R is the key or the neutral point, S is 0.
fn forged(key: &[u8], header: &Value) -> Option<Value> {
    let r: [u8; 32] = key.try_into().ok()?;
    let bytes = [r, Scalar::ZERO.to_bytes()].concat();
    Some(json!({ "protected": base64url(header.to_string()), "signature": base64url(bytes) }))
}

/// Good bytes in a bad description, and good keys under other names.
///
/// The signatures kept, and made anew by the same key and by another.
fn described(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a key is described otherwise");
    for (at, seed) in SIGNED.into_iter().enumerate() {
        for (what, reason, signer) in descriptions(&genuine.envelope["document"]["signers"][at]) {
            let kept = genuine.with(|file| file["document"]["signers"][at] = signer.clone());
            for by in [seed, STRANGER] {
                let mut file = kept.clone();
                file["signatures"][at] = signature(by, header(seed), &payload(&file["document"]));
                group.add(format!("{at}: {what}, signed by {by}"), reason, file);
            }
            group.add(format!("{at}: {what}, signatures kept"), reason, kept);
        }
    }
    group.files
}

/// What was done to an entry of `signers`, why it is refused, and the entry.
fn descriptions(signer: &Value) -> Vec<(String, &'static str, Value)> {
    let stranger = Person::principal(STRANGER).key.public();
    let x = signer["key"]["x"].as_str().unwrap();
    let mut all = Vec::new();
    let mut add = |pointer: &str, reason, value: Value| {
        let mut signer = signer.clone();
        let (object, name) = pointer.rsplit_once('/').unwrap();
        signer.pointer_mut(object).unwrap()[name] = value.clone();
        all.push((format!("{pointer} {value}"), reason, signer));
    };
    for (name, text) in
        [("crv", "X25519"), ("crv", "Ed448"), ("crv", "P-256"), ("crv", "ed25519"), ("kty", "EC"), ("kty", "RSA")]
    {
        add(&format!("/key/{name}"), "key_kind", json!(text));
    }
    for name in ["alg", "use", "kid", "y", "key_ops"] {
        add(&format!("/key/{name}"), "key_members", json!("AA"));
    }
    add("/key/d", "key_private", json!("AA"));
    for (reason, text) in [
        ("key_length", String::new()),
        ("key_length", x[..40].into()),
        ("base64_padding", format!("{x}=")),
        ("base64_white_space", format!(" {x}")),
        ("base64_alphabet", format!("+{}", &x[1..])),
        ("kid_not_thumbprint", stranger.x()),
    ] {
        add("/key/x", reason, json!(text));
    }
    for text in [stranger.key_id().to_string(), String::new(), x.into()] {
        add("/kid", "kid_not_thumbprint", json!(text));
    }
    for place in ["/kid", "/key", "/key/x", "/key/kty", "/key/crv"] {
        for value in [json!(null), json!([]), json!(7)] {
            add(place, "wrong_kind", value);
        }
    }
    add("/key", "missing_member", json!({}));
    all
}
