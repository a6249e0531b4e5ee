#![no_main]
//! `csv_cell` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::csv_cell::run(data));
