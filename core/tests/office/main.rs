//! From a filled month over the sealed file to the office's verdict and totals.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `batches` | files that come in batches get the verdicts that they would get all at once |
//! | `bulletin` | the month of an office as it is told |
//! | `check_lists` | a check list of others, from the published file to the office's recomputation |
//! | `claimed_times` | days and times that a file states: all are listed in `docs/format.md`, and none makes it count |
//! | `claims` | what a report says in words, days and names of its own is never taken as it stands |
//! | `county` | what an office signs for the county, which of its months counts, and what all of them add up to |
//! | `deputies` | what a deputy may do under a power of attorney, and what no clock and no file of his own stretches |
//! | `desk` | each verdict with its cause |
//! | `hazard_course` | major hazards from report to report |
//! | `intake` | one file by itself |
//! | `kept` | what the desk keeps of files comes back as it was, and what takes it away |
//! | `key_life` | a key over the years: change, revocation, deputies, and what the desk makes of each |
//! | `large` | check lists of others, made from the built-in one |
//! | `limits` | what is refused at once, before it can cost anything |
//! | `matters` | what is signed beside the score is seen, the gravest first |
//! | `merge` | two registries become one without bringing a key back |
//! | `missing` | who has not sent a report |
//! | `picture` | where the risk is, counted by hand over three small reports; and the lines for other programs |
//! | `registering` | the queue of registrations: what is asked, what is told of the digits, whose paper it is |
//! | `registry` | keys get in by thirty equal digits and in no other way |
//! | `released` | reports of editions that were released earlier keep their figures and verdicts |
//! | `requests` | requests as the worker meets them: make a key, seal with it, check what was sealed |
//! | `rollup` | reports added up, computed by hand |
//! | `search` | files are found by whose they are and by what they say |
//! | `taken_back` | a report signed on another device, held against the month it was handed over from |

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops with the place")]

mod batches;
mod bulletin;
mod check_lists;
mod claimed_times;
mod claims;
mod county;
mod deputies;
mod desk;
mod hazard_course;
mod intake;
mod kept;
mod key_life;
mod large;
mod limits;
mod matters;
mod merge;
mod missing;
mod picture;
mod registering;
mod registry;
mod released;
mod requests;
mod rollup;
mod search;
mod taken_back;
