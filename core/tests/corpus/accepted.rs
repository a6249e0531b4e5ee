//! Files that must be accepted.
//!
//! Every type of document, and one report in every wrapping that people's programs give it.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::document::registry_copy::RegistryCopy;
use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::document::revocation::Revocation;
use anziping_core::document::rotation::Rotation;
use anziping_core::registry::Registry;
use anziping_core::seal::{canonical, typed};
use anziping_core::signer::Cause;
use anziping_core::signer::{Mandate, Role};
use anziping_core::value::timestamp::Timestamp;
use anziping_core::value::uscc::UnifiedCode;
use serde::Serialize;

use crate::{Case, Expected, case};
use anziping_fixtures::sample::{self, CODES, Person, check, day, sign, sign_value, time};

pub fn made_at() -> Timestamp {
    time("2026-11-20T09:00:00+08:00")
}

pub fn named() -> NamedEnterprise {
    NamedEnterprise { name: "上海示例机械有限公司".into(), uscc: UnifiedCode::parse(CODES[0]).unwrap() }
}

pub fn office() -> Person {
    Person { role: Role::Office, name: "示例街道安管办", ..Person::principal(5) }
}

pub fn signed<T: Serialize>(document: &T, people: &[&Person]) -> String {
    sign_value(typed::to_value(document).unwrap(), people)
}

pub fn rotation() -> (Rotation, Person, Person) {
    let (old, new) = (Person::principal(1), Person::principal(2));
    (Rotation::new(named(), false, made_at(), old.signer(), new.signer()), old, new)
}

pub fn registry() -> Registry {
    let principal = Person::principal(1);
    let registration = Registration::new(named(), false, None, made_at(), principal.signer());
    let mut registry = Registry::new("示例街道".into());
    registry
        .register(
            check(&signed(&registration, &[&principal])).offer(),
            &principal.digits(),
            day("2026-11-21"),
            "2026-017",
        )
        .unwrap();
    registry
}

/// A genuine report of a whole month.
pub fn report() -> String {
    let principal = Person::principal(1);
    sign(&sample::report(&[&principal]), &[&principal])
}

pub fn cases() -> Vec<Case> {
    let mut cases = documents();
    cases.extend(wrappings());
    cases
}

fn documents() -> Vec<Case> {
    let (principal, preparer, office) = (Person::principal(1), Person::preparer(2), office());
    let genuine = |name, text: String, doc_type| case(name, text, Expected::Accepted(doc_type));
    let registration = |mandate| Registration::new(named(), false, mandate, made_at(), principal.signer());
    let mandate = Mandate { principal: "王建国".into(), from: day("2026-11-01"), until: day("2026-12-31") };
    let revocation =
        |by: &Person| Revocation::new(named(), false, made_at(), preparer.key.key_id(), Cause::Lost, by.signer());
    let (change, old, new) = rotation();
    let answering = MonthlyReport {
        revision: 2,
        supersedes: Some(DocumentRef { sha256: sample::digits('1') }),
        answers_return: Some(DocumentRef { sha256: sample::digits('3') }),
        ..sample::report(&[&principal])
    };
    let two = sample::report(&[&preparer, &principal]);
    vec![
        genuine("report.json", report(), "wsr.report"),
        genuine("report-two-signers.json", sign(&two, &[&preparer, &principal]), "wsr.report"),
        genuine("report-preparer-has-not-signed.json", sign(&two, &[&principal]), "wsr.report"),
        genuine("report-signatures-in-another-order.json", sign(&two, &[&principal, &preparer]), "wsr.report"),
        genuine("registration.json", signed(&registration(None), &[&principal]), "wsr.registration"),
        genuine(
            "registration-of-a-deputy.json",
            signed(&registration(Some(mandate)), &[&principal]),
            "wsr.registration",
        ),
        genuine("rotation.json", signed(&change, &[&old, &new]), "wsr.rotation"),
        genuine("revocation-by-itself.json", signed(&revocation(&preparer), &[&preparer]), "wsr.revocation"),
        genuine("revocation-by-the-principal.json", signed(&revocation(&principal), &[&principal]), "wsr.revocation"),
        genuine("receipt.json", signed(&sample::receipt(&office), &[&office]), "wsr.receipt"),
        genuine("return.json", signed(&sample::returned(&office), &[&office]), "wsr.return"),
        genuine("month.json", signed(&sample::office_month(&office), &[&office]), "wsr.month"),
        genuine("report-answers-a-return.json", sign(&answering, &[&principal]), "wsr.report"),
        genuine(
            "registry.json",
            signed(&RegistryCopy::new(&registry(), made_at(), office.signer()), &[&office]),
            "wsr.registry",
        ),
    ]
}

/// The receipt, which is short, as editors, messengers and other programs leave it.
fn wrappings() -> Vec<Case> {
    let office = office();
    let text = signed(&sample::receipt(&office), &[&office]);
    let plain: serde_json::Value = serde_json::from_str(&text).unwrap();
    let on_one_line = canonical::write(&serde_json::from_str(&text).unwrap());
    let escaped: String =
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) }).collect();
    let four_spaces = text.replace("  ", "    ");
    let reversed = reversed(&plain);
    let genuine = |name, bytes: String| case(name, bytes, Expected::Accepted("wsr.receipt"));
    vec![
        genuine("wrapped-one-line.json", on_one_line),
        genuine("wrapped-bom.json", format!("\u{feff}{text}")),
        genuine("wrapped-crlf.json", text.replace('\n', "\r\n")),
        genuine("wrapped-old-mac-line-ends.json", text.replace('\n', "\r")),
        genuine("wrapped-tabs.json", text.replace("  ", "\t")),
        genuine("wrapped-four-spaces.json", four_spaces),
        genuine("wrapped-no-final-newline.json", text.trim_end().to_owned()),
        genuine("wrapped-blank-lines-around.txt", format!("\n\n  {text}\n \n")),
        genuine("wrapped-escaped (1).txt", escaped),
        genuine("wrapped-slashes-escaped.json", text.replace('/', "\\/")),
        genuine("wrapped-members-reversed.json", reversed),
        genuine("wrapped-jq.json", format!("{plain:#}\n")),
        genuine("wrapped-bom-crlf-no-newline.txt", format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"))),
    ]
}

fn reversed(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .rev()
                .map(|(name, member)| format!("{} : {}", serde_json::json!(name), reversed(member)))
                .collect();
            format!("{{ {} }}", members.join(" , "))
        }
        serde_json::Value::Array(elements) => {
            format!("[ {} ]", elements.iter().map(reversed).collect::<Vec<_>>().join(" , "))
        }
        plain => plain.to_string(),
    }
}
