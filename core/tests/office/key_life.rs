//! A key over the years: change, revocation, deputies, and what the desk makes of each.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::document::revocation::Revocation;
use anziping_core::document::rotation::Rotation;
use anziping_core::document::{DocumentFault, SignedDocument};
use anziping_core::office::desk::{Accepted, Desk, Mismatch, Remark, Verdict};
use anziping_core::office::intake::Found;
use anziping_core::office::intake::{Checked, Rejection};
use anziping_core::registry::key_change::{Change, ChangeFault};
use anziping_core::registry::{KeyStatus, Registry};
use anziping_core::seal::value;
use anziping_core::signer::Cause;
use anziping_core::signer::Mandate;
use anziping_core::value::timestamp::Timestamp;
use anziping_core::value::uscc::UnifiedCode;

use crate::sample::{CODES, Person, check, day, period, rejection, report, sign, sign_value, time};

fn made_at() -> Timestamp {
    time("2026-11-20T09:00:00+08:00")
}

fn named(code: &str) -> NamedEnterprise {
    NamedEnterprise { name: "上海示例机械有限公司".into(), uscc: UnifiedCode::parse(code).unwrap() }
}

fn registration(person: &Person, mandate: Option<Mandate>) -> Checked {
    let document = Registration::new(named(CODES[0]), false, mandate, made_at(), person.signer());
    check(&sign_value(value::to_value(&document).unwrap(), &[person]))
}

fn registry_of(people: &[&Person]) -> Registry {
    let mut registry = Registry::new("示例街道".into());
    for person in people {
        registry.register(registration(person, None).offer(), &person.digits(), day("2026-10-08"), "2026-017").unwrap();
    }
    registry
}

fn rotation_text(code: &str, demo: bool, old: &Person, new: &Person, signing: &[&Person]) -> String {
    let document = Rotation::new(named(code), demo, made_at(), old.signer(), new.signer());
    sign_value(value::to_value(&document).unwrap(), signing)
}

fn rotation(old: &Person, new: &Person) -> Checked {
    check(&rotation_text(CODES[0], false, old, new, &[old, new]))
}

fn revocation(revoked: &Person, by: &Person) -> Checked {
    let document = Revocation::new(named(CODES[0]), false, made_at(), revoked.key.key_id(), Cause::Lost, by.signer());
    check(&sign_value(value::to_value(&document).unwrap(), &[by]))
}

fn verdict(registry: &Registry, checked: Checked) -> (Verdict, Vec<Remark>) {
    let accepted: &[Accepted] = &[];
    let desk = Desk { registry, expected: Some(period("2026-11")), accepted };
    let judged = desk.verdicts(&[checked]).remove(0);
    (judged.verdict, judged.remarks)
}

#[test]
fn a_change_signed_by_both_keys_moves_the_registration_to_the_new_one() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut registry = registry_of(&[&old]);
    let change = registry.confirm(rotation(&old, &new).key_change(), day("2026-11-21"), |_| String::new()).unwrap();
    assert_eq!(change, Change::Rotation { old: old.key.key_id(), new: new.key.key_id() });
    let (_, key) = registry.key(&new.key.key_id()).unwrap();
    assert_eq!(
        (key.form_number.as_str(), key.name.as_str()),
        ("2026-017", "王建国"),
        "the paper form goes on to count"
    );
    assert_eq!(key.status, KeyStatus::Active { since: day("2026-11-21") });
    let replaced = KeyStatus::Replaced { on: day("2026-11-21"), by: new.key.key_id() };
    assert_eq!(registry.key(&old.key.key_id()).unwrap().1.status, replaced);

    assert_eq!(verdict(&registry, check(&sign(&report(&[&new]), &[&new]))).0, Verdict::Trusted);
    let by_old = verdict(&registry, check(&sign(&report(&[&old]), &[&old]))).0;
    assert_eq!(by_old, Verdict::Mismatched { what: Mismatch::Replaced { on: day("2026-11-21") } });
}

