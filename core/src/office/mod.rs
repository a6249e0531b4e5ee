//! What the office does with received files: check each one by itself, judge it among the others and against the registry, add up.
//!
//! | step | module |
//! | --- | --- |
//! | one file by itself | [`intake`], [`difference`] |
//! | the file among the others | [`desk`] |
//! | what is kept of it | [`digest`] |
//! | what the enterprise is told of it | [`receipt_note`] |
//! | what another program is told of one file | [`plain`] |
//! | all of them together | [`rollup`], [`risk_overview`], [`csv`](crate::exchange::csv), [`ndjson`] |

pub mod desk;
pub mod difference;
pub mod digest;
pub mod intake;
pub mod ndjson;
pub mod plain;
pub mod receipt_note;
pub mod risk_overview;
pub mod rollup;
