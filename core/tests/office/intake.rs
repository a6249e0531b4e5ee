//! One file by itself.

use anziping_core::catalog::TargetCode;
use anziping_core::document::DocumentFault;
use anziping_core::document::receipt::Receipt;
use anziping_core::document::report::{DeclaredElement, DocumentRef, MonthlyReport, ReportedAnswer};
use anziping_core::edition::builtin;
use anziping_core::month::answer::{Answer, ConfirmedBy, Mark};
use anziping_core::month::figures::MonthField;
use anziping_core::office::difference::{Amount, FigureDifference, ReportedFigure};
use anziping_core::office::intake::Found;
use anziping_core::office::intake::{Checked, Rejection};
use anziping_core::score::total::{ScoreGrade, Tenths};
use anziping_core::seal::json::Value;
use anziping_core::seal::{Reason, canonical, typed};
use anziping_core::signer::Role;
use anziping_core::value::rate::Rate;
use base64ct::{Base64UrlUnpadded, Encoding};
use ed25519_dalek::{Signer, SigningKey};
use std::collections::BTreeMap;

use anziping_fixtures::sample::{
    self, Person, check, checked_report, foreign_catalogue, major_hazard, receipt, rejection, report, sign, sign_value,
    time,
};

/// The differences of a report that its own key signed after `change`.
fn after(change: impl FnOnce(&mut MonthlyReport)) -> Vec<FigureDifference> {
    let principal = Person::principal(1);
    let mut report = report(&[&principal]);
    change(&mut report);
    let checked = checked_report(&sign(&report, &[&principal]));
    assert!(checked.recomputed.is_some(), "the signature is genuine and the catalogue known");
    checked.differences
}

fn one(change: impl FnOnce(&mut MonthlyReport)) -> (ReportedFigure, Amount, Amount) {
    let mut differences = after(change);
    assert_eq!(differences.len(), 1, "{differences:?}");
    let FigureDifference { figure, declared, computed } = differences.remove(0);
    (figure, declared, computed)
}

#[test]
fn an_honest_report_has_no_differences() {
    assert_eq!(after(|_| {}), vec![]);
}

#[test]
fn each_tampered_figure_is_named_with_both_amounts() {
    let honest = report(&[]).declared;
    let total = honest.total.unwrap();
    assert!(total < Tenths(1000), "the sample is not perfect");

    assert_eq!(
        one(|r| r.declared.total = Some(Tenths(1000))),
        (ReportedFigure::Total, Amount::Score(Tenths(1000)), Amount::Score(total))
    );
    assert_eq!(one(|r| r.declared.total = None), (ReportedFigure::Total, Amount::None, Amount::Score(total)));
    let grade = honest.grade.unwrap();
    assert_eq!(
        one(|r| r.declared.grade = Some(ScoreGrade::Fail)),
        (ReportedFigure::Grade, Amount::Grade(ScoreGrade::Fail), Amount::Grade(grade))
    );
    assert_eq!(one(|r| r.declared.capped = true), (ReportedFigure::Capped, Amount::Flag(true), Amount::Flag(false)));
    let first = honest.elements[0];
    assert_eq!(
        one(|r| r.declared.elements[0].score = Tenths(1)),
        (ReportedFigure::Element(first.number), Amount::Score(Tenths(1)), Amount::Score(first.score))
    );
    assert_eq!(
        one(|r| r.declared.elements.retain(|element| element.number != first.number)),
        (ReportedFigure::Element(first.number), Amount::None, Amount::Score(first.score))
    );
    assert_eq!(
        one(|r| r.declared.elements.push(DeclaredElement { number: first.number, score: Tenths(2) })),
        (ReportedFigure::Element(first.number), Amount::Score(Tenths(2)), Amount::Score(first.score)),
        "a second score for an element does not hide behind the first"
    );
    assert_eq!(
        one(|r| r.declared.vetoes.push("Z01".into())),
        (ReportedFigure::Veto("Z01".into()), Amount::Flag(true), Amount::Flag(false))
    );
    let p4 = || ReportedFigure::TargetMet { area: "hot-work".into(), code: TargetCode::P4 };
    assert_eq!(one(|r| r.declared.targets[3].met = true), (p4(), Amount::Flag(true), Amount::Flag(false)));
    assert_eq!(one(|r| drop(r.declared.targets.remove(3))), (p4(), Amount::None, Amount::Flag(false)));
    assert_eq!(
        one(|r| r.declared.targets[0].rate = Some(Rate { done: 9, total: 9 })),
        (
            ReportedFigure::TargetRate { area: "hot-work".into(), code: TargetCode::P1 },
            Amount::Rate(Rate { done: 9, total: 9 }),
            Amount::Rate(Rate { done: 4, total: 4 })
        )
    );
    for (change, figure, computed) in [
        (set_asked as fn(&mut MonthlyReport), ReportedFigure::Asked, honest.asked),
        (|r| r.declared.confirmed = 999, ReportedFigure::Confirmed, honest.confirmed),
        (|r| r.declared.carried = 999, ReportedFigure::Carried, 0),
        (|r| r.declared.unsure = 999, ReportedFigure::Unsure, 0),
        (|r| r.declared.not_applicable = 999, ReportedFigure::NotApplicable, 0),
    ] {
        assert_eq!(one(change), (figure, Amount::Count(999), Amount::Count(computed)));
    }
}

