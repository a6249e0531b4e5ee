//! The queue of registrations: what is asked, what is told of the digits, whose paper it is.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::registration::Registration;
use anziping_core::office::desk::Inbox;
use anziping_core::office::intake::Checked;
use anziping_core::office::register_queue::{ReceivedForms, RegisterQueue};
use anziping_core::registry::asked::{
    EarlierKey, ListedName, OfferState, RegisterAnswers, RegisterEntry, RegisterQuestion,
};
use anziping_core::registry::stamped_digits::Typing;
use anziping_core::registry::{KeyStatus, RegisterFault, Registry};
use anziping_core::seal::keys::Fingerprint;
use anziping_core::seal::typed;
use anziping_core::signer::Mandate;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{CODES, Person, check, day, enterprise, sign_value, time};

fn code(at: usize) -> UnifiedCode {
    UnifiedCode::parse(CODES[at]).unwrap()
}

fn registration_of(person: &Person, at: usize, name: &str, demo: bool, mandate: Option<Mandate>) -> Checked {
    let named = NamedEnterprise { name: name.into(), uscc: code(at) };
    let made_at = time("2026-11-21T10:00:00+08:00");
    let document = Registration::new(named, demo, mandate, made_at, person.signer());
    check(&sign_value(typed::to_value(&document).unwrap(), &[person]))
}

fn registration(person: &Person) -> Checked {
    registration_of(person, 0, &enterprise().name, false, None)
}

fn state(registry: &Registry, checked: &Checked) -> OfferState {
    let offer = checked.offer().unwrap();
    registry.state_of(&offer, &offer.form_digits())
}

fn entry(digits: String, answers: RegisterAnswers) -> RegisterEntry {
    RegisterEntry { digits, form_number: "街-7".into(), answers }
}

fn register(registry: &mut Registry, checked: &Checked, entry: &RegisterEntry) -> Result<(), RegisterFault> {
    registry.register_as_answered(checked.offer(), entry, day("2026-12-01")).map(drop)
}

fn add() -> RegisterAnswers {
    RegisterAnswers { add: true, ..RegisterAnswers::default() }
}

#[test]
fn an_enterprise_that_is_not_listed_is_added_only_when_that_was_said() {
    let (person, mut registry) = (Person::principal(1), Registry::default());
    let file = registration(&person);
    assert_eq!(state(&registry, &file), OfferState::Waiting(vec![RegisterQuestion::NotListed]));
    let silent = entry(person.digits(), RegisterAnswers::default());
    let asked = Err(RegisterFault::Unanswered(RegisterQuestion::NotListed));
    assert_eq!(register(&mut registry, &file, &silent), asked);
    assert_eq!(registry, Registry::default(), "nothing was changed");
    register(&mut registry, &file, &entry(person.digits(), add())).unwrap();
    assert_eq!(state(&registry, &file), OfferState::Registered);
    assert_eq!(registry.enterprise(&code(0)).unwrap().keys[0].form_number, "街-7");
}

#[test]
fn the_list_is_renamed_only_on_purpose() {
    let person = Person::principal(1);
    let file = registration(&person);
    let listed = "名单里的老名称";
    let question = RegisterQuestion::OtherName { listed: listed.into() };
    for (answer, name) in [(ListedName::Stays, listed), (ListedName::Changes, enterprise().name.as_str())] {
        let mut registry = Registry::default();
        registry.enrol(&code(0), listed);
        assert_eq!(state(&registry, &file), OfferState::Waiting(vec![question.clone()]));
        let silent = entry(person.digits(), RegisterAnswers::default());
        assert_eq!(register(&mut registry, &file, &silent), Err(RegisterFault::Unanswered(question.clone())));
        let answers = RegisterAnswers { name: Some(answer), ..RegisterAnswers::default() };
        register(&mut registry, &file, &entry(person.digits(), answers)).unwrap();
        assert_eq!(registry.enterprise(&code(0)).unwrap().name, name);
    }
}

