//! What the office does with received files: check each one by itself, judge it among the others and against the registry, add up.
//!
//! | step | module |
//! | --- | --- |
//! | one file by itself | [`intake`], [`difference`] |
//! | whose key it is | [`registry`], [`registration`] |
//! | the file among the others | [`desk`] |
//! | all of them together | [`rollup`], [`csv`] |

pub mod csv;
pub mod desk;
pub mod difference;
pub mod edition;
pub mod intake;
pub mod registration;
pub mod registry;
pub mod rollup;
mod trust;
