//! An office's month of sixty enterprises, added up by a program that shares no code with ours.
//!
//! Three days of batches, kept and read back between them. Reports that are late, corrected, given back, forked,
//! changed, false, of unknown and of other keys, demonstrations, and enterprises that are stopped or deregistered. What
//! the desk says of all that is compared with `tests/foreign/month.py`, which reads the same files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anziping_core::document::report::{DocumentRef, MonthlyReport};
use anziping_core::month::figures::{MonthField, MonthValue};
use anziping_core::office::desk::{Accepted, Desk, Inbox, Judged, Remark, Verdict};
use anziping_core::office::intake::{self, CheckedReport};
use anziping_core::office::kept::{self, Kept};
use anziping_core::office::missing::{Excuse, Excused, Expected, Standing};
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::risk_overview::{groups, habits, movements, worst_items};
use anziping_core::office::rollup::{RollUp, Spread, of_month};
use anziping_core::registry::{KeyStatus, Registered, RegisteredKey, Registry};
use anziping_core::score::total::Tenths;
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::SecretKey;
use anziping_core::signer::Role;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_fixtures::sample::{self, Person, code, day, period, report_of, sign, time};
use anziping_tests::workplace;
use serde_json::{Value, json};

const ENTERPRISES: usize = 60;
const MONTH: &str = "2026-11";
const BEFORE: &str = "2026-10";
/// The days on which the desk is opened.
const DAYS: [&str; 3] = ["2026-11-30", "2026-12-02", "2026-12-04"];
/// Enterprises whose keys the office does not know.
const UNREGISTERED: [usize; 2] = [40, 41];

fn principal(number: usize) -> Person {
    let mut seed = [9; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    Person { role: Role::Principal, name: "王建国", key: SecretKey::from_bytes(seed) }
}

fn registry() -> Registry {
    let mut registry = Registry::new("示例街道安管办".into());
    for number in 0..ENTERPRISES {
        let public = principal(number).key.public();
        let key = RegisteredKey {
            kid: public.key_id(),
            fingerprint: public.fingerprint(),
            key: public,
            role: Role::Principal,
            name: "王建国".into(),
            status: KeyStatus::Active { since: Day::epoch() },
            form_number: String::new(),
            mandate: None,
        };
        let keys = if UNREGISTERED.contains(&number) { Vec::new() } else { vec![key] };
        registry.enterprises.push(Registered { uscc: code(number), name: format!("示例企业{number}"), keys });
    }
    registry
}

fn excused() -> Vec<Excused> {
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
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), text).unwrap();
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
        let text = sign(&report, &[person]);
        self.put(at, &format!("{number:02}-{name}.json"), &text);
        sample::checked_report(&text).document_sha256
    }
}

/// Writes everything that comes in the three days.
fn write(folder: &Path) {
    let files = Files { folder };
    // October, of which some had major hazards.
    for number in 0..14 {
        files.signed(0, number, BEFORE, "october", &principal(number), |_| {});
    }
    let first: Vec<Sha256> = (0..20).map(|number| files.report(0, number, "r1", |_| {})).collect();
    for number in 20..40 {
        let harmed = |report: &mut MonthlyReport| {
            let deaths = u64::from(number == 23);
            report.month.insert(MonthField::Deaths, MonthValue::Number(deaths));
        };
        files.report(1, number, "r1", harmed);
    }
    for number in UNREGISTERED {
        files.report(1, number, "r1", |_| {});
    }
    let text = |number: usize| fs::read_to_string(folder.join(DAYS[1]).join(format!("{number}-r1.json"))).unwrap();
    files.report(1, 42, "r1", |_| {});
    let changed = text(42).replacen("示例路 1 号", "示例路 2 号", 1);
    fs::remove_file(folder.join(DAYS[1]).join("42-r1.json")).unwrap();
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
    files.put(2, "04-copy.json", &fs::read_to_string(folder.join(DAYS[0]).join("04-r1.json")).unwrap());
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
}

