//! Making files: what is sealed is accepted, and what would not be accepted is not sealed.

use anziping_seal::Reason;
use anziping_seal::envelope::{Frozen, SealedDocument, Signature};
use anziping_seal::json::Value;
use proptest::prelude::*;

use crate::canonical_form::values;
use anziping_forge::signed::*;

fn frozen(document: &str) -> Frozen {
    freeze(value(document)).unwrap()
}

fn refused(frozen: Frozen, signatures: Vec<Signature>) -> (Reason, String) {
    let refusal = SealedDocument::assemble(frozen, signatures).unwrap_err();
    (refusal.reason, refusal.place.pointer)
}

#[test]
fn two_principals_sign_the_same_frozen_document() {
    let report = document("wsr.report", &[signer(0, "principal"), signer(1, "principal")]);
    let frozen = frozen(&report);
    // Each on a device of their own, in whatever order the signatures arrive.
    let signatures = vec![frozen.sign(&key(1)), frozen.sign(&key(0))];
    let sealed = SealedDocument::assemble(frozen, signatures).unwrap();
    let verified = verify(sealed.to_file_text()).unwrap();
    assert_eq!(verified.document_sha256, sealed.document_sha256());
    assert_eq!(verified.document, *sealed.document());
    assert_eq!(verified.signers.len(), 2);
}

#[test]
fn an_incomplete_or_foreign_set_of_signatures_is_not_put_together() {
    let report = document("wsr.report", &[signer(0, "principal"), signer(1, "principal")]);
    let frozen = frozen(&report);
    let by = |n: u8| frozen.sign(&key(n));
    let at_kid = "/signatures/1/protected/kid".to_owned();
    assert_eq!(refused(frozen.clone(), vec![]), (Reason::NoSignatures, "/signatures".to_owned()));
    assert_eq!(refused(frozen.clone(), vec![by(0)]), (Reason::UnsignedRequired, "/document/signers/1".to_owned()));
    assert_eq!(refused(frozen.clone(), vec![by(0), by(0)]), (Reason::DuplicateSignature, at_kid.clone()));
    assert_eq!(refused(frozen.clone(), vec![by(0), by(2)]), (Reason::UnlistedKid, at_kid));
    assert_eq!(
        refused(frozen.clone(), (0..5).map(by).collect()),
        (Reason::TooManySignatures, "/signatures".to_owned())
    );
}

#[test]
fn a_signature_does_not_survive_an_edit() {
    let before = frozen(DOCUMENT);
    let after = frozen(&DOCUMENT.replace("\"revision\":1", "\"revision\":2"));
    let signature = before.sign(&key(0));
    assert_eq!(refused(after, vec![signature]), (Reason::SignatureWrong, "/signatures/0/signature".to_owned()));
}

#[test]
fn a_document_that_would_be_refused_cannot_be_frozen() {
    for (document, reason, pointer) in [
        ("[]".to_owned(), Reason::WrongKind, ""),
        ("{}".to_owned(), Reason::MissingMember, "/type"),
        (document("wsr.other", &[signer(0, "principal")]), Reason::TypeUnknown, "/type"),
        (document("wsr.report", &[signer(0, "preparer")]), Reason::NoRequiredSigner, "/signers"),
    ] {
        let refusal = freeze(value(&document)).unwrap_err();
        assert_eq!((refusal.reason, refusal.place.pointer.as_str()), (reason, pointer));
    }
    let too_deep = format!("{}{}", "[".repeat(15), "]".repeat(15));
    let document = DOCUMENT.replace("\"revision\":1", &format!("\"revision\":{too_deep}"));
    let refusal = freeze(value(&document)).unwrap_err();
    assert_eq!(refusal.reason, Reason::TooDeep, "the envelope takes a level itself");
}

#[test]
fn a_file_that_would_be_too_big_is_not_put_together() {
    let notes = Value::Array(vec![Value::String("a".repeat(16_000)); 600]);
    let Value::Object(mut members) = value(DOCUMENT) else {
        panic!("the document is an object");
    };
    members.insert("notes".to_owned(), notes);
    let frozen = freeze(Value::Object(members)).unwrap();
    let signature = frozen.sign(&key(0));
    assert_eq!(refused(frozen, vec![signature]), (Reason::FileTooBig, String::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_sealed_is_accepted_unchanged(content in values()) {
        let Value::Object(mut members) = value(DOCUMENT) else {
            panic!("the document is an object");
        };
        members.insert("content".to_owned(), content);
        let document = Value::Object(members);
        let frozen = freeze(document.clone()).unwrap();
        let signature = frozen.sign(&key(0));
        let sealed = SealedDocument::assemble(frozen, vec![signature]).unwrap();
        let verified = verify(sealed.to_file_text()).unwrap();
        prop_assert_eq!(verified.document, document);
        prop_assert_eq!(verified.document_sha256, sealed.document_sha256());
    }
}
