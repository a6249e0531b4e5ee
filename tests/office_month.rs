//! An office's month of sixty enterprises, added up by a program that shares no code with ours.
//!
//! Three days of batches (`scripted_month`), kept and read back between them. What the desk says of all that is
//! compared with `tests/foreign/month.py`, which reads the same files. `tests/journeys/office_month.rs` does it in a
//! browser.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anziping_core::office::desk::{Accepted, Desk, Inbox, Judged, Remark, Verdict};
use anziping_core::office::hazard_course::courses;
use anziping_core::office::intake::{self, CheckedReport};
use anziping_core::office::kept::{self, Kept};
use anziping_core::office::missing::{Expected, RollCall};
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::returns::{ReturnNote, is_answer};
use anziping_core::office::risk_overview::{groups, habits, movements, worst_items};
use anziping_core::office::rollup::{RollUp, Spread, of_month};
use anziping_core::registry::Registry;
use anziping_core::value::period::Period;
use anziping_fixtures::sample::{self, day, period};
use anziping_tests::scripted_month::{self, BEFORE, DAYS, MONTH, excused};
use serde_json::{Value, json};

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

/// Writes the results of the desk in the form of the other program.
fn said(month: &Month, registry: &Registry, given: &[ReturnNote]) -> Value {
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
                RollCall::NotSent => "not sent".to_owned(),
                RollCall::Uncounted => format!("uncounted {}", one.came.code()),
                RollCall::TakenIn(on) => format!("taken in {}", on.unwrap()),
                RollCall::Excused(why, _) => format!("excused {}", why.code()),
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
    let told = told(month, given, &now);
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
        "courses": told[0], "help": told[1], "leads": told[2], "returns": told[3],
    })
}

/// Courses of major hazards, calls for help, suspicions, and which returns are answered.
fn told(month: &Month, given: &[ReturnNote], now: &[&CheckedReport]) -> [Value; 4] {
    let pairs = month.inbox.iter().zip(&month.judged).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
    let trusted: Vec<&CheckedReport> = pairs.filter_map(|(checked, _)| checked.report()).collect();
    let course = courses(period(MONTH), &trusted).into_iter();
    let mut followed: Vec<_> =
        course.map(|one| (one.uscc.to_string(), one.hazard.id, one.months, one.deadlines, one.end)).collect();
    followed.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    let help: BTreeMap<String, &String> =
        now.iter().map(|found| (found.report.enterprise.uscc.to_string(), &found.signed.help_needed)).collect();
    let of_one = |found: &&CheckedReport| {
        let uscc = found.report.enterprise.uscc.to_string();
        found.signed.leads.iter().map(move |lead| (uscc.clone(), lead.criterion.clone())).collect::<Vec<_>>()
    };
    let mut leads: Vec<_> = now.iter().flat_map(of_one).collect();
    leads.sort();
    let answered: Vec<_> = given
        .iter()
        .map(|note| (&note.uscc, trusted.iter().any(|found| is_answer(given, note, &found.report))))
        .collect();
    [json!(followed), json!(help), json!(leads), json!(answered)]
}

#[test]
fn a_program_that_shares_no_code_gives_every_figure_of_the_office_month() {
    let folder = tempfile::tempdir().unwrap();
    let registry = scripted_month::registry();
    let given = scripted_month::write(folder.path());
    let month = worked(folder.path(), &registry);
    let ours = said(&month, &registry, &given);
    // Everything that a month can bring is in it.
    let verdicts: Vec<&str> = ours["verdicts"].as_object().unwrap().values().filter_map(Value::as_str).collect();
    for verdict in ["trusted", "unregistered", "mismatched", "rejected", "forked", "superseded", "duplicate", "demo"] {
        assert!(verdicts.contains(&verdict), "{verdict}: {verdicts:?}");
    }
    let ends: Vec<&Value> = ours["courses"].as_array().unwrap().iter().map(|course| &course[4]).collect();
    for end in
        [json!("open"), json!("closed"), json!("no_report"), json!({ "gone": MONTH }), json!({ "downgraded": MONTH })]
    {
        assert!(ends.contains(&&end), "{end}: {ends:?}");
    }
    assert!(!ours["leads"].as_array().unwrap().is_empty(), "somebody suspects something");
    let theirs = scripted_month::of_another_program(folder.path(), &registry, &given);
    for (name, figure) in ours.as_object().unwrap() {
        assert_eq!(&theirs[name], figure, "{name}");
    }
}
