//! Keys get in by thirty equal digits and in no other way.

use anziping_core::document::report::MonthlyReport;
use anziping_core::json;
use anziping_core::office::intake::Checked;
use anziping_core::registry::{KeyStatus, RegisterFault, Registry, RegistryFault, StatusFault};
use anziping_core::seal::keys::{FingerprintError, SecretKey};
use anziping_core::signer::Role;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{CODES, Person, check, day, enterprise, report, sign};

fn file(person: &Person) -> Checked {
    check(&sign(&report(&[person]), &[person]))
}

fn register(registry: &mut Registry, checked: &Checked, digits: &str) -> Result<(), RegisterFault> {
    registry.register(checked.offer(), digits, day("2026-12-01"), "街-001").map(drop)
}

/// The office with the sample enterprise's principal registered.
pub fn registered(person: &Person) -> Registry {
    let mut registry = Registry::new("示例街道安管办".into());
    register(&mut registry, &file(person), &person.digits()).unwrap();
    registry
}

#[test]
fn digits_are_compared_as_people_type_them() {
    let person = Person::principal(1);
    let plain = person.digits().replace(' ', "");
    let full_width: String =
        plain.chars().map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap()).collect();
    for typed in [
        person.digits(),
        plain.clone(),
        full_width,
        format!(" {}\n{} ", &plain[..13], &plain[13..]),
        person.digits().replace(' ', "-"),
    ] {
        let mut registry = Registry::new(String::new());
        assert_eq!(register(&mut registry, &file(&person), &typed), Ok(()), "{typed}");
        let key = &registry.enterprise(&UnifiedCode::parse(CODES[0]).unwrap()).unwrap().keys[0];
        assert_eq!((key.name.as_str(), key.form_number.as_str()), ("王建国", "街-001"));
        assert_eq!(key.status, KeyStatus::Active { since: day("2026-12-01") });
    }
}

#[test]
fn anything_but_thirty_equal_digits_registers_nothing() {
    let person = Person::principal(1);
    let plain = person.digits().replace(' ', "");
    let mut registry = Registry::new(String::new());
    let mut refused = |digits: &str| register(&mut registry, &file(&person), digits).unwrap_err();
    assert_eq!(refused(&plain[..29]), RegisterFault::Digits(FingerprintError::Count(29)));
    assert_eq!(refused(&format!("{plain}0")), RegisterFault::Digits(FingerprintError::Count(31)));
    assert_eq!(refused(""), RegisterFault::Digits(FingerprintError::Count(0)));
    assert_eq!(
        refused(&plain.replacen(|_: char| true, "O", 1)),
        RegisterFault::Digits(FingerprintError::NotADigit('O'))
    );
    assert_eq!(refused(&Person::principal(2).digits()), RegisterFault::DigitsDiffer);
    for at in 0..30 {
        let mut wrong = plain.clone().into_bytes();
        wrong[at] = if wrong[at] == b'9' { b'0' } else { wrong[at] + 1 };
        assert_eq!(refused(&String::from_utf8(wrong).unwrap()), RegisterFault::DigitsDiffer, "digit {at}");
    }
    assert_eq!(registry, Registry::new(String::new()));
}

#[test]
fn the_digits_of_a_form_cover_enterprise_holder_and_role() {
    let person = Person::principal(1);
    let mut registry = Registry::new(String::new());
    let of = |change: fn(&mut MonthlyReport)| {
        let mut changed = report(&[&person]);
        change(&mut changed);
        check(&sign(&changed, &[&person]))
    };
    let changed = [
        of(|report| report.signers[0].name = "王建军".into()),
        of(|report| report.signers[0].title = "董事长".into()),
        of(|report| report.enterprise.name = "上海示例机械制造有限公司".into()),
        of(|report| report.enterprise.uscc = UnifiedCode::parse(CODES[1]).unwrap()),
        file(&Person { key: SecretKey::from_bytes([9; 32]), ..Person::principal(1) }),
    ];
    for file in &changed {
        assert_eq!(register(&mut registry, file, &person.digits()), Err(RegisterFault::DigitsDiffer));
    }
    let preparer = Person { role: Role::Preparer, ..Person::principal(2) };
    let both = check(&sign(&report(&[&person, &preparer]), &[&person, &preparer]));
    assert_eq!(
        register(&mut registry, &both, &Person::principal(2).digits()),
        Err(RegisterFault::DigitsDiffer),
        "role"
    );
    assert_eq!(register(&mut registry, &file(&person), &person.key_digits()), Err(RegisterFault::DigitsOfKeyAlone));
    assert_eq!(registry, Registry::new(String::new()));
}

#[test]
fn of_two_signers_the_one_with_the_typed_digits_is_registered() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    let both = check(&sign(&report(&[&principal, &preparer]), &[&principal, &preparer]));
    let mut registry = Registry::new(String::new());
    register(&mut registry, &both, &preparer.digits()).unwrap();
    assert!(registry.key(&preparer.key.key_id()).is_some());
    assert!(registry.key(&principal.key.key_id()).is_none());
}