#[test]
fn of_a_second_principals_key_it_is_asked_what_becomes_of_the_first() {
    let (first, second) = (Person::principal(1), Person { name: "张新任", ..Person::principal(2) });
    let mut before = Registry::default();
    register(&mut before, &registration(&first), &entry(first.digits(), add())).unwrap();
    let file = registration(&second);
    let OfferState::Waiting(asked) = state(&before, &file) else { panic!("it waits") };
    assert!(matches!(asked.as_slice(), [RegisterQuestion::KeyInUse { holder, .. }] if holder == first.name));
    let silent = entry(second.digits(), RegisterAnswers::default());
    let refused = register(&mut before.clone(), &file, &silent);
    assert_eq!(refused, Err(RegisterFault::Unanswered(asked[0].clone())));
    let answered = |earlier| RegisterAnswers { earlier: Some(earlier), ..RegisterAnswers::default() };
    for reason in [" ".to_owned(), "长".repeat(101)] {
        let entry = entry(second.digits(), answered(EarlierKey::Revoked { reason }));
        let refused = register(&mut before.clone(), &file, &entry);
        assert_eq!(refused, Err(RegisterFault::Unanswered(asked[0].clone())), "a revocation has a reason");
    }

    let outcome = |earlier| {
        let mut registry = before.clone();
        register(&mut registry, &file, &entry(second.digits(), answered(earlier))).unwrap();
        let keys = &registry.enterprise(&code(0)).unwrap().keys;
        assert!(keys[1].is_active());
        (keys[0].status.clone(), keys[1].kid)
    };
    let (kept, _) = outcome(EarlierKey::Stays);
    assert!(matches!(kept, KeyStatus::Active { .. }));
    let (replaced, by) = outcome(EarlierKey::Replaced);
    assert_eq!(replaced, KeyStatus::Replaced { on: day("2026-12-01"), by });
    let (revoked, _) = outcome(EarlierKey::Revoked { reason: "设备遗失".into() });
    assert_eq!(revoked, KeyStatus::Revoked { on: day("2026-12-01"), reason: "设备遗失".into() });
}

#[test]
fn a_preparer_or_deputy_beside_the_principal_asks_nothing() {
    let (principal, preparer) = (Person::principal(1), Person::preparer(2));
    let mut registry = Registry::default();
    register(&mut registry, &registration(&principal), &entry(principal.digits(), add())).unwrap();
    assert_eq!(state(&registry, &registration(&preparer)), OfferState::Waiting(vec![]));
    let mandate = Mandate { principal: "王建国".into(), from: day("2026-11-01"), until: day("2026-12-31") };
    let deputy = Person { name: "赵代签", ..Person::principal(3) };
    let file = registration_of(&deputy, 0, &enterprise().name, false, Some(mandate));
    assert_eq!(state(&registry, &file), OfferState::Waiting(vec![]));
    register(&mut registry, &registration(&preparer), &entry(preparer.digits(), RegisterAnswers::default())).unwrap();
    let again = Person::preparer(4);
    let OfferState::Waiting(asked) = state(&registry, &registration(&again)) else { panic!("it waits") };
    assert!(matches!(asked.as_slice(), [RegisterQuestion::KeyInUse { .. }]), "the same person's second key");
}

#[test]
fn what_cannot_be_registered_says_so_before_anything_is_typed() {
    let person = Person::principal(1);
    let demo = registration_of(&person, 0, &enterprise().name, true, None);
    assert_eq!(state(&Registry::default(), &demo), OfferState::Refused(RegisterFault::Demo));
    let mut registry = Registry::default();
    register(&mut registry, &registration(&person), &entry(person.digits(), add())).unwrap();
    assert_eq!(state(&registry, &registration(&person)), OfferState::Registered);
    let elsewhere = registration_of(&person, 1, "福州示例厂", false, None);
    let name = enterprise().name;
    assert_eq!(state(&registry, &elsewhere), OfferState::Refused(RegisterFault::OfAnother { name }));
    let kid = registry.enterprise(&code(0)).unwrap().keys[0].kid;
    registry.revoke(&kid, day("2026-12-02"), "遗失").unwrap();
    assert_eq!(state(&registry, &registration(&person)), OfferState::Refused(RegisterFault::OutOfUse));
}

