#![no_main]
//! `xlsx_import` under libFuzzer.

libfuzzer_sys::fuzz_target!(|data: &[u8]| anziping_fuzz::targets::xlsx_import::run(data));
