//! Files whose signatures hold and whose content no office should take.
//!
//! What only somebody who knows the documents can see.

use anziping_core::document::office_month::OfficeMonth;
use anziping_core::document::registry_copy::RegistryCopy;
use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::seal::{canonical, typed};
use serde_json::json;

use crate::accepted::{made_at, office, registry, rotation, signed};
use crate::{Case, Expected, case};
use anziping_fixtures::sample::{self, Person, sign};
use anziping_forge::signed::{base64url, entry, file};

pub fn cases() -> Vec<Case> {
    let principal = Person::principal(1);
    let report = |name, fault, change: fn(&mut MonthlyReport)| {
        let mut report = sample::report(&[&principal]);
        change(&mut report);
        case(name, sign(&report, &[&principal]), Expected::Unsound(fault))
    };
    let with_code = |name, code: &str| {
        let mut document = serde_json::to_value(sample::report(&[&principal])).unwrap();
        document["enterprise"]["uscc"] = code.into();
        case(name, signed(&document, &[&principal]), Expected::Unsound("shape"))
    };
    let mut half_a_rotation = rotation();
    half_a_rotation.0.signers.truncate(1);
    let office = office();
    let as_a_list = {
        let mut document = serde_json::to_value(sample::report(&[&principal])).unwrap();
        document["hazards"][0] = json!([]);
        case("content-hazard-as-a-list.json", signed(&document, &[&principal]), Expected::Unsound("shape"))
    };
    let digits_together = {
        let mut document = serde_json::to_value(RegistryCopy::new(&registry(), made_at(), office.signer())).unwrap();
        let digits = &mut document["enterprises"][0]["keys"][0]["fingerprint"];
        *digits = digits.as_str().unwrap().replace(' ', "").into();
        case("content-digits-without-groups.json", signed(&document, &[&office]), Expected::Unsound("shape"))
    };
    let with_member = |name, fault, member: &str, text: &str| {
        let mut document = serde_json::to_value(sample::report(&[&principal])).unwrap();
        document[member] = text.into();
        case(name, signed(&document, &[&principal]), Expected::Unsound(fault))
    };
    let mut receipt = serde_json::to_value(sample::receipt(&office)).unwrap();
    receipt["document_sha256"] = "ABC".into();
    let returned = |name, fault, remarks: serde_json::Value| {
        let mut document = serde_json::to_value(sample::returned(&office)).unwrap();
        document["remarks"] = remarks;
        case(name, signed(&document, &[&office]), Expected::Unsound(fault))
    };
    let month = |name, fault, change: fn(&mut OfficeMonth)| {
        let mut month = sample::office_month(&office);
        change(&mut month);
        case(name, signed(&month, &[&office]), Expected::Unsound(fault))
    };
    vec![
        month("content-month-hides-a-missing-enterprise.json", "sum", |month| month.sums.not_sent = 0),
        month("content-month-without-enterprises.json", "rows", |month| month.enterprises.clear()),
        month("content-month-lists-an-enterprise-twice.json", "twice", |month| {
            month.enterprises.push(month.enterprises[2].clone());
        }),
        month("content-month-counts-without-a-report.json", "rows", |month| month.enterprises[0].report = None),
        month("content-month-revision-0.json", "revision", |month| month.revision = 0),
        report("content-impossible-period.json", "days", |report| report.from = report.to),
        report("content-revision-without-predecessor.json", "revision", |report| report.revision = 2),
        report("content-first-revision-with-predecessor.json", "revision", |report| {
            report.supersedes = Some(DocumentRef { sha256: sample::digits('0') });
        }),
        with_member("content-impossible-time.json", "sealed_at", "sealed_at", "2026-11-30T25:00:00Z"),
        report("content-item-twice.json", "twice", |report| report.items.push(report.items[0].clone())),
        report("content-another-schema.json", "shape", |report| {
            report.schema = "https://example.invalid/2.json".into()
        }),
        with_code("content-wrong-check-character.json", "91310000MA1FL00001"),
        digits_together,
        as_a_list,
        report("content-hash-in-capitals.json", "hash", |report| {
            report.catalogue.sha256 = report.catalogue.sha256.to_uppercase()
        }),
        with_code("content-code-in-small-letters.json", "91310000ma1fl0000n"),
        case(
            "content-rotation-of-one-key.json",
            signed(&half_a_rotation.0, &[&half_a_rotation.1]),
            Expected::Unsound("signers"),
        ),
        case("content-receipt-without-hash.json", signed(&receipt, &[&office]), Expected::Unsound("hash")),
        returned("content-return-without-remarks.json", "remarks", json!([])),
        returned("content-return-too-long-a-remark.json", "remarks", json!([{ "text": "尘".repeat(301) }])),
        returned("content-return-blank-remark.json", "remarks", json!([{ "place": "X23", "text": " " }])),
        report("content-first-revision-answers-a-return.json", "revision", |report| {
            report.answers_return = Some(DocumentRef { sha256: sample::digits('3') });
        }),
        case("content-newer-major-version.json", newer(), Expected::Newer),
    ]
}

/// A document of a later major version, signed as a later program would: ours refuses to write one.
fn newer() -> String {
    let principal = Person::principal(1);
    let mut document = serde_json::to_value(sample::receipt(&principal)).unwrap();
    document["version"] = "2.0".into();
    document["type"] = "wsr.report".into();
    let canonical = canonical::write(&typed::to_value(&document).unwrap());
    let kid = principal.key.key_id();
    let protected = base64url(format!(r#"{{"alg":"Ed25519","kid":"{kid}","typ":"vnd.wsr.report+json"}}"#));
    let message = format!("{protected}.{}", base64url(&canonical));
    let signature = ed25519_dalek::Signer::sign(&ed25519_dalek::SigningKey::from_bytes(&[1; 32]), message.as_bytes());
    file(&canonical, &[entry(&protected, &base64url(signature.to_bytes()))])
}
