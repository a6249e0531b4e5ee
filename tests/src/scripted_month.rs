//! An office's month of sixty enterprises over three days of batches, as signed files.
//!
//! Reports that are late, corrected, given back, forked, changed, false, of unknown and of other keys, demonstrations,
//! major hazards that stay, are put off, closed, graded down and vanish, calls for help and suspicions, enterprises
//! that are stopped or deregistered. `tests/foreign/month.py` judges and adds up the same files.

use std::{fs, path::Path, process::Command};

use anziping_core::{
    document::{
        report::{DocumentRef, MonthlyReport},
        returned::ReturnRemark,
    },
    hazard::{Grade, Hazard, Stage},
    month::{
        draft::MonthDraft,
        figures::{MonthField, MonthValue},
        screening::Finding,
    },
    office::{
        missing::{Excuse, Excused},
        returns::ReturnNote,
    },
    registry::{Registered, Registry},
    score::total::Tenths,
    seal::{Sha256, keys::SecretKey},
    signer::Role,
};
use anziping_fixtures::sample::{self, Person, code, day, major_hazard, period, report_of, sign, time};
use serde_json::{Value, json};

use crate::workplace;

/// Enterprises of the office.
const ENTERPRISES: usize = 60;
/// The month that is added up.
pub const MONTH: &str = "2026-11";
/// The month before.
pub const BEFORE: &str = "2026-10";
/// The days on which the desk is opened.
pub const DAYS: [&str; 3] = ["2026-11-30", "2026-12-02", "2026-12-04"];
/// Enterprises whose keys the office does not know.
const UNREGISTERED: [usize; 2] = [40, 41];

/// Enterprises whose major hazard of October is told of again in November, or not.
const PUT_OFF: usize = 2;
const MENDED: usize = 6;
const DOWNGRADED: usize = 8;
const SILENT: usize = 56;
/// Asks the government for help.
const ASKING: usize = 21;
/// Suspects major hazards.
const SUSPECTING: usize = 24;
/// The help that is asked for.
const HELP: &str = "厂区外排水沟堵塞两个月，请街道协调疏通";

/// The principal of an enterprise.
fn principal(number: usize) -> Person {
    let mut seed = [9; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    Person { role: Role::Principal, name: "王建国", key: SecretKey::from_bytes(seed) }
}

/// The registry of the office.
pub fn registry() -> Registry {
    let mut registry = Registry::new("示例街道安管办".into());
    for number in 0..ENTERPRISES {
        let keys = if UNREGISTERED.contains(&number) { Vec::new() } else { vec![principal(number).registered()] };
        registry.enterprises.push(Registered { uscc: code(number), name: format!("示例企业{number}"), keys });
    }
    registry
}

/// The enterprises that need not report.
pub fn excused() -> Vec<Excused> {
    let reasons = [Excuse::Stopped, Excuse::Deregistered, Excuse::Exempt];
    let one = |(number, why)| Excused { uscc: code(number), why, since: day("2026-11-10"), until: None };
    (50..).zip(reasons).map(one).collect()
}

/// The files of a month, by the day on which they come.
struct Files<'a> {
    folder: &'a Path,
}

impl Files<'_> {
    fn put(&self, at: usize, name: &str, text: &str) {
        let folder = self.folder.join(DAYS[at]);
        fs::create_dir_all(&folder).expect("a file");
        fs::write(folder.join(name), text).expect("a file");
    }

    /// A report of an enterprise, changed before it is signed; gives the hash of its document.
    fn report(&self, at: usize, number: usize, name: &str, change: impl FnOnce(&mut MonthlyReport)) -> Sha256 {
        self.signed(at, number, MONTH, name, &principal(number), change)
    }

    fn signed(
        &self,
        at: usize,
        number: usize,
        month: &str,
        name: &str,
        person: &Person,
        change: impl FnOnce(&mut MonthlyReport),
    ) -> Sha256 {
        let (enterprise, draft) = sample::varied(number, &code(number), month);
        let mut report = report_of(&enterprise, &draft, &[person]);
        change(&mut report);
        self.sealed(at, number, name, &report, person)
    }

    /// A report of an enterprise whose month is changed before its figures are computed.
    fn drafted(&self, at: usize, number: usize, month: &str, change: impl FnOnce(&mut MonthDraft)) -> Sha256 {
        let (enterprise, mut draft) = sample::varied(number, &code(number), month);
        change(&mut draft);
        let person = principal(number);
        let name = if month == MONTH { "r1" } else { "october" };
        self.sealed(at, number, name, &report_of(&enterprise, &draft, &[&person]), &person)
    }

    fn sealed(&self, at: usize, number: usize, name: &str, report: &MonthlyReport, person: &Person) -> Sha256 {
        let text = sign(report, &[person]);
        self.put(at, &format!("{number:02}-{name}.json"), &text);
        sample::checked_report(&text).document_sha256
    }
}

/// The state in November of the major hazard that an enterprise had in October.
fn of_november(number: usize) -> Option<Hazard> {
    let before = major_hazard(BEFORE);
    match number {
        PUT_OFF => Some(Hazard { deadline: Some(day("2027-01-31")), ..before }),
        MENDED => Some(Hazard { stage: Stage::Closed, closed_on: Some(day("2026-11-20")), ..before }),
        DOWNGRADED => Some(Hazard { grade: Some(Grade::General), ..before }),
        _ => None,
    }
}

