//! The queries of `docs/at-scale` give the figures of the roll-up page.
//!
//! What must not be loaded is not.
//!
//! `ANZIPING_REPORTS=100000 cargo test --release -p anziping-tests --test at_scale` takes as many reports as are
//! wanted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::office::missing::Expected;
use anziping_core::office::ndjson::line;
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::risk_overview::groups;
use anziping_core::office::rollup::{RollUp, Spread, of_month};
use anziping_core::registry::Registry;
use anziping_fixtures::sample::{self, Person, check, code, period, report_of, sign, varied};
use anziping_tests::workplace;
use serde_json::{Value, json};

const MONTH: &str = "2026-11";
/// Reports in the ordinary run.
const REPORTS: usize = 120;

/// The file of one enterprise.
///
/// Industries, answers and hazards differ, some reports were made with another check list.
fn file(number: usize, principal: &Person) -> String {
    let (enterprise, draft) = varied(number, &code(number), MONTH);
    let mut report = report_of(&enterprise, &draft, &[principal]);
    if number % 29 == 28 {
        report.catalogue = sample::foreign_catalogue();
    }
    sign(&report, &[principal])
}

fn spread(element: u8, spread: &Spread) -> Value {
    json!({ "element": element, "count": spread.count, "mean": spread.mean.0, "median": spread.median.0, "lowest": spread.lowest.0 })
}

/// The figures of the page in the form of the query's views.
fn of_page(inbox: &[Checked], judged: &[Judged]) -> Value {
    let month = period(MONTH);
    let totals =
        RollUp::of(month, inbox, judged, &Expected { registry: &Registry::default(), accepted: &[], excused: &[] })
            .trusted;
    let spreads = totals
        .total
        .iter()
        .map(|total| spread(0, total))
        .chain(totals.elements.iter().map(|(number, one)| spread(*number, one)));
    let targets = totals.targets.iter().flat_map(|(area, counts)| {
        counts
            .iter()
            .map(move |count| json!({ "area": area, "code": count.code, "met": count.met, "total": count.total }))
    });
    let trusted = of_month(month, &Verdict::Trusted, inbox, judged);
    // A database knows what the report says, and no list of an office.
    let places = Places { listed: &OfficeList::new(), industry: &|_| None };
    let mut industries = groups(By::Industry, &trusted, &places);
    industries.sort_by(|a, b| a.key.cmp(&b.key));
    let industries = industries.iter().map(|group| {
        let mean = group.total.unwrap().mean.0;
        json!({ "industry": group.key, "reports": group.reports, "failed": group.failed, "mean": mean, "open_major": group.open_major })
    });
    let (grades, hazards) = (totals.grades, totals.hazards);
    json!({
        "counts": [{ "reports": totals.reports, "without_figures": totals.without_figures,
                     "excellent": grades.excellent, "pass": grades.pass, "fail": grades.fail }],
        "spreads": spreads.collect::<Vec<_>>(),
        "targets": targets.collect::<Vec<_>>(),
        "hazards": [{ "open": hazards.open, "open_major": hazards.open_major, "overdue": hazards.overdue, "added": hazards.added, "closed": hazards.closed }],
        "industries": industries.collect::<Vec<_>>(),
    })
}

/// Where a query takes the reports from.
#[derive(Clone, Copy, PartialEq)]
enum Source {
    Lines,
    Store,
}

fn python(venv: &str, script: &str, words: &[&str]) -> Output {
    let mut command = Command::new(workplace::tools().join(venv).join("bin/python"));
    command.arg(workplace::root().join("tests/foreign").join(script)).args(words).output().unwrap()
}

fn load(lines: &Path, region: &str, store: &Path) -> Output {
    python("venv", "load.py", &[text(lines), region, MONTH, text(store)])
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Runs an engine and reads its figures.
fn figures(venv: &str, engine: &str, source: Source, place: &Path) -> Value {
    let named = if source == Source::Lines { "lines" } else { "store" };
    let output = python(venv, "rollup.py", &[engine, named, text(place), MONTH]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Writes the lines of generated reports, and gives the figures of the page.
fn write_lines(lines: &Path) -> Value {
    let reports = std::env::var("ANZIPING_REPORTS").ok().and_then(|number| number.parse().ok()).unwrap_or(REPORTS);
    let mut out = std::io::BufWriter::new(std::fs::File::create(lines).unwrap());
    let principal = Person::principal(1);
    let (mut inbox, mut judged) = (Vec::new(), Vec::new());
    for number in 0..reports {
        let text = file(number, &principal);
        let checked = check(&text);
        // Every seventh is under a key that nobody knows, and counts in no total.
        let verdict = if number % 7 == 6 { Verdict::Unregistered } else { Verdict::Trusted };
        let one = Judged { verdict, remarks: Vec::new() };
        writeln!(out, "{}", line(&checked, &one, &text).unwrap().unwrap()).unwrap();
        inbox.push(checked);
        judged.push(one);
    }
    out.flush().unwrap();
    of_page(&inbox, &judged)
}

/// Asks an engine for the figures of lines and of a store, and compares them with the page's.
fn gives_the_figures_of_the_page(venv: &str, engine: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (lines, store) = (folder.path().join("reports.ndjson"), folder.path().join("store"));
    let of_page = write_lines(&lines);
    let loaded = load(&lines, "310115", &store);
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    for (source, place) in [(Source::Lines, &lines), (Source::Store, &store)] {
        let of_query = figures(venv, engine, source, place);
        for view in ["counts", "spreads", "targets", "hazards", "industries"] {
            assert_eq!(of_query[view], of_page[view], "{view} in {engine}");
        }
    }
}

#[test]
fn duckdb_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("venv", "duckdb");
}

#[test]
#[ignore = "a database of half a gigabyte: `cargo xtask test --nightly`"]
fn clickhouse_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("venv-large", "clickhouse");
}

#[test]
#[ignore = "an engine of half a gigabyte: `cargo xtask test --nightly`"]
fn spark_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("venv-large", "spark");
}

