//! The measurements, as a program of its own; `cargo xtask bench` sets up what it needs and starts it.

use std::process::ExitCode;

use anziping_tests::{
    bench::{office, page, verify},
    journey,
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
            page.go("#/lists", "lists");
            page.click("[data-check-list=gm-small] [data-action=save-list]");
            let builtin = std::fs::read_to_string(page.downloaded("检查表.json")).expect("the file");
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("list.json");
            std::fs::write(&file, large_list::with_items(&builtin, LARGE).to_string()).expect("the file is written");
            page.hand_over("import-list", &file);
            page.press("take-list");
            page.click(&format!("[data-check-list=province-{LARGE}] [data-action=use-list]"));
            page.until_there(&format!("[data-check-list=province-{LARGE}][data-in-use=true]"));
            page.saved();
            println!("{}", page::measure(page, LARGE));
        }),
        ["verify", ref rest @ ..] if rest.len() < 2 => match number(rest.first()) {
            Some(count) => verify::run(count),
            None => return usage(),
        },
        ["office", ref rest @ ..] if rest.len() < 2 => match number(rest.first()) {
            Some(count) => journey("bench-office", |page| println!("{}", office::run(page, count))),
            None => return usage(),
        },
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

/// How many files, where a number is given.
fn number(word: Option<&&str>) -> Option<usize> {
    word.map_or(Some(10_000), |word| word.parse().ok())
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::FAILURE
}
