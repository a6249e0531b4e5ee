//! Counts the costs of a month to a person.
//!
//! They are taps, key strokes and screens scrolled, from the empty page to the signed file.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`scenario`] | reads the invented workshop and its two months |
//! | [`person`] | acts as somebody at a telephone, and counts |
//! | [`questions`] | answers what is asked on a page |
//! | [`hazards`] | fills in the ledger |
//! | [`replay`] | goes the way from the empty page to the signed file, and through the month after |

pub mod hazards;
pub mod person;
pub mod questions;
pub mod replay;
pub mod scenario;

use std::fmt;

use self::person::{Count, Person, Tap};
use self::replay::{Replay, Spot};
use crate::page::Page;

/// The counts of both months.
#[derive(Debug)]
pub struct Measured {
    /// The first month, by page.
    pub first: Vec<(String, Count)>,
    /// The month after, by page.
    pub second: Vec<(String, Count)>,
    /// Hazards put right on the spot, taps beside the text.
    pub on_the_spot: Vec<Spot>,
    /// Every press of the first month and of the second, in order.
    pub taps: [Vec<Tap>; 2],
}

impl Measured {
    /// Every press, a line each.
    pub fn every_tap(&self) -> String {
        let months = ["first", "second"].into_iter().zip(&self.taps);
        let line = |month: &str, at: usize, tap: &Tap| format!("{month} {:>3} {:<12} {}\n", at + 1, tap.page, tap.on);
        months.flat_map(|(month, taps)| taps.iter().enumerate().map(move |(at, tap)| line(month, at, tap))).collect()
    }
}

/// Replays both months on a page that was never used.
///
/// # Panics
/// When the page does not go the way of the scenario.
pub fn measure(page: &Page) -> Measured {
    let scenario = scenario::read();
    let folder = tempfile::tempdir().expect("a folder for the lists");
    let person = Person::at(page);
    let mut replay = Replay::new(&person, &scenario, folder.path());
    replay.first_month();
    let first = (person.done(), person.taps());
    person.next_month();
    replay.second_month();
    let second = (person.done(), person.taps());
    Measured { first: first.0, second: second.0, on_the_spot: replay.on_the_spot, taps: [first.1, second.1] }
}

/// The sum over all pages.
pub fn sum(counts: &[(String, Count)]) -> Count {
    let mut sum = Count::default();
    counts.iter().for_each(|(_, count)| sum += *count);
    sum
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (said, counts) in [("first month", &self.first), ("second month", &self.second)] {
            writeln!(
                formatter,
                "{said:<16} {:>6} {:>6} {:>8} {:>8} {:>8} {:>8}",
                "taps", "keys", "screens", "new", "known", "minutes"
            )?;
            let all = sum(counts);
            for (page, count) in counts.iter().map(|(page, count)| (page.as_str(), count)).chain([("all", &all)]) {
                let Count { taps, keys, screens, new, known } = count;
                let minutes = count.minutes();
                writeln!(
                    formatter,
                    "  {page:<14} {taps:>6} {keys:>6} {screens:>8.1} {new:>8} {known:>8} {minutes:>8.1}"
                )?;
            }
        }
        let taps: Vec<String> = self.on_the_spot.iter().map(|spot| spot.taps.to_string()).collect();
        write!(formatter, "put right on the spot: {} taps beside the text", taps.join(", "))
    }
}
