//! The signed document: what is in it, what is not, and that the desk computes the same from it.

use std::collections::BTreeSet;

use anziping_core::catalog::{FactGroup, TargetCode};
use anziping_core::document::DocumentFault;
use anziping_core::document::SignedDocument;
use anziping_core::document::report::{Declared, MonthlyReport, NotReportable, Signing};
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::month::answer::{Answer, ConfirmedBy, Mark, Reading, Status};
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::screening::Finding;
use anziping_core::seal::keys::SecretKey;
use anziping_core::seal::{Sha256, canonical, typed};
use anziping_core::signer::{Role, Signer};
use anziping_core::value::timestamp::Timestamp;
use proptest::prelude::*;

use crate::small::{builtin, day, demo_month, november};

fn signing() -> Signing {
    let key = SecretKey::from_bytes([1; 32]).public();
    let signer = Signer::of_key(Role::Principal, "演示负责人".into(), "厂长".into(), &key);
    Signing {
        sealed_at: Timestamp::parse("2026-11-30T17:00:00+08:00").unwrap(),
        statement: "本月自查自改情况属实。".into(),
        app_version: "0.1.0".into(),
        signers: vec![signer],
    }
}

pub(crate) fn report_of(enterprise: &Enterprise, draft: &MonthDraft) -> MonthlyReport {
    MonthlyReport::of_draft(builtin(), enterprise, draft, signing()).unwrap()
}

fn demo_report() -> MonthlyReport {
    let (enterprise, draft) = demo_month();
    report_of(&enterprise, &draft)
}

/// Computes the figures as the desk does, after the way through JSON.
fn recomputed(report: &MonthlyReport) -> Declared {
    let text = canonical::write(&typed::to_value(report).unwrap());
    let received: MonthlyReport = serde_json::from_str(&text).unwrap();
    assert_eq!(&received, report);
    let parts = received.parts();
    Declared::of(&parts.assessment(builtin()))
}

#[test]
fn the_desk_computes_what_the_enterprise_declared() {
    let report = demo_report();
    assert_eq!(recomputed(&report), report.declared);
    assert_eq!(report.check(), Ok(()));
    assert!(report.demo && report.declared.capped);
    assert_eq!(report.declared.asked, report.items.len() as u32);
}

#[test]
fn a_report_fits_the_profile_and_a_mail() {
    let text = canonical::write(&typed::to_value(&demo_report()).unwrap());
    println!("canonical demo report: {} bytes", text.len());
    assert!((8_000..32_000).contains(&text.len()), "{} bytes", text.len());
}

#[test]
fn telephones_and_names_of_others_stay_at_home() {
    let (mut enterprise, mut draft) = demo_month();
    enterprise.principal_phone = "13000000001".into();
    enterprise.officer_phone = "13000000002".into();
    draft.preparer = "填报人乙".into();
    for hazard in &mut draft.hazards {
        hazard.finder = "发现人丙".into();
        hazard.cause = "采购员戊没有买".into();
        hazard.analysis = "会伤到操作工己".into();
    }
    draft.hazards[0].accepted_by = "验收人丁".into();
    draft.hazards[6].accepted_by = "填报人乙".into();
    let text = canonical::write(&typed::to_value(&report_of(&enterprise, &draft)).unwrap());
    for private in ["13000000001", "13000000002", "发现人丙", "验收人丁", "演示安全员", "采购员戊", "操作工己"]
    {
        assert!(!text.contains(private), "{private}");
    }
    for shown in ["填报人乙", "演示负责人", "设备主管"] {
        assert!(text.contains(shown), "{shown}");
    }
}

#[test]
fn without_a_code_or_workers_there_is_no_report() {
    let (enterprise, draft) = demo_month();
    for broken in [
        Enterprise { uscc: "91320000DEM0000367".into(), ..enterprise.clone() },
        Enterprise { workers: "0".into(), ..enterprise },
    ] {
        let refused = MonthlyReport::of_draft(builtin(), &broken, &draft, signing());
        assert_eq!(refused.err(), Some(NotReportable::Enterprise));
    }
}