/// What the other program has to know: the list, the keys, the excuses and the days.
fn write_desk(folder: &Path, registry: &Registry) {
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
    });
    fs::write(folder.join("desk.json"), desk.to_string()).unwrap();
    fs::write(folder.join("list.json"), edition.text()).unwrap();
}

/// The desk after its last day.
struct Month {
    inbox: Inbox,
    judged: Vec<Judged>,
    accepted: Vec<Accepted>,
}

/// Works through the days.
///
/// Each begins with what the day before has left, the day's files are handed over, and what agrees with itself is taken
/// in.
fn worked(folder: &Path, registry: &Registry) -> Month {
    let (mut inbox, mut accepted, mut judged) = (Inbox::default(), Vec::<Accepted>::new(), Vec::new());
    for at in DAYS {
        let bodies: Vec<String> =
            (0..kept::records(inbox.len())).map(|place| kept::write(kept::of_record(&inbox, place)).unwrap()).collect();
        inbox.begin_with(Kept::of((1..).zip(bodies.iter().map(String::as_str))).files);
        let mut names: Vec<_> = fs::read_dir(folder.join(at)).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let checked = names.iter().map(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            intake::check(&name, &fs::read(path).unwrap(), &sample::editions(), &sample::Nfc)
        });
        inbox.take_in(checked.collect());
        let judge = |accepted: &[Accepted]| {
            Desk { registry, expected: Some(period(MONTH)), accepted, today: day(at), due_day: 0 }.verdicts(&inbox)
        };
        let taken = |accepted: &[Accepted], found: &CheckedReport| {
            accepted.iter().any(|one| one.document_sha256 == found.document_sha256)
        };
        let trusted = inbox.iter().zip(judge(&accepted)).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
        let new = trusted.filter_map(|(checked, _)| checked.report());
        let new = new.filter(|found| found.is_consistent() && !taken(&accepted, found)).map(|found| Accepted {
            uscc: found.report.enterprise.uscc.clone(),
            period: found.report.period,
            revision: found.report.revision,
            document_sha256: found.document_sha256,
            received_on: Some(day(at)),
        });
        let new: Vec<Accepted> = new.collect();
        accepted.extend(new);
        judged = judge(&accepted);
    }
    Month { inbox, judged, accepted }
}

fn spread(spread: &Spread) -> Value {
    json!({ "count": spread.count, "mean": spread.mean.0, "median": spread.median.0, "lowest": spread.lowest.0 })
}

