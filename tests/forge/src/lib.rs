//! Files of hostile and careless hands, for the tests of several crates.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `edge_points` | points of the curve that a verifier may take for what they are not |
//! | `signed` | the known answer of the format, and the means to make files that are wrong in one exact way |
//! | `vectors` | where the vectors of other people lie |
//! | `weapons` | spreadsheets made to take a browser's memory or time, and large ones that people have |

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops with the place")]
#![allow(missing_docs, reason = "short names that stand in rows of tables")]

pub mod edge_points;
pub mod signed;
pub mod vectors;
pub mod weapons;

use std::io::Write as _;

/// A line that is seen although the test passes: what the harness captures is only shown on failure.
pub fn say(line: &str) {
    drop(writeln!(std::io::stderr(), "{line}"));
}
