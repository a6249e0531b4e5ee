//! A deputy with a power of attorney, and what he might try at the desk.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{
    document::{
        NamedEnterprise, SignedDocument,
        registration::Registration,
        report::{DocumentRef, MonthlyReport},
        revocation::Revocation,
    },
    office::intake::Checked,
    registry::Registry,
    seal::{keys::SecretKey, typed},
    signer::{Cause, Mandate, Role},
    value::{day::Day, uscc::UnifiedCode},
};
use anziping_fixtures::sample::{self, CODES, Person};

use crate::reports::write_backup;

/// Files of one enterprise, and the desk that knows its principal and one deputy.
#[derive(Debug)]
pub struct Deputies {
    /// A backup of the desk.
    pub backup: PathBuf,
    /// The principal's report.
    pub own: PathBuf,
    /// The deputy's correction of it.
    pub correction: PathBuf,
    /// The deputy's word that the principal's key is lost.
    pub revocation: PathBuf,
    /// The registration of another deputy, whose power of attorney ends in 2099.
    pub endless: PathBuf,
    /// The digits on the form of that one, if it had been stamped.
    pub endless_digits: String,
    /// The digits on a form that says that his power of attorney ends on the day of the test.
    pub stamped_digits: String,
}

/// Writes them; the power of attorney of the known deputy covers `today`.
///
/// # Panics
/// When a file cannot be written.
pub fn write(folder: &Path, today: Day) -> Deputies {
    let principal = Person::principal(1);
    let deputy = |seed| Person { name: "赵代签", role: Role::Principal, key: SecretKey::from_bytes([seed; 32]) };
    let (known, endless) = (deputy(4), deputy(5));
    let until = |until: Day| Mandate { principal: principal.name.into(), from: today.plus(-20), until };
    let (short, long) = (until(today), until(Day::new(2099, 12, 31).expect("a day")));

    let mut registry = Registry::new("示例街道安管办".into());
    let mut enter = |person: &Person, mandate: Option<&Mandate>| {
        let digits = mandate.map_or_else(|| person.digits(), |mandate| form(person, mandate));
        let offered = checked(&registration(person, mandate));
        registry.register(offered.offer(), &digits, today, "委 1").expect("the digits are equal");
    };
    enter(&principal, None);
    enter(&known, Some(&short));

    let own = sample::report(&[&principal]);
    let own = sample::sign(&own, &[&principal]);
    let sha256 = checked(&own).report().expect("a report").document_sha256;
    let correction =
        MonthlyReport { revision: 2, supersedes: Some(DocumentRef { sha256 }), ..sample::report(&[&known]) };
    let made_at = sample::time("2026-11-20T09:00:00+08:00");
    let revocation = Revocation::new(named(), false, made_at, principal.key.key_id(), Cause::Lost, known.signer());
    let file = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("a file is written");
        file
    };
    let backup = folder.join("backup.json");
    write_backup(&registry, &backup);
    Deputies {
        backup,
        own: file("own.signed.json", &own),
        correction: file("correction.signed.json", &sample::sign(&correction, &[&known])),
        revocation: file("revocation.json", &signed(&revocation, &known)),
        endless: file("endless.registration.json", &registration(&endless, Some(&long))),
        endless_digits: form(&endless, &long),
        stamped_digits: form(&endless, &short),
    }
}

fn named() -> NamedEnterprise {
    let enterprise = sample::enterprise();
    NamedEnterprise { name: enterprise.name, uscc: UnifiedCode::parse(CODES[0]).expect("a code") }
}

fn form(person: &Person, mandate: &Mandate) -> String {
    person.form(CODES[0], Some(mandate))
}

fn registration(person: &Person, mandate: Option<&Mandate>) -> String {
    let made_at = sample::time("2026-11-02T09:00:00+08:00");
    signed(&Registration::new(named(), false, mandate.cloned(), made_at, person.signer()), person)
}

fn signed(document: &impl SignedDocument, person: &Person) -> String {
    sample::sign_value(typed::to_value(document).expect("a document"), &[person])
}

fn checked(text: &str) -> Checked {
    sample::check(text)
}
