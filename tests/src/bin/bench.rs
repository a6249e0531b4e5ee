//! The measurements, as a program of its own; `cargo xtask bench` sets up what it needs and starts it.

use std::process::ExitCode;

use anziping_tests::{bench::page, journey};

const USAGE: &str = "bench page";

fn main() -> ExitCode {
    match std::env::args().skip(1).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page"] => journey("bench-page", |page| {
            page.open("");
            page.press("demo");
            page.until_there("[data-demo=true]");
            page.saved();
            println!("{}", page::measure(page, 90));
        }),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
