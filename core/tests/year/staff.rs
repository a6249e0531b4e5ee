//! The people of a year: certificates run out and are renewed, somebody begins and is trained late.
//!
//! Kept in the registers as the page keeps them, and in the books.

use std::collections::BTreeSet;

use anziping_core::month::assessment::Assessment;
use anziping_core::value::day::Day;

use anziping_core::register::{
    Certificate, CertificateKind, CertificateState, CountSources, Person, Registers, Training,
};
use anziping_core::value::rate::Rate;

/// Number of people who work with a certificate for special operations from the first day.
const CERTIFIED: u32 = 6;
/// Last days of two of the certificates; all others end after the year.
///
/// The mine's November ends on that very day.
const RUNS_OUT_UNSEEN: (u8, u8) = (6, 14);
const RUNS_OUT_IN_TIME: (u8, u8) = (11, 25);
/// Days on which the new ones are there.
const RENEWED_LATE: (u8, u8) = (9, 20);
const RENEWED_IN_TIME: (u8, u8) = (11, 23);
/// Somebody new begins, and has his hours in the month after.
const BEGINS: (u8, u8) = (4, 8);
const TRAINED: (u8, u8) = (5, 6);

/// Events that the year of the people must have contained.
pub const SEEN: [&str; 4] = ["certificate expired", "certificate warned of", "certificate renewed", "begun untrained"];

fn day((month, day): (u8, u8)) -> Day {
    Day::new(2027, month, day).unwrap()
}

/// The registers of an enterprise and what the books say beside them.
pub struct Staff {
    pub registers: Registers,
    /// Hours that somebody new needs: 3号令 13.
    hours: u32,
}

impl Staff {
    pub fn new(industry: &str) -> Self {
        let mut registers = Registers::default();
        for number in 0..CERTIFIED {
            registers.add::<Person>();
            let person = registers.people.last_mut().unwrap();
            let last = match number {
                1 => day(RUNS_OUT_UNSEEN),
                4 => day(RUNS_OUT_IN_TIME),
                _ => Day::new(2029, 3, 1).unwrap(),
            };
            person.certificates = vec![Certificate {
                kind: CertificateKind::SpecialOperation,
                work: "低压电工".into(),
                number: String::new(),
                valid_until: Some(last),
            }];
        }
        Self { registers, hours: if industry == "mine" { 72 } else { 24 } }
    }

    /// Lives through the events up to the last day of a month.
    pub fn live_through(&mut self, to: Day, seen: &mut BTreeSet<&'static str>) {
        for (renewed, person) in [(RENEWED_LATE, 1), (RENEWED_IN_TIME, 4)] {
            if to >= day(renewed) {
                self.registers.people[person].certificates[0].valid_until = Day::new(2033, 9, 1);
                seen.insert("certificate renewed");
            }
        }
        let has_begun = self.registers.people.len() > CERTIFIED as usize;
        if to >= day(BEGINS) && !has_begun {
            self.registers.add::<Person>();
            let person = self.registers.people.last_mut().unwrap();
            (person.joined_on, person.training) = (Some(day(BEGINS)), Training::Initial);
            person.hours = (self.hours - 1).to_string();
        }
        if to >= day(TRAINED) {
            self.registers.people.last_mut().unwrap().hours = self.hours.to_string();
        }
    }

    /// The rate of valid certificates by the books.
    pub fn certified(to: Day) -> Rate {
        let without = to > day(RUNS_OUT_UNSEEN) && to < day(RENEWED_LATE);
        Rate { done: CERTIFIED - u32::from(without), total: CERTIFIED }
    }

    /// Asserts that registers and books say the same of the month.
    pub fn check(&self, assessment: &Assessment, seen: &mut BTreeSet<&'static str>) {
        let (from, to) = (assessment.span.from, assessment.span.to);
        let counting = CountSources { registers: &self.registers, profile: &assessment.profile, span: assessment.span };
        let certified = Self::certified(to);
        assert_eq!(
            counting.item(assessment.catalogue.item("J07").unwrap()),
            Some(certified),
            "{to}: certificates that hold"
        );
        let begun = u32::from(from <= day(BEGINS) && day(BEGINS) <= to);
        assert_eq!(
            counting.item(assessment.catalogue.item("J04").unwrap()),
            Some(Rate { done: 0, total: begun }),
            "{to}: the new one is trained in the month after"
        );
        if begun == 1 {
            seen.insert("begun untrained");
        }
        let mut standings = BTreeSet::new();
        for (person, certificate, last) in self.registers.certificates() {
            let standing = certificate.standing(to);
            let booked = if to > last {
                seen.insert("certificate expired");
                CertificateState::Expired
            } else {
                (0..=60).find(|left| to.plus(*left) == last).map_or(CertificateState::Valid, CertificateState::Ending)
            };
            assert_eq!(standing, booked, "{to}: the certificate of {}", person.id);
            standings.insert(matches!(standing, CertificateState::Ending(_)));
        }
        if standings.contains(&true) {
            seen.insert("certificate warned of");
        }
    }
}