/// Writes everything that comes in the three days.
///
/// Gives the returns that the office has signed meanwhile.
pub fn write(folder: &Path) -> Vec<ReturnNote> {
    let files = Files { folder };
    // October, of which some had major hazards.
    for number in (0..14).chain([SILENT]) {
        let is_followed = [PUT_OFF, MENDED, DOWNGRADED, SILENT].contains(&number);
        files.drafted(0, number, BEFORE, |draft| draft.hazards.extend(is_followed.then(|| major_hazard(BEFORE))));
    }
    let of_first_day = |number| files.drafted(0, number, MONTH, |draft| draft.hazards.extend(of_november(number)));
    let first: Vec<Sha256> = (0..20).map(of_first_day).collect();
    for number in (20..40).filter(|number| *number != SUSPECTING) {
        let harmed = |report: &mut MonthlyReport| {
            let deaths = u64::from(number == 23);
            report.month.insert(MonthField::Deaths, MonthValue::Number(deaths));
            let help = if number == ASKING { HELP } else { "无" };
            report.month.insert(MonthField::HelpNeeded, MonthValue::Text(help.into()));
        };
        files.report(1, number, "r1", harmed);
    }
    files.drafted(1, SUSPECTING, MONTH, |draft| {
        // Those that no item answers, with a record of each: nothing in the report contradicts them.
        let edition = sample::edition();
        let alone = edition.catalogue().criteria().filter(|listed| listed.criterion.item.is_empty());
        for (at, listed) in alone.enumerate() {
            let (id, lead) = (format!("{MONTH}-1{at:02}"), listed.criterion.id.clone());
            let screened = draft.screening.get_mut(&lead).expect("every criterion is looked at");
            screened.finding = Some(Finding::Suspected);
            draft.hazards.push(Hazard { id, lead, ..major_hazard(MONTH) });
        }
    });
    for number in UNREGISTERED {
        files.report(1, number, "r1", |_| {});
    }
    let text =
        |number: usize| fs::read_to_string(folder.join(DAYS[1]).join(format!("{number}-r1.json"))).expect("a file");
    files.report(1, 42, "r1", |_| {});
    let changed = text(42).replacen("示例路 1 号", "示例路 2 号", 1);
    fs::remove_file(folder.join(DAYS[1]).join("42-r1.json")).expect("a file");
    files.put(1, &format!("{}-11.json", code(42)), &changed);
    files.report(1, 43, "demo", |report| report.demo = true);
    files.signed(1, 44, MONTH, "other-key", &principal(99), |_| {});
    files.signed(1, 45, MONTH, "key-of-another", &principal(46), |_| {});
    // False figures: better than they are, and a hazard that is not counted.
    files.report(1, 47, "r1", |report| report.declared.total = Some(Tenths(999)));
    files.report(1, 48, "r1", |report| report.declared.ledger.open = 0);
    // A check list that the office does not have.
    files.report(1, 49, "r1", |report| report.catalogue = sample::foreign_catalogue());
    // On the last day: a copy, a correction, one that answers a return, a late one, a late correction, and a fork.
    files.put(2, "04-copy.json", &fs::read_to_string(folder.join(DAYS[0]).join("04-r1.json")).expect("a file"));
    let corrected = |report: &mut MonthlyReport, number: usize| {
        report.revision = 2;
        report.supersedes = Some(DocumentRef { sha256: first[number] });
        report.sealed_at = time("2026-12-03T09:00:00+08:00");
    };
    files.report(2, 3, "r2", |report| corrected(report, 3));
    files.report(2, 5, "r2", |report| {
        corrected(report, 5);
        report.answers_return = Some(DocumentRef { sha256: sample::digits('7') });
    });
    files.report(2, 53, "late", |report| report.sealed_at = time("2026-12-03T10:00:00+08:00"));
    files.report(2, 54, "one", |_| {});
    files.report(2, 54, "other", |report| report.sealed_at = time("2026-11-30T18:00:00+08:00"));
    files.put(2, "chat.json", "{\"a\":1}");
    // The first is answered, the second is not.
    vec![given_back(5, first[5], '7'), given_back(7, first[7], '8')]
}

fn given_back(number: usize, document_sha256: Sha256, hash: char) -> ReturnNote {
    ReturnNote {
        uscc: code(number),
        period: period(MONTH),
        revision: 1,
        document_sha256,
        return_sha256: sample::digits(hash),
        on: day(DAYS[1]),
        remarks: vec![ReturnRemark { place: None, text: "请核实".into() }],
    }
}

/// Writes the input of the other program: the list, the keys, the excuses and the days.
fn write_desk(folder: &Path, registry: &Registry, given: &[ReturnNote]) {
    let enterprises = registry.enterprises.iter().map(|one| {
        let kids: Vec<String> = one.keys.iter().map(|key| key.kid.to_string()).collect();
        json!({ "uscc": one.uscc, "name": one.name, "kids": kids })
    });
    let edition = sample::edition();
    let desk = json!({
        "period": MONTH,
        "due_day": 0,
        "days": DAYS,
        "list": edition.reference(),
        "enterprises": enterprises.collect::<Vec<_>>(),
        "excused": excused(),
        "given": given,
    });
    fs::write(folder.join("desk.json"), desk.to_string()).expect("a file");
    fs::write(folder.join("list.json"), edition.text()).expect("a file");
}

/// Runs the other program on the files in a folder and reads its results.
///
/// # Panics
/// When it is not there, or stops.
pub fn of_another_program(folder: &Path, registry: &Registry, given: &[ReturnNote]) -> Value {
    write_desk(folder, registry, given);
    let output = Command::new(workplace::tools().join("venv/bin/python"))
        .arg(workplace::root().join("tests/foreign/month.py"))
        .arg(folder)
        .output()
        .expect("python is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints what it has found")
}
