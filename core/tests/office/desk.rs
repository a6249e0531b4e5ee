//! Each verdict with its cause.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::month::draft::NoPrevious;
use anziping_core::office::desk::{Accepted, Desk, Judged, Mismatch, Remark, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::registry::Registry;
use anziping_core::score::total::Tenths;
use anziping_core::seal::Sha256;
use anziping_core::seal::typed;
use anziping_core::signer::Role;
use anziping_core::value::uscc::UnifiedCode;

use crate::registry::registered;
use anziping_fixtures::sample::{
    self, CODES, Person, check, day, draft, enterprise, foreign_catalogue, period, previous, report, report_of, sign,
    sign_value,
};

fn judged(registry: &Registry, accepted: &[Accepted], inbox: &[Checked]) -> Vec<Judged> {
    Desk { registry, expected: None, accepted, today: sample::today(), due_day: 0 }.verdicts(inbox)
}

fn verdicts(registry: &Registry, inbox: &[Checked]) -> Vec<Verdict> {
    judged(registry, &[], inbox).into_iter().map(|judged| judged.verdict).collect()
}

fn file(report: &MonthlyReport, person: &Person) -> Checked {
    check(&sign(report, &[person]))
}

fn sha256(checked: &Checked) -> Sha256 {
    checked.report().unwrap().document_sha256
}

/// A correction of `earlier` by `person`.
fn correction(earlier: &Checked, person: &Person) -> MonthlyReport {
    MonthlyReport { revision: 2, supersedes: Some(DocumentRef { sha256: sha256(earlier) }), ..report(&[person]) }
}

/// The sample report with another text in it.
fn other_content(person: &Person) -> MonthlyReport {
    let mut other = report(&[person]);
    other.enterprise.address = "示例路 99 号".into();
    other
}

fn accept(checked: &Checked) -> Accepted {
    let report = &checked.report().unwrap().report;
    Accepted {
        uscc: report.enterprise.uscc.clone(),
        period: report.period,
        revision: report.revision,
        document_sha256: sha256(checked),
        received_on: None,
    }
}

/// A correction of `earlier` that was signed three days after the due day.
fn corrected_in_december(earlier: &Checked, person: &Person) -> Checked {
    let sealed_at = sample::time("2026-12-03T08:00:00+08:00");
    file(&MonthlyReport { sealed_at, ..correction(earlier, person) }, person)
}

fn is_late(judged: &Judged) -> bool {
    judged.remarks.iter().any(|remark| matches!(remark, Remark::Late { .. }))
}

#[test]
fn a_correction_of_a_report_signed_in_time_is_not_late() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let first = file(&report(&[&principal]), &principal);
    let second = corrected_in_december(&first, &principal);
    let received_on = |day: &str| [Accepted { received_on: Some(sample::day(day)), ..accept(&first) }];
    let alone = |accepted: &[Accepted]| judged(&registry, accepted, std::slice::from_ref(&second)).remove(0);
    assert!(!is_late(&judged(&registry, &[], &[first.clone(), second.clone()])[1]), "both are here");
    assert!(!is_late(&alone(&received_on("2026-11-30"))), "the first came on the due day");
    assert!(is_late(&alone(&received_on("2026-12-01"))), "the first came too late");
    assert!(is_late(&alone(&[accept(&first)])), "nobody knows when the first came");
    assert!(is_late(&alone(&[])), "there is no first one");
}

#[test]
fn neither_a_late_first_version_nor_a_strangers_excuses_a_correction() {
    let (principal, stranger) = (Person::principal(1), Person::principal(7));
    let late = MonthlyReport { sealed_at: sample::time("2026-12-02T08:00:00+08:00"), ..report(&[&principal]) };
    for first in [file(&late, &principal), file(&report(&[&stranger]), &stranger)] {
        let second = corrected_in_december(&first, &principal);
        assert!(is_late(&judged(&registered(&principal), &[], &[first, second])[1]));
    }
}

fn nobody() -> Registry {
    Registry::new(String::new())
}

#[test]
fn a_report_under_a_registered_key_is_trusted_and_nothing_is_remarked() {
    let principal = Person::principal(1);
    let judged = judged(&registered(&principal), &[], &[file(&report(&[&principal]), &principal)]);
    assert_eq!(judged, [Judged { verdict: Verdict::Trusted, remarks: vec![] }]);
}

#[test]
fn the_first_use_of_a_key_is_never_trusted() {
    let principal = Person::principal(1);
    let mut registry = nobody();
    registry.enrol(&UnifiedCode::parse(CODES[0]).unwrap(), &enterprise().name);
    assert_eq!(verdicts(&registry, &[file(&report(&[&principal]), &principal)]), [Verdict::Unregistered]);
}

