//! The records of a month at the desk: their size, and how a backup brings them back.

use anziping_core::office::intake::Checked;
use anziping_core::office::{kept, kept_file};

use anziping_fixtures::sample::{Person, check, draft, enterprise, report_of, sign, time};

/// Reports of a thousand enterprises in a year.
const YEAR: u64 = 12_000;

fn checked() -> Checked {
    let person = Person::principal(1);
    let report = report_of(&enterprise(), &draft(&enterprise(), "2026-11"), &[&person]);
    check(&sign(&report, &[&person]))
}

#[test]
fn two_years_of_a_thousand_enterprises_fit_in_one_backup() {
    let record = kept::write(&vec![checked(); kept::FILES]).unwrap();
    let year = record.len() as u64 * YEAR / kept::FILES as u64;
    println!("{} bytes a report, {} for {YEAR} reports", record.len() / kept::FILES, year);
    assert!(2 * year <= kept_file::BYTES, "{year}");
}

#[test]
fn what_was_found_out_about_a_report_comes_back_from_a_backup_as_it_was() {
    let files = vec![checked(), check("{}")];
    let text = kept_file::write("演示街道", time("2026-12-02T09:00:00+08:00"), &files, &[]).unwrap();
    assert_eq!(kept_file::read(&text, "演示街道").unwrap().files, files);
}
