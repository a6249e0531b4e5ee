//! Requests as the worker meets them: make a key, seal with it, check what was sealed.

use std::sync::OnceLock;

use anziping_core::document::receipt::{self, Receipt};
use anziping_core::document::report::MonthlyReport;
use anziping_core::document::returned::{self, Return};
use anziping_core::document::{DocumentFault, NamedEnterprise};
use anziping_core::json;
use anziping_core::office::intake::Found;
use anziping_core::office::receipt_note::return_message;
use anziping_core::passphrase::Weakness;
use anziping_core::request::{
    CheckFile, CheckedReceipt, CheckedReturn, FromOffice, LearnKeys, LockedKey, MadeKey, MakeKey, Misunderstood,
    NoRandom, OpenKey, OpenedKey, OtherMatter, Passphrase, ReadFromOffice, RegisterKey, Reply, Request, RequestFault,
    SealReport, SignDocuments, SignedFile, Surroundings, UnsignedDocument, answer, message,
};
use anziping_core::seal::json::Normalise;
use anziping_core::seal::keys::KnownKeys;
use anziping_core::seal::{Reason, Refusal};
use anziping_core::signer::{PublicJwk, Role, Signer};
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{self, CODES, Nfc, editions, foreign_catalogue, time};

/// é as one character.
const COMPOSED: &str = "caf\u{e9}老槐树下三只猫";
/// é as e and an accent.
const DECOMPOSED: &str = "cafe\u{301}老槐树下三只猫";

/// A counter: every call gives other bytes, the same ones in each test run.
pub struct Counting(pub u8);

impl Surroundings for Counting {
    fn random(&mut self, bytes: &mut [u8]) -> Result<(), NoRandom> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }

    fn normaliser(&self) -> &dyn Normalise {
        &Nfc
    }
}

struct NoSource;

impl Surroundings for NoSource {
    fn random(&mut self, _: &mut [u8]) -> Result<(), NoRandom> {
        Err(NoRandom)
    }

    fn normaliser(&self) -> &dyn Normalise {
        &Nfc
    }
}

/// Asks the way a page asks its worker: as text there, and the answer as text back.
fn ask<R: Request>(request: &R, bytes: &[u8]) -> Result<R::Answer, RequestFault> {
    match answer(&message(request).unwrap(), bytes, &mut editions(), &mut Counting(0)).unwrap() {
        Reply::Done(text) => Ok(json::read(&text).unwrap()),
        Reply::Fault(text) => Err(json::read(&text).unwrap()),
    }
}

/// One key for all tests of this file; making one takes a second.
fn key() -> &'static MadeKey {
    static MADE: OnceLock<MadeKey> = OnceLock::new();
    MADE.get_or_init(|| {
        let made = ask(&MakeKey { passphrase: typed(COMPOSED), avoid: vec!["王建国".into()] }, &[]).unwrap();
        assert_eq!(made.fingerprint, made.kid.fingerprint());
        made
    })
}

fn holder(role: Role, name: &str, title: &str) -> Signer {
    Signer { role, name: name.into(), title: title.into(), kid: key().kid, key: PublicJwk::ed25519(key().x.clone()) }
}

fn typed(passphrase: &str) -> Passphrase {
    passphrase.to_owned().into()
}

fn locked(passphrase: &str) -> LockedKey {
    LockedKey { pem: key().pem.clone(), kid: key().kid, passphrase: typed(passphrase) }
}

fn report() -> MonthlyReport {
    MonthlyReport { signers: vec![holder(Role::Principal, "王建国", "总经理")], ..sample::report(&[]) }
}

fn seal(report: MonthlyReport, keys: Vec<LockedKey>) -> Result<SignedFile, RequestFault> {
    ask(&SealReport { report: Box::new(report), keys }, &[])
}

#[test]
fn a_report_sealed_with_a_new_key_is_checked_as_sound() {
    let mut report = report();
    report.enterprise.address = "示例路\u{200e}1 号 cafe\u{301}".into();
    let SignedFile { text, document_sha256, file_name } = seal(report, vec![locked(COMPOSED)]).unwrap();
    assert_eq!(file_name, format!("{}-2026-11-r1.signed.json", CODES[0]));
    let checked = ask(&CheckFile { name: "a(1).txt".into() }, text.as_bytes()).unwrap();
    assert_eq!((checked.file_name.as_str(), checked.size), ("a(1).txt", text.len() as u64));
    let Found::Report(found) = checked.found else { panic!("{:?}", checked.found) };
    assert_eq!(found.document_sha256, document_sha256);
    assert_eq!(found.differences, vec![]);
    assert_eq!(found.unknown_members, Vec::<String>::new());
    assert_eq!(found.recomputed.as_ref(), Some(&found.report.declared));
    assert_eq!(
        found.report.enterprise.address, "示例路1 号 caf\u{e9}",
        "pasted direction marks are left out, accents composed"
    );
    let signer = &found.signers[0];
    assert_eq!((signer.role, signer.name.as_str(), signer.kid), (Role::Principal, "王建国", key().kid));
    assert_eq!(signer.fingerprint, key().kid.fingerprint());
}

