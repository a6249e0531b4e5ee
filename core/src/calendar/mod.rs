//! Days to keep.
//!
//! Due days of reports, deadlines of hazards, and the seasons in which more has to be checked.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`uid`] | names an entry for good |
//! | [`ics`] | writes the file for the calendar of a telephone |

pub mod ics;
pub mod uid;

use crate::hazard::{Hazard, HazardField};
pub use crate::trade::Season;
use crate::trade::{SPRING_FESTIVAL, SeasonSpan};
use crate::value::day::Day;
use crate::value::period::{Period, Rhythm};

impl Season {
    /// First and last day of the season that begins in `year`.
    ///
    /// `None` for a Spring Festival outside the years whose day is listed.
    pub fn in_year(self, year: i32) -> Option<(Day, Day)> {
        Some(match self.row().span {
            SeasonSpan::Days { from, to } => {
                let ends = if to < from { year + 1 } else { year };
                (Day::new(year, from.0, from.1)?, Day::new(ends, to.0, to.1)?)
            }
            SeasonSpan::Festival { before, after } => {
                let (_, month, day) = *SPRING_FESTIVAL.iter().find(|(listed, _, _)| *listed == year)?;
                let festival = Day::new(year, month, day)?;
                (festival.plus(-i32::from(before)), festival.plus(i32::from(after)))
            }
        })
    }

    /// The run of the season that `day` lies in, or the next one that begins after it.
    pub fn around(self, day: Day) -> Option<(Day, Day)> {
        (day.year() - 1..=day.year() + 1).filter_map(|year| self.in_year(year)).find(|(_, to)| *to >= day)
    }
}

/// The months whose report was due before `today` and is not signed.
///
/// From the first month that was begun to the one before `current`.
pub fn overdue_months(first: Period, signed: &[Period], rhythm: Rhythm, today: Day) -> Vec<Period> {
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    periods
        .take(120)
        .take_while(|period| period.due(rhythm) < today)
        .filter(|period| !signed.contains(period))
        .collect()
}

/// The open hazards that have a deadline.
pub fn deadlines(hazards: &[Hazard]) -> impl Iterator<Item = (&Hazard, Day)> {
    hazards.iter().filter(|hazard| hazard.is_open()).filter_map(|hazard| Some((hazard, hazard.deadline?)))
}

/// The open major hazards that are not reported in full, with the days that are missing.
///
/// The law sets no day: the regulator and the workers are to be told at once.
pub fn reports_missing(hazards: &[Hazard]) -> impl Iterator<Item = (&Hazard, Vec<HazardField>)> {
    let major = hazards.iter().filter(|hazard| hazard.is_open() && hazard.is_major());
    major.filter_map(|hazard| {
        let both = [HazardField::RegulatorOn, HazardField::WorkersOn];
        let missing: Vec<HazardField> = both.into_iter().filter(|field| hazard.is_blank(*field)).collect();
        (!missing.is_empty()).then_some((hazard, missing))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::{Grade, Stage};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_season_is_found_on_its_days_and_before_them_and_over_the_turn_of_the_year() {
        let around =
            |season: Season, text| season.around(day(text)).map(|(from, to)| (from.to_string(), to.to_string()));
        let run = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(around(Season::YearEnd, "2027-01-15"), run("2026-12-01", "2027-01-31"));
        assert_eq!(around(Season::YearEnd, "2027-02-01"), run("2027-12-01", "2028-01-31"));
        assert_eq!(around(Season::Flood, "2026-09-30"), run("2026-05-01", "2026-09-30"));
        assert_eq!(around(Season::Flood, "2026-10-01"), run("2027-05-01", "2027-09-30"));
        assert_eq!(around(Season::SpringFestival, "2026-11-22"), run("2027-01-23", "2027-02-20"));
        assert_eq!(around(Season::SpringFestival, "2042-06-01"), None, "no guess beyond the list");
    }

    #[test]
    fn a_month_is_overdue_from_the_day_after_its_due_day_until_it_is_signed() {
        let period = |text: &str| Period::parse(text).unwrap();
        let rhythm = Rhythm { cut_off: 0, due: 5 };
        let overdue = |today: &str, signed: &[Period]| overdue_months(period("2026-08"), signed, rhythm, day(today));
        // August is due on the 5th of September.
        assert_eq!(overdue("2026-09-05", &[]), []);
        assert_eq!(overdue("2026-09-06", &[]), [period("2026-08")]);
        assert_eq!(overdue("2026-11-22", &[period("2026-09")]), [period("2026-08"), period("2026-10")]);
    }

    #[test]
    fn an_open_major_hazard_is_to_be_reported_until_both_days_are_written() {
        let major = Hazard { grade: Some(Grade::Major), ..Hazard::default() };
        let hazards = [
            Hazard { id: "neither".into(), ..major.clone() },
            Hazard { id: "workers".into(), regulator_on: Some(day("2026-11-04")), ..major.clone() },
            Hazard {
                id: "both".into(),
                regulator_on: Some(day("2026-11-04")),
                workers_on: Some(day("2026-11-05")),
                ..major.clone()
            },
            Hazard { id: "closed".into(), stage: Stage::Closed, ..major },
            Hazard { id: "general".into(), grade: Some(Grade::General), ..Hazard::default() },
        ];
        let missing: Vec<_> =
            reports_missing(&hazards).map(|(hazard, missing)| (hazard.id.as_str(), missing)).collect();
        let both = vec![HazardField::RegulatorOn, HazardField::WorkersOn];
        assert_eq!(missing, [("neither", both), ("workers", vec![HazardField::WorkersOn])]);
    }
}
