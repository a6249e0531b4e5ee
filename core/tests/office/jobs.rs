//! Jobs as the worker runs them: make a key, seal with it, check what was sealed.

use std::sync::OnceLock;

use anziping_core::document::receipt::{self, Receipt};
use anziping_core::document::registration::NamedEnterprise;
use anziping_core::document::report::{MonthlyReport, ReportFault, ReportSigner, SignerKey};
use anziping_core::office::intake::Outcome;
use anziping_core::request::{
    Done, Draft, Job, JobFault, LockedKey, NoRandom, Passphrase, Registering, Surroundings, run,
};
use anziping_core::seal::envelope::Role;
use anziping_core::seal::json::Normalise;
use anziping_core::seal::keys::KeyId;
use anziping_core::seal::passphrase::Weakness;
use anziping_core::seal::{Reason, Refusal};
use anziping_core::value::uscc::UnifiedCode;

use crate::sample::{self, CODES, Nfc, editions, foreign_catalogue};

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

/// Runs a job the way the worker does: as JSON text there, and its answer as JSON text back.
fn by_message(job: &Job, bytes: &[u8]) -> Result<Done, JobFault> {
    let job: Job = serde_json::from_str(&serde_json::to_string(job).unwrap()).unwrap();
    let answer = run(job, bytes, &mut editions(), &mut Counting(0));
    let back: Result<Done, JobFault> = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
    assert_eq!(back, answer, "the answer survives the way back");
    back
}

struct Made {
    pem: String,
    kid: KeyId,
    x: String,
}

/// One key for all tests of this file; making one takes a second.
fn key() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        match by_message(&Job::MakeKey { passphrase: typed(COMPOSED), avoid: vec!["王建国".into()] }, &[]) {
            Ok(Done::KeyMade { pem, kid, x, fingerprint }) => {
                assert_eq!(fingerprint, kid.fingerprint());
                Made { pem, kid, x }
            }
            other => panic!("{other:?}"),
        }
    })
}

fn typed(passphrase: &str) -> Passphrase {
    passphrase.to_owned().into()
}

fn locked(passphrase: &str) -> LockedKey {
    LockedKey { pem: key().pem.clone(), kid: key().kid, passphrase: typed(passphrase) }
}

fn report() -> MonthlyReport {
    let signer = ReportSigner {
        role: "principal".into(),
        name: "王建国".into(),
        title: "总经理".into(),
        kid: key().kid.to_string(),
        key: SignerKey { crv: "Ed25519".into(), kty: "OKP".into(), x: key().x.clone() },
    };
    MonthlyReport { signers: vec![signer], ..sample::report(&[]) }
}

fn seal(report: MonthlyReport, keys: Vec<LockedKey>) -> Result<Done, JobFault> {
    by_message(&Job::Seal { report: Box::new(report), keys }, &[])
}

#[test]
fn a_report_sealed_with_a_new_key_is_checked_as_sound() {
    let mut report = report();
    report.enterprise.address = "示例路\u{200e}1 号 cafe\u{301}".into();
    let Ok(Done::Sealed { text, document_sha256, file_name }) = seal(report, vec![locked(COMPOSED)]) else {
        panic!("not sealed")
    };
    assert_eq!(file_name, format!("{}-2026-11-r1.signed.json", CODES[0]));
    let Ok(Done::Checked(checked)) = by_message(&Job::Check { name: "a(1).txt".into() }, text.as_bytes()) else {
        panic!("not checked")
    };
    assert_eq!((checked.file_name.as_str(), checked.size), ("a(1).txt", text.len() as u64));
    let Outcome::Report(found) = checked.outcome else { panic!("{:?}", checked.outcome) };
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
    let open =
        |kid, passphrase| by_message(&Job::OpenKey { pem: key().pem.clone(), kid, passphrase: typed(passphrase) }, &[]);
    let expected = Done::KeyOpened { kid: key().kid, x: key().x.clone(), fingerprint: key().kid.fingerprint() };
    assert_eq!(open(Some(key().kid), DECOMPOSED), Ok(expected.clone()));
    assert_eq!(open(None, COMPOSED), Ok(expected), "a backup on a device that does not know the key");
}

#[test]
fn a_wrong_passphrase_another_key_and_another_text_are_told_apart() {
    assert_eq!(seal(report(), vec![locked("老槐树下四只猫8")]), Err(JobFault::WrongPassphrase));
    let open = |pem: &str| by_message(&Job::OpenKey { pem: pem.into(), kid: None, passphrase: typed(COMPOSED) }, &[]);
    assert_eq!(open("你好"), Err(JobFault::NotAKey));
    assert_eq!(
        open(&key().pem[..200]),
        Err(JobFault::WrongPassphrase),
        "a key that was cut short is damaged, not something else"
    );
}

#[test]
fn a_weak_passphrase_and_a_missing_random_source_make_no_key() {
    let make =
        |passphrase: &str| Job::MakeKey { passphrase: typed(passphrase), avoid: vec!["上海示例机械".into()] };
    assert_eq!(by_message(&make("短"), &[]), Err(JobFault::Weak(Weakness::TooShort(1))));
    assert_eq!(by_message(&make("上海示例机械x2026"), &[]), Err(JobFault::Weak(Weakness::Contained)));
    assert_eq!(run(make(COMPOSED), &[], &mut editions(), &mut NoSource), Err(JobFault::NoRandom));
}