#[test]
fn a_passphrase_typed_on_another_keyboard_opens_the_key() {
    let open = |kid, passphrase| ask(&OpenKey { pem: key().pem.clone(), kid, passphrase: typed(passphrase) }, &[]);
    let expected = OpenedKey { kid: key().kid, x: key().x.clone(), fingerprint: key().kid.fingerprint() };
    assert_eq!(open(Some(key().kid), DECOMPOSED), Ok(expected.clone()));
    assert_eq!(open(None, COMPOSED), Ok(expected), "a backup on a device that does not know the key");
}

#[test]
fn a_wrong_passphrase_another_key_and_another_text_are_told_apart() {
    assert_eq!(seal(report(), vec![locked("老槐树下四只猫8")]), Err(RequestFault::WrongPassphrase));
    let open = |pem: &str| ask(&OpenKey { pem: pem.into(), kid: None, passphrase: typed(COMPOSED) }, &[]);
    assert_eq!(open("你好"), Err(RequestFault::NotAKey));
    assert_eq!(
        open(&key().pem[..200]),
        Err(RequestFault::WrongPassphrase),
        "a key that was cut short is damaged, not something else"
    );
}

#[test]
fn a_weak_passphrase_and_a_missing_random_source_make_no_key() {
    let make = |passphrase: &str| MakeKey { passphrase: typed(passphrase), avoid: vec!["上海示例机械".into()] };
    assert_eq!(ask(&make("短"), &[]), Err(RequestFault::Weak(Weakness::TooShort(1))));
    assert_eq!(ask(&make("上海示例机械x2026"), &[]), Err(RequestFault::Weak(Weakness::Contained)));
    assert_eq!(make(COMPOSED).run(&[], &mut editions(), &mut NoSource), Err(RequestFault::NoRandom));
}

#[test]
fn what_would_not_stand_up_at_the_office_is_not_sealed() {
    let mut wrong_figures = report();
    wrong_figures.declared.asked += 1;
    let Err(RequestFault::FiguresDiffer(differences)) = seal(wrong_figures, vec![locked(COMPOSED)]) else {
        panic!("sealed")
    };
    assert_eq!(differences.len(), 1);

    let other_catalogue = MonthlyReport { catalogue: foreign_catalogue(), ..report() };
    assert_eq!(seal(other_catalogue, vec![]), Err(RequestFault::OtherCatalogue));

    let impossible = MonthlyReport { revision: 0, ..report() };
    assert!(matches!(seal(impossible, vec![]), Err(RequestFault::Contradiction(_))));

    let refused = |report, keys| match seal(report, keys) {
        Err(RequestFault::Refused(Refusal { reason, .. })) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(report(), vec![]), Reason::NoSignatures);
    assert_eq!(refused(sample::report(&[&sample::Person::principal(9)]), vec![locked(COMPOSED)]), Reason::UnlistedKid);
}

#[test]
fn a_registration_carries_the_key_and_its_digits() {
    let request = RegisterKey {
        enterprise: NamedEnterprise {
            name: "上海示例机械有限公司".into(),
            uscc: UnifiedCode::parse(CODES[0]).unwrap(),
        },
        role: Role::Principal,
        name: "王建国".into(),
        title: "总经理".into(),
        mandate: None,
        demo: false,
        made_at: time("2026-11-21T10:00:00+08:00"),
        key: locked(COMPOSED),
    };
    let signed = ask(&request, &[]).unwrap();
    assert_eq!(signed.file.file_name, format!("{}-principal-2026-11-21.registration.json", CODES[0]));
    let Found::Registration(found) = sample::check(&signed.file.text).found else { panic!("not a registration") };
    assert_eq!(found.signers[0].fingerprint, signed.fingerprint);
    assert_eq!(found.document_sha256, signed.file.document_sha256);
    assert_eq!(found.document.enterprise, request.enterprise);

    let too_exact = RegisterKey { made_at: time("2026-11-21T10:00:00.5+08:00"), ..request };
    assert_eq!(ask(&too_exact, &[]), Err(RequestFault::Contradiction(DocumentFault::SealedAt)));
}

