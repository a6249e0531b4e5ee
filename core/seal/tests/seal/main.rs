//! Facts about signed files, as a reader and a writer see them from outside.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `accepted` | what happens to files on honest ways, and must not matter |
//! | `byte_flips` | no changed byte goes unnoticed |
//! | `canonical_form` | the canonical form against another implementation of RFC 8785, and the ways there and back |
//! | `json_bytes` | a small file with every byte changed into every other, left out, put in and cut off |
//! | `json_characters` | every character and every escape, by the table of `docs/format.md`, section 2 |
//! | `json_exhausted` | all short texts of an alphabet |
//! | `json_test_suite` | Nicolas Seriot's JSONTestSuite, byte for byte |
//! | `keys` | names of keys, for files and for people |
//! | `known_answer` | the known answer, verified elsewhere by npm jose, joserfc, and jq with openssl |
//! | `limits` | each limit at its last allowed value and one beyond |
//! | `must_reject` | everything a file can be refused for, each by its own reason at its own place |
//! | `reading_values` | Rust types read from JSON values as from serde_json's own tree |
//! | `rfc_8785` | the tables of RFC 8785 |
//! | `sealing` | making files: what is sealed is accepted, and what would not be accepted is not sealed |
//! | `strict_json` | departures from the profile, wherever in a document they stand |

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
