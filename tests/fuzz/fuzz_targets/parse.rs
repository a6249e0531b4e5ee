#![no_main]
//! `parse` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::parse::run(data));
