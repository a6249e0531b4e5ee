//! Two registries become one without bringing a key back.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::document::registry_copy::RegistryCopy;
use anziping_core::registry::merge::MergeStep;
use anziping_core::registry::{KeyStatus, Registry};
use anziping_core::seal::typed;
use anziping_core::signer::Role;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{CODES, Person, check, day, sign_value, time};

const NAMES: [&str; 2] = ["上海示例机械有限公司", "福州示例木业有限公司"];

fn code(at: usize) -> UnifiedCode {
    UnifiedCode::parse(CODES[at]).unwrap()
}

fn register(registry: &mut Registry, at: usize, person: &Person) {
    let enterprise = NamedEnterprise { name: NAMES[at].into(), uscc: code(at) };
    let document = Registration::new(enterprise, false, None, time("2026-11-01T08:00:00+08:00"), person.signer());
    let checked = check(&sign_value(typed::to_value(&document).unwrap(), &[person]));
    registry.register(checked.offer(), &person.form_named(CODES[at], NAMES[at], None), day("2026-11-02"), "1").unwrap();
}

#[test]
fn enterprises_and_keys_that_are_not_here_are_taken_over() {
    let mut ours = Registry::new("东街".into());
    register(&mut ours, 0, &Person::principal(1));
    let mut theirs = Registry::new("西街".into());
    register(&mut theirs, 0, &Person::preparer(2));
    register(&mut theirs, 1, &Person::principal(3));
    let steps = ours.compare(&theirs);
    assert!(
        matches!(&steps[..], [MergeStep::NewKey { .. }, MergeStep::NewEnterprise { .. }, MergeStep::NewKey { .. }]),
        "{steps:?}"
    );
    assert_eq!(ours.merge(&theirs), 3);
    assert_eq!(ours.office, "东街");
    assert_eq!(ours.enterprise(&code(0)).unwrap().keys.len(), 2);
    assert_eq!(ours.enterprise(&code(1)).unwrap().name, NAMES[1]);
    assert_eq!(ours.compare(&theirs), [], "a second time there is nothing to do");
}

#[test]
fn a_key_that_is_out_of_use_on_either_side_stays_out_of_use() {
    let key = Person::principal(1);
    let mut active = Registry::new("东街".into());
    register(&mut active, 0, &key);
    let mut revoked = active.clone();
    revoked.revoke(&key.key.key_id(), day("2026-11-10"), "遗失").unwrap();

    let mut ours = active.clone();
    assert!(matches!(&ours.compare(&revoked)[..], [MergeStep::OutOfUse { .. }]));
    ours.merge(&revoked);
    assert!(matches!(ours.key(&key.key.key_id()).unwrap().1.status, KeyStatus::Revoked { .. }));

    let mut ours = revoked.clone();
    let steps = ours.compare(&active);
    assert!(matches!(&steps[..], [MergeStep::StaysOutOfUse { .. }]) && steps[0].is_conflict(), "{steps:?}");
    assert_eq!(ours.merge(&active), 0);
    assert_eq!(ours, revoked);
}

#[test]
fn contradictions_are_named_and_change_nothing() {
    let mut ours = Registry::new("东街".into());
    register(&mut ours, 0, &Person::principal(1));
    let mut theirs = Registry::new("西街".into());
    register(&mut theirs, 1, &Person::principal(1));
    theirs.enrol(&code(0), "上海示例机械厂");
    let before = ours.clone();
    let steps = ours.compare(&theirs);
    let [MergeStep::NewEnterprise { .. }, MergeStep::OtherOwner { .. }, MergeStep::OtherName { .. }] = &steps[..]
    else {
        panic!("{steps:?}")
    };
    ours.merge(&theirs);
    assert_eq!(ours.enterprise(&code(0)), before.enterprise(&code(0)));
    assert!(ours.enterprise(&code(1)).unwrap().keys.is_empty(), "the disputed key is not taken over");

    let mut other_holder = before.clone();
    other_holder.enterprises[0].keys[0].name = "赵代签".into();
    assert!(matches!(&before.compare(&other_holder)[..], [MergeStep::OtherHolder { .. }]));
}

#[test]
fn a_signed_registry_reads_back_and_one_with_an_exchanged_key_does_not() {
    let office =
        Person {
            role: Role::Office, name: "示例街道", key: anziping_core::seal::keys::SecretKey::from_bytes([9; 32])
        };
    let mut registry = Registry::new("示例街道".into());
    register(&mut registry, 0, &Person::principal(1));
    let shared = RegistryCopy::new(&registry, time("2026-11-21T10:00:00+08:00"), office.signer());
    let sealed = |shared: &RegistryCopy| check(&sign_value(typed::to_value(shared).unwrap(), &[&office])).found;
    let anziping_core::office::intake::Found::Registry(found) = sealed(&shared) else { panic!("refused") };
    assert_eq!(found.document.registry().unwrap(), registry);

    let mut exchanged = shared;
    exchanged.enterprises[0].keys[0].key = Person::principal(2).key.public();
    assert!(
        matches!(sealed(&exchanged), anziping_core::office::intake::Found::Rejected(_)),
        "digits and key do not fit"
    );
}
