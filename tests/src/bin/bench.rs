//! The measurements, as a program of its own; `cargo xtask bench` sets up what it needs and starts it.

use std::process::ExitCode;

use anziping_tests::{
    bench::{office, page, verify},
    journey, journey_on,
};

const USAGE: &str = "bench page | bench verify [FILES] | bench office [FILES]";

fn main() -> ExitCode {
    match std::env::args().skip(1).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page"] => journey("bench-page", |page| {
            page.open("");
            page.press("demo");
            page.until_there("[data-demo=true]");
            page.saved();
            println!("{}", page::measure(page, 90));
        }),
        ["verify"] => verify(10_000),
        ["verify", count] => verify(number(count)),
        ["office"] => office(10_000),
        ["office", count] => office(number(count)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn number(word: &str) -> usize {
    word.parse().unwrap_or_else(|_| panic!("`{word}` is no number of files"))
}

fn verify(count: usize) {
    let folder = tempfile::tempdir().expect("a folder for the site");
    journey_on(verify::site_with_jose(folder.path()), "bench-verify", |page| println!("{}", verify::measure(page, count)));
}

fn office(count: usize) {
    journey("bench-office", |page| println!("{}", office::run(page, count)));
}
