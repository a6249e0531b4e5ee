//! The bound of each text of a signed document, compared with the published schemas.
//!
//! A text above the limit of the signed form (16 KiB a string) cannot be signed, and nobody could tell where it stands.

use std::collections::BTreeSet;

use anziping_seal::limits::STRING_BYTES;
use serde_json::Value;

use super::documents_by_schema;
use crate::document::returned::ReturnRemark;
use crate::hazard::{HAZARD_TEXT_MAX, Hazard, is_reason_too_long};
use crate::month::answer::{Answer, AnswerFault, NOTE_MAX, Status};
use crate::month::figures::{MONTH_TEXT_MAX, MonthFacts, MonthFault, MonthField};
use crate::value::day::Day;
use crate::value::line::{LINE_MAX, line_fault};
use crate::value::period::Span;

/// The bounds of texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Bound {
    /// People type it into a field of one line.
    Line,
    /// People type it into a field of a hazard; `hazard::field` holds each of them to its bound.
    Hazard,
    /// People type it as the reason of a step.
    Reason,
    /// People type it beside an answer.
    Note,
    /// People type it as a text of the month.
    Month,
    /// The office types it into a remark of a return.
    Remark,
    /// An id or a text of the check list, which is looked at when it is taken in.
    CheckList,
    /// The program writes it, or it is a point in time.
    Program,
}
use Bound::{CheckList, Hazard as OfHazard, Line, Month, Note, Program, Reason, Remark};

/// How many characters may be typed, and whether a text is refused at its field.
type Typed = (usize, fn(&str) -> bool);

impl Bound {
    /// The limit and the check of a text that people type; `None` for one that they do not.
    fn typed(self) -> Option<Typed> {
        let typed: Typed = match self {
            Self::Line => (LINE_MAX, |text| line_fault(text).is_some()),
            Self::Hazard => {
                (HAZARD_TEXT_MAX, |text| !Hazard { description: text.into(), ..Hazard::default() }.faults().is_empty())
            }
            Self::Reason => (HAZARD_TEXT_MAX, is_reason_too_long),
            Self::Note => (NOTE_MAX, |text| {
                let answer = Answer { note: text.into(), ..Answer::default() };
                answer.status(anziping_catalog::Kind::Level) == Status::Faulty(AnswerFault::TextTooLong)
            }),
            Self::Month => (MONTH_TEXT_MAX, |text| {
                let mut month = MonthFacts::default();
                month.set_text(MonthField::OpenReasons, text.into());
                month.fault(MonthField::OpenReasons, Span { from: Day::epoch(), to: Day::epoch() })
                    == Some(MonthFault::TooLong)
            }),
            Self::Remark => (ReturnRemark::TEXT, |text| !ReturnRemark { place: None, text: text.into() }.is_sound()),
            Self::CheckList | Self::Program => return None,
        };
        Some(typed)
    }
}

