//! The rules of the trade, held against examples worked out by hand and against random months.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `applicability` | which questions an enterprise is asked |
//! | `codes` | the names under which enumerations are written down |
//! | `deductions` | where the points went |
//! | `duties` | documents, drills and safety expenses: what stands, what is due, and the counts that follow |
//! | `exclusions` | every pair of the check list that excludes each other is told, and blocks as it says |
//! | `hazard_histories` | the ledger identity over random lives of hazards, made only by the moves the page offers |
//! | `months` | how one month begins from another, and how a sealed one is corrected |
//! | `ledgers` | the special ledgers: who keeps which, their days, and what they count |
//! | `permits` | what the register of work permits counts: where, for which month, and what counts as in order |
//! | `registers` | registers of people and risk points: hours, certificates, colours, and the counts that follow |
//! | `relations` | the same fact is asked once: points, criteria and figures of the month that other answers give |
//! | `reports` | the signed document: what is in it, what is not, and that the desk computes the same from it |
//! | `reviewing` | each finding of the review appears for its cause, at its place, and disappears with its mend |
//! | `scoring` | scores worked out by hand |
//! | `screening` | screening against the criteria for major hazards |
//! | `small` | months small enough to be worked out by hand, and the demo month on the real catalogue |
//! | `targets` | the 四个100% of the areas |
//! | `trade` | the tables of the trade: whom they speak to |
//! | `trends` | twelve months, and what has changed since the one before |
//! | `vetoes` | one-vote veto: which bad answers are listed major hazards, and for whom |
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod applicability;
mod codes;
mod deductions;
mod duties;
mod exclusions;
mod hazard_histories;
mod ledgers;
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
