//! Tables kept in spreadsheets, out and in.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `book` | files made of rows of texts, as the page has them after reading |
//! | `cases` | ledgers, lists and registers as they look in real life |
//! | `ledger` | our own ledger there and back, through the files it is kept in |
//! | `people_write` | ledgers written the way people write them, from hazards that are known |
//! | `registers` | the registers as tables: our own there and back, other people's onto what is there |
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod book;
mod cases;
mod ledger;
mod people_write;
mod registers;
