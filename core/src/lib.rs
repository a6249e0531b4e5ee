//! Everything of the monthly self-assessment that can be decided without a browser.
//!
//! Time, randomness and Unicode normalisation come in as arguments; nothing here touches a clock, a disk or a page.
//! A folder knows only those above it in this table:
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`value`] | days, periods, points in time, credit codes: values with one way to be read and written |
//! | [`json`] | the one way from JSON text to a type and back |
//! | [`enterprise`] | who is assessed, and the facts that decide which questions apply |
//! | [`hazard`] | hazards (隐患) and their eight stages |
//! | [`edition`] | the check list with the reference by which months and reports name it |
//! | [`month`] | what is typed in a month: answers, figures, screening, the draft |
//! | [`score`] | points, grade and the 四个100% |
//! | [`trade`] | tables of the trade that people write in `catalog/trade` |
//! | [`plan`] | the plan of a workshop: rooms and risk points on a grid |
//! | [`register`] | people, risk points, documents, drills, expenses, permits, special ledgers, and what they count |
//! | [`review`] | what stands between a draft and the signature |
//! | [`calendar`] | days to keep, as a list and as an `.ics` file |
//! | [`signer`] | who signs, and on whose behalf |
//! | [`passphrase`] | whether a passphrase is worth keeping a key under |
//! | [`registry`] | whose keys the office knows |
//! | [`document`] | the documents that are signed |
//! | [`record`] | the same months and keys as records in a browser, and backups of them |
//! | [`trend`] | month after month |
//! | [`office`] | what the office does with received files |
//! | [`request`] | what takes longer than a frame, as messages to a worker and back |
//! | [`exchange`] | the ledger and the registers as tables of a spreadsheet |
//! | [`demo`] | an invented month for trying the program out |

#![cfg_attr(not(test), warn(unreachable_pub))]

pub mod calendar;
pub mod demo;
pub mod document;
pub mod edition;
pub mod enterprise;
pub mod exchange;
pub mod hazard;
pub mod json;
pub mod month;
pub mod office;
pub mod passphrase;
pub mod plan;
pub mod record;
pub mod register;
pub mod registry;
pub mod request;
pub mod review;
#[cfg(test)]
mod schema;
pub mod score;
pub mod signer;
pub mod trade;
pub mod trend;
pub mod value;

pub use anziping_catalog as catalog;
pub use anziping_seal as seal;
