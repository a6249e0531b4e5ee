//! Tables kept in spreadsheets, out and in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod book;
mod cases;
mod ledger;
mod people_write;
mod registers;
