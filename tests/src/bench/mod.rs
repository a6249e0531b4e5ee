//! Measurements that are held against the budgets besides sizes.
//!
//! `cargo xtask bench` sets up what it needs and starts it.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `effort` | what a month costs a person |
//! | `first_answer` | how soon the first question can be answered on a telephone |
//! | `history` | the page of an enterprise with a year behind it, beside one that has begun |
//! | `office` | the desk with a month of a large office |
//! | `page` | how fast and how large the page is with a month open |
//! | `scale` | a million reports without a browser |
//! | `verify` | how fast received files are checked |
//! | `year` | a desk that has kept a year of verdicts |

pub mod effort;
pub mod first_answer;
pub mod history;
pub mod office;
pub mod page;
pub mod scale;
pub mod verify;
pub mod year;