#[test]
fn before_the_office_confirms_a_change_the_new_key_is_another_key() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let registry = registry_of(&[&old]);
    let by_new = verdict(&registry, check(&sign(&report(&[&new]), &[&new]))).0;
    assert_eq!(by_new, Verdict::Mismatched { what: Mismatch::AnotherKey });
}

#[test]
fn one_key_alone_changes_nothing() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut document = Rotation::new(named(CODES[0]), false, made_at(), old.signer(), new.signer());
    document.signers = vec![new.signer()];
    let text = sign_value(value::to_value(&document).unwrap(), &[&new]);
    let Rejection::Content { fault, .. } = rejection(&text) else { panic!("accepted") };
    assert_eq!(fault, DocumentFault::Signers);
}

#[test]
fn a_change_is_for_one_person_in_one_role() {
    let old = Person::principal(1);
    for other in [Person { name: "赵代签", ..Person::principal(2) }, Person { name: "王建国", ..Person::preparer(2) }]
    {
        let Rejection::Content { fault, .. } =
            rejection(&rotation_text(CODES[0], false, &old, &other, &[&old, &other]))
        else {
            panic!("accepted")
        };
        assert_eq!(fault, DocumentFault::Signers, "{} {}", other.role.code(), other.name);
    }
    let same = Rotation::new(named(CODES[0]), false, made_at(), old.signer(), old.signer());
    assert_eq!(same.check(), Err(DocumentFault::Signers), "the same key twice");
}

#[test]
fn a_change_that_the_registry_does_not_know_the_old_key_of_is_not_confirmed() {
    let (old, new, third) = (Person::principal(1), Person::principal(2), Person::principal(3));
    let fault = |registry: &Registry, checked: &Checked| registry.confirmable(checked.key_change()).unwrap_err();
    assert_eq!(fault(&Registry::default(), &rotation(&old, &new)), ChangeFault::NotRegistered);
    let registry = registry_of(&[&old, &third]);
    assert_eq!(fault(&registry, &rotation(&old, &third)), ChangeFault::NewKeyKnown);
    let elsewhere = check(&rotation_text(CODES[1], false, &old, &new, &[&old, &new]));
    assert_eq!(fault(&registry, &elsewhere), ChangeFault::Enterprise { registered: "上海示例机械有限公司".into() });
    let demo = check(&rotation_text(CODES[0], true, &old, &new, &[&old, &new]));
    assert_eq!(fault(&registry, &demo), ChangeFault::Demo);
    let renamed = |seed| Person { name: "赵代签", ..Person::principal(seed) };
    assert_eq!(
        fault(&registry, &rotation(&renamed(1), &renamed(2))),
        ChangeFault::Holder { registered: "王建国".into() }
    );
    let report = check(&sign(&report(&[&old]), &[&old]));
    assert_eq!(fault(&registry, &report), ChangeFault::NothingToChange);
    let mut revoked = registry.clone();
    revoked.revoke(&old.key.key_id(), day("2026-11-01"), "遗失").unwrap();
    assert_eq!(fault(&revoked, &rotation(&old, &new)), ChangeFault::OutOfUse, "a revoked key names no successor");
}

#[test]
fn a_refused_change_leaves_the_registry_as_it_was() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut registry = Registry::new("示例街道".into());
    registry.confirm(rotation(&old, &new).key_change(), day("2026-11-21"), |_| String::new()).unwrap_err();
    assert_eq!(registry, Registry::new("示例街道".into()));
}

#[test]
fn a_key_may_revoke_itself_and_a_principal_the_preparer() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    for (revoked, by) in [(&principal, &principal), (&preparer, &preparer), (&preparer, &principal)] {
        let mut registry = registry_of(&[&principal, &preparer]);
        let said = |cause| format!("{cause:?}");
        registry.confirm(revocation(revoked, by).key_change(), day("2026-11-21"), said).unwrap();
        let status = &registry.key(&revoked.key.key_id()).unwrap().1.status;
        assert_eq!(*status, KeyStatus::Revoked { on: day("2026-11-21"), reason: "Lost".into() });
    }
}

