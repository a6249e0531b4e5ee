//! Hours of safety training that rules ask for.

use super::Registers;
use super::counts::is_high_risk;
use super::person::{Person, Post, Training};
use crate::enterprise::Profile;
pub use crate::trade::YEARLY_WORKER;
use crate::trade::{HOURS, LegalSource};
use crate::value::count::parse_count;

/// Hours that somebody needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Required {
    /// Hours (学时).
    pub hours: u32,
    /// The source of the figure; empty for local usage, which the enterprise can change.
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

impl Registers {
    /// The hours that somebody of this enterprise needs.
    pub fn hours_of(&self, profile: &Profile, person: &Person) -> Required {
        let yearly = parse_count(&self.yearly_worker).unwrap_or(YEARLY_WORKER);
        required(person.post, person.training, is_high_risk(profile), yearly)
    }

    /// Lists people who lack hours of a yearly training that a rule asks for, with the number of hours.
    ///
    /// A yearly training ends with the year. Local usage has no last day, and the training before a post is not of a
    /// year.
    pub fn retraining_due(&self, profile: &Profile) -> Vec<(&Person, u32)> {
        let yearly = self.people.iter().filter(|person| person.training == Training::Yearly);
        let lacking = yearly.filter_map(|person| {
            let asked = self.hours_of(profile, person);
            let missing = asked.hours.saturating_sub(person.hours_done().unwrap_or(0));
            (!asked.basis.is_empty() && missing > 0).then_some((person, missing))
        });
        lacking.collect()
    }
}