#[test]
fn what_would_not_stand_up_at_the_office_is_not_sealed() {
    let mut wrong_figures = report();
    wrong_figures.declared.asked += 1;
    let Err(JobFault::FiguresDiffer(differences)) = seal(wrong_figures, vec![locked(COMPOSED)]) else {
        panic!("sealed")
    };
    assert_eq!(differences.len(), 1);

    let other_catalogue = MonthlyReport { catalogue: foreign_catalogue(), ..report() };
    assert_eq!(seal(other_catalogue, vec![]), Err(JobFault::OtherCatalogue));

    let impossible = MonthlyReport { revision: 0, ..report() };
    assert!(matches!(seal(impossible, vec![]), Err(JobFault::Contradiction(_))));

    let refused = |report, keys| match seal(report, keys) {
        Err(JobFault::Refused(Refusal { reason, .. })) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(report(), vec![]), Reason::NoSignatures);
    assert_eq!(refused(sample::report(&[&sample::Person::principal(9)]), vec![locked(COMPOSED)]), Reason::UnlistedKid);
}

#[test]
fn a_registration_carries_the_key_and_its_digits() {
    let registering = Registering {
        enterprise: NamedEnterprise {
            name: "上海示例机械有限公司".into(),
            uscc: UnifiedCode::parse(CODES[0]).unwrap(),
        },
        role: "principal".into(),
        name: "王建国".into(),
        title: "总经理".into(),
        mandate: None,
        demo: false,
        made_at: "2026-11-21T10:00:00+08:00".into(),
        key: locked(COMPOSED),
    };
    let Ok(Done::Registration { text, fingerprint, .. }) =
        by_message(&Job::Register(Box::new(registering.clone())), &[])
    else {
        panic!("not signed")
    };
    let Outcome::Registration(found) = sample::check(&text).outcome else { panic!("not a registration") };
    assert_eq!(found.signers[0].fingerprint, fingerprint);
    assert_eq!(found.registration.enterprise, registering.enterprise);

    let someday = Registering { made_at: "gestern".into(), ..registering };
    assert!(matches!(by_message(&Job::Register(Box::new(someday)), &[]), Err(JobFault::Contradiction(_))));
}

#[test]
fn receipts_are_signed_many_at_once_and_read_back() {
    let office = ReportSigner {
        role: "office".into(),
        name: "示例街道安管办".into(),
        title: String::new(),
        kid: key().kid.to_string(),
        key: SignerKey { crv: "Ed25519".into(), kty: "OKP".into(), x: key().x.clone() },
    };
    let receipts = [1, 2, 3].map(|revision| Receipt {
        revision,
        signers: vec![office.clone()],
        ..sample::receipt(&sample::Person::principal(9))
    });
    let documents = receipts.iter().map(|receipt| Draft::new(receipt::file_name(receipt), receipt).unwrap()).collect();
    let Ok(Done::Signed(files)) = by_message(&Job::Sign { documents, keys: vec![locked(COMPOSED)] }, &[]) else {
        panic!("not signed")
    };
    assert_eq!(files.len(), 3);
    for (file, receipt) in files.iter().zip(receipts) {
        assert_eq!(file.file_name, format!("{}-2026-11-r{}.receipt.json", CODES[0], receipt.revision));
        let Ok(Done::Receipt(read)) = by_message(&Job::ReadReceipt, file.text.as_bytes()) else { panic!("not read") };
        assert_eq!((read.receipt, read.fingerprint), (receipt, key().kid.fingerprint()));
    }
    let tampered = files[0].text.replace("2026-12-01", "2026-12-02");
    assert!(matches!(by_message(&Job::ReadReceipt, tampered.as_bytes()), Err(JobFault::Refused(_))));
}

#[test]
fn a_report_is_no_receipt() {
    let Ok(Done::Sealed { text, .. }) = seal(report(), vec![locked(COMPOSED)]) else { panic!("not sealed") };
    assert_eq!(by_message(&Job::ReadReceipt, text.as_bytes()), Err(JobFault::NotAReceipt));
}

#[test]
fn a_document_that_does_not_read_back_is_not_given_out() {
    let receipt = Receipt {
        issued_at: "gestern".into(),
        ..sample::receipt(&sample::Person { role: "office", ..sample::Person::principal(9) })
    };
    let mut document = Draft::new("a.json".into(), &receipt).unwrap();
    document.document["signers"][0]["kid"] = key().kid.to_string().into();
    document.document["signers"][0]["key"]["x"] = key().x.clone().into();
    let outcome = by_message(&Job::Sign { documents: vec![document], keys: vec![locked(COMPOSED)] }, &[]);
    assert_eq!(outcome, Err(JobFault::Contradiction(ReportFault::SealedAt)));
}

#[test]
fn a_passphrase_is_never_shown() {
    assert!(
        !format!("{:?}", Job::Seal { report: Box::new(report()), keys: vec![locked(COMPOSED)] }).contains("老槐树")
    );
}
