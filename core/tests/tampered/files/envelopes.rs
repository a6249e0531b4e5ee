//! Headers: changed, taken out, added.
//!
//! Each is signed honestly, and those of the principal also stand over the signature that was there.

use serde_json::{Value, json};

use super::sample::Person;
use super::{Genuine, Group, SIGNED, STRANGER, Tampered, base64url, header, payload, signature};

/// What was done, why it is refused, and the text of the header.
type Odd = (String, &'static str, String);

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a header is another");
    let payload = payload(&genuine.envelope["document"]);
    for (at, seed) in SIGNED.into_iter().enumerate() {
        let sound = header(seed);
        for (what, reason, text) in [values(&sound), members(&sound), texts(&sound)].into_iter().flatten() {
            let signed = genuine.with(|file| file["signatures"][at] = signature(seed, &text, &payload));
            group.add(format!("{at}: {what}, signed anew"), reason, signed);
            if at == 0 {
                let kept = genuine.with(|file| file["signatures"][at]["protected"] = json!(base64url(&text)));
                group.add(format!("{at}: {what}, signature kept"), reason, kept);
            }
        }
    }
    group.files
}

fn with(sound: &Value, name: &str, value: Value) -> String {
    let mut header = sound.clone();
    header[name] = value;
    header.to_string()
}

/// Texts that are no value of `alg`, `typ` and `kid`, and values that are no text.
fn values(sound: &Value) -> Vec<Odd> {
    let kid = sound["kid"].as_str().unwrap();
    let stranger = Person::principal(STRANGER).key.key_id().to_string();
    let algorithms = "None NONE HS256 HS384 HS512 RS256 PS256 ES256 ES256K ES512 Ed448 ed25519 eddsa SM2 Ed25519ph";
    let types = "JWT jose vnd.wsr.receipt+json vnd.wsr.report VND.WSR.REPORT+JSON application/vnd.wsr.report+json";
    let kids = [&stranger, "", "../../etc/passwd", "' or 1=1", &format!("{kid}="), &format!(" {kid}"), &kid[1..]];
    let text = |name: &str, reason, text: &str| (format!("{name} {text:?}"), reason, with(sound, name, json!(text)));
    let mut odd: Vec<Odd> = vec![text("alg", "alg_none", "none")];
    odd.extend(algorithms.split(' ').chain(["", "Ed25519 ", "Ed25519\n"]).map(|alg| text("alg", "alg_refused", alg)));
    odd.extend(types.split(' ').chain([""]).map(|typ| text("typ", "typ_mismatch", typ)));
    odd.extend(kids.map(|kid| text("kid", "unlisted_kid", kid)));
    for name in ["alg", "kid", "typ"] {
        let kinds = [json!(null), json!(true), json!(0), json!([sound[name]]), json!({ "is": sound[name] })];
        odd.extend(kinds.map(|value| (format!("{name} {value}"), "wrong_kind", with(sound, name, value))));
    }
    odd
}

/// A member missing, and every fourth one that brings a key, changes what is signed or is unknown.
fn members(sound: &Value) -> Vec<Odd> {
    let mut odd: Vec<Odd> = Vec::new();
    for name in ["alg", "kid", "typ"] {
        let mut without = sound.clone();
        without.as_object_mut().unwrap().remove(name);
        odd.push((format!("no {name}"), "header_missing", without.to_string()));
    }
    let jwk = json!(Person::principal(STRANGER).key.public());
    let forbidden = ["jwk", "jku", "x5u", "x5c", "x5t", "b64", "crit", "zip"].map(|name| (name, "header_forbidden"));
    let unknown = ["x5t_s256", "cty", "epk", "enc", "iss", "nonce", "added"].map(|name| (name, "header_unknown"));
    for (name, reason) in forbidden.into_iter().chain(unknown) {
        let values = [jwk.clone(), json!("https://example.invalid"), json!([name]), json!(false), json!(null)];
        odd.extend(values.map(|value| (format!("{name} {value}"), reason, with(sound, name, value))));
    }
    odd
}

/// What is no header at all, or not one alone.
fn texts(sound: &Value) -> Vec<Odd> {
    let text = sound.to_string();
    let beginning = |member: &str| text.replacen('{', &format!("{{{member},"), 1);
    let odd = [
        ("alg twice", "duplicate_member", beginning(r#""alg":"none""#)),
        ("kid twice", "duplicate_member", beginning(r#""kid":"""#)),
        ("alg twice by an escape", "duplicate_member", beginning(r#""\u0061lg":"none""#)),
        ("a list", "wrong_kind", format!("[{text}]")),
        ("a text", "wrong_kind", json!(text).to_string()),
        ("null", "wrong_kind", "null".into()),
        ("nothing", "empty_file", String::new()),
        ("two", "two_documents", format!("{text}{text}")),
        ("a word behind", "trailing_bytes", format!("{text}x")),
        ("cut short", "cut_short", text[..text.len() - 1].into()),
        ("upper case", "member_name", text.replace("\"alg\"", "\"ALG\"")),
    ];
    odd.map(|(what, reason, text)| (what.into(), reason, text)).to_vec()
}
