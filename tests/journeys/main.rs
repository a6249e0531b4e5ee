//! Journeys through the built site in real browsers. `#[test]` names say what must hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod access;
mod demo;
mod floor;
mod offline;
mod typing;