/// The lines of some reports, each changed before it is written.
fn some_lines(lines: &Path, numbers: std::ops::Range<usize>, change: impl Fn(usize, &mut Value)) {
    let principal = Person::principal(1);
    let one = Judged { verdict: Verdict::Trusted, remarks: Vec::new() };
    let written = numbers.map(|number| {
        let text = file(number, &principal);
        let mut line: Value = serde_json::from_str(&line(&check(&text), &one, &text).unwrap().unwrap()).unwrap();
        change(number, &mut line);
        format!("{line}\n")
    });
    std::fs::write(lines, written.collect::<String>()).unwrap();
}

fn counted(store: &Path) -> Value {
    figures("venv", "duckdb", Source::Store, store)["counts"][0]["reports"].clone()
}

#[test]
fn a_region_loaded_again_replaces_its_month_and_no_other_region() {
    let folder = tempfile::tempdir().unwrap();
    let (lines, store) = (folder.path().join("lines.ndjson"), folder.path().join("store"));
    let load = |numbers, region| {
        some_lines(&lines, numbers, |_, _| {});
        let loaded = load(&lines, region, &store);
        assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    };
    load(0..12, "310115");
    load(20..24, "310116");
    assert_eq!(counted(&store), 16);
    load(0..5, "310115");
    assert_eq!(counted(&store), 9);
}

#[test]
fn of_a_corrected_report_the_last_revision_is_loaded_and_of_a_double_one() {
    let folder = tempfile::tempdir().unwrap();
    let (lines, store) = (folder.path().join("lines.ndjson"), folder.path().join("store"));
    some_lines(&lines, 0..6, |number, line| match number {
        1 => {
            line["document"]["revision"] = json!(2);
            line["document"]["enterprise"]["uscc"] = json!(code(0).to_string());
        }
        3 => {
            line["document_sha256"] = json!("double");
            line["document"]["enterprise"]["uscc"] = json!(code(2).to_string());
        }
        2 => line["document_sha256"] = json!("double"),
        _ => {}
    });
    let loaded = load(&lines, "310115", &store);
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    assert_eq!(counted(&store), 4);
}

#[test]
fn what_contradicts_itself_or_no_report_can_say_stops_the_load_and_is_named() {
    type Change = fn(usize, &mut Value);
    let cases: [(&str, Change); 4] = [
        ("有两份不同的有效月报", |_, line| {
            line["document"]["enterprise"]["uscc"] = json!(code(0).to_string())
        }),
        ("等次不是", |_, line| line["computed"]["grade"] = json!("splendid")),
        ("总分不在", |_, line| line["computed"]["total"] = json!(1001)),
        ("结果不是", |_, line| line["verdict"] = json!("refused")),
    ];
    let folder = tempfile::tempdir().unwrap();
    let (lines, store) = (folder.path().join("lines.ndjson"), folder.path().join("store"));
    for (said, change) in cases {
        some_lines(&lines, 0..2, change);
        let loaded = load(&lines, "310115", &store);
        assert!(!loaded.status.success(), "{said}");
        let told = String::from_utf8_lossy(&loaded.stderr).into_owned();
        assert!(told.contains(said) && told.contains(code(0).as_str()), "{said}: {told}");
        assert!(!store.exists(), "nothing is written");
    }
}

#[test]
fn the_columns_are_those_of_their_description_in_every_engine() {
    let read = |file: &str| std::fs::read_to_string(workplace::root().join("docs/at-scale").join(file)).unwrap();
    let described: Vec<String> = read("columns.md")
        .lines()
        .filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()))
        .collect();
    let script = "import duckdb, sys
database = duckdb.connect()
for name, value in (('files', sys.argv[1]), ('region', '')): database.execute(f'SET VARIABLE {name} = ?', [value])
database.execute(open(sys.argv[2]).read())
print('\\n'.join(f'| `{name}` | {kind} |' for name, kind, *_ in database.execute('DESCRIBE reports').fetchall()))";
    let folder = tempfile::tempdir().unwrap();
    let lines = folder.path().join("lines.ndjson");
    some_lines(&lines, 0..1, |_, _| {});
    let sql = workplace::root().join("docs/at-scale/duckdb/lines.sql");
    let mut command = Command::new(workplace::tools().join("venv/bin/python"));
    let output = command.args(["-c", script]).args([&lines, &sql]).output().unwrap();
    let columns = String::from_utf8(output.stdout).unwrap();
    assert_eq!(columns.lines().count(), described.len());
    for row in columns.lines() {
        assert!(read("columns.md").contains(row), "{row}");
    }
    for file in ["clickhouse/lines.sql", "clickhouse/store.sql", "spark/store.sql"] {
        let declared = read(file);
        for column in &described {
            assert!(declared.contains(&format!("{column} ")), "{column} in {file}");
        }
    }
}