fn set_asked(report: &mut MonthlyReport) {
    report.declared.asked = 999;
}

#[test]
fn each_count_of_the_ledger_is_compared() {
    let ledger = typed::to_value(&report(&[]).declared.ledger).unwrap();
    let names: Vec<String> = ledger.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), 13);
    for name in names {
        let Some(Value::Integer(computed)) = ledger.get(&name) else { unreachable!() };
        let computed = u32::try_from(*computed).unwrap();
        let found = one(|r| {
            let Value::Object(mut members) = typed::to_value(&r.declared.ledger).unwrap() else { unreachable!() };
            members.insert(name.clone(), Value::Integer(777));
            r.declared.ledger = typed::from_value(&Value::Object(members)).unwrap();
        });
        assert_eq!(found, (ReportedFigure::Ledger(name), Amount::Count(777), Amount::Count(computed)));
    }
}

#[test]
fn a_changed_answer_shows_in_the_figures_that_depend_on_it() {
    let differences = after(|r| {
        let met = r.items.iter_mut().find(|item| item.mark == Some(Mark::Yes)).unwrap();
        met.mark = Some(Mark::No);
    });
    assert!(differences.iter().any(|d| matches!(d.figure, ReportedFigure::Element(_))), "{differences:?}");
    assert!(differences.iter().any(|d| d.figure == ReportedFigure::Total), "{differences:?}");
}

#[test]
fn a_major_hazard_that_was_left_out_of_the_figures_is_found() {
    let differences = after(|r| r.hazards.push(major_hazard("2026-11")));
    let names: Vec<&ReportedFigure> = differences.iter().map(|d| &d.figure).collect();
    assert!(names.contains(&&ReportedFigure::Capped), "{names:?}");
    assert!(names.contains(&&ReportedFigure::Ledger("open_major".into())), "{names:?}");
    assert!(names.contains(&&ReportedFigure::Grade), "{names:?}");
}

#[test]
fn answers_that_do_not_belong_and_answers_that_are_missing_are_both_named() {
    let foreign = ReportedAnswer { id: "Z99".into(), ..report(&[]).items[0].clone() };
    assert_eq!(
        one(|r| r.items.push(foreign)),
        (ReportedFigure::Item("Z99".into()), Amount::Flag(true), Amount::Flag(false))
    );

    let removed = report(&[]).items[0].id.clone();
    let differences = after(|r| drop(r.items.remove(0)));
    let missing = FigureDifference {
        figure: ReportedFigure::Item(removed),
        declared: Amount::Flag(false),
        computed: Amount::Flag(true),
    };
    assert_eq!(differences[0], missing);

    let differences = after(|r| r.facts.retain(|fact| fact != "lifting"));
    let area = FigureDifference {
        figure: ReportedFigure::Area("lifting".into()),
        declared: Amount::Flag(true),
        computed: Amount::Flag(false),
    };
    assert!(differences.contains(&area), "{differences:?}");
    let point = ReportedFigure::Point("lifting.P1.1".into());
    assert!(differences.iter().any(|d| d.figure == point), "{differences:?}");
}

#[test]
fn a_report_against_another_catalogue_is_genuine_and_not_computed_again() {
    let principal = Person::principal(1);
    let report = MonthlyReport { catalogue: foreign_catalogue(), ..report(&[&principal]) };
    let checked = checked_report(&sign(&report, &[&principal]));
    assert!(checked.unknown_catalogue());
    assert_eq!((checked.recomputed, checked.differences), (None, vec![]));
}

