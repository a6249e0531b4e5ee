//! Every target through its corpus and a bounded number of mutations, the same on every machine.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::panic::{RefUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use anziping_fuzz::{TARGETS, Target, mutation, mutation::Random, seeds, targets};

/// Any number; another one tries other mutations.
const SEED: u64 = 20_261_121;

fn bounded(target: &Target) {
    let seeds = seeds::of(target);
    assert!(!seeds.is_empty(), "{} has no corpus", target.name);
    let mut random = Random::new(SEED);
    let mut slowest = Duration::ZERO;
    let mut executions = 0_usize;
    let mut try_one = |input: &[u8]| {
        let began = Instant::now();
        let run = target.run;
        holds(input, run, target.name);
        slowest = slowest.max(began.elapsed());
        executions += 1;
    };
    seeds.iter().for_each(|seed| try_one(seed));
    for _ in 0..target.bounded {
        let seed = &seeds[random.below(seeds.len())];
        try_one(&mutation::mutate(seed, &seeds, target.words, &mut random));
    }
    println!(
        "fuzz {}: {executions} executions from {} files, the slowest {} ms",
        target.name,
        seeds.len(),
        slowest.as_millis()
    );
}

/// Prints the input of a failure as a Rust string, so that it can be made a test of its own.
fn holds(input: &[u8], run: impl Fn(&[u8]) + RefUnwindSafe, name: &str) {
    if catch_unwind(|| run(input)).is_err() {
        panic!("{name} fails for b\"{}\"", input.escape_ascii());
    }
}

#[test]
fn whatever_parses_has_one_canonical_form() {
    bounded(&targets::parse::TARGET);
}

#[test]
fn nobody_makes_a_document_that_nobody_signed() {
    bounded(&targets::verify::TARGET);
}

#[test]
fn nothing_opens_a_key_but_its_passphrase() {
    bounded(&targets::open_key::TARGET);
}

#[test]
fn exported_cells_come_back_and_do_not_run() {
    bounded(&targets::csv_cell::TARGET);
}

#[test]
fn a_check_list_without_problems_works() {
    bounded(&targets::catalogue::TARGET);
}

#[test]
fn a_spreadsheet_from_anywhere_is_rows_within_bounds_or_a_fault() {
    bounded(&targets::xlsx_import::TARGET);
}

#[test]
fn every_target_has_a_bounded_run_and_a_program() {
    let tests = include_str!("bounded.rs");
    let manifest = include_str!("../Cargo.toml");
    for Target { name, .. } in TARGETS {
        assert!(tests.contains(&format!("bounded(&targets::{name}::TARGET)")), "{name}");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
}