#[test]
fn a_preparer_does_not_revoke_the_principal_and_a_stranger_nobody() {
    let (principal, preparer, stranger) = (Person::principal(1), Person::preparer(2), Person::principal(3));
    let registry = registry_of(&[&principal, &preparer]);
    for by in [&preparer, &stranger] {
        assert_eq!(
            registry.confirmable(revocation(&principal, by).key_change()),
            Err(ChangeFault::NotEntitled),
            "{}",
            by.name
        );
    }
    let mut gone = registry.clone();
    gone.revoke(&principal.key.key_id(), day("2026-11-01"), "离职").unwrap();
    assert_eq!(
        gone.confirmable(revocation(&preparer, &principal).key_change()),
        Err(ChangeFault::NotEntitled),
        "a revoked key revokes no other"
    );
}

#[test]
fn after_a_revocation_nothing_new_is_accepted_and_what_was_stays() {
    let principal = Person::principal(1);
    let mut registry = registry_of(&[&principal]);
    registry.confirm(revocation(&principal, &principal).key_change(), day("2026-11-21"), |_| "遗失".into()).unwrap();
    let text = sign(&report(&[&principal]), &[&principal]);
    let (new, _) = verdict(&registry, check(&text));
    assert_eq!(new, Verdict::Mismatched { what: Mismatch::Revoked { on: day("2026-11-21"), reason: "遗失".into() } });
    let Found::Report(found) = check(&text).found else { panic!("no report") };
    let accepted = [Accepted {
        uscc: found.report.enterprise.uscc.clone(),
        period: found.report.period,
        revision: 1,
        document_sha256: found.document_sha256,
        received_on: None,
    }];
    let desk = Desk { registry: &registry, expected: None, accepted: &accepted };
    assert_eq!(desk.verdicts(&[check(&text)])[0].verdict, Verdict::Trusted);
}

#[test]
fn a_deputy_with_a_registered_power_of_attorney_signs_within_its_days() {
    let deputy = Person { name: "赵代签", ..Person::principal(4) };
    let mandate =
        |from: &str, until: &str| Mandate { principal: "王建国".into(), from: day(from), until: day(until) };
    let judged = |mandate: Mandate| {
        let mut registry = Registry::new("示例街道".into());
        registry
            .register(registration(&deputy, Some(mandate)).offer(), &deputy.digits(), day("2026-11-02"), "委 3")
            .unwrap();
        verdict(&registry, check(&sign(&report(&[&deputy]), &[&deputy])))
    };
    let (within, remarks) = judged(mandate("2026-11-01", "2026-12-31"));
    assert_eq!(within, Verdict::Trusted);
    assert!(remarks.contains(&Remark::Deputy { principal: "王建国".into(), until: day("2026-12-31") }), "{remarks:?}");
    assert!(!remarks.contains(&Remark::PrincipalDiffers), "that the name differs is explained");
    let (over, _) = judged(mandate("2026-11-01", "2026-11-15"));
    assert_eq!(
        over,
        Verdict::Mismatched { what: Mismatch::Mandate { from: day("2026-11-01"), until: day("2026-11-15") } }
    );
}

#[test]
fn a_deputy_of_somebody_else_is_remarked_on() {
    let deputy = Person { name: "赵代签", ..Person::principal(4) };
    let mandate = Mandate { principal: "钱前任".into(), from: day("2026-11-01"), until: day("2026-12-31") };
    let mut registry = Registry::new("示例街道".into());
    registry.register(registration(&deputy, Some(mandate)).offer(), &deputy.digits(), day("2026-11-02"), "").unwrap();
    let (_, remarks) = verdict(&registry, check(&sign(&report(&[&deputy]), &[&deputy])));
    assert!(remarks.contains(&Remark::PrincipalDiffers), "{remarks:?}");
}

#[test]
fn a_power_of_attorney_that_ends_before_it_begins_is_no_registration() {
    let deputy = Person::principal(4);
    let mandate = Mandate { principal: "王建国".into(), from: day("2026-12-01"), until: day("2026-11-01") };
    let Found::Rejected(Rejection::Content { fault, .. }) = registration(&deputy, Some(mandate)).found else {
        panic!("accepted")
    };
    assert_eq!(fault, DocumentFault::Days);
}