#[test]
fn answers_that_are_not_asked_are_not_reported() {
    let (enterprise, mut draft) = demo_month();
    draft.answers.insert("X29".into(), Answer { mark: Some(Mark::Yes), ..Answer::default() });
    let report = report_of(&enterprise, &draft);
    assert!(!report.items.iter().any(|item| item.id == "X29"));
    assert!(report.facts.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
    assert!(
        !report.facts.iter().any(|fact| fact == "machinery" || fact == "major_hazard"),
        "industry and derived facts follow from the rest"
    );
}

#[test]
fn a_faulty_answer_is_reported_as_none() {
    let (enterprise, mut draft) = demo_month();
    let too_long = Answer { mark: Some(Mark::Unsure), note: "长".repeat(501), ..Answer::default() };
    draft.answers.insert("Z01".into(), too_long);
    let report = report_of(&enterprise, &draft);
    assert_eq!((report.items[0].id.as_str(), report.items[0].mark), ("Z01", None));
}

#[test]
fn revision_predecessor_and_superseded_document_go_into_the_report() {
    let (enterprise, draft) = demo_month();
    let next = draft.following(builtin(), draft.catalogue.clone(), &enterprise, Some(hash("ab")));
    let report = report_of(&enterprise, &next);
    assert_eq!(report.prev.map(|previous| previous.sha256), Some(hash("ab")));
    assert_eq!((report.prev_reason, report.revision, report.supersedes), (None, 1, None));
    let correction = report_of(&enterprise, &draft.correction(hash("cd"), "改数".into(), None));
    assert_eq!(
        (correction.revision, correction.supersedes.clone().map(|document| document.sha256)),
        (2, Some(hash("cd")))
    );
    assert_eq!(correction.check(), Ok(()));
}

#[test]
fn a_correction_names_the_return_it_answers_and_the_next_one_does_not() {
    let (enterprise, draft) = demo_month();
    let first = draft.correction(hash("cd"), "按退回更正".into(), Some(hash("ef")));
    let report = report_of(&enterprise, &first);
    assert_eq!(report.answers_return.as_ref().map(|named| named.sha256), Some(hash("ef")));
    assert_eq!(report.check(), Ok(()));
    assert_eq!(report_of(&enterprise, &first.correction(hash("01"), "改数".into(), None)).answers_return, None);
    let next = first.following(builtin(), first.catalogue.clone(), &enterprise, Some(hash("ab")));
    assert_eq!(report_of(&enterprise, &next).answers_return, None);
}

#[test]
fn a_report_without_a_return_is_written_as_before() {
    let text = serde_json::to_string(&demo_report()).unwrap();
    assert!(!text.contains("answers_return"));
}

fn hash(byte: &str) -> Sha256 {
    byte.repeat(32).parse().unwrap()
}

fn fault(change: impl FnOnce(&mut MonthlyReport)) -> Option<DocumentFault> {
    let mut report = demo_report();
    change(&mut report);
    report.check().err()
}

#[test]
fn days_must_enclose_the_month() {
    assert_eq!(fault(|report| report.to = day("2026-11-29")), None, "28 days before it is a cut-off period's length");
    for (from, to) in [
        ("2026-11-01", "2026-12-01"),
        ("2026-11-05", "2026-11-30"),
        ("2026-10-20", "2026-11-30"),
        ("2026-11-30", "2026-11-01"),
    ] {
        let wrong = fault(|report| (report.from, report.to) = (day(from), day(to)));
        assert_eq!(wrong, Some(DocumentFault::Days), "{from} to {to}");
    }
}

#[test]
fn revision_and_superseded_document_must_agree() {
    let supersedes = || Some(anziping_core::document::report::DocumentRef { sha256: hash("ab") });
    assert_eq!(fault(|report| report.revision = 0), Some(DocumentFault::Revision));
    assert_eq!(fault(|report| report.revision = 2), Some(DocumentFault::Revision));
    assert_eq!(fault(|report| report.supersedes = supersedes()), Some(DocumentFault::Revision));
    assert_eq!(fault(|report| (report.revision, report.supersedes) = (2, supersedes())), None);
}

#[test]
fn the_signing_time_has_whole_seconds() {
    for (text, expected) in [
        ("2026-11-30T17:00:00Z", None),
        ("2026-11-30T23:59:60+08:00", None),
        ("2026-11-30T17:00:00.0Z", Some(DocumentFault::SealedAt)),
    ] {
        assert_eq!(fault(|report| report.sealed_at = Timestamp::parse(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn nothing_may_stand_twice() {
    let twice = |id: &str| Some(DocumentFault::Twice { id: id.into() });
    assert_eq!(fault(|report| report.items.push(report.items[0].clone())), twice("Z01"));
    assert_eq!(fault(|report| report.hazards.push(report.hazards[0].clone())), twice("2026-10-01"));
    assert_eq!(fault(|report| report.areas.push(report.areas[0].clone())), twice("hot-work.P1.1"));
    assert_eq!(fault(|report| report.areas[0].points[3].id = "hot-work.P1.3".into()), twice("hot-work.P1.3"));
}

/// Something a person may have entered, sense or nonsense.
fn any_answer() -> impl Strategy<Value = Answer> {
    let count = || prop_oneof![3 => (0..40_u32).prop_map(|n| n.to_string()), 1 => Just(String::new()), 1 => Just("十".to_owned())];
    let mark = prop::option::of(prop::sample::select(Mark::ALL.to_vec()));
    let reason = prop_oneof![2 => Just("有原因".to_owned()), 1 => Just("  ".to_owned()), 1 => Just("长".repeat(501))];
    (mark, count(), count(), reason, any::<(bool, bool, bool)>()).prop_map(
        |(mark, done, total, reason, (carried, ask_again, dated))| Answer {
            mark,
            done,
            total,
            reason,
            carried,
            ask_again,
            confirmed_on: dated.then(|| day("2026-11-20")),
            ..Answer::default()
        },
    )
}

fn any_hazard() -> impl Strategy<Value = Hazard> {
    let areas: Vec<String> = builtin().areas.iter().map(|area| area.id.clone()).collect();
    let stage = prop::sample::select(Stage::ALL.to_vec());
    let on = || prop::option::of((0..90_i32).prop_map(|days| day("2026-10-01").plus(days)));
    (stage, any::<bool>(), prop::sample::select(areas), on(), on(), on(), any::<bool>()).prop_map(
        |(stage, major, area, found_on, deadline, closed_on, owned)| Hazard {
            stage,
            grade: Some(if major { Grade::Major } else { Grade::General }),
            area,
            found_on,
            deadline,
            closed_on,
            owner: if owned { "主任".into() } else { String::new() },
            measures: "处理".into(),
            finder: "工人".into(),
            ..Hazard::default()
        },
    )
}

fn any_month() -> impl Strategy<Value = (Enterprise, MonthDraft)> {
    let ids = |groups: &[FactGroup]| -> Vec<String> {
        builtin().facts.iter().filter(|fact| groups.contains(&fact.group)).map(|fact| fact.id.clone()).collect()
    };
    let industries = ids(&[FactGroup::Industry]);
    let facts = ids(&[FactGroup::Asked, FactGroup::Area, FactGroup::MineKind]);
    let of_month = ids(&[FactGroup::Month]);
    let questions: Vec<String> =
        builtin().items().map(|item| item.id.clone()).chain(builtin().points().map(|point| point.id.clone())).collect();
    let cells: Vec<String> = builtin()
        .areas
        .iter()
        .flat_map(|area| {
            [TargetCode::P1, TargetCode::P2, TargetCode::P3].map(|code| MonthDraft::rate_key(&area.id, code))
        })
        .collect();
    let answers = prop::collection::btree_map(prop::sample::select(questions), any_answer(), 0..250);
    let rates = prop::collection::btree_map(prop::sample::select(cells), any_answer(), 0..24);
    let some = |ids: Vec<String>| {
        prop::sample::subsequence(ids.clone(), 0..=ids.len()).prop_map(|ids| ids.into_iter().collect::<BTreeSet<_>>())
    };
    let enterprise = (prop::sample::select(industries), some(facts), 1..400_u32);
    (enterprise, some(of_month), answers, rates, prop::collection::vec(any_hazard(), 0..8), 0..28_u8).prop_map(
        |((industry, facts, workers), of_month, answers, rates, hazards, cut_off)| {
            let (mut enterprise, _) = demo_month();
            (enterprise.industry, enterprise.facts, enterprise.workers) = (industry, facts, workers.to_string());
            enterprise.rhythm.cut_off = cut_off;
            let mut draft = MonthDraft::new(november(), demo_month().1.catalogue);
            draft.month.facts = of_month;
            (draft.points, draft.answers) = answers.into_iter().partition(|(id, _)| id.contains('.'));
            draft.rates = rates;
            draft.hazards = hazards;
            for (number, hazard) in draft.hazards.iter_mut().enumerate() {
                hazard.id = format!("2026-11-{:02}", number + 1);
            }
            (enterprise, draft)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn from_any_month_the_desk_computes_what_was_declared((enterprise, draft) in any_month()) {
        let report = report_of(&enterprise, &draft);
        prop_assert_eq!(report.check(), Ok(()));
        prop_assert_eq!(recomputed(&report), report.declared);
    }

    #[test]
    fn any_month_comes_back_from_its_record((_, draft) in any_month()) {
        let text = anziping_core::record::body::write_body(&draft, &Default::default()).unwrap();
        let (read, rest) = anziping_core::record::body::read_body::<MonthDraft>(&text).unwrap();
        prop_assert_eq!(&read, &draft);
        prop_assert_eq!(anziping_core::record::body::write_body(&read, &rest).unwrap(), text);
    }
}

#[test]
fn a_report_carries_screening_counts_that_the_desk_recomputes() {
    let (enterprise, draft) = demo_month();
    let mut report = report_of(&enterprise, &draft);
    let screening = report.screening.clone().unwrap();
    assert_eq!(
        (screening.tally.applicable, screening.tally.checked, screening.tally.suspected, screening.tally.not_involved),
        (15, 15, 2, 1)
    );
    let leads: Vec<_> = screening.leads.iter().map(|lead| (lead.citation.as_str(), lead.hazard.as_str())).collect();
    assert_eq!(leads, [("10号令 第三条（一）", "2026-11-01"), ("10号令 第十一条（六）", "2026-10-04")]);

    // Somebody who signs that fewer criteria applied gains nothing by it.
    report.screening.as_mut().unwrap().tally.applicable = 3;
    report.screening.as_mut().unwrap().tally.checked = 3;
    let parts = report.parts();
    let assessment = parts.assessment(builtin());
    let s07 = assessment.status(builtin().item("S07").unwrap());
    assert_eq!(s07, Status::Answered(Reading::Ratio { done: 3, total: 15 }));
}

#[test]
fn a_report_of_a_program_without_screening_keeps_the_counts_that_were_typed() {
    let (enterprise, draft) = demo_month();
    let mut document = serde_json::to_value(report_of(&enterprise, &draft)).unwrap();
    document.as_object_mut().unwrap().remove("screening");
    document["version"] = "1.0".into();
    let report: MonthlyReport = serde_json::from_value(document).unwrap();
    let parts = report.parts();
    let s07 = parts.assessment(builtin()).status(builtin().item("S07").unwrap());
    assert_eq!(s07, Status::Answered(Reading::Ratio { done: 15, total: 15 }));
}

#[test]
fn a_report_says_of_each_criterion_what_it_came_to_and_how_it_was_confirmed() {
    let (enterprise, mut draft) = demo_month();
    let by_item = |id: &str| builtin().criterion(id).is_some_and(|listed| listed.criterion.same);
    let asked: Vec<String> = draft.screening.keys().filter(|id| !by_item(id)).cloned().collect();
    draft.screening.get_mut(&asked[0]).unwrap().by = Some(ConfirmedBy::Section);
    draft.screening.get_mut(&asked[1]).unwrap().carried = true;
    drop(draft.screening.remove(&asked[2]));
    let report = report_of(&enterprise, &draft);
    let criteria = report.screening.unwrap().criteria;
    let said = |id: &String| criteria.iter().find(|criterion| criterion.id == *id);
    assert_eq!(said(&asked[0]).map(|criterion| criterion.confirmed_by), Some(Some(ConfirmedBy::Section)));
    assert_eq!(said(&asked[1]).map(|criterion| (criterion.carried, criterion.confirmed_by)), Some((true, None)));
    assert_eq!(said(&asked[2]), None, "nobody has looked");
    assert!(criteria.iter().all(|criterion| !by_item(&criterion.id)), "what an item answers follows from it");
    let found = |finding| criteria.iter().filter(|criterion| criterion.finding == finding).count();
    assert_eq!((found(Finding::Suspected), found(Finding::NotInvolved)), (1, 1));
}