#[test]
fn receipts_are_signed_many_at_once_and_read_back() {
    let office = holder(Role::Office, "示例街道安管办", "");
    let receipts = [1, 2, 3].map(|revision| Receipt {
        revision,
        signers: vec![office.clone()],
        ..sample::receipt(&sample::Person::principal(9))
    });
    let documents =
        receipts.iter().map(|receipt| UnsignedDocument::new(receipt::file_name(receipt), receipt).unwrap()).collect();
    let files = ask(&SignDocuments { documents, keys: vec![locked(COMPOSED)] }, &[]).unwrap();
    assert_eq!(files.len(), 3);
    for (file, receipt) in files.iter().zip(receipts) {
        let (name, code) = ("上海示例机械有限公司", CODES[0]);
        assert_eq!(file.file_name, format!("{name}-{code}-2026-11-r{}.receipt.json", receipt.revision));
        let FromOffice::Receipt(read) = ask(&ReadFromOffice {}, file.text.as_bytes()).unwrap() else {
            panic!("no receipt")
        };
        assert_eq!((read.receipt, read.fingerprint), (receipt, key().kid.fingerprint()));
    }
    let tampered = files[0].text.replace("2026-12-01", "2026-12-02");
    assert!(matches!(ask(&ReadFromOffice {}, tampered.as_bytes()), Err(RequestFault::Refused(_))));
}

#[test]
fn a_receipt_for_another_enterprise_month_or_revision_is_not_for_this_report() {
    let report = report();
    let document_sha256 = sample::digits('1');
    let fingerprint = key().kid.fingerprint();
    let receipt =
        Receipt { period: report.period, revision: report.revision, ..sample::receipt(&sample::Person::principal(9)) };
    let is_for = |receipt: Receipt| CheckedReceipt { receipt, fingerprint }.is_for(&report, document_sha256);
    assert!(is_for(receipt.clone()));
    let mut of_another = receipt.clone();
    of_another.enterprise.uscc = UnifiedCode::parse(CODES[1]).unwrap();
    assert!(!is_for(of_another));
    assert!(!is_for(Receipt { period: report.period.next(), ..receipt.clone() }));
    assert!(!is_for(Receipt { revision: 2, ..receipt.clone() }));
    assert!(!is_for(Receipt { document_sha256: sample::digits('2'), ..receipt }));
}

#[test]
fn a_report_is_no_receipt() {
    let SignedFile { text, .. } = seal(report(), vec![locked(COMPOSED)]).unwrap();
    assert_eq!(ask(&ReadFromOffice {}, text.as_bytes()), Err(RequestFault::NotFromOffice));
}

/// A return by the office's key, as its file.
fn returned(change: impl FnOnce(&mut Return)) -> Result<SignedFile, RequestFault> {
    let office = holder(Role::Office, "示例街道安管办", "");
    let mut returned = Return { signers: vec![office], ..sample::returned(&sample::Person::principal(9)) };
    change(&mut returned);
    let documents = vec![UnsignedDocument::new(returned::file_name(&returned), &returned).unwrap()];
    ask(&SignDocuments { documents, keys: vec![locked(COMPOSED)] }, &[]).map(|mut files| files.remove(0))
}

fn read_return(text: &str) -> CheckedReturn {
    let Ok(FromOffice::Return(read)) = ask(&ReadFromOffice {}, text.as_bytes()) else { panic!("no return") };
    read
}

#[test]
fn a_return_is_read_from_its_file_and_from_the_message_that_holds_it() {
    let file = returned(|_| ()).unwrap();
    assert_eq!(file.file_name, format!("上海示例机械有限公司-{}-2026-11-r1.20261202090000.return.json", CODES[0]));
    let read = read_return(&file.text);
    assert_eq!((read.fingerprint, read.return_sha256), (key().kid.fingerprint(), file.document_sha256));
    assert_eq!(read.returned.remarks.len(), 2);
    let message = return_message(&read.returned, &file.text).unwrap();
    assert!(message.contains("X23：现场看到积尘，请核实"), "{message}");
    assert_eq!(read_return(&format!("王主任 09:12\n{message}\n好的")), read);
}

#[test]
fn a_brace_in_a_remark_does_not_hide_the_document_in_the_message() {
    let file = returned(|returned| returned.remarks[0].text = "见 {附件} 一".into()).unwrap();
    let read = read_return(&file.text);
    assert_eq!(read_return(&return_message(&read.returned, &file.text).unwrap()), read);
}

#[test]
fn a_return_of_another_enterprise_month_revision_or_document_says_which() {
    let (report, here) = (report(), sample::digits('1'));
    let matter = |change: &dyn Fn(&mut Return)| {
        let mut returned = Return {
            period: report.period,
            revision: report.revision,
            ..sample::returned(&sample::Person::principal(9))
        };
        change(&mut returned);
        let read = CheckedReturn { returned, fingerprint: key().kid.fingerprint(), return_sha256: sample::digits('4') };
        read.is_for(&report, here)
    };
    assert_eq!(matter(&|_| ()), Ok(()));
    let code = UnifiedCode::parse(CODES[1]).unwrap();
    assert_eq!(matter(&|returned| returned.enterprise.uscc = code.clone()), Err(OtherMatter::Enterprise));
    assert_eq!(matter(&|returned| returned.period = report.period.next()), Err(OtherMatter::Period));
    assert_eq!(matter(&|returned| returned.revision = 2), Err(OtherMatter::Revision));
    assert_eq!(matter(&|returned| returned.document_sha256 = sample::digits('2')), Err(OtherMatter::Document));
}

