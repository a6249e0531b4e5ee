//! Registers that an enterprise may keep: its people with training and certificates, its risk points. Counts of the month come from them.
//!
//! They belong to the enterprise, not to a month, and stay in the browser: a report carries counts, never a worker's name.

mod counts;
mod person;
mod risk;
mod training;

use serde::{Deserialize, Serialize};

use crate::day::Day;

pub use counts::{BOUND_ITEMS, Counting, is_high_risk};
pub use person::{Certificate, CertificateKind, Person, Post, Standing, Training, WARN_DAYS};
pub use risk::{Colour, Method, RiskPoint, Score};
pub use training::{Required, YEARLY_WORKER, required};

/// Longest text of a register, in characters.
pub const TEXT_MAX: usize = 200;

/// The registers of one enterprise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Registers {
    /// People, in the order in which they were entered.
    pub people: Vec<Person>,
    /// Risk points, in the order in which they were entered.
    pub risks: Vec<RiskPoint>,
    /// How risk points are rated; one way for all of them.
    pub method: Method,
    /// Yearly hours of retraining asked of ordinary workers where no national figure exists, as typed.
    pub yearly_worker: String,
    /// The highest number that was ever given to an entry; a number that is gone is not given again.
    pub last_number: u32,
}

impl Default for Registers {
    fn default() -> Self {
        Self { people: Vec::new(), risks: Vec::new(), method: Method::default(), yearly_worker: YEARLY_WORKER.to_string(), last_number: 0 }
    }
}

impl Registers {
    /// Adds a person of whom nothing is known yet and gives the number.
    pub fn add_person(&mut self) -> String {
        let id = self.next_number();
        self.people.push(Person { id: id.clone(), ..Person::default() });
        id
    }

    /// Adds a risk point of which nothing is known yet and gives the number.
    pub fn add_risk(&mut self) -> String {
        let id = self.next_number();
        self.risks.push(RiskPoint { id: id.clone(), ..RiskPoint::default() });
        id
    }

    /// The certificates that have a last day, with their holders, soonest first.
    pub fn certificates(&self) -> Vec<(&Person, &Certificate, Day)> {
        let all = self.people.iter().flat_map(|person| person.certificates.iter().map(move |certificate| (person, certificate)));
        let mut dated: Vec<_> = all.filter_map(|(person, certificate)| Some((person, certificate, certificate.valid_until?))).collect();
        dated.sort_by_key(|(person, _, day)| (*day, person.id.clone()));
        dated
    }

    fn next_number(&mut self) -> String {
        self.last_number = self.last_number.saturating_add(1);
        self.last_number.to_string()
    }
}