#[test]
fn the_backup_of_a_key_is_called_what_it_is() {
    let backup = include_str!("../../seal/src/container/by_openssl.pem");
    let of = |text: &str| rejection(text);
    for text in [backup.to_owned(), format!("\u{feff}{backup}"), format!("\r\n {backup}")] {
        assert_eq!(of(&text), Rejection::KeyBackup);
    }
    // An open key is another matter: its leak has a reason of its own, and so has a text that only mentions one.
    for text in [backup.replace("ENCRYPTED ", ""), format!("见 {backup}")] {
        assert!(matches!(of(&text), Rejection::Refused(_)), "{text}");
    }
}

#[test]
fn an_edited_file_is_refused_with_reason_and_place() {
    let principal = Person::principal(1);
    let text = sign(&report(&[&principal]), &[&principal]);
    let refused = |text: &str| match rejection(text) {
        Rejection::Refused(refusal) => (refusal.reason, refusal.place),
        other => panic!("{other:?}"),
    };
    let (reason, place) = refused(&text.replacen("示例路 1 号", "示例路 2 号", 1));
    assert_eq!((reason, place.pointer.as_str()), (Reason::SignatureWrong, "/signatures/0/signature"));

    let (reason, place) =
        refused(&text[..text.len() / 2 - (0..4).find(|n| text.is_char_boundary(text.len() / 2 - n)).unwrap()]);
    assert_eq!(reason, Reason::CutShort);
    assert!(place.line.is_some(), "the line in which the file ends");

    assert_eq!(refused("").0, Reason::EmptyFile);
    assert_eq!(refused("{}").0, Reason::NotAnEnvelope);
    let (reason, place) = refused(&text.replacen("\"demo\": false", "\"demo\": false, \"demo\": true", 1));
    assert_eq!((reason, place.pointer.as_str()), (Reason::DuplicateMember, "/document/demo"));
}

#[test]
fn a_rejected_file_still_has_its_size_and_hash() {
    let checked = check("{}");
    assert_eq!(checked.size, 2);
    // printf '{}' | sha256sum
    let empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert_eq!(checked.file_sha256.unwrap().to_string(), empty);
}

