//! Text that is outside the profile of JSON, and files that another program has re-saved.
//!
//! Each is signed over what a lenient reader makes of it, so that such a reader accepts it wherever it can express it.

use anziping_core::seal::Reason;

use crate::{Case, refused};
use anziping_forge::signed::*;

/// A report with one more member, such as a second one of the same name.
///
/// It is signed over the form that a reader would compute who takes the last of two members, and so on.
fn with_extra(member: &str) -> String {
    let document = DOCUMENT.replace(r#""revision":1"#, &format!(r#""revision":1,{member}"#));
    let lenient: Result<serde_json::Value, _> = serde_json::from_str(&document);
    let canonical = lenient.map_or_else(|_| document.clone(), |value| value.to_string());
    let protected = base64url(header(0));
    let message = format!("{protected}.{}", base64url(canonical));
    let signature = ed25519_dalek::Signer::sign(&ed25519_dalek::SigningKey::from_bytes(&SEED), message.as_bytes());
    file(&document, &[entry(&protected, &base64url(signature.to_bytes()))])
}

pub fn cases() -> Vec<Case> {
    let mut cases = texts();
    cases.extend(files());
    cases
}

fn texts() -> Vec<Case> {
    let extra = |name, member: &str, reason, at| refused(name, with_extra(member), reason, at);
    let value = |name, value: &str, reason| extra(name, &format!(r#""extra":{value}"#), reason, "/document/extra");
    let nested = format!("{}{}", "[".repeat(15), "]".repeat(15));
    let deep_at = "/document/extra/0/0/0/0/0/0/0/0/0/0/0/0/0/0";
    let long = format!("\"{}\"", "安".repeat(5_462));
    vec![
        extra("profile-member-twice.json", r#""revision":2"#, Reason::DuplicateMember, "/document/revision"),
        extra(
            "profile-member-twice-by-escape.json",
            r#""\u0072evision":2"#,
            Reason::DuplicateMember,
            "/document/revision",
        ),
        extra("profile-name-upper-case.json", r#""Extra":1"#, Reason::MemberName, "/document/Extra"),
        extra("profile-name-empty.json", r#""":1"#, Reason::MemberName, "/document/"),
        extra("profile-name-proto.json", r#""__proto__":1"#, Reason::MemberName, "/document/__proto__"),
        extra("profile-name-chinese.json", r#""名":1"#, Reason::MemberName, "/document/名"),
        value("profile-fraction.json", "1.0", Reason::NumberFraction),
        value("profile-exponent.json", "1e2", Reason::NumberExponent),
        value("profile-minus-zero.json", "-0", Reason::NumberNegativeZero),
        value("profile-number-too-large.json", "9007199254740992", Reason::NumberRange),
        value("profile-number-too-small.json", "-9007199254740992", Reason::NumberRange),
        value("profile-leading-zero.json", "01", Reason::Syntax),
        value("profile-nan.json", "NaN", Reason::Syntax),
        value("profile-comment.json", "/* c */1", Reason::Syntax),
        value("profile-bad-escape.json", r#""\x""#, Reason::BadEscape),
        value("profile-lone-surrogate.json", r#""\ud800""#, Reason::LoneSurrogate),
        value("profile-null-character.json", r#""\u0000""#, Reason::ControlCharacter),
        value("profile-carriage-return.json", r#""\r""#, Reason::ControlCharacter),
        value("profile-delete.json", "\"\u{7f}\"", Reason::ControlCharacter),
        value("profile-c1-control.json", "\"\u{85}\"", Reason::ControlCharacter),
        value("profile-line-separator.json", "\"\u{2028}\"", Reason::LineSeparator),
        value("profile-bom-inside.json", "\"\u{feff}\"", Reason::ByteOrderMark),
        value("profile-bidi-override.json", "\"\u{202e}\"", Reason::BidiControl),
        value("profile-bidi-isolate.json", "\"\u{2069}\"", Reason::BidiControl),
        value("profile-noncharacter.json", r#""\uffff""#, Reason::Noncharacter),
        value("profile-not-nfc.json", "\"e\u{301}\"", Reason::NotNfc),
        value("profile-compatibility-ideograph.json", "\"\u{f900}\"", Reason::NotNfc),
        value("profile-text-too-long.json", &long, Reason::StringTooLong),
        refused("profile-too-deep.json", with_extra(&format!(r#""extra":{nested}"#)), Reason::TooDeep, deep_at),
    ]
}

fn files() -> Vec<Case> {
    let text = with_document(DOCUMENT);
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    // 共具 in GBK, in place of the same two characters.
    let gbk: Vec<u8> = [br#"{"document":{"note":""#.as_slice(), &[0xb9, 0xb2, 0xbe, 0xdf], br#""}}"#].concat();
    let latin: Vec<u8> = [br#"{"document":{"note":"caf"#.as_slice(), &[0xe9], br#""}}"#].concat();
    vec![
        refused("file-gbk.json", gbk, Reason::NotUtf8Gbk, ""),
        refused("file-latin-1.json", latin, Reason::NotUtf8, ""),
        refused(
            "file-utf-16-le.json",
            [[0xff, 0xfe].as_slice(), &wide(u16::to_le_bytes)].concat(),
            Reason::NotUtf8Utf16,
            "",
        ),
        refused("file-utf-16-be.json", wide(u16::to_be_bytes), Reason::NotUtf8Utf16, ""),
        refused("file-utf-32.json", utf32, Reason::NotUtf8Utf32, ""),
        refused("file-two-documents.json", format!("{text}\n{text}"), Reason::TwoDocuments, ""),
        refused("file-trailing-text.json", format!("{text} 已发"), Reason::TrailingBytes, ""),
        refused("file-trailing-zero.json", format!("{text}\0"), Reason::TrailingBytes, ""),
        refused("file-cut-short.json", &text.as_bytes()[..text.len() - 3], Reason::CutShort, "/signatures/0"),
        refused("file-empty.json", "", Reason::EmptyFile, ""),
        refused("file-blank.json", " \r\n", Reason::EmptyFile, ""),
        refused("file-zip.json", b"PK\x03\x04\x14\x00\x00\x00\x08\x00report.json".as_slice(), Reason::Archive, ""),
    ]
}