#[test]
fn demo_data_and_rejected_files_are_never_registered() {
    let person = Person::principal(1);
    let mut registry = Registry::new(String::new());
    let demo = MonthlyReport { demo: true, ..report(&[&person]) };
    assert_eq!(register(&mut registry, &check(&sign(&demo, &[&person])), &person.digits()), Err(RegisterFault::Demo));
    assert_eq!(register(&mut registry, &check("{}"), &person.digits()), Err(RegisterFault::NothingToRegister));
}

#[test]
fn a_key_belongs_to_one_enterprise_and_does_not_come_back_after_revocation() {
    let person = Person::principal(1);
    let mut registry = registered(&person);
    assert_eq!(register(&mut registry, &file(&person), &person.digits()), Err(RegisterFault::AlreadyRegistered));

    let mut other = report(&[&person]);
    other.enterprise.uscc = UnifiedCode::parse(CODES[1]).unwrap();
    let other = check(&sign(&other, &[&person]));
    assert_eq!(
        register(&mut registry, &other, &person.form(CODES[1], None)),
        Err(RegisterFault::OfAnother { name: enterprise().name })
    );

    let kid = person.key.key_id();
    assert_eq!(registry.revoke(&kid, day("2026-12-05"), " 电脑被盗 "), Ok(()));
    let revoked = KeyStatus::Revoked { on: day("2026-12-05"), reason: "电脑被盗".into() };
    assert_eq!(registry.key(&kid).unwrap().1.status, revoked);
    assert_eq!(registry.revoke(&kid, day("2026-12-09"), "再次"), Err(StatusFault::OutOfUse), "the first reason stays");
    assert_eq!(register(&mut registry, &file(&person), &person.digits()), Err(RegisterFault::OutOfUse));
}

#[test]
fn a_key_is_replaced_only_by_one_in_use_at_the_same_enterprise() {
    let (old, new) = (Person::principal(1), Person::principal(2));
    let mut registry = registered(&old);
    let (old_kid, new_kid) = (old.key.key_id(), new.key.key_id());
    assert_eq!(registry.replace(&old_kid, &new_kid, day("2026-12-02")), Err(StatusFault::NewKeyNotRegistered));
    assert_eq!(registry.replace(&new_kid, &old_kid, day("2026-12-02")), Err(StatusFault::Unknown));
    register(&mut registry, &file(&new), &new.digits()).unwrap();
    assert_eq!(registry.replace(&old_kid, &new_kid, day("2026-12-02")), Ok(()));
    assert_eq!(registry.key(&old_kid).unwrap().1.status, KeyStatus::Replaced { on: day("2026-12-02"), by: new_kid });
    assert_eq!(registry.replace(&new_kid, &new_kid, day("2026-12-02")), Err(StatusFault::NewKeyNotRegistered));
}

#[test]
fn the_jwk_set_holds_the_keys_in_use_and_no_others() {
    let (first, second) = (Person::principal(1), Person::principal(2));
    let mut registry = registered(&first);
    register(&mut registry, &file(&second), &second.digits()).unwrap();
    registry.revoke(&first.key.key_id(), day("2026-12-05"), "丢失").unwrap();
    let set: serde_json::Value = serde_json::from_str(&registry.to_jwk_set()).unwrap();
    let expected = serde_json::json!({"keys": [{
        "kty": "OKP", "crv": "Ed25519", "x": second.signer().key.x(), "kid": second.signer().kid, "alg": "Ed25519", "use": "sig",
    }]});
    assert_eq!(set, expected);
}

fn kept(registry: &Registry) -> String {
    json::write(registry).unwrap()
}

fn read_back(text: &str) -> Result<Registry, RegistryFault> {
    json::read::<Registry>(text).unwrap().checked()
}

#[test]
fn a_registry_survives_being_kept_and_an_exchanged_key_is_noticed() {
    let mut registry = registered(&Person::principal(1));
    registry.enrol(&UnifiedCode::parse(CODES[1]).unwrap(), "福建示例厂");
    let text = kept(&registry);
    assert_eq!(read_back(&text), Ok(registry.clone()));

    let (kid, x) = (Person::principal(1).key.key_id(), |n| Person::principal(n).signer().key.x().to_owned());
    assert_eq!(read_back(&text.replace(&x(1), &x(2))), Err(RegistryFault::KeyMismatch(kid)));
    let other = Person::principal(2).key.key_id();
    assert_eq!(read_back(&text.replace(&kid.to_string(), &other.to_string())), Err(RegistryFault::KeyMismatch(other)));
    let digits = |n| Person::principal(n).key_digits();
    assert_eq!(read_back(&text.replace(&digits(1), &digits(2))), Err(RegistryFault::KeyMismatch(kid)));
    assert_eq!(
        read_back(&text.replace(CODES[1], CODES[0])),
        Err(RegistryFault::EnterpriseTwice(UnifiedCode::parse(CODES[0]).unwrap()))
    );
    let twice = registry.enterprises[0].keys[0].clone();
    registry.enterprises[1].keys.push(twice);
    assert_eq!(read_back(&kept(&registry)), Err(RegistryFault::KeyTwice(kid)));
}
