//! The answers of a year: given in the draft as the page gives them, and written down in the books.

use std::collections::{BTreeMap, BTreeSet};

use anziping_core::catalog::{Catalogue, Interval, Item, Kind};
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::draft::MonthDraft;
use anziping_core::value::day::Day;

use crate::books::Facts;
use crate::staff::Staff;

/// The answer that somebody gave to an item, and the day of his last look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reply {
    pub said: Said,
    pub looked: Day,
    /// Taken over, and nobody has looked this month.
    pub carried: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    Mark(Mark),
    Count(u32, u32),
}

/// The books of the answers, by item.
#[derive(Default)]
pub struct Replies(pub BTreeMap<String, Reply>);

/// Certificates, counted from the register of people.
const CERTIFICATES: &str = "J07";

impl Replies {
    /// The turn of the month.
    ///
    /// Monthly answers and those that have run out are gone, the others are to be confirmed.
    pub fn turn(&mut self, catalogue: &Catalogue, facts: &Facts, begin: Day) {
        let old = std::mem::take(&mut self.0);
        for item in catalogue.items() {
            let Some(reply) = old.get(&item.id) else { continue };
            let case = item.interval_when.iter().find(|case| case.when.holds(facts));
            let months = match case.map_or(item.interval, |case| case.interval) {
                Interval::Month => continue,
                Interval::Quarter => 3,
                Interval::Year => 12,
                Interval::Event => 1_200,
            };
            if reply.said != Said::Mark(Mark::Unsure) && begin < later(reply.looked, months) {
                self.0.insert(item.id.clone(), Reply { carried: true, ..*reply });
            }
        }
    }

    /// Answers what is asked, confirms part of what was carried, and leaves the rest.
    pub fn give(
        &mut self,
        draft: &mut MonthDraft,
        catalogue: &Catalogue,
        facts: &Facts,
        month: u8,
        (from, to): (Day, Day),
        seen: &mut BTreeSet<&'static str>,
    ) {
        for (number, item) in catalogue.items().enumerate() {
            if !item.applies.holds(facts) {
                continue;
            }
            let today = from.plus(i32::try_from(number % 20).unwrap());
            let dice = (number * 7 + usize::from(month) * 5) % 23;
            let reply = match self.0.get(&item.id) {
                Some(reply) if dice.is_multiple_of(3) => {
                    seen.insert("carried answer left");
                    assert!(reply.carried);
                    continue;
                }
                Some(reply) => {
                    seen.insert("carried answer confirmed");
                    Reply { looked: today, carried: false, ..*reply }
                }
                None => Reply { said: said(item, dice, to, seen), looked: today, carried: false },
            };
            self.0.insert(item.id.clone(), reply);
            draft.answers.insert(item.id.clone(), answer(reply));
        }
    }
}

fn said(item: &Item, dice: usize, to: Day, seen: &mut BTreeSet<&'static str>) -> Said {
    match (item.kind, dice) {
        (Kind::Ratio, _) if item.id == CERTIFICATES => {
            let certified = Staff::certified(to);
            Said::Count(certified.done, certified.total)
        }
        (Kind::Ratio, 4) => {
            seen.insert("no case");
            Said::Count(0, 0)
        }
        (Kind::Ratio, _) => Said::Count(31 + u32::try_from(dice).unwrap() / 5, 36),
        (_, 1) => {
            seen.insert("not applicable by hand");
            Said::Mark(Mark::Na)
        }
        (_, 2) => Said::Mark(Mark::Unsure),
        (Kind::Level, 5 | 11) => Said::Mark(Mark::Partly),
        (_, 8) => Said::Mark(Mark::No),
        _ => Said::Mark(Mark::Yes),
    }
}

fn answer(reply: Reply) -> Answer {
    let mut answer = Answer { confirmed_on: Some(reply.looked), ..Answer::default() };
    match reply.said {
        Said::Mark(mark) => answer.mark = Some(mark),
        Said::Count(done, total) => (answer.done, answer.total) = (done.to_string(), total.to_string()),
    }
    if reply.said == Said::Mark(Mark::Na) {
        answer.reason = "本厂没有".into();
    }
    answer
}

/// The same day some months later, or the last one of a shorter month.
fn later(day: Day, months: i32) -> Day {
    let index = day.year() * 12 + i32::from(day.month()) - 1 + months;
    let (year, month) = (index / 12, u8::try_from(index % 12 + 1).unwrap());
    (1..=day.day()).rev().find_map(|last| Day::new(year, month, last)).unwrap()
}