#[test]
fn a_genuine_signature_under_contradictory_content_is_rejected_for_the_content() {
    let principal = Person::principal(1);
    let fault = |change: fn(&mut MonthlyReport)| {
        let mut report = report(&[&principal]);
        change(&mut report);
        match rejection(&sign(&report, &[&principal])) {
            Rejection::Content { fault, signers, .. } => {
                assert_eq!(signers[0].name, principal.name, "who signed it is known");
                fault
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(fault(|r| r.revision = 2), DocumentFault::Revision);
    assert_eq!(fault(|r| r.supersedes = Some(DocumentRef { sha256: sample::digits('0') })), DocumentFault::Revision);
    assert_eq!(fault(|r| r.from = r.to), DocumentFault::Days);
    assert_eq!(fault(|r| r.sealed_at = time("2026-11-30T17:03:00.5+08:00")), DocumentFault::SealedAt, "a fraction");
    assert_eq!(
        fault(|r| r.items.push(r.items[0].clone())),
        DocumentFault::Twice { id: report(&[]).items[0].id.clone() }
    );
    assert_eq!(
        fault(|r| r.areas[0].rates[1].id = r.areas[0].rates[0].id.clone()),
        DocumentFault::Twice { id: "hot-work.P1".into() },
        "two counts for one cell"
    );
    assert_eq!(
        fault(|r| r.schema = "https://example.invalid/2.json".into()),
        DocumentFault::Shape { detail: "schema".into() }
    );
}

/// The sample report as a plain JSON value, changed and signed.
fn signed_value(change: impl FnOnce(&mut std::collections::BTreeMap<String, Value>)) -> String {
    let principal = Person::principal(1);
    let Value::Object(mut members) = typed::to_value(&report(&[&principal])).unwrap() else { unreachable!() };
    change(&mut members);
    sign_value(Value::Object(members), &[&principal])
}

#[test]
fn a_wrong_check_character_rejects_the_report() {
    let text = signed_value(|members| {
        let Some(Value::Object(enterprise)) = members.get_mut("enterprise") else { unreachable!() };
        enterprise.insert("uscc".into(), Value::String("91310000MA1FL00001".into()));
    });
    let Rejection::Content { fault: DocumentFault::Shape { detail }, .. } = rejection(&text) else {
        panic!("accepted")
    };
    assert!(detail.contains("check character"), "{detail}");
}

#[test]
fn members_of_a_later_minor_version_are_kept_and_reported() {
    let text = signed_value(|members| {
        members.insert("version".into(), Value::String("1.7".into()));
        members.insert("weather".into(), Value::String("rain".into()));
        members.insert("notice".into(), Value::Null);
        let Some(Value::Object(month)) = members.get_mut("month") else { unreachable!() };
        month.insert("robots".into(), Value::Integer(3));
        let Some(Value::Array(items)) = members.get_mut("items") else { unreachable!() };
        let Value::Object(first) = &mut items[0] else { unreachable!() };
        first.insert("photo".into(), Value::String("a.jpg".into()));
        first.insert("note".into(), Value::String(String::new()));
    });
    let checked = checked_report(&text);
    assert_eq!(checked.unknown_members, ["/month/robots", "/items/0/photo", "/weather"]);
    assert_eq!(checked.differences, vec![]);
}

/// A document of a later major version, signed as a later program would: ours refuses to write one.
fn by_a_later_program() -> String {
    let principal = Person::principal(1);
    let mut document = serde_json::to_value(report(&[&principal])).unwrap();
    document["version"] = "2.0".into();
    let encode = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
    let kid = principal.key.key_id();
    let protected = encode(&format!(r#"{{"alg":"Ed25519","kid":"{kid}","typ":"vnd.wsr.report+json"}}"#));
    let canonical = canonical::write(&typed::to_value(&document).unwrap());
    let signature = SigningKey::from_bytes(&[1; 32]).sign(format!("{protected}.{}", encode(&canonical)).as_bytes());
    let signature = Base64UrlUnpadded::encode_string(&signature.to_bytes());
    serde_json::json!({ "document": document, "signatures": [{ "protected": protected, "signature": signature }] })
        .to_string()
}

#[test]
fn a_later_major_version_asks_for_a_newer_program() {
    match rejection(&by_a_later_program()) {
        Rejection::NewerProgram { version, signers, .. } => {
            assert_eq!((version, signers[0].name.as_str()), ((2, 0), "王建国"))
        }
        other => panic!("{other:?}"),
    }
    let Rejection::Refused(refusal) = rejection(&by_a_later_program().replace("王建国", "赵代签")) else {
        panic!("the signature is not checked")
    };
    assert_eq!(refusal.reason, Reason::SignatureWrong);
}

#[test]
fn two_signers_are_both_listed_and_a_preparer_who_has_not_signed_is_not() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    let report = report(&[&principal, &preparer]);
    let names = |text: &str| checked_report(text).signers.iter().map(|signer| signer.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&sign(&report, &[&preparer, &principal])), ["王建国", "李安全"]);
    assert_eq!(names(&sign(&report, &[&principal])), ["王建国"]);
}

#[test]
fn a_principal_of_another_name_is_noticed() {
    let other = Person { name: "赵代签", ..Person::principal(1) };
    assert!(checked_report(&sign(&report(&[&other]), &[&other])).principal_differs());
    let principal = Person::principal(1);
    assert!(!checked_report(&sign(&report(&[&principal]), &[&principal])).principal_differs());
}

#[test]
fn a_document_of_another_type_is_read_as_what_it_is_or_not_at_all() {
    let office = Person { role: Role::Office, ..Person::principal(5) };
    let receipt = receipt(&office);
    match check(&sign_value(typed::to_value(&receipt).unwrap(), &[&office])).found {
        Found::Receipt(found) => assert_eq!(found.document, receipt),
        other => panic!("{other:?}"),
    }
    let unsound = |receipt: Receipt| match rejection(&sign_value(typed::to_value(&receipt).unwrap(), &[&office])) {
        Rejection::Content { fault, .. } => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(unsound(Receipt { revision: 0, ..receipt.clone() }), DocumentFault::Revision);
    assert!(matches!(unsound(Receipt { schema: "x".into(), ..receipt }), DocumentFault::Shape { .. }));
}

#[test]
fn a_text_that_is_no_time_or_no_hash_is_named_as_that() {
    let with = |name: &str, text: &str| {
        let text = signed_value(|members| drop(members.insert(name.into(), Value::String(text.into()))));
        match rejection(&text) {
            Rejection::Content { fault, .. } => fault,
            other => panic!("{other:?}"),
        }
    };
    for time in ["2026-11-30T25:00:00Z", "2026-11-30T17:03:00", "2026-11-30", "yesterday", ""] {
        assert_eq!(with("sealed_at", time), DocumentFault::SealedAt, "{time}");
    }
    let capitals = signed_value(|members| {
        let Some(Value::Object(catalogue)) = members.get_mut("catalogue") else { unreachable!() };
        catalogue.insert("sha256".into(), Value::String("AB".repeat(32)));
    });
    assert!(matches!(rejection(&capitals), Rejection::Content { fault: DocumentFault::Hash, .. }));
    let of_month = BTreeMap::from([
        ("period".to_owned(), Value::String("2026-10".into())),
        ("sha256".to_owned(), Value::String("ABC".into())),
    ]);
    let previous = signed_value(|members| drop(members.insert("prev".into(), Value::Object(of_month))));
    assert!(matches!(rejection(&previous), Rejection::Content { fault: DocumentFault::Hash, .. }));
    assert!(matches!(with("period", "2026-13"), DocumentFault::Shape { .. }));
    let photographed = |sha256: &str| {
        signed_value(|members| {
            let Some(Value::Array(hazards)) = members.get_mut("hazards") else { unreachable!() };
            let Some(Value::Object(hazard)) = hazards.first_mut() else { unreachable!() };
            let photo = [("sha256", sha256), ("of", "before"), ("on", "2026-11-02")]
                .map(|(name, text)| (name.to_owned(), Value::String(text.into())));
            let mut photo = BTreeMap::from(photo);
            photo.insert("bytes".into(), Value::Integer(9));
            hazard.insert("photos".into(), Value::Array(vec![Value::Object(photo)]));
        })
    };
    assert!(matches!(check(&photographed(&"ab".repeat(32))).found, Found::Report(_)), "64 digits are a hash");
    let no_hash = photographed("ab");
    assert!(matches!(rejection(&no_hash), Rejection::Content { fault: DocumentFault::Hash, .. }));
}

#[test]
fn a_checked_file_survives_the_way_from_the_worker() {
    let principal = Person::principal(1);
    for text in [sign(&sample::report(&[&principal]), &[&principal]), "{".into()] {
        let checked = check(&text);
        assert_eq!(serde_json::from_str::<Checked>(&serde_json::to_string(&checked).unwrap()).unwrap(), checked);
    }
}

#[test]
#[ignore = "a measurement"]
fn measure_two_ways_to_read() {
    let principal = Person::principal(1);
    let text = anziping_core::json::write(&check(&sign(&report(&[&principal]), &[&principal]))).unwrap();
    for _ in 0..2 {
        let begin = std::time::Instant::now();
        for _ in 0..300 {
            drop(anziping_core::json::read::<Checked>(&text).unwrap());
        }
        let a = begin.elapsed();
        let begin = std::time::Instant::now();
        for _ in 0..300 {
            drop(anziping_core::json::read_directly::<Checked>(&text).unwrap());
        }
        println!("{} bytes: by value {a:?}, directly {:?}", text.len(), begin.elapsed());
    }
}

#[test]
fn the_office_is_told_of_the_contradictions_and_how_answers_came_about() {
    let (enterprise, principal) = (sample::enterprise(), Person::principal(7));
    let mut draft = sample::draft(&enterprise, "2026-11");
    draft.month.set_text(MonthField::Deaths, "1".into());
    draft.month.set_text(MonthField::Accidents, "0".into());
    let by = |by| move |answer: &mut Answer| answer.by = Some(by);
    draft.answers.get_mut("Z01").map(by(ConfirmedBy::Section)).unwrap();
    draft.answers.get_mut("Z06").map(by(ConfirmedBy::Register)).unwrap();
    let profile = enterprise.profile(builtin::catalogue().unwrap());
    let mut criteria = builtin::catalogue().unwrap().criteria().filter(|listed| listed.applies(&profile));
    let asked = &criteria.find(|listed| !listed.criterion.same).unwrap().criterion.id;
    draft.screening.get_mut(asked).unwrap().by = Some(ConfirmedBy::Section);
    let report = sample::report_on(&sample::edition(), &enterprise, &draft, &[&principal]);
    let found = checked_report(&sign(&report, &[&principal]));
    let told: Vec<_> = found.contradictions.iter().map(|told| (told.one.as_str(), told.other.as_str())).collect();
    assert!(told.contains(&("month.accidents", "month.deaths")), "{told:?}");
    let ways = found.confirmations;
    assert_eq!((ways.section, ways.register), (2, 1), "a criterion as well");
    let answers = report.items.iter().chain(report.areas.iter().flat_map(|area| area.points.iter().chain(&area.rates)));
    let all = ways.single + ways.section + ways.register + ways.follows + ways.carried;
    let criteria = report.screening.iter().flat_map(|screening| &screening.criteria);
    assert_eq!(all as usize, answers.count() + criteria.count());
}
