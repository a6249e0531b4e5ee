//! Harmless changes on the way of a file, none of which may matter.

use anziping_seal::json::Value;
use anziping_seal::{Reason, Refusal, Sha256, canonical};

use anziping_forge::signed::*;

fn assert_same_document(name: &str, bytes: impl AsRef<[u8]>) {
    let original = verify(file_text()).unwrap();
    let verified = verify(bytes.as_ref()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
    assert_eq!(verified.document_sha256, original.document_sha256, "{name}");
    assert_eq!(verified.signers, original.signers, "{name}");
    assert_eq!(verified.file_sha256, Sha256::of(bytes.as_ref()), "{name}");
}

/// Members in reverse order, every character outside ASCII escaped.
fn reversed_and_escaped(value: &Value) -> String {
    let quoted = |text: &str| {
        let quoted = canonical::write(&Value::String(text.to_owned()));
        let mut escaped = String::new();
        for unit in quoted.encode_utf16() {
            match u8::try_from(unit).ok().filter(u8::is_ascii) {
                Some(ascii) => escaped.push(char::from(ascii)),
                None => escaped.push_str(&format!("\\u{unit:04X}")),
            }
        }
        escaped
    };
    match value {
        Value::String(text) => quoted(text),
        Value::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(reversed_and_escaped).collect();
            format!("[ {} ]", elements.join(" , "))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .rev()
                .map(|(name, member)| format!("{} : {}", quoted(name), reversed_and_escaped(member)))
                .collect();
            format!("{{ {} }}", members.join(" , "))
        }
        plain => canonical::write(plain),
    }
}

#[test]
fn a_harmless_change_of_the_file_does_not_change_the_document() {
    let text = file_text();
    let envelope = value(&text);
    assert_same_document("as written", &text);
    assert_same_document("byte order mark", format!("\u{feff}{text}"));
    assert_same_document("CRLF", text.replace('\n', "\r\n"));
    assert_same_document("old Mac line ends", text.replace('\n', "\r"));
    assert_same_document("tabs", text.replace("  ", "\t"));
    assert_same_document("one line", canonical::write(&envelope));
    assert_same_document("no final newline", text.trim_end());
    assert_same_document("pasted with blank lines around", format!("\n\n  {text}\n\n"));
    assert_same_document("reversed and escaped", reversed_and_escaped(&envelope));
    assert_same_document("slashes escaped", text.replace('/', "\\/"));
}

#[test]
fn the_older_name_of_the_algorithm_is_read() {
    let file = with_header(&header(0).replace("\"Ed25519\"", "\"EdDSA\""));
    assert_eq!(verify(file).unwrap().signers[0].alg, "EdDSA");
}

#[test]
fn a_header_in_another_order_is_verified_as_received() {
    let header = format!("{{ \"typ\": \"vnd.wsr.report+json\", \"kid\": \"{KID}\", \"alg\": \"Ed25519\" }}");
    assert!(verify(with_header(&header)).is_ok());
}

#[test]
fn a_newer_minor_version_and_unknown_members_are_kept() {
    let document = DOCUMENT
        .replace(r#""version":"1.0""#, r#""version":"1.7""#)
        .replace(r#""revision":1"#, r#""revision":1,"rumour":[null,true,{"new":-3}]"#);
    let verified = verify(with_document(&document)).unwrap();
    assert_eq!((verified.version, verified.newer_format), ((1, 7), false));
    assert_eq!(verified.document, value(&document));
}

#[test]
fn a_newer_major_version_is_verified_and_flagged() {
    let document = DOCUMENT.replace(r#""version":"1.0""#, r#""version":"2.0""#);
    let verified = verify(with_document(&document)).unwrap();
    assert_eq!((verified.version, verified.newer_format), ((2, 0), true));
    let forged = file(&document, &[signature(0, &header(0), DOCUMENT)]);
    assert_eq!(refusal_of(forged).unwrap().0, Reason::SignatureWrong, "the signature is still checked");
    let Refusal { reason, place } = freeze(value(&document)).unwrap_err();
    assert_eq!((reason, place.pointer.as_str()), (Reason::VersionUnknown, "/version"));
}

#[test]
fn a_preparer_may_leave_the_signing_to_the_principal() {
    let report = document("wsr.report", &[signer(1, "preparer"), signer(0, "principal")]);
    let by = |n: u8| signature(n, &header(n), &report);
    let roles = |signatures: &[String]| {
        let verified = verify(file(&report, signatures)).unwrap();
        verified.signers.iter().map(|signer| signer.role).collect::<Vec<_>>()
    };
    assert_eq!(roles(&[by(0)]), ["principal"], "who has not signed is not shown as having signed");
    assert_eq!(roles(&[by(0), by(1)]), ["preparer", "principal"]);
}

#[test]
fn every_known_type_is_read_with_its_roles() {
    for (doc_type, role) in [
        ("wsr.receipt", "office"),
        ("wsr.registration", "principal"),
        ("wsr.registration", "office"),
        ("wsr.rotation", "preparer"),
    ] {
        let document = document(doc_type, &[signer(0, role)]);
        let header = header(0).replace("wsr.report", doc_type);
        let verified = verify(file(&document, &[signature(0, &header, &document)])).unwrap();
        assert_eq!(verified.doc_type, doc_type);
        assert_eq!(verified.signers[0].role, role);
    }
}
