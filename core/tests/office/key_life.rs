//! A key over the years: change, revocation, deputies, and what the desk makes of each.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::document::revocation::Revocation;
use anziping_core::document::rotation::Rotation;
use anziping_core::document::{DocumentFault, SignedDocument};
use anziping_core::office::desk::{Accepted, Desk, Mismatch, Verdict};
use anziping_core::office::intake::Found;
use anziping_core::office::intake::{Checked, Rejection};
use anziping_core::registry::key_change::{ChangeFault, KeyChange, Word};
use anziping_core::registry::{KeyStatus, Registry};
use anziping_core::seal::typed;
use anziping_core::signer::Cause;
use anziping_core::signer::Mandate;
use anziping_core::value::timestamp::Timestamp;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{CODES, Person, check, day, period, rejection, report, sign, sign_value, time, today};

pub fn made_at() -> Timestamp {
    time("2026-11-20T09:00:00+08:00")
}

pub fn named(code: &str) -> NamedEnterprise {
    NamedEnterprise { name: "上海示例机械有限公司".into(), uscc: UnifiedCode::parse(code).unwrap() }
}

pub fn registration(person: &Person, mandate: Option<Mandate>) -> Checked {
    let document = Registration::new(named(CODES[0]), false, mandate, made_at(), person.signer());
    check(&sign_value(typed::to_value(&document).unwrap(), &[person]))
}

pub fn registry_of(people: &[&Person]) -> Registry {
    let mut registry = Registry::new("示例街道".into());
    for person in people {
        registry.register(registration(person, None).offer(), &person.digits(), day("2026-10-08"), "2026-017").unwrap();
    }
    registry
}

fn rotation_text(code: &str, demo: bool, old: &Person, new: &Person, signing: &[&Person]) -> String {
    let document = Rotation::new(named(code), demo, made_at(), old.signer(), new.signer());
    sign_value(typed::to_value(&document).unwrap(), signing)
}

pub fn rotation(old: &Person, new: &Person) -> Checked {
    check(&rotation_text(CODES[0], false, old, new, &[old, new]))
}

pub fn revocation(revoked: &Person, by: &Person) -> Checked {
    let document = Revocation::new(named(CODES[0]), false, made_at(), revoked.key.key_id(), Cause::Lost, by.signer());
    check(&sign_value(typed::to_value(&document).unwrap(), &[by]))
}

fn verdict(registry: &Registry, checked: Checked) -> Verdict {
    let accepted: &[Accepted] = &[];
    let desk = Desk { registry, expected: Some(period("2026-11")), accepted, today: today(), due_day: 0 };
    desk.verdicts(&[checked]).remove(0).verdict
}

#[test]
fn a_change_signed_by_both_keys_moves_the_registration_to_the_new_one() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut registry = registry_of(&[&old]);
    let change = registry
        .confirm(rotation(&old, &new).key_change(), day("2026-11-21"), Word::OfFileAlone, |_| String::new())
        .unwrap();
    assert_eq!(change, KeyChange::Rotation { old: old.key.key_id(), new: new.key.key_id() });
    let (_, key) = registry.key(&new.key.key_id()).unwrap();
    assert_eq!(
        (key.form_number.as_str(), key.name.as_str()),
        ("2026-017", "王建国"),
        "the paper form goes on to count"
    );
    assert_eq!(key.status, KeyStatus::Active { since: day("2026-11-21") });
    let replaced = KeyStatus::Replaced { on: day("2026-11-21"), by: new.key.key_id() };
    assert_eq!(registry.key(&old.key.key_id()).unwrap().1.status, replaced);

    assert_eq!(verdict(&registry, check(&sign(&report(&[&new]), &[&new]))), Verdict::Trusted);
    let by_old = verdict(&registry, check(&sign(&report(&[&old]), &[&old])));
    assert_eq!(by_old, Verdict::Mismatched { what: Mismatch::Replaced { on: day("2026-11-21") } });
}

#[test]
fn before_the_office_confirms_a_change_the_new_key_is_another_key() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let registry = registry_of(&[&old]);
    let by_new = verdict(&registry, check(&sign(&report(&[&new]), &[&new])));
    assert_eq!(by_new, Verdict::Mismatched { what: Mismatch::AnotherKey });
}

#[test]
fn one_key_alone_changes_nothing() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut document = Rotation::new(named(CODES[0]), false, made_at(), old.signer(), new.signer());
    document.signers = vec![new.signer()];
    let text = sign_value(typed::to_value(&document).unwrap(), &[&new]);
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
    let fault =
        |registry: &Registry, checked: &Checked| registry.confirmable(checked.key_change(), today()).unwrap_err();
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
    registry
        .confirm(rotation(&old, &new).key_change(), day("2026-11-21"), Word::OfFileAlone, |_| String::new())
        .unwrap_err();
    assert_eq!(registry, Registry::new("示例街道".into()));
}

#[test]
fn a_key_may_revoke_itself_and_a_principal_the_preparer() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    for (revoked, by) in [(&principal, &principal), (&preparer, &preparer), (&preparer, &principal)] {
        let mut registry = registry_of(&[&principal, &preparer]);
        let said = |cause| format!("{cause:?}");
        registry.confirm(revocation(revoked, by).key_change(), day("2026-11-21"), Word::OfFileAlone, said).unwrap();
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
            registry.confirmable(revocation(&principal, by).key_change(), today()),
            Err(ChangeFault::NotEntitled),
            "{}",
            by.name
        );
    }
    let mut gone = registry.clone();
    gone.revoke(&principal.key.key_id(), day("2026-11-01"), "离职").unwrap();
    assert_eq!(
        gone.confirmable(revocation(&preparer, &principal).key_change(), today()),
        Err(ChangeFault::NotEntitled),
        "a revoked key revokes no other"
    );
}

#[test]
fn after_a_revocation_nothing_new_is_accepted_and_what_was_stays() {
    let principal = Person::principal(1);
    let mut registry = registry_of(&[&principal]);
    registry
        .confirm(revocation(&principal, &principal).key_change(), day("2026-11-21"), Word::OfFileAlone, |_| {
            "遗失".into()
        })
        .unwrap();
    let text = sign(&report(&[&principal]), &[&principal]);
    let new = verdict(&registry, check(&text));
    assert_eq!(new, Verdict::Mismatched { what: Mismatch::Revoked { on: day("2026-11-21"), reason: "遗失".into() } });
    let Found::Report(found) = check(&text).found else { panic!("no report") };
    let accepted = [Accepted {
        uscc: found.report.enterprise.uscc.clone(),
        period: found.report.period,
        revision: 1,
        document_sha256: found.document_sha256,
        received_on: None,
    }];
    let desk = Desk { registry: &registry, expected: None, accepted: &accepted, today: today(), due_day: 0 };
    assert_eq!(desk.verdicts(&[check(&text)])[0].verdict, Verdict::Trusted);
}
