//! Journeys through the built site in real browsers. `#[test]` names say what must hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod access;
mod backup;
mod basis;
mod calendar;
mod claims;
mod colleagues;
mod corpus;
mod demo;
mod deputies;
mod effort;
mod firefox;
mod floor;
mod frames;
mod handed;
mod handing_over;
mod hazards;
mod kept;
mod keys;
mod limits;
mod lists;
mod many;
mod month;
mod office;
mod offline;
mod paper;
mod photos;
mod policy;
mod registers;
mod required;
mod screening;
mod seen;
mod sheets;
mod single;
mod steps;
mod tampered;
mod trends;
mod typing;
mod undo;
mod way;
mod weapons;
mod workbook;
mod wrong;
