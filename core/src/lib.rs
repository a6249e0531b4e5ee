//! Everything of the monthly self-assessment that can be decided without a browser.
//!
//! Time, randomness and Unicode normalisation come in as arguments; nothing here touches a clock, a disk or a page.

pub mod answer;
pub mod assessment;
pub mod builtin;
pub mod calendar;
pub mod checklist;
pub mod day;
pub mod deduction;
pub mod demo;
pub mod draft;
pub mod enterprise;
pub mod exchange;
pub mod hazard;
pub mod jobs;
pub mod json;
pub mod month;
pub mod office;
pub mod period;
pub mod register;
pub mod report;
pub mod review;
#[cfg(test)]
mod schema;
pub mod score;
pub mod screening;
pub mod stored;
pub mod targets;
pub mod trend;
pub mod uscc;

pub use anziping_catalog as catalog;
pub use anziping_seal as seal;