#[test]
fn another_key_role_holder_or_enterprise_than_registered_is_a_mismatch() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let mismatch =
        |report: &MonthlyReport, person: &Person| match verdicts(&registry, &[file(report, person)]).remove(0) {
            Verdict::Mismatched { what } => what,
            other => panic!("{other:?}"),
        };
    let stranger = Person::principal(7);
    assert_eq!(mismatch(&report(&[&stranger]), &stranger), Mismatch::AnotherKey);

    let renamed = Person { name: "赵代签", ..Person::principal(1) };
    assert_eq!(mismatch(&report(&[&renamed]), &renamed), Mismatch::Holder { registered: "王建国".into() });

    let mut elsewhere = report(&[&principal]);
    elsewhere.enterprise.uscc = UnifiedCode::parse(CODES[1]).unwrap();
    assert_eq!(mismatch(&elsewhere, &principal), Mismatch::Enterprise { registered: enterprise().name });

    let preparer = Person::preparer(2);
    let both = check(&sign(&report(&[&principal, &preparer]), &[&principal, &preparer]));
    let mut registry = registry.clone();
    registry.register(both.offer(), &preparer.digits(), day("2026-12-01"), "2").unwrap();
    let promoted = Person { role: Role::Principal, ..Person::preparer(2) };
    assert_eq!(
        verdicts(&registry, &[file(&report(&[&promoted]), &promoted)]),
        [Verdict::Mismatched { what: Mismatch::Role { registered: Role::Preparer } }]
    );
}

#[test]
fn a_revoked_key_mismatches_and_what_was_accepted_before_stays() {
    let principal = Person::principal(1);
    let mut registry = registered(&principal);
    let early = file(&report(&[&principal]), &principal);
    registry.revoke(&principal.key.key_id(), day("2026-12-05"), "电脑被盗").unwrap();
    let revoked =
        Verdict::Mismatched { what: Mismatch::Revoked { on: day("2026-12-05"), reason: "电脑被盗".into() } };
    assert_eq!(verdicts(&registry, std::slice::from_ref(&early)), std::slice::from_ref(&revoked));

    // The thief also sends another version and a "correction"; neither touches what was accepted.
    let inbox = [
        early.clone(),
        file(&other_content(&principal), &principal),
        file(&correction(&early, &principal), &principal),
    ];
    let judged = judged(&registry, &[accept(&early)], &inbox);
    assert_eq!(judged[0].verdict, Verdict::Trusted);
    assert!(judged[0].remarks.contains(&Remark::Contradicted { by: sha256(&inbox[1]) }), "{:?}", judged[0].remarks);
    assert!(
        judged[0].remarks.contains(&Remark::DoubtfulCorrection { by: sha256(&inbox[2]) }),
        "{:?}",
        judged[0].remarks
    );
    assert!(matches!(judged[1].verdict, Verdict::Superseded { .. }), "both are the thief's: {:?}", judged[1].verdict);
    assert_eq!(judged[2].verdict, revoked);
}

#[test]
fn a_replaced_key_is_a_mismatch_and_the_new_one_is_trusted() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut registry = registered(&old);
    let by_new = file(&report(&[&new]), &new);
    registry.register(by_new.offer(), &new.digits(), day("2026-12-01"), "2").unwrap();
    registry.replace(&old.key.key_id(), &new.key.key_id(), day("2026-12-01")).unwrap();
    assert_eq!(verdicts(&registry, &[by_new]), [Verdict::Trusted]);
    let by_old = file(&report(&[&old]), &old);
    assert_eq!(
        verdicts(&registry, &[by_old]),
        [Verdict::Mismatched { what: Mismatch::Replaced { on: day("2026-12-01") } }]
    );
}

#[test]
fn a_rejected_file_and_a_registration_have_their_own_verdicts() {
    let principal = Person::principal(1);
    let named = NamedEnterprise { name: enterprise().name, uscc: UnifiedCode::parse(CODES[0]).unwrap() };
    let registration =
        Registration::new(named, false, None, sample::time("2026-11-21T10:00:00+08:00"), principal.signer());
    let registration = check(&sign_value(typed::to_value(&registration).unwrap(), &[&principal]));
    assert_eq!(verdicts(&nobody(), &[check("{}"), registration]), [Verdict::Rejected, Verdict::NotAReport]);
}

#[test]
fn the_same_document_with_other_white_space_is_a_duplicate() {
    let principal = Person::principal(1);
    let text = sign(&report(&[&principal]), &[&principal]);
    let compact = serde_json::to_string(&serde_json::from_str::<serde_json::Value>(&text).unwrap()).unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let inbox = [check(&compact), check(&text), check(&windows)];
    let found = verdicts(&registered(&principal), &inbox);
    assert_eq!(found, [Verdict::Trusted, Verdict::Duplicate { of: 0 }, Verdict::Duplicate { of: 0 }]);
}

