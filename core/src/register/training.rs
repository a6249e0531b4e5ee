//! Hours of safety training that rules ask for.

use super::person::{Post, Training};
pub use crate::trade::YEARLY_WORKER;
use crate::trade::{HOURS, LegalSource};

/// Hours that somebody needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Required {
    /// Hours (学时).
    pub hours: u32,
    /// What the figure rests on; empty where it is local usage that the enterprise can change.
    pub basis: &'static [LegalSource],
}

/// The hours for a post and kind of training.
///
/// `high_risk` holds for the dangerous trades. `yearly_worker` is what the enterprise asks where no rule has a figure.
pub fn required(post: Post, training: Training, high_risk: bool, yearly_worker: u32) -> Required {
    let row = HOURS.iter().find(|row| row.post == post_code(post) && row.training == training_code(training));
    let by_rule = row.and_then(|row| Some((if high_risk { row.high_risk } else { row.usual? }, row.basis)));
    let (hours, basis) = by_rule.unwrap_or((yearly_worker, &[]));
    Required { hours, basis }
}

fn post_code(post: Post) -> &'static str {
    match post {
        Post::Principal => "principal",
        Post::Officer => "officer",
        Post::Worker => "worker",
    }
}

fn training_code(training: Training) -> &'static str {
    match training {
        Training::Initial => "initial",
        Training::Yearly => "yearly",
    }
}
