//! A deputy signs within a power of attorney, which no clock and no file of his own stretches.

use anziping_core::document::registry_copy::RegistryCopy;
use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::json;
use anziping_core::office::desk::{Accepted, Desk, Judged, MandateGap, Mismatch, Remark, Verdict};
use anziping_core::office::intake::{Checked, Found, Rejection};
use anziping_core::registry::key_change::{ChangeFault, Word};
use anziping_core::registry::merge::MergeStep;
use anziping_core::registry::{RegisterFault, Registry, RegistryFault};
use anziping_core::seal::Sha256;
use anziping_core::signer::{Mandate, Role};
use anziping_core::value::day::Day;

use crate::key_life::{made_at, named, registration, registry_of, revocation, rotation};
use anziping_fixtures::sample::{CODES, Person, check, day, draft, enterprise, report, report_of, sign, time, today};

pub fn deputy() -> Person {
    Person { name: "赵代签", ..Person::principal(4) }
}

pub fn mandate(from: &str, until: &str) -> Mandate {
    Mandate { principal: "王建国".into(), from: day(from), until: day(until) }
}

/// The digits on the stamped form of this deputy.
fn form(person: &Person, mandate: &Mandate) -> String {
    person.form(CODES[0], Some(mandate))
}

fn enter(registry: &mut Registry, person: &Person, mandate: &Mandate) {
    let offered = registration(person, Some(mandate.clone()));
    registry.register(offered.offer(), &form(person, mandate), day("2026-11-02"), "委 3").unwrap();
}

/// The office with the principal of the samples and a deputy with this power of attorney.
pub fn with_deputy(mandate: &Mandate) -> Registry {
    let mut registry = registry_of(&[&Person::principal(1)]);
    enter(&mut registry, &deputy(), mandate);
    registry
}

fn of(report: &MonthlyReport, person: &Person) -> Checked {
    check(&sign(report, &[person]))
}

fn sha256(checked: &Checked) -> Sha256 {
    checked.report().unwrap().document_sha256
}

fn second(person: &Person, corrected: Sha256) -> Checked {
    let second =
        MonthlyReport { revision: 2, supersedes: Some(DocumentRef { sha256: corrected }), ..report(&[person]) };
    of(&second, person)
}

fn judged_on(registry: &Registry, accepted: &[Accepted], today: Day, inbox: &[Checked]) -> Vec<Judged> {
    Desk { registry, expected: None, accepted, today, due_day: 0 }.verdicts(inbox)
}

fn judged(registry: &Registry, inbox: &[Checked]) -> Vec<Judged> {
    judged_on(registry, &[], today(), inbox)
}

fn mismatch(what: Mismatch) -> Verdict {
    Verdict::Mismatched { what }
}

fn taken_in(checked: &Checked, received_on: &str) -> Accepted {
    let report = &checked.report().unwrap().report;
    Accepted {
        uscc: report.enterprise.uscc.clone(),
        period: report.period,
        revision: report.revision,
        document_sha256: sha256(checked),
        received_on: Some(day(received_on)),
    }
}

#[test]
fn a_deputy_signs_within_the_days_that_were_compared_and_it_is_said() {
    let within = mandate("2026-11-01", "2026-12-31");
    let judged = judged(&with_deputy(&within), &[of(&report(&[&deputy()]), &deputy())]).remove(0);
    assert_eq!(judged.verdict, Verdict::Trusted);
    assert_eq!(judged.remarks, [Remark::Deputy { name: "赵代签".into(), mandate: within }]);
}

#[test]
fn the_digits_of_a_deputys_form_cover_holder_principal_role_and_days() {
    let stamped = mandate("2026-11-01", "2026-11-10");
    let other_deputy = Person { name: "钱代签", ..deputy() };
    let changed = [
        registration(&deputy(), Some(mandate("2026-11-01", "2099-12-31"))),
        registration(&deputy(), Some(mandate("2000-01-01", "2026-11-10"))),
        registration(&deputy(), Some(Mandate { principal: "钱前任".into(), ..stamped.clone() })),
        registration(&other_deputy, Some(stamped.clone())),
        registration(&deputy(), None),
        of(&report(&[&deputy()]), &deputy()),
    ];
    let mut registry = Registry::default();
    for file in &changed {
        let refused = registry.register(file.offer(), &form(&deputy(), &stamped), today(), "");
        assert_eq!(refused, Err(RegisterFault::DigitsDiffer), "{file:?}");
    }
    assert_eq!(registry, Registry::default());
    let genuine = registration(&deputy(), Some(stamped.clone()));
    registry.register(genuine.offer(), &form(&deputy(), &stamped), today(), "").unwrap();
    assert_eq!(registry.key(&deputy().key.key_id()).unwrap().1.mandate, Some(stamped));
}

