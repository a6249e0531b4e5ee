//! The statutory table of four enterprises, added up by a program that shares no code with ours.
//!
//! A workshop with much dust, one that mends everything at once, a quarry with major hazards, and one that lets things
//! lie: what `Statistics` counts for each quarter and the year is compared with `tests/foreign/quarter.py`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use anziping_core::hazard::statistics::{GradeCounts, Plans, Statistics, Stretch};
use anziping_core::hazard::{Grade, Hazard, Reopening, Stage};
use anziping_core::value::day::Day;
use anziping_tests::workplace;
use serde_json::{Value, json};

const YEAR: i32 = 2026;

/// How an enterprise deals with what it finds.
struct Habit {
    /// Days from one find to the next.
    every: u32,
    /// One of so many is a major hazard.
    major: u32,
    /// Days until it is closed; one of `left` never is.
    mended: u32,
    left: u32,
    /// One of so many that were closed is opened again, a fortnight later.
    again: u32,
}

const HABITS: [Habit; 4] = [
    Habit { every: 9, major: 7, mended: 24, left: 11, again: 5 },
    Habit { every: 5, major: 40, mended: 0, left: 1000, again: 1000 },
    Habit { every: 21, major: 2, mended: 75, left: 6, again: 3 },
    Habit { every: 13, major: 4, mended: 140, left: 2, again: 4 },
];

/// The day so many days into the year, or into the one before or after.
fn day(number: u32) -> Day {
    // From October of the year before: something is open when the year begins.
    Day::new(YEAR - 1, 10, 3).unwrap().plus(i32::try_from(number).unwrap())
}

fn ledger(habit: &Habit) -> Vec<Hazard> {
    let number = (1..).take_while(|number| number * habit.every < 470);
    let hazard = |number: u32| {
        let found = number * habit.every;
        let (is_left, is_again) = (number.is_multiple_of(habit.left), number.is_multiple_of(habit.again));
        let mended = found + habit.mended;
        let reopened = Reopening { closed_on: day(mended), on: day(mended + 14), reason: "又出现".into() };
        let closed = day(if is_again { mended + 14 + habit.mended } else { mended });
        let said =
            |one_of: u32, text: &str| if number.is_multiple_of(one_of) { String::new() } else { text.to_owned() };
        Hazard {
            id: format!("{YEAR}-{number}"),
            grade: Some(if number.is_multiple_of(habit.major) { Grade::Major } else { Grade::General }),
            found_on: Some(day(found)),
            stage: if is_left { Stage::Rectifying } else { Stage::Closed },
            closed_on: (!is_left).then_some(closed),
            reopenings: if is_again { vec![reopened] } else { Vec::new() },
            owner: said(6, "周四"),
            measures: said(5, "停产清扫"),
            funds: said(3, &(number * 100).to_string()),
            plan: said(4, "现场处置方案"),
            deadline: (!number.is_multiple_of(7)).then(|| day(found + 30)),
            ..Hazard::default()
        }
    };
    number.map(hazard).collect()
}

fn of_grade(GradeCounts { carried, found, closed, open }: GradeCounts) -> Value {
    json!({ "carried": carried, "found": found, "closed": closed, "open": open })
}

fn ours(hazards: &[Hazard], stretch: Stretch) -> Value {
    let Statistics { general, major, plans, yuan } = Statistics::of(hazards, stretch.span().unwrap());
    let Plans { hazards, measures, funds, people, deadline, contingency } = plans;
    json!({
        "general": of_grade(general),
        "major": of_grade(major),
        "plans": {
            "hazards": hazards, "measures": measures, "funds": funds, "people": people, "deadline": deadline,
            "contingency": contingency,
        },
        "yuan": yuan,
    })
}

fn theirs(ledgers: &[Vec<Hazard>]) -> Vec<Value> {
    let mut program = Command::new(workplace::tools().join("venv/bin/python"))
        .arg(workplace::root().join("tests/foreign/quarter.py"))
        .arg(YEAR.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(&serde_json::to_vec(ledgers).unwrap()).unwrap();
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn another_program_counts_the_hazards_of_four_enterprises_alike() {
    let ledgers: Vec<Vec<Hazard>> = HABITS.iter().map(ledger).collect();
    let theirs = theirs(&ledgers);
    assert_eq!(theirs.len(), ledgers.len());
    for (hazards, theirs) in ledgers.iter().zip(&theirs) {
        for stretch in Stretch::of_year(YEAR) {
            assert_eq!(ours(hazards, stretch), theirs[stretch.code()], "{}", stretch.code());
        }
        let year = &theirs[YEAR.to_string()];
        assert!(year["general"]["carried"].as_u64() > Some(0) || year["general"]["found"].as_u64() > Some(50));
    }
}
