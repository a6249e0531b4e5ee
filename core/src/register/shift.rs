//! Gathers the facts of a day of work for the record of its shifts.

use std::collections::BTreeSet;

use super::{Permit, Registers};
use crate::hazard::Hazard;
use crate::value::day::Day;
use crate::value::period::Span;

/// A day of work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkDay<'a> {
    /// Permits under which work went on that day.
    pub permits: Vec<&'a Permit>,
    /// Hazards that were found that day.
    pub found: Vec<&'a Hazard>,
    /// Of these permits, those whose work was not accepted by the end of the day.
    pub unfinished: Vec<&'a Permit>,
    /// Of these hazards, those that were open at its end.
    pub open: Vec<&'a Hazard>,
}

impl Registers {
    /// Gathers what is known of a day.
    pub fn work_day<'a>(&'a self, hazards: &'a [Hazard], day: Day) -> WorkDay<'a> {
        let permits: Vec<&Permit> = self.permits.iter().filter(|permit| is_at_work(permit, day)).collect();
        let found: Vec<&Hazard> = hazards.iter().filter(|hazard| hazard.found_on == Some(day)).collect();
        let is_accepted = |permit: &Permit| permit.closed_at.is_some_and(|at| at.day() <= day);
        let is_closed = |hazard: &Hazard| {
            hazard.lifetimes().next().is_none_or(|first| first.closed.is_some_and(|closed| closed <= day))
        };
        WorkDay {
            unfinished: permits.iter().copied().filter(|permit| !is_accepted(permit)).collect(),
            open: found.iter().copied().filter(|hazard| !is_closed(hazard)).collect(),
            permits,
            found,
        }
    }

    /// The days of a month of which something is known, the newest first.
    pub fn work_days(&self, hazards: &[Hazard], span: Span) -> Vec<Day> {
        let begun = self.permits.iter().filter_map(|permit| permit.starts_at).map(|at| at.day());
        let found = hazards.iter().filter_map(|hazard| hazard.found_on);
        let days: BTreeSet<Day> = begun.chain(found).filter(|day| span.contains(*day)).collect();
        days.into_iter().rev().collect()
    }
}

/// Returns whether work went on under a permit on some minute of a day.
///
/// Work goes on from the beginning of a permit until it was accepted, or was to end.
fn is_at_work(permit: &Permit, day: Day) -> bool {
    permit.starts_at.is_some_and(|starts| {
        let ends = permit.closed_at.or(permit.ends_at).map_or(starts.day(), |at| at.day());
        starts.day() <= day && day <= ends.max(starts.day())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::Stage;
    use crate::value::moment::Moment;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn permit(id: &str, starts: &str, ends: &str, closed: Option<&str>) -> Permit {
        Permit {
            id: id.into(),
            starts_at: Moment::parse(starts),
            ends_at: Moment::parse(ends),
            closed_at: closed.and_then(Moment::parse),
            ..Permit::default()
        }
    }

    fn hazard(id: &str, found: &str, closed: Option<&str>) -> Hazard {
        Hazard {
            id: id.into(),
            found_on: Some(day(found)),
            stage: if closed.is_some() { Stage::Closed } else { Stage::Found },
            closed_on: closed.map(day),
            ..Hazard::default()
        }
    }

    #[test]
    fn a_day_has_the_work_that_went_on_and_hands_over_what_is_not_finished() {
        let permits = vec![
            permit("done", "2026-11-05T08:00", "2026-11-05T16:00", Some("2026-11-05T15:00")),
            permit("over two days", "2026-11-04T20:00", "2026-11-06T04:00", Some("2026-11-06T03:00")),
            permit("never accepted", "2026-11-05T08:00", "2026-11-05T16:00", None),
            permit("the day after", "2026-11-06T08:00", "2026-11-06T16:00", None),
            Permit { id: "undated".into(), ..Permit::default() },
        ];
        let registers = Registers { permits, ..Registers::default() };
        let hazards = [
            hazard("at once", "2026-11-05", Some("2026-11-05")),
            hazard("later", "2026-11-05", Some("2026-11-09")),
            hazard("other day", "2026-11-04", None),
        ];
        let known = registers.work_day(&hazards, day("2026-11-05"));
        let ids = |permits: &[&Permit]| permits.iter().map(|permit| permit.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&known.permits), ["done", "over two days", "never accepted"]);
        assert_eq!(ids(&known.unfinished), ["over two days", "never accepted"]);
        let ids = |hazards: &[&Hazard]| hazards.iter().map(|hazard| hazard.id.clone()).collect::<Vec<_>>();
        assert_eq!(
            (ids(&known.found), ids(&known.open)),
            (vec!["at once".into(), "later".into()], vec!["later".into()])
        );
        let span = Span { from: day("2026-11-05"), to: day("2026-11-30") };
        assert_eq!(registers.work_days(&hazards, span), [day("2026-11-06"), day("2026-11-05")]);
    }
}
