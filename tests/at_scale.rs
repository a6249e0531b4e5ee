//! The queries of `docs/at-scale*.sql` give the figures of the roll-up page.
//!
//! `ANZIPING_REPORTS=100000 cargo test --release -p anziping-tests --test at_scale` takes as many reports as are
//! wanted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::process::Command;

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

/// Reports in the ordinary run.
const REPORTS: usize = 120;

/// The file of one enterprise.
///
/// Industries, answers and hazards differ, some reports were made with another check list.
fn file(number: usize, principal: &Person) -> String {
    let (enterprise, draft) = varied(number, &code(number), "2026-11");
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
    let month = period("2026-11");
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

/// Runs the query of an engine over generated reports, and compares it with the page.
fn gives_the_figures_of_the_page(engine: &str, python: &str, sql: &str) {
    let reports = std::env::var("ANZIPING_REPORTS").ok().and_then(|number| number.parse().ok()).unwrap_or(REPORTS);
    let folder = tempfile::tempdir().unwrap();
    let ndjson = folder.path().join("reports.ndjson");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&ndjson).unwrap());
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
    drop(out);
    let mut command = Command::new(workplace::tools().join(python));
    command.arg(workplace::root().join("tests/foreign/rollup.py")).arg(engine).arg(workplace::root().join(sql));
    let output = command.arg(&ndjson).arg("2026-11").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let of_query: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of_page = of_page(&inbox, &judged);
    for view in ["counts", "spreads", "targets", "hazards", "industries"] {
        assert_eq!(of_query[view], of_page[view], "{view} in {engine}");
    }
}

#[test]
fn duckdb_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("duckdb", "venv/bin/python", "docs/at-scale.sql");
}

#[test]
#[ignore = "a database of half a gigabyte: `cargo xtask test --nightly`"]
fn clickhouse_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("clickhouse", "venv-large/bin/python", "docs/at-scale-clickhouse.sql");
}

#[test]
#[ignore = "an engine of half a gigabyte: `cargo xtask test --nightly`"]
fn spark_gives_the_figures_of_the_page() {
    gives_the_figures_of_the_page("spark", "venv-large/bin/python", "docs/at-scale-spark.sql");
}