#[test]
fn of_two_copies_the_one_with_both_signatures_stands() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    let report = report(&[&principal, &preparer]);
    let inbox = [check(&sign(&report, &[&principal])), check(&sign(&report, &[&principal, &preparer]))];
    let judged = judged(&registered(&principal), &[], &inbox);
    assert_eq!(judged[0].verdict, Verdict::Duplicate { of: 1 });
    assert_eq!(judged[1], Judged { verdict: Verdict::Trusted, remarks: vec![Remark::PreparerUnregistered] });
}

#[test]
fn a_correction_supersedes_the_earlier_revision_in_any_order() {
    let principal = Person::principal(1);
    let first = file(&report(&[&principal]), &principal);
    let second = file(&correction(&first, &principal), &principal);
    for registry in [registered(&principal), nobody()] {
        let alone = verdicts(&registry, std::slice::from_ref(&second)).remove(0);
        let superseded = Verdict::Superseded { by: sha256(&second) };
        assert_eq!(verdicts(&registry, &[first.clone(), second.clone()]), [superseded.clone(), alone.clone()]);
        assert_eq!(verdicts(&registry, &[second.clone(), first.clone()]), [alone, superseded]);
    }
    let judged = judged(&registered(&principal), &[accept(&second)], &[first]);
    assert_eq!(judged[0].verdict, Verdict::Superseded { by: sha256(&second) }, "by one that was accepted earlier");
}

#[test]
fn a_stranger_cannot_supersede_a_report() {
    let (principal, stranger) = (Person::principal(1), Person::principal(7));
    let first = file(&report(&[&principal]), &principal);
    let forged = file(&correction(&first, &stranger), &stranger);
    let judged = judged(&registered(&principal), &[], &[first.clone(), forged.clone()]);
    assert_eq!(
        judged[0],
        Judged { verdict: Verdict::Trusted, remarks: vec![Remark::DoubtfulCorrection { by: sha256(&forged) }] }
    );
    assert_eq!(judged[1].verdict, Verdict::Mismatched { what: Mismatch::AnotherKey });
    assert_eq!(
        verdicts(&nobody(), &[first, forged]),
        [Verdict::Unregistered, Verdict::Unregistered],
        "nor one that is unregistered itself"
    );
}

#[test]
fn two_contents_for_one_month_and_revision_are_a_fork() {
    let principal = Person::principal(1);
    let (one, two) = (file(&report(&[&principal]), &principal), file(&other_content(&principal), &principal));
    let forked = [Verdict::Forked { with: vec![sha256(&two)] }, Verdict::Forked { with: vec![sha256(&one)] }];
    assert_eq!(verdicts(&registered(&principal), &[one.clone(), two.clone()]), forked);
    assert_eq!(verdicts(&nobody(), &[one.clone(), two.clone()]), forked);
    let later = judged(&registered(&principal), &[accept(&one)], std::slice::from_ref(&two));
    assert_eq!(later[0].verdict, Verdict::Forked { with: vec![sha256(&one)] }, "with one that was accepted earlier");
}

#[test]
fn a_stranger_cannot_make_a_trusted_report_look_forked() {
    let (principal, stranger) = (Person::principal(1), Person::principal(7));
    let (genuine, forged) = (file(&report(&[&principal]), &principal), file(&other_content(&stranger), &stranger));
    let judged = judged(&registered(&principal), &[], &[genuine.clone(), forged.clone()]);
    assert_eq!(
        judged[0],
        Judged { verdict: Verdict::Trusted, remarks: vec![Remark::Contradicted { by: sha256(&forged) }] }
    );
    assert!(matches!(judged[1].verdict, Verdict::Mismatched { .. }));
    assert!(judged[1].remarks.contains(&Remark::Contradicted { by: sha256(&genuine) }));
}

#[test]
fn demo_data_is_never_trusted_and_touches_no_other_report() {
    let principal = Person::principal(1);
    let genuine = file(&report(&[&principal]), &principal);
    let demo = file(&MonthlyReport { demo: true, ..correction(&genuine, &principal) }, &principal);
    assert_eq!(verdicts(&registered(&principal), &[genuine, demo]), [Verdict::Trusted, Verdict::Demo]);
}

