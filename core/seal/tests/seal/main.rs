//! Facts about signed files, as a reader and a writer see them from outside.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop with a message")]

mod accepted;
mod byte_flips;
mod canonical_form;
mod json_bytes;
mod json_characters;
mod json_exhausted;
mod json_test_suite;
mod keys;
mod known_answer;
mod limits;
mod must_reject;
mod reading_values;
mod rfc_8785;
mod sealing;
mod strict_json;
