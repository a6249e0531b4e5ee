//! Signed reports of as many enterprises as are wanted, and the registry that knows them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{
    registry::{Registered, Registry},
    seal::{keys::SecretKey, typed},
    signer::Role,
};
use anziping_fixtures::sample::{self, Person, code};
use serde_json::json;
use sha2::{Digest, Sha256};

/// Of every so many enterprises one has not registered its key.
const UNREGISTERED: usize = 10;
/// Of every so many files one was changed after it was signed.
const TAMPERED: usize = 25;

/// Name of the office whose registry knows the enterprises.
pub(crate) const OFFICE: &str = "示例街道安管办";

/// Which check list the reports were answered against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckList {
    /// That of this program: the figures are computed again.
    Ours,
    /// Another one: only the signatures are checked.
    Another,
}

/// Files in a folder, the registry as the desk restores it, and the verdicts that must come.
#[derive(Debug)]
pub struct Batch {
    /// The files, in the order of their names.
    pub files: Vec<PathBuf>,
    /// A backup of the desk.
    pub backup: PathBuf,
    /// How many files there are of each verdict.
    pub expected: BTreeMap<&'static str, usize>,
    /// Bytes of all files together.
    pub bytes: usize,
}

/// Writes `count` reports of November 2026, each of another enterprise.
///
/// Each has keys of its own and is signed by preparer and principal.
///
/// # Panics
/// When a file cannot be written.
pub fn write(folder: &Path, count: usize, check_list: CheckList) -> Batch {
    write_month(folder, count, check_list, MONTH)
}

/// Writes as [`write`] does, of another month. Each enterprise has the same keys in every month.
///
/// # Panics
/// When a file cannot be written.
pub fn write_month(folder: &Path, count: usize, check_list: CheckList, month: &str) -> Batch {
    let enterprise = sample::enterprise();
    let mut report = sample::report_of(&enterprise, &sample::draft(&enterprise, month), &[]);
    if check_list == CheckList::Another {
        report.catalogue = sample::foreign_catalogue();
    }
    let template = typed::to_value(&report).expect("a report is a document");
    let mut batch =
        Batch { files: Vec::new(), backup: folder.join("backup.json"), expected: BTreeMap::new(), bytes: 0 };
    let mut registry = Registry::new(OFFICE.into());
    for number in 0..count {
        let people = people(number);
        let (uscc, name) = (code(number), format!("示例企业{number}"));
        let mut text = sample::signed_by(&template, &uscc, &name, &people.iter().collect::<Vec<_>>());
        let registered = number % UNREGISTERED != UNREGISTERED - 1;
        let verdict = if number % TAMPERED == TAMPERED - 1 {
            text = text.replacen("示例路 1 号", "示例路 2 号", 1);
            "rejected"
        } else if registered {
            "trusted"
        } else {
            "unregistered"
        };
        if registered {
            registry.enterprises.push(Registered { uscc, name, keys: people.iter().map(Person::registered).collect() });
        }
        batch.keep(folder.join(format!("{number:05}.signed.json")), &text, verdict);
    }
    batch.know(&registry);
    batch
}

/// The keys of as many enterprises, base64url of the 32 bytes of each.
pub fn keys(count: usize) -> Vec<String> {
    (0..count).flat_map(people).map(|person| person.key.public().x()).collect()
}

/// The month of [`write`], and the later one of [`mixed`].
pub const MONTH: &str = "2026-11";
/// The month before.
pub const MONTH_BEFORE: &str = "2026-10";

/// Writes the reports of two months of many enterprises.
///
/// They differ in whatever reports are added up by. All keys are registered; of ten enterprises one has handed in
/// nothing, and one only the later month.
///
/// # Panics
/// When a file cannot be written.
pub fn mixed(folder: &Path, enterprises: usize) -> Batch {
    let mut batch =
        Batch { files: Vec::new(), backup: folder.join("backup.json"), expected: BTreeMap::new(), bytes: 0 };
    let mut registry = Registry::new(OFFICE.into());
    for number in 0..enterprises {
        let (person, uscc) = (person(number, Role::Principal, "王建国"), code(number));
        let months = match number % 10 {
            9 => &[][..],
            8 => &[MONTH],
            _ => &[MONTH_BEFORE, MONTH],
        };
        for month in months {
            let (enterprise, draft) = sample::varied(number, &uscc, month);
            let text = sample::sign(&sample::report_of(&enterprise, &draft, &[&person]), &[&person]);
            batch.keep(folder.join(format!("{month}-{number:05}.signed.json")), &text, "trusted");
        }
        registry.enterprises.push(Registered {
            name: format!("示例企业{number}"),
            uscc,
            keys: vec![person.registered()],
        });
    }
    batch.know(&registry);
    batch
}

impl Batch {
    fn keep(&mut self, file: PathBuf, text: &str, verdict: &'static str) {
        fs::write(&file, text).expect("a report is written");
        self.bytes += text.len();
        self.files.push(file);
        *self.expected.entry(verdict).or_default() += 1;
    }

    fn know(&self, registry: &Registry) {
        write_backup(registry, &self.backup);
    }
}

/// Writes a backup of a desk that has this registry and accepted nothing yet.
///
/// # Panics
/// When the file cannot be written.
pub fn write_backup(registry: &Registry, file: &Path) {
    write_backup_with(registry, &json!({}), file);
}

/// Writes as [`write_backup`] does, with further members.
///
/// # Panics
/// When the file cannot be written.
pub fn write_backup_with(registry: &Registry, more: &serde_json::Value, file: &Path) {
    let mut backup = serde_json::to_value(registry).expect("a registry is kept as JSON");
    backup["accepted"] = json!([]);
    for (name, member) in more.as_object().into_iter().flatten() {
        backup[name] = member.clone();
    }
    fs::write(file, backup.to_string()).expect("a backup is written");
}

/// The signers of an enterprise: principal and preparer.
pub(crate) fn people(number: usize) -> [Person; 2] {
    [person(number, Role::Principal, "王建国"), person(number, Role::Preparer, "李安全")]
}

fn person(number: usize, role: Role, name: &'static str) -> Person {
    Person { role, name, key: SecretKey::from_bytes(Sha256::digest(format!("{} {number}", role.code())).into()) }
}
