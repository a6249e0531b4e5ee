#![no_main]
//! `open_key` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::open_key::run(data));
