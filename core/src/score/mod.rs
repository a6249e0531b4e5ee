//! Points, grade and targets, in integers, so that every machine gets the same figures.
//!
//! | module | what it computes |
//! | --- | --- |
//! | [`basis_points`] | the score of one question, from what its answer says |
//! | [`total`] | points of items and elements, the total and the grade |
//! | [`deduction`] | where the points went (自评扣分汇总表) |
//! | [`targets`] | the 四个100% of each high-risk area |
//!
//! What an answer says is read in [`crate::month::answer`].

pub mod basis_points;
pub mod deduction;
pub mod targets;
pub mod total;