#[test]
fn a_changed_return_and_one_of_a_newer_program_are_refused_with_their_reasons() {
    let text = returned(|_| ()).unwrap().text;
    let changed = text.replace("现场看到积尘", "现场没有问题");
    assert!(matches!(ask(&ReadFromOffice {}, changed.as_bytes()), Err(RequestFault::Refused(_))));
    let newer = include_str!("../../../docs/verify/corpus/content-newer-major-version.json");
    assert_eq!(ask(&ReadFromOffice {}, newer.as_bytes()), Err(RequestFault::NewerProgram));
}

#[test]
fn a_return_without_a_remark_is_not_signed() {
    let refused = returned(|returned| returned.remarks.clear());
    assert_eq!(refused, Err(RequestFault::Contradiction(DocumentFault::Remarks)));
}

#[test]
fn a_document_that_does_not_read_back_is_not_given_out() {
    let receipt = Receipt {
        issued_at: time("2026-12-01T09:00:00.5+08:00"),
        signers: vec![holder(Role::Office, "示例街道安管办", "")],
        ..sample::receipt(&sample::Person::principal(9))
    };
    let documents = vec![UnsignedDocument::new("a.json".into(), &receipt).unwrap()];
    let outcome = ask(&SignDocuments { documents, keys: vec![locked(COMPOSED)] }, &[]);
    assert_eq!(outcome, Err(RequestFault::Contradiction(DocumentFault::SealedAt)));
}

#[test]
fn a_message_of_another_version_is_not_understood_and_shows_no_passphrase() {
    let not_understood = |text: &str| answer(text, &[], &mut editions(), &mut Counting(0)).unwrap_err();
    assert!(matches!(not_understood("{}"), Misunderstood::Unknown));
    assert!(matches!(not_understood(r#"{"frobnicate":{}}"#), Misunderstood::Unknown));
    let said = not_understood(r#"{"make_key":{"passphrase":["秘密"],"avoid":[]}}"#);
    assert!(matches!(said, Misunderstood::NotARequest(_)));
    assert_eq!(said.to_string(), "line 0 column 0");
}

#[test]
fn a_passphrase_is_never_shown() {
    let request = SealReport { report: Box::new(report()), keys: vec![locked(COMPOSED)] };
    assert!(!format!("{request:?}").contains("老槐树"));
}

/// A worker that remembers keys.
#[derive(Default)]
struct Remembering(KnownKeys);

impl Surroundings for Remembering {
    fn random(&mut self, _: &mut [u8]) -> Result<(), NoRandom> {
        Err(NoRandom)
    }

    fn normaliser(&self) -> &dyn Normalise {
        &Nfc
    }

    fn known_keys(&self) -> Option<&KnownKeys> {
        Some(&self.0)
    }
}

#[test]
fn a_worker_that_was_told_of_keys_says_the_same_of_every_file() {
    let people = [sample::Person::principal(1), sample::Person::preparer(2)];
    let enterprise = sample::enterprise();
    let signers: Vec<_> = people.iter().collect();
    let report = sample::report_of(&enterprise, &sample::draft(&enterprise, "2026-11"), &signers);
    let text = sample::sign(&report, &signers);
    let keys: Vec<_> = people.iter().map(|person| person.key.public()).collect();
    let changed = text.replacen("示例路 1 号", "示例路 2 号", 1);
    let with_another_key = text.replacen(&keys[0].x(), &sample::Person::principal(9).key.public().x(), 1);
    assert!(changed != text && with_another_key != text);
    let (mut editions, mut told) = (editions(), Remembering::default());
    LearnKeys {}.run(&LearnKeys::bytes(keys.iter()), &mut editions, &mut told).unwrap();
    let mut check = |text: &str, worker: &mut Remembering| {
        CheckFile { name: "r.json".into() }.run(text.as_bytes(), &mut editions, worker).unwrap()
    };
    for text in [&text, &changed, &with_another_key] {
        let alone = check(text, &mut Remembering::default());
        assert_eq!([check(text, &mut told), check(text, &mut told)], [alone.clone(), alone]);
    }
    assert!(check(&text, &mut told).report().is_some());
    assert!(check(&changed, &mut told).report().is_none());
}
