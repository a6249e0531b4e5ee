//! From a filled month over the sealed file to the office's verdict and totals.

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
