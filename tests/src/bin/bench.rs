//! The measurements, as a program of its own; `cargo xtask bench` sets up what it needs and starts it.

use std::process::ExitCode;

use anziping_tests::{
    bench::{effort, first_answer, history, office, page, scale, verify, year},
    journey, large_list,
};

/// Items of a check list of others that the page must carry as well as its own.
const LARGE: usize = 1_000;
/// Files of a street's month, and of a large city district's.
const MONTHS: [usize; 2] = [1_000, 10_000];
/// Enterprises of a street whose verdicts are kept for a year.
const STREET: usize = 1_000;
const USAGE: &str = "bench effort | bench page | bench page first | bench page year | bench verify [FILES] | bench office [FILES] | bench office busy | bench office year [ENTERPRISES] | bench scale [REPORTS]";

fn main() -> ExitCode {
    match std::env::args().skip(1).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["effort"] => journey("bench-effort", |page| {
            let measured = effort::measure(page);
            println!("{}\n{measured}", measured.every_tap());
        }),
        ["page"] => journey("bench-page", |page| {
            page.open("");
            page.press("demo");
            page.until_there("[data-demo=true]");
            page.saved();
            println!("{}", page::measure(page, 90));
            large_list::use_with_items(page, LARGE);
            println!("{}", page::measure(page, LARGE));
        }),
        ["page", "first"] => first_answer::run(),
        ["page", "year"] => {
            for months in [1, history::YEAR] {
                journey("bench-history", |page| println!("{}", history::run(page, months)));
            }
        }
        ["verify", ref rest @ ..] if rest.len() < 2 => match number(rest.first()) {
            Some(count) => verify::run(count),
            None => return usage(),
        },
        ["office"] => MONTHS.into_iter().for_each(|count| at_the_desk(count, false)),
        ["office", "busy"] => at_the_desk(MONTHS[0], true),
        ["office", "year"] => over_a_year(STREET),
        ["office", "year", count] => match number(Some(&count)) {
            Some(count) => over_a_year(count),
            None => return usage(),
        },
        ["office", count] => match number(Some(&count)) {
            Some(count) => at_the_desk(count, false),
            None => return usage(),
        },
        ["scale", ref rest @ ..] if rest.len() < 2 => match number(rest.first()) {
            Some(count) => scale::run(count),
            None => return usage(),
        },
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn at_the_desk(count: usize, busy: bool) {
    journey("bench-office", |page| println!("{}", office::run(page, count, busy)));
}

fn over_a_year(enterprises: usize) {
    journey("bench-year", |page| println!("{}", year::run(page, enterprises)));
}

/// Reads the number of files, where one is given.
fn number(word: Option<&&str>) -> Option<usize> {
    word.map_or(Some(10_000), |word| word.parse().ok())
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::FAILURE
}