/// Every text of every type of signed document that can be of any length by its schema.
const BOUNDS: &[(&str, Bound)] = &[
    ("App.name", Program),
    ("App.version", Program),
    ("MetTargets.area", CheckList),
    ("CatalogueRef.id", CheckList),
    ("CatalogueRef.version", CheckList),
    ("Correction.after", OfHazard),
    ("Correction.before", OfHazard),
    ("Correction.reason", Reason),
    ("Declared.vetoes", CheckList),
    ("DeclaredTarget.area", CheckList),
    ("FollowedHazard.criterion", OfHazard),
    ("FollowedHazard.description", OfHazard),
    ("FollowedHazard.id", Program),
    ("FollowedHazard.place", OfHazard),
    ("Hazard.acceptance", OfHazard),
    ("Hazard.accepted_by", OfHazard),
    ("Hazard.accident_type", OfHazard),
    ("Hazard.appraisal", OfHazard),
    ("Hazard.area", OfHazard),
    ("Hazard.criterion", OfHazard),
    ("Hazard.description", OfHazard),
    ("Hazard.finder", OfHazard),
    ("Hazard.funds", OfHazard),
    ("Hazard.id", Program),
    ("Hazard.interim", OfHazard),
    ("Hazard.item", OfHazard),
    ("Hazard.lead", CheckList),
    ("Hazard.measures", OfHazard),
    ("Hazard.owner", OfHazard),
    ("Hazard.place", OfHazard),
    ("Hazard.plan", OfHazard),
    ("Hazard.rectification", OfHazard),
    ("KeyStatus.reason", Line),
    ("Mandate.principal", Line),
    ("MonthRow.name", Line),
    ("MonthValue", Month),
    ("MonthlyReport.facts", CheckList),
    ("MonthlyReport.notice", Program),
    ("MonthlyReport.preparer", Line),
    ("MonthlyReport.sealed_at", Program),
    ("MonthlyReport.statement", Program),
    ("NamedEnterprise.name", Line),
    ("OfficeMonth.made_at", Program),
    ("OfficeMonth.office", Line),
    ("Receipt.issued_at", Program),
    ("Receipt.office", Line),
    ("Receipt.remarks", Line),
    ("Registered.name", Line),
    ("RegisteredKey.form_number", Line),
    ("RegisteredKey.name", Line),
    ("Registration.made_at", Program),
    ("Rejection.reason", Reason),
    ("Rejection.rectification", OfHazard),
    ("Reopening.reason", Reason),
    ("ReportSigner.name", Line),
    ("ReportSigner.title", Line),
    ("ReportedAnswer.id", CheckList),
    ("ReportedAnswer.note", Note),
    ("ReportedAnswer.reason", Note),
    ("ReportedArea.id", CheckList),
    ("ReportedCriterion.id", CheckList),
    ("ReportedEnterprise.address", Line),
    ("ReportedEnterprise.industry", CheckList),
    ("ReportedEnterprise.insurance", Line),
    ("ReportedEnterprise.level", Line),
    ("ReportedEnterprise.name", Line),
    ("ReportedEnterprise.office", Line),
    ("ReportedEnterprise.principal", Line),
    ("ReportedEnterprise.village", Line),
    ("ReportedLead.citation", CheckList),
    ("ReportedLead.criterion", CheckList),
    ("ReportedLead.hazard", Program),
    ("Return.issued_at", Program),
    ("Return.office", Line),
    ("ReturnRemark.place", CheckList),
    ("ReturnRemark.text", Remark),
    ("Revocation.made_at", Program),
    ("Rotation.made_at", Program),
    ("RowReport.help_needed", Month),
    ("SharedRegistry.made_at", Program),
    ("SharedRegistry.office", Line),
];

/// Adds the texts below `schema` that may be of any length; `name` is that of the member it describes.
fn free_texts(kind: &str, name: &str, schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            let types = members.get("type").map(|types| match types {
                Value::Array(several) => several.clone(),
                one => vec![one.clone()],
            });
            let is_text = types.is_some_and(|types| types.contains(&"string".into()));
            if is_text && !["pattern", "const", "enum"].iter().any(|form| members.contains_key(*form)) {
                found.insert(name.to_owned());
            }
            for (key, below) in members.iter().filter(|(key, _)| *key != "$defs") {
                if let ("properties", Value::Object(properties)) = (key.as_str(), below) {
                    for (member, schema) in properties {
                        free_texts(kind, &format!("{kind}.{member}"), schema, found);
                    }
                } else {
                    free_texts(kind, name, below, found);
                }
            }
        }
        Value::Array(several) => several.iter().for_each(|one| free_texts(kind, name, one, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_text_of_a_signed_document_has_a_bound() {
    let mut found = BTreeSet::new();
    for (_, schema) in documents_by_schema() {
        let schema = crate::json::tree(&schema).unwrap();
        let title = schema["title"].as_str().unwrap();
        free_texts(title, title, &schema, &mut found);
        for (name, kind) in schema["$defs"].as_object().into_iter().flatten() {
            free_texts(name, name, kind, &mut found);
        }
    }
    let bounded: BTreeSet<String> = BOUNDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let without: Vec<&str> = found.difference(&bounded).map(String::as_str).collect();
    assert!(
        without.is_empty(),
        "how long can these get? Refuse a text that is too long at its field, and add a row here: {}",
        without.join(", ")
    );
    assert_eq!(bounded.difference(&found).collect::<Vec<_>>(), [""; 0], "rows of texts that are gone");
}

#[test]
fn what_is_typed_is_refused_long_before_it_cannot_be_signed() {
    for (name, bound) in BOUNDS {
        let Some((longest, is_refused)) = bound.typed() else { continue };
        assert!(!is_refused(&"𠮷".repeat(longest)), "{name}");
        assert!(is_refused(&"𠮷".repeat(longest + 1)), "{name}");
        assert!("𠮷".repeat(longest).len() < STRING_BYTES, "{name}");
    }
}
