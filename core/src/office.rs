//! What the office does with received files: check each one by itself, judge it among the others and against the registry, add up.
//!
//! | step | module |
//! | --- | --- |
//! | one file by itself | [`intake`], [`difference`] |
//! | who has to report | [`registry`], [`enlist`] |
//! | whose key it is | [`registry`], [`registration`], [`mandate`] |
//! | how keys change | [`rotation`], [`revocation`], [`key_change`] |
//! | what colleagues know | [`shared_registry`], [`merge`] |
//! | what the enterprise gets back | [`receipt`] |
//! | the file among the others | [`desk`] |
//! | what is kept of it | [`digest`] |
//! | all of them together | [`rollup`], [`picture`], [`csv`](crate::exchange::csv), [`ndjson`] |

pub mod desk;
pub mod difference;
pub mod digest;
pub mod enlist;
pub mod intake;
pub mod key_change;
pub mod mandate;
pub mod merge;
pub mod ndjson;
pub mod picture;
pub mod receipt;
pub mod registration;
pub mod registry;
pub mod revocation;
pub mod rollup;
pub mod rotation;
pub mod shared_registry;
mod trust;