#[test]
fn remarks_stand_beside_the_verdict_and_do_not_change_it() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let remarks = |change: fn(&mut MonthlyReport)| {
        let mut report = report(&[&principal]);
        change(&mut report);
        let desk = Desk {
            registry: &registry,
            expected: Some(period("2026-11")),
            accepted: &[],
            today: sample::today(),
            due_day: 0,
        };
        let Judged { verdict, remarks } = desk.verdicts(&[file(&report, &principal)]).remove(0);
        assert_eq!(verdict, Verdict::Trusted);
        remarks
    };
    assert_eq!(remarks(|_| {}), []);
    assert_eq!(remarks(|r| r.declared.total = Some(Tenths(1000))), [Remark::FiguresDiffer(1)]);
    assert_eq!(remarks(|r| r.catalogue = foreign_catalogue()), [Remark::UnknownCatalogue]);
    let late = Remark::Late { due: day("2026-11-30"), sealed_on: day("2026-12-03") };
    assert_eq!(remarks(|r| r.sealed_at = sample::time("2026-12-03T08:00:00+08:00")), [late]);
    let early = Remark::BeforeEnd { sealed_on: day("2026-11-20") };
    assert_eq!(remarks(|r| r.sealed_at = sample::time("2026-11-20T08:00:00+08:00")), [early]);
    assert_eq!(remarks(|r| r.enterprise.principal = "陈新任".into()), [Remark::PrincipalDiffers]);
    assert_eq!(
        remarks(|r| r.enterprise.name = "改名厂".into()),
        [Remark::NameDiffers { registered: enterprise().name, stated: "改名厂".into() }]
    );
    assert_eq!(remarks(|r| r.prev_reason = Some(NoPrevious::Lost)), [Remark::NoPrevious(NoPrevious::Lost)]);
    assert_eq!(remarks(|r| r.prev_reason = None), [Remark::PreviousUnexplained]);
    assert_eq!(
        remarks(|r| (r.prev, r.prev_reason) = (previous("2026-10", sample::digits('0')), None)),
        [Remark::PreviousNotHere { period: period("2026-10") }]
    );
    assert_eq!(
        remarks(|r| (r.prev, r.prev_reason) = (previous("2026-08", sample::digits('0')), None)),
        [Remark::MonthsSkipped { period: period("2026-08") }, Remark::PreviousNotHere { period: period("2026-08") }]
    );
    assert_eq!(
        remarks(|r| (r.revision, r.supersedes) = (2, Some(DocumentRef { sha256: sample::digits('0') }))),
        [Remark::CorrectedNotHere]
    );
    let desk = Desk {
        registry: &registry,
        expected: Some(period("2026-10")),
        accepted: &[],
        today: sample::today(),
        due_day: 0,
    };
    let judged = desk.verdicts(&[file(&report(&[&principal]), &principal)]);
    assert_eq!(judged[0].remarks, [Remark::WrongMonth { expected: period("2026-10") }]);
}

#[test]
fn the_chain_is_followed_through_inbox_and_accepted_documents() {
    let principal = Person::principal(1);
    let registry = registered(&principal);
    let october = file(&report_of(&enterprise(), &draft(&enterprise(), "2026-10"), &[&principal]), &principal);
    let mut carried = draft(&enterprise(), "2026-11");
    carried.hazards.extend(draft(&enterprise(), "2026-10").hazards);
    let mut november = report_of(&enterprise(), &carried, &[&principal]);
    (november.prev, november.prev_reason) = (previous("2026-10", sha256(&october)), None);
    let november = file(&november, &principal);
    let whole = judged(&registry, &[], &[november.clone(), october.clone()]);
    assert!(whole.iter().all(|judged| judged.remarks.is_empty()), "{whole:?}");
    assert_eq!(judged(&registry, &[accept(&october)], std::slice::from_ref(&november))[0].remarks, []);

    let claims_first = file(&report(&[&principal]), &principal);
    assert_eq!(judged(&registry, &[accept(&october)], &[claims_first])[0].remarks, [Remark::NotTheFirst]);

    let foreign = Accepted { uscc: UnifiedCode::parse(CODES[1]).unwrap(), ..accept(&october) };
    assert_eq!(judged(&registry, &[foreign], &[november])[0].remarks, [Remark::PreviousOfAnother]);
}

#[test]
fn every_verdict_has_the_code_of_the_public_hooks() {
    let codes = [
        Verdict::Trusted,
        Verdict::Unregistered,
        Verdict::Mismatched { what: Mismatch::AnotherKey },
        Verdict::Rejected,
        Verdict::Duplicate { of: 0 },
        Verdict::Superseded { by: sample::digits('0') },
        Verdict::Forked { with: vec![] },
        Verdict::Demo,
        Verdict::NotAReport,
    ]
    .map(|verdict| verdict.code());
    let expected =
        ["trusted", "unregistered", "mismatched", "rejected", "duplicate", "superseded", "forked", "demo", "other"];
    assert_eq!(codes, expected);
}
