//! The known answer, verified elsewhere by npm jose, joserfc, and jq with openssl.

use anziping_seal::json::Value;
use anziping_seal::{Sha256, canonical};

use anziping_forge::signed::*;

const PROTECTED: &str = "eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoia1ByS19xbXhWV2FZVkE5d3dCRjZJdW8zdlZ6ejdUeEhDVHdYQnlnclM0ayIsInR5cCI6InZuZC53c3IucmVwb3J0K2pzb24ifQ";
const SIGNATURE: &str = "6nl5oDEnmv2Cnag1FRUk7bAMiw8xyxpzPekkYcCGQ7j6OV1dsvf6L3VVlOaZ3ZBcr3AYzpVWiO0FyklJRZ5JDQ";
const SHA256: &str = "49efcbb59f1e83683d101af82484332c6ea72d404ccbc48d7890bd88ccd8d2d8";

#[test]
fn the_canonical_form_and_its_digest_are_the_known_ones() {
    let canonical = canonical::write(&value(DOCUMENT));
    assert_eq!(canonical, DOCUMENT);
    assert_eq!(canonical.len(), 751);
    assert_eq!(Sha256::of(canonical.as_bytes()).to_string(), SHA256);
}

#[test]
fn the_signature_is_the_known_one() {
    let frozen = freeze(value(DOCUMENT)).unwrap();
    let made = serde_json::to_value(frozen.sign(&key(0))).unwrap();
    assert_eq!(made["protected"], PROTECTED);
    assert_eq!(made["signature"], SIGNATURE);
}

#[test]
fn the_known_file_verifies_and_says_who_signed_what() {
    let file = file(DOCUMENT, &[entry(PROTECTED, SIGNATURE)]);
    let verified = verify(&file).unwrap();
    assert_eq!(verified.doc_type, "wsr.report");
    assert_eq!(verified.version, (1, 0));
    assert!(!verified.newer_format);
    assert_eq!(verified.document_sha256.to_string(), SHA256);
    assert_eq!(verified.file_sha256, Sha256::of(file.as_bytes()));
    assert_eq!(verified.document, value(DOCUMENT));
    let [signer] = verified.signers.as_slice() else {
        panic!("one signer, not {:?}", verified.signers);
    };
    assert_eq!((signer.name.as_str(), signer.title.as_str()), ("张三", "总经理"));
    assert_eq!((signer.role, signer.alg.as_str()), ("principal", "Ed25519"));
    assert_eq!(signer.kid.to_string(), KID);
    assert_eq!(signer.key.to_jwk().get("x"), Some(&Value::String(X.to_owned())));
}

#[test]
fn the_thumbprint_and_the_thirty_digits_are_the_known_ones() {
    let id = key(0).key_id();
    assert_eq!(id.to_string(), KID);
    assert_eq!(id.fingerprint().to_string(), "50423 55284 15544 98940 99104 10121");
}

#[test]
fn the_file_has_two_members_two_spaces_and_a_final_newline() {
    let text = file_text();
    assert!(text.starts_with("{\n  \"document\": {\n    \"items\": [\n"), "{text}");
    assert!(text.contains("\n  },\n  \"signatures\": [\n    {\n      \"protected\": \"eyJ"), "{text}");
    assert!(text.ends_with("\"\n    }\n  ]\n}\n"), "{text}");
    assert!(!text.contains('\r'));
}
