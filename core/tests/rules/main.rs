//! The rules of the trade, held against examples worked out by hand and against random months.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod applicability;
mod codes;
mod deductions;
mod duties;
mod exclusions;
mod hazard_histories;
mod months;
mod permits;
mod registers;
mod relations;
mod reports;
mod reviewing;
mod scoring;
mod screening;
mod small;
mod targets;
mod trade;
mod trends;
mod vetoes;