#[test]
fn the_digits_in_the_description_of_the_format_are_those_of_its_example() {
    let example = check(include_str!("../../../docs/verify/corpus/registration-of-a-deputy.json"));
    let digits = example.offer().unwrap().digits.unwrap().to_string();
    assert!(include_str!("../../../docs/format.md").contains(&format!("they are `{digits}`")), "{digits}");
}

#[test]
fn the_digits_of_the_key_alone_register_no_deputy() {
    let file = registration(&deputy(), Some(mandate("2026-11-01", "2099-12-31")));
    let refused = Registry::default().register(file.offer(), &deputy().key_digits(), today(), "");
    assert_eq!(refused, Err(RegisterFault::DigitsOfKeyAlone));
}

#[test]
fn a_power_of_attorney_of_nobody_or_of_two_is_no_registration() {
    let mut ends_first = mandate("2026-12-01", "2026-11-01");
    assert!(matches!(
        registration(&deputy(), Some(ends_first.clone())).found,
        Found::Rejected(Rejection::Content { .. })
    ));
    ends_first.until = day("2026-12-31");
    let preparer = Person { role: Role::Preparer, ..deputy() };
    assert!(matches!(registration(&preparer, Some(ends_first)).found, Found::Rejected(Rejection::Content { .. })));
}

#[test]
fn a_deputy_is_trusted_for_no_month_outside_whatever_time_he_claims() {
    let days = mandate("2026-11-01", "2026-12-31");
    let registry = with_deputy(&days);
    let year_later = report_of(&enterprise(), &draft(&enterprise(), "2027-11"), &[&deputy()]);
    let backdated = MonthlyReport { sealed_at: time("2026-11-10T10:00:00+08:00"), ..year_later };
    let gap = MandateGap::Period;
    let outside = mismatch(Mismatch::Mandate { from: days.from, until: days.until, gap });
    assert_eq!(judged(&registry, &[of(&backdated, &deputy())])[0].verdict, outside);
}

#[test]
fn a_deputy_is_trusted_on_no_day_of_receipt_outside_whatever_time_he_claims() {
    let file = |sealed_at: &str| {
        let sealed_at = time(sealed_at);
        of(&MonthlyReport { sealed_at, ..report(&[&deputy()]) }, &deputy())
    };
    let on = |today: &str, days: &Mandate, file: Checked| {
        judged_on(&with_deputy(days), &[], day(today), &[file]).remove(0).verdict
    };
    let over = mandate("2026-11-01", "2026-11-10");
    let outside = |days: &Mandate, on: &str| {
        let gap = MandateGap::Receipt { on: day(on) };
        mismatch(Mismatch::Mandate { from: days.from, until: days.until, gap })
    };
    assert_eq!(on("2026-11-28", &over, file("2026-11-10T10:00:00+08:00")), outside(&over, "2026-11-28"));
    assert_eq!(
        on("2026-11-10", &over, file("2026-11-28T10:00:00+08:00")),
        Verdict::Trusted,
        "his clock proves nothing"
    );
    let to_come = mandate("2026-11-30", "2026-12-31");
    assert_eq!(on("2026-11-29", &to_come, file("2026-11-30T10:00:00+08:00")), outside(&to_come, "2026-11-29"));
    assert_eq!(on("2026-11-30", &to_come, file("2026-11-30T10:00:00+08:00")), Verdict::Trusted);
}

#[test]
fn what_was_taken_in_counts_by_its_day_of_receipt() {
    let file = of(&report(&[&deputy()]), &deputy());
    let registry = with_deputy(&mandate("2026-11-01", "2026-11-30"));
    let verdict = |registry: &Registry, received_on: &str| {
        let accepted = [taken_in(&file, received_on)];
        judged_on(registry, &accepted, day("2027-03-01"), std::slice::from_ref(&file)).remove(0).verdict
    };
    assert_eq!(verdict(&registry, "2026-11-30"), Verdict::Trusted, "months later it is still taken in");
    assert!(matches!(verdict(&registry, "2026-12-01"), Verdict::Mismatched { what: Mismatch::Mandate { .. } }));
    let mut renewed = registry;
    enter(&mut renewed, &deputy(), &mandate("2027-01-01", "2027-03-31"));
    assert_eq!(verdict(&renewed, "2026-11-30"), Verdict::Trusted, "it was taken in under the one before");
}

