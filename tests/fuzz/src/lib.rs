//! Fuzz targets: every reader of strangers' input, fed with malformed bytes.
//!
//! There are six targets, each a plain function over bytes that panics when something does not hold.
//!
//! `cargo test` runs each through its corpus and a bounded number of mutations that are the same every time;
//! `cargo xtask fuzz` gives the same functions to libFuzzer, which looks for inputs that reach new code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a target reports what does not hold"
)]

pub mod mutation;
pub mod nfc;
pub mod seeds;
pub mod targets;

pub use targets::{TARGETS, Target};
