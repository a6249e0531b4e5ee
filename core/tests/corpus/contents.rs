//! Files whose signatures hold and whose content no office should take: what only somebody who knows the documents can see.

use anziping_core::report::{DocumentRef, MonthlyReport};
use anziping_core::seal::{canonical, value};

use crate::accepted::{office, rotation, signed};
use crate::fixture::{base64url, entry, file};
use crate::sample::{self, Person, sign};
use crate::{Case, Expected, case};

pub fn cases() -> Vec<Case> {
    let principal = Person::principal(1);
    let report = |name, fault, change: fn(&mut MonthlyReport)| {
        let mut report = sample::report(&[&principal]);
        change(&mut report);
        case(name, sign(&report, &[&principal]), Expected::Unsound(fault))
    };
    let wrong_code = {
        let mut document = serde_json::to_value(sample::report(&[&principal])).unwrap();
        document["enterprise"]["uscc"] = "91310000MA1FL00001".into();
        case("content-wrong-check-character.json", signed(&document, &[&principal]), Expected::Unsound("shape"))
    };
    let mut half_a_rotation = rotation();
    half_a_rotation.0.signers.truncate(1);
    let office = office();
    let mut receipt = sample::receipt(&office);
    receipt.document_sha256 = "ABC".into();
    vec![
        report("content-impossible-period.json", "days", |report| report.from = report.to),
        report("content-revision-without-predecessor.json", "revision", |report| report.revision = 2),
        report("content-first-revision-with-predecessor.json", "revision", |report| {
            report.supersedes = Some(DocumentRef { sha256: "0".repeat(64) });
        }),
        report("content-impossible-time.json", "sealed_at", |report| report.sealed_at = "2026-11-30T25:00:00Z".into()),
        report("content-item-twice.json", "twice", |report| report.items.push(report.items[0].clone())),
        report("content-another-schema.json", "shape", |report| report.schema = "https://example.invalid/2.json".into()),
        wrong_code,
        case("content-rotation-of-one-key.json", signed(&half_a_rotation.0, &[&half_a_rotation.1]), Expected::Unsound("signers")),
        case("content-receipt-without-hash.json", signed(&receipt, &[&office]), Expected::Unsound("hash")),
        case("content-newer-major-version.json", newer(), Expected::Newer),
    ]
}

/// A document of a later major version, signed as a later program would: ours refuses to write one.
fn newer() -> String {
    let principal = Person::principal(1);
    let mut document = serde_json::to_value(sample::receipt(&principal)).unwrap();
    document["version"] = "2.0".into();
    document["type"] = "wsr.report".into();
    let canonical = canonical::write(&value::to_value(&document).unwrap());
    let kid = principal.key.key_id();
    let protected = base64url(format!(r#"{{"alg":"Ed25519","kid":"{kid}","typ":"vnd.wsr.report+json"}}"#));
    let message = format!("{protected}.{}", base64url(&canonical));
    let signature = ed25519_dalek::Signer::sign(&ed25519_dalek::SigningKey::from_bytes(&[1; 32]), message.as_bytes());
    file(&canonical, &[entry(&protected, &base64url(signature.to_bytes()))])
}
