//! What the office does with received files: check each one by itself, judge it among the others and against the registry, add up.
//!
//! | step | module |
//! | --- | --- |
//! | one file by itself | [`intake`], [`difference`] |
//! | whose key it is | [`registry`], [`registration`], [`mandate`] |
//! | how keys change | [`rotation`], [`revocation`], [`key_change`] |
//! | what colleagues know | [`shared_registry`], [`merge`] |
//! | what the enterprise gets back | [`receipt`] |
//! | the file among the others | [`desk`] |
//! | all of them together | [`rollup`], [`csv`] |

pub mod csv;
pub mod desk;
pub mod difference;
pub mod edition;
pub mod intake;
pub mod key_change;
pub mod mandate;
pub mod merge;
pub mod receipt;
pub mod registration;
pub mod registry;
pub mod revocation;
pub mod rollup;
pub mod rotation;
pub mod shared_registry;
mod trust;