#[test]
fn a_deputy_who_names_himself_principal_is_remarked() {
    let days = mandate("2026-11-01", "2026-12-31");
    let mut claims = report(&[&deputy()]);
    claims.enterprise.principal = "赵代签".into();
    let judged = judged(&with_deputy(&days), &[of(&claims, &deputy())]).remove(0);
    let of_another = Remark::MandateOfAnother { principal: "王建国".into() };
    assert_eq!(judged.remarks, [of_another, Remark::Deputy { name: "赵代签".into(), mandate: days }]);
}

#[test]
fn a_deputy_of_somebody_else_is_remarked() {
    let mut registry = Registry::default();
    let of_another = Mandate { principal: "钱前任".into(), ..mandate("2026-11-01", "2026-12-31") };
    enter(&mut registry, &deputy(), &of_another);
    let remarks = judged(&registry, &[of(&report(&[&deputy()]), &deputy())]).remove(0).remarks;
    assert!(remarks.contains(&Remark::PrincipalDiffers), "{remarks:?}");
    assert!(remarks.contains(&Remark::MandateOfAnother { principal: "钱前任".into() }), "{remarks:?}");
}

#[test]
fn a_deputy_registered_as_principal_is_remarked_beside_the_principal() {
    let registry = registry_of(&[&Person::principal(1), &deputy()]);
    let mut claims = report(&[&deputy()]);
    claims.enterprise.principal = "赵代签".into();
    let remarks = judged(&registry, &[of(&claims, &deputy())]).remove(0).remarks;
    assert_eq!(remarks, [Remark::AnotherPrincipal { registered: "王建国".into() }]);
}

#[test]
fn a_deputys_revision_waits_for_the_offices_word() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let own = of(&report(&[&Person::principal(1)]), &Person::principal(1));
    let correction = second(&deputy(), sha256(&own));
    let inbox = [own.clone(), correction.clone()];
    let waiting = judged(&registry, &inbox);
    assert_eq!(waiting[0].verdict, Verdict::Trusted);
    assert!(waiting[0].remarks.contains(&Remark::DeputyCorrection { by: sha256(&correction) }));
    assert_eq!(waiting[1].verdict, mismatch(Mismatch::DeputyOverrules));

    let taken_in = [taken_in(&correction, "2026-12-01")];
    let accepted = judged_on(&registry, &taken_in, today(), &inbox);
    assert_eq!(accepted[0].verdict, Verdict::Superseded { by: sha256(&correction) });
    assert_eq!(accepted[1].verdict, Verdict::Trusted);
}

#[test]
fn a_deputy_overrules_nothing_that_was_taken_in_or_is_not_here() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let own = of(&report(&[&Person::principal(1)]), &Person::principal(1));
    let correction = second(&deputy(), sha256(&own));
    let of_correction = |accepted: &[Accepted]| {
        judged_on(&registry, accepted, today(), std::slice::from_ref(&correction)).remove(0).verdict
    };
    assert_eq!(of_correction(&[]), mismatch(Mismatch::DeputyOverrules));
    assert_eq!(of_correction(&[taken_in(&own, "2026-11-30")]), mismatch(Mismatch::DeputyOverrules));
}

#[test]
fn a_deputy_corrects_what_he_signed_himself() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let first = of(&report(&[&deputy()]), &deputy());
    let correction = second(&deputy(), sha256(&first));
    let inbox = [first, correction];
    for accepted in [vec![], vec![taken_in(&inbox[0], "2026-11-30")]] {
        let judged = judged_on(&registry, &accepted, today(), &inbox);
        assert_eq!(judged[0].verdict, Verdict::Superseded { by: sha256(&inbox[1]) });
        assert_eq!(judged[1].verdict, Verdict::Trusted);
    }
}

#[test]
fn a_deputy_makes_no_fork_of_the_principals_report() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let own = of(&report(&[&Person::principal(1)]), &Person::principal(1));
    let rival = of(&report(&[&deputy()]), &deputy());
    let judged = judged(&registry, &[own, rival]);
    assert_eq!(judged[0].verdict, Verdict::Trusted);
    assert_eq!(judged[1].verdict, mismatch(Mismatch::DeputyOverrules));
}

#[test]
fn the_principal_corrects_what_his_deputy_signed() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let first = of(&report(&[&deputy()]), &deputy());
    let correction = second(&Person::principal(1), sha256(&first));
    let judged = judged(&registry, &[first, correction.clone()]);
    assert_eq!(judged[0].verdict, Verdict::Superseded { by: sha256(&correction) });
    assert_eq!(judged[1].verdict, Verdict::Trusted);
}