/// What the desk says, in the form of the other program.
fn said(month: &Month, registry: &Registry) -> Value {
    let Month { inbox, judged, accepted } = month;
    let excused = excused();
    let rollup = RollUp::of(period(MONTH), inbox, judged, &Expected { registry, accepted, excused: &excused });
    let now = of_month(period(MONTH), &Verdict::Trusted, inbox, judged);
    let before = of_month(Period::parse(BEFORE).unwrap(), &Verdict::Trusted, inbox, judged);
    let pairs = || inbox.iter().zip(judged);
    let verdicts: BTreeMap<&str, &str> =
        pairs().map(|(checked, judged)| (checked.file_name.as_str(), judged.verdict.code())).collect();
    let is_late = |judged: &Judged| {
        judged.remarks.iter().any(|remark| matches!(remark, Remark::Late { .. } | Remark::ReceivedLate { .. }))
    };
    let of_november = |report: &CheckedReport| report.report.period == period(MONTH) && !report.report.demo;
    let late = pairs().filter(|(checked, judged)| checked.report().is_some_and(of_november) && is_late(judged));
    let mut late: Vec<&str> = late.map(|(checked, _)| checked.file_name.as_str()).collect();
    late.sort_unstable();
    let mut taken: Vec<_> =
        accepted.iter().map(|one| (one.uscc.to_string(), one.period, one.revision, one.received_on)).collect();
    taken.sort();
    let absent: BTreeMap<String, String> = rollup
        .absent
        .iter()
        .map(|one| {
            let how = match one.standing {
                Standing::NotSent => "not sent".to_owned(),
                Standing::Uncounted => format!("uncounted {}", one.came.code()),
                Standing::TakenIn(on) => format!("taken in {}", on.unwrap()),
                Standing::Excused(why, _) => format!("excused {}", why.code()),
            };
            (one.uscc.to_string(), how)
        })
        .collect();
    let totals = &rollup.trusted;
    let targets: BTreeMap<&String, Vec<[u32; 2]>> = totals
        .targets
        .iter()
        .map(|(area, counts)| (area, counts.iter().map(|count| [count.met, count.total]).collect()))
        .collect();
    let grouped = |by| -> BTreeMap<String, Value> {
        let one = |group: anziping_core::office::risk_overview::Group| {
            let mean = group.total.unwrap().mean.0;
            let figures = json!({ "reports": group.reports, "mean": mean, "failed": group.failed, "open": group.open,
                "open_major": group.open_major, "overdue": group.overdue });
            (group.key, figures)
        };
        let places = Places { listed: &OfficeList::new(), industry: &|_| None };
        groups(by, &now, &places).into_iter().map(one).collect()
    };
    let worst: BTreeMap<String, [u32; 2]> =
        worst_items(&now).into_iter().map(|item| (item.id, [item.short, item.zero])).collect();
    let habits: BTreeMap<String, [u32; 3]> = habits(&now)
        .into_iter()
        .map(|habit| (habit.uscc.to_string(), [habit.asked, habit.not_applicable, habit.carried]))
        .collect();
    let moved: BTreeMap<String, [u32; 2]> = movements(&now, &before)
        .into_iter()
        .map(|moved| (moved.uscc.to_string(), [moved.before.0, moved.now.0]))
        .collect();
    let mut major: Vec<_> =
        totals.major_hazards.iter().map(|one| (one.uscc.to_string(), one.id.clone(), one.overdue)).collect();
    major.sort();
    let elements: BTreeMap<String, Value> =
        totals.elements.iter().map(|(number, one)| (number.to_string(), spread(one))).collect();
    let (grades, hazards, harm) = (totals.grades, totals.hazards, totals.harm);
    json!({
        "verdicts": verdicts, "taken": taken, "absent": absent, "late": late, "reports": totals.reports,
        "grades": { "excellent": grades.excellent, "pass": grades.pass, "fail": grades.fail },
        "total": spread(&totals.total.unwrap()), "elements": elements,
        "hazards": { "open": hazards.open, "open_major": hazards.open_major, "overdue": hazards.overdue,
            "added": hazards.added, "closed": hazards.closed },
        "harm": { "accidents": harm.accidents, "deaths": harm.deaths, "serious_injuries": harm.serious_injuries,
            "minor_injuries": harm.minor_injuries },
        "major": major, "targets": targets,
        "groups": { "class": grouped(By::Class), "village": grouped(By::Village), "industry": grouped(By::Industry) },
        "worst": worst, "habits": habits, "movements": moved,
    })
}

#[test]
fn a_program_that_shares_no_code_gives_every_figure_of_the_office_month() {
    let folder = tempfile::tempdir().unwrap();
    let registry = registry();
    write(folder.path());
    write_desk(folder.path(), &registry);
    let month = worked(folder.path(), &registry);
    let ours = said(&month, &registry);
    // Everything that a month can bring is in it.
    let verdicts: Vec<&str> = ours["verdicts"].as_object().unwrap().values().filter_map(Value::as_str).collect();
    for verdict in ["trusted", "unregistered", "mismatched", "rejected", "forked", "superseded", "duplicate", "demo"] {
        assert!(verdicts.contains(&verdict), "{verdict}: {verdicts:?}");
    }
    let output = Command::new(workplace::tools().join("venv/bin/python"))
        .arg(workplace::root().join("tests/foreign/month.py"))
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: Value = serde_json::from_slice(&output.stdout).unwrap();
    for (name, figure) in ours.as_object().unwrap() {
        assert_eq!(&theirs[name], figure, "{name}");
    }
}
