#![no_main]
//! `catalogue` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::catalogue::run(data));