#[test]
fn a_deputy_revokes_the_principals_key_only_after_the_principal_was_asked() {
    let mut registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let file = revocation(&Person::principal(1), &deputy());
    let alone = registry.confirm(file.key_change(), today(), Word::OfFileAlone, |_| "遗失".into());
    assert_eq!(alone, Err(ChangeFault::Unasked { by: "赵代签".into() }));
    assert_eq!(registry.confirmable(file.key_change(), day("2027-01-01")), Err(ChangeFault::NotEntitled), "it is over");
    registry.confirm(file.key_change(), today(), Word::HolderWasAsked, |_| "遗失".into()).unwrap();
}

#[test]
fn one_principal_revokes_another_only_after_that_one_was_asked() {
    let other = Person { name: "陈新任", ..Person::principal(2) };
    let registry = registry_of(&[&Person::principal(1), &other]);
    let file = revocation(&Person::principal(1), &other);
    assert_eq!(registry.confirmable(file.key_change(), today()).unwrap().word_of.as_deref(), Some("陈新任"));
}

#[test]
fn the_principal_and_the_deputy_himself_end_his_key_alone() {
    for by in [Person::principal(1), deputy()] {
        let mut registry = with_deputy(&mandate("2026-11-01", "2026-11-10"));
        let file = revocation(&deputy(), &by);
        registry.confirm(file.key_change(), today(), Word::OfFileAlone, |_| "离职".into()).unwrap();
    }
}

#[test]
fn a_deputy_changes_his_key_on_paper_only() {
    let new = Person { name: "赵代签", ..Person::principal(5) };
    let registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    let fault = registry.confirmable(rotation(&deputy(), &new).key_change(), today());
    assert_eq!(fault, Err(ChangeFault::OfDeputy));
}

#[test]
fn a_colleagues_registry_brings_no_power_of_attorney_that_counts() {
    let days = mandate("2026-11-01", "2099-12-31");
    let office = Person { role: Role::Office, name: "西街", ..Person::principal(9) };
    let copy = RegistryCopy::new(&with_deputy(&days), made_at(), office.signer());
    let mut ours = Registry::new("东街".into());
    ours.merge(&copy.registry().unwrap());
    let file = of(&report(&[&deputy()]), &deputy());
    let uncompared = mismatch(Mismatch::MandateUncompared { from: days.from, until: days.until });
    assert_eq!(judged(&ours, std::slice::from_ref(&file))[0].verdict, uncompared);
    assert_eq!(
        ours.confirmable(revocation(&Person::principal(1), &deputy()).key_change(), today()),
        Err(ChangeFault::NotEntitled)
    );
    enter(&mut ours, &deputy(), &days);
    assert_eq!(judged(&ours, &[file])[0].verdict, Verdict::Trusted, "compared here");
}

#[test]
fn another_power_of_attorney_in_a_colleagues_registry_is_a_conflict() {
    let (ours, theirs) =
        (with_deputy(&mandate("2026-11-01", "2026-11-10")), with_deputy(&mandate("2026-11-01", "2099-12-31")));
    assert!(matches!(&ours.compare(&theirs)[..], [MergeStep::OtherHolder { .. }]));
    let mut merged = ours.clone();
    assert_eq!((merged.merge(&theirs), &merged), (0, &ours));
}

#[test]
fn a_power_of_attorney_that_was_stretched_in_a_kept_registry_is_not_read() {
    let registry = with_deputy(&mandate("2026-11-01", "2026-11-10"));
    let text = json::write(&registry).unwrap();
    let read = |text: &str| json::read::<Registry>(text).unwrap().checked();
    assert_eq!(read(&text), Ok(registry.clone()));
    let kid = deputy().key.key_id();
    assert_eq!(read(&text.replace("2026-11-10", "2099-11-10")), Err(RegistryFault::MandateMismatch(kid)));
    assert_eq!(read(&text.replace("赵代签", "钱代签")), Err(RegistryFault::MandateMismatch(kid)));
    let mut dropped = registry;
    dropped.enterprises[0].keys[1].mandate = None;
    assert_eq!(read(&json::write(&dropped).unwrap()), Err(RegistryFault::MandateMismatch(kid)));
}

#[test]
fn the_name_on_the_form_may_differ_from_the_one_on_the_list() {
    let mut registry = with_deputy(&mandate("2026-11-01", "2026-12-31"));
    registry.enrol(&named(CODES[0]).uscc, "改名厂");
    assert_eq!(registry.clone().checked(), Ok(registry));
}