#[test]
fn the_first_wrong_group_is_told_at_once_and_none_behind_it() {
    let form: Fingerprint = "12345 67890 11111 22222 33333 44444".parse().unwrap();
    let typing = |typed: &str| Typing::of(&[form], typed);
    assert_eq!(typing(""), Typing::Equal { groups: 0 });
    assert_eq!(typing("9999"), Typing::Equal { groups: 0 }, "an unfinished group is not judged");
    assert_eq!(typing("12345 678"), Typing::Equal { groups: 1 });
    assert_eq!(typing("１２３４５-67890"), Typing::Equal { groups: 2 });
    assert_eq!(typing("12345 67891"), Typing::Differs { group: 1 });
    assert_eq!(typing("12345 67891 99999 22222"), Typing::Differs { group: 1 });
    let whole = "123456789011111222223333344444";
    assert!(typing(whole).is_whole() && typing(whole).is_of_this());
    assert_eq!(typing(&format!("{whole}5")), Typing::TooMany { digits: 31 });
    assert_eq!(typing("12345O"), Typing::NotADigit('O'));
    assert_eq!(typing("ANZIPING KEY 1 91310000MA1FL0000N x"), Typing::OldCode);
    assert!(!typing("1234").is_of_this());
    let other: Fingerprint = "99999 67890 11111 22222 33333 44444".parse().unwrap();
    assert_eq!(Typing::of(&[form, other], "99999 67890"), Typing::Equal { groups: 2 }, "one of two signers");
    // Groups of two forms do not mix.
    assert_eq!(
        Typing::of(&[form, "12345 99999 11111 22222 33333 44444".parse().unwrap()], "12345 99999 2"),
        Typing::Equal { groups: 2 }
    );
}

#[test]
fn a_queue_has_each_registration_once_and_finds_the_paper_of_another() {
    let (first, second) = (Person::principal(1), Person::principal(2));
    let other = registration_of(&second, 1, "福州示例木业有限公司", false, None);
    let mut inbox = Inbox::default();
    inbox.take_in(vec![registration(&first), registration(&first)]);
    let forms = ReceivedForms::default().go_on(&inbox);
    inbox.take_in(vec![other, registration_of(&first, 0, "演示", true, None)]);
    let forms = forms.go_on(&inbox);
    let mut registry = Registry::default();
    registry.enrol(&code(1), "福州示例木业有限公司");
    let queue = RegisterQueue::of(&forms, &inbox, &registry);
    assert_eq!((queue.rows.len(), queue.waiting(), queue.registered()), (3, 2, 0));
    let at = |row: usize| queue.rows[row].form.document_sha256;
    assert_eq!(queue.next_after(None), Some(at(0)));
    assert_eq!(queue.next_after(Some(at(0))), Some(at(1)));
    assert_eq!(queue.next_after(Some(at(1))), Some(at(0)), "from the top again, and not the demonstration");
    assert!(queue.rows[0].is_unlisted() && !queue.rows[1].is_unlisted());

    let digits = second.form_named(CODES[1], "福州示例木业有限公司", None);
    let found = |typed: &str, but| queue.form_of(typed, but).map(|row| row.form.document_sha256);
    assert_eq!(found(&digits, at(0)), Some(at(1)));
    assert_eq!(found(&digits[..5], at(0)), Some(at(1)), "a group is enough to find it, and not to register it");
    assert_eq!(found(&digits[..4], at(0)), None);
    assert_eq!(found(&digits, at(1)), None, "its own");
    assert_eq!(found("12345", at(0)), None);

    register(&mut registry, &inbox[2], &entry(digits, RegisterAnswers::default())).unwrap();
    let queue = RegisterQueue::of(&forms, &inbox, &registry);
    assert_eq!((queue.waiting(), queue.registered()), (1, 1));
    assert_eq!(queue.next_after(Some(at(1))), Some(at(0)));
    assert_eq!(queue.next_after(Some(at(0))), None);
    // Cleared and put back, places have changed.
    let files = inbox.clear();
    assert_eq!(forms.clone().go_on(&inbox), ReceivedForms::default().go_on(&inbox));
    inbox.put_back(files);
    assert_eq!(RegisterQueue::of(&forms.go_on(&inbox), &inbox, &registry).rows.len(), 3);
}
