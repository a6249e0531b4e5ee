//! Days to keep: due days of reports, deadlines of hazards, and the seasons in which more has to be checked.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`uid`] | names an entry for good |
//! | [`ics`] | writes the file for the calendar of a telephone |

pub mod ics;
pub mod uid;

use crate::hazard::Hazard;
use crate::value::day::Day;
use crate::value::period::{Period, Rhythm};

/// A season with checks of its own (implementation plan: 汛期、全国两会、国庆、春节、岁末年初).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Season {
    /// 汛期: May to September; the flood office announces the days of the place.
    Flood,
    /// 国庆: the week and ten days before it.
    NationalDay,
    /// 春节: from two weeks before to two weeks after, when work begins again.
    SpringFestival,
    /// 岁末年初: December and January.
    YearEnd,
    /// 全国两会: the first half of March.
    Congress,
}

impl Season {
    /// In the order of the year.
    pub const ALL: [Self; 5] = [Self::YearEnd, Self::SpringFestival, Self::Congress, Self::Flood, Self::NationalDay];

    /// First and last day of the season that begins in `year`; `None` for a Spring Festival outside the years whose day is listed.
    pub fn in_year(self, year: i32) -> Option<(Day, Day)> {
        let day = |year, month, day| Day::new(year, month, day);
        Some(match self {
            Self::Flood => (day(year, 5, 1)?, day(year, 9, 30)?),
            Self::NationalDay => (day(year, 9, 20)?, day(year, 10, 8)?),
            Self::YearEnd => (day(year, 12, 1)?, day(year + 1, 1, 31)?),
            Self::Congress => (day(year, 3, 1)?, day(year, 3, 15)?),
            Self::SpringFestival => {
                let festival = spring_festival(year)?;
                (festival.plus(-14), festival.plus(14))
            }
        })
    }

    /// The run of the season that `day` lies in, or the next one that begins after it.
    pub fn around(self, day: Day) -> Option<(Day, Day)> {
        (day.year() - 1..=day.year() + 1).filter_map(|year| self.in_year(year)).find(|(_, to)| *to >= day)
    }
}

/// The first day of the lunar year, which follows no rule that fits here: GB/T 33661-2017 for 2026 to 2040.
fn spring_festival(year: i32) -> Option<Day> {
    const DAYS: [(u8, u8); 15] = [
        (2, 17),
        (2, 6),
        (1, 26),
        (2, 13),
        (2, 3),
        (1, 23),
        (2, 11),
        (1, 31),
        (2, 19),
        (2, 8),
        (1, 28),
        (2, 15),
        (2, 4),
        (1, 24),
        (2, 12),
    ];
    let (month, day) = *DAYS.get(usize::try_from(year - 2026).ok()?)?;
    Day::new(year, month, day)
}

/// The months whose report was due before `today` and is not signed: from the first month that was begun to the one before `current`.
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
