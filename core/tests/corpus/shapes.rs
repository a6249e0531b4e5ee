//! Envelopes and heads of documents that no verifier may accept.

use anziping_core::seal::Reason;

use crate::{Case, refused};
use anziping_forge::signed::{DOCUMENT, document, file, header, signature, signer, with_document};

pub fn cases() -> Vec<Case> {
    let mut cases = envelopes();
    cases.extend(heads());
    cases
}

fn envelopes() -> Vec<Case> {
    let sound = with_document(DOCUMENT);
    let beside = |member: &str| sound.replacen('{', &format!("{{{member},"), 1);
    let in_entry = |member: &str| sound.replacen(r#"{"protected""#, &format!(r#"{{{member},"protected""#), 1);
    let entry = signature(0, &header(0), DOCUMENT);
    vec![
        refused("envelope-payload.json", beside(r#""payload":"e30""#), Reason::PayloadBesideDocument, "/payload"),
        refused("envelope-header.json", beside(r#""header":{}"#), Reason::UnprotectedHeader, "/header"),
        refused("envelope-third-member.json", beside(r#""comment":"""#), Reason::UnknownMember, "/comment"),
        refused("envelope-document-twice.json", beside(r#""document":{}"#), Reason::DuplicateMember, "/document"),
        refused(
            "envelope-unprotected-header.json",
            in_entry(r#""header":{"alg":"none"}"#),
            Reason::UnprotectedHeader,
            "/signatures/0/header",
        ),
        refused(
            "envelope-third-in-a-signature.json",
            in_entry(r#""kid":"x""#),
            Reason::UnknownMember,
            "/signatures/0/kid",
        ),
        refused(
            "envelope-no-document.json",
            format!(r#"{{"signatures":[{entry}]}}"#),
            Reason::MissingMember,
            "/document",
        ),
        refused(
            "envelope-no-signatures.json",
            format!(r#"{{"document":{DOCUMENT}}}"#),
            Reason::MissingMember,
            "/signatures",
        ),
        refused(
            "envelope-signatures-an-object.json",
            format!(r#"{{"document":{DOCUMENT},"signatures":{{}}}}"#),
            Reason::WrongKind,
            "/signatures",
        ),
        refused(
            "envelope-no-protected.json",
            file(DOCUMENT, &[r#"{"signature":"AA"}"#.into()]),
            Reason::MissingMember,
            "/signatures/0/protected",
        ),
        refused(
            "envelope-no-signature.json",
            file(DOCUMENT, &[r#"{"protected":"AA"}"#.into()]),
            Reason::MissingMember,
            "/signatures/0/signature",
        ),
        refused("envelope-another-file.json", "{}", Reason::NotAnEnvelope, ""),
        refused("envelope-a-list.json", "[]", Reason::NotAnEnvelope, ""),
    ]
}

fn heads() -> Vec<Case> {
    let changed = |name, from: &str, to: &str, reason, at| {
        assert!(DOCUMENT.contains(from), "{from}");
        refused(name, with_document(&DOCUMENT.replace(from, to)), reason, at)
    };
    let report = |name, signers: &[String], reason, at| {
        refused(name, with_document(&document("wsr.report", signers)), reason, at)
    };
    let version = |name, version: &str| {
        changed(
            name,
            r#""version":"1.0""#,
            &format!(r#""version":"{version}""#),
            Reason::VersionForm,
            "/document/version",
        )
    };
    let receipt = document("wsr.receipt", &[signer(0, "principal")]);
    let for_receipt = signature(0, &header(0).replace("report", "receipt"), &receipt);
    vec![
        changed("head-no-type.json", r#""type":"wsr.report","#, "", Reason::MissingMember, "/document/type"),
        changed(
            "head-unknown-type.json",
            r#""type":"wsr.report""#,
            r#""type":"wsr.other""#,
            Reason::TypeUnknown,
            "/document/type",
        ),
        changed("head-no-version.json", r#","version":"1.0""#, "", Reason::MissingMember, "/document/version"),
        changed(
            "head-version-a-number.json",
            r#""version":"1.0""#,
            r#""version":1"#,
            Reason::WrongKind,
            "/document/version",
        ),
        version("head-version-bare.json", "1"),
        version("head-version-zero.json", "0.9"),
        version("head-version-leading-zero.json", "01.0"),
        report("head-no-signers.json", &[], Reason::NoSigners, "/document/signers"),
        report("head-only-a-preparer.json", &[signer(0, "preparer")], Reason::NoRequiredSigner, "/document/signers"),
        report(
            "head-an-office-in-a-report.json",
            &[signer(0, "principal"), signer(1, "office")],
            Reason::RoleNotAllowed,
            "/document/signers/1/role",
        ),
        report("head-unknown-role.json", &[signer(0, "owner")], Reason::RoleNotAllowed, "/document/signers/0/role"),
        report(
            "head-five-signers.json",
            &[0, 1, 2, 3, 4].map(|n| signer(n, "principal")),
            Reason::TooManySignatures,
            "/document/signers",
        ),
        changed(
            "head-signer-without-name.json",
            r#""name":"张三","#,
            "",
            Reason::MissingMember,
            "/document/signers/0/name",
        ),
        refused(
            "head-a-principal-in-a-receipt.json",
            file(&receipt, &[for_receipt]),
            Reason::RoleNotAllowed,
            "/document/signers/0/role",
        ),
    ]
}
