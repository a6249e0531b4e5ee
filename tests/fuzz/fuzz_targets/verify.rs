#![no_main]
//! `verify` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::verify::run(data));
