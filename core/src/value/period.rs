//! The month that is assessed: a calendar month, or the days from one cut-off day to the next.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::value::day::{Day, last_of_month};

/// A reporting month, written `2026-11`.
///
/// Which days belong to it depends on the enterprise's [`Rhythm`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    year: i32,
    month: u8,
}

/// First and last day of a period, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Span {
    /// Returns whether `day` lies inside, borders included.
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// When a month ends and when its report is due.
///
/// Villages and departments have their own due day (the 19th in the implementation plan); it does not bind the
/// enterprise, so both are settings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Rhythm {
    /// Last day of the period, 1 to 27; 0 means the calendar month.
    pub cut_off: u8,
    /// Day of the month on which the report is due, 1 to 31 (the last day in a shorter month).
    ///
    /// 0 means the last day of the period.
    pub due: u8,
}

impl Period {
    /// The period of `month` (1 to 12) in `year` (2000 to 2100), or `None` outside these.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((2000..=2100).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The period in which `day` lies under `rhythm`.
    pub fn of(day: Day, rhythm: Rhythm) -> Option<Self> {
        let calendar = Self::new(day.year(), day.month())?;
        if rhythm.cut_off != 0 && day.day() > rhythm.cut_off { Some(calendar.next()) } else { Some(calendar) }
    }

    /// The calendar month of `day`.
    ///
    /// A device whose clock is far out gets the nearest month between 2000 and 2100.
    pub fn at_or_near(day: Day) -> Self {
        Self { year: day.year().clamp(2000, 2100), month: day.month() }
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Year, 2000 to 2100.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The following period; the last month of 2100 is its own successor.
    pub fn next(self) -> Self {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        Self::new(year, month).unwrap_or(self)
    }

    /// The preceding period; the first month of 2000 is its own predecessor.
    pub fn previous(self) -> Self {
        let (year, month) = if self.month == 1 { (self.year - 1, 12) } else { (self.year, self.month - 1) };
        Self::new(year, month).unwrap_or(self)
    }

    /// The days that belong to the period under `rhythm`.
    pub fn span(self, rhythm: Rhythm) -> Span {
        let first = self.day(1);
        if rhythm.cut_off == 0 || rhythm.cut_off > 27 {
            return Span { from: first, to: self.day(31) };
        }
        Span { from: self.previous().day(rhythm.cut_off).plus(1), to: self.day(rhythm.cut_off) }
    }

    /// The day on which the report of this period is due.
    ///
    /// The first due day that is not before the period's end.
    pub fn due(self, rhythm: Rhythm) -> Day {
        self.due_after(self.span(rhythm).to, rhythm.due)
    }

    /// The day on which a report of this period is due.
    ///
    /// `end` is the last day of the period. Reports are due on this day of the month; 0 means on its last day.
    pub fn due_after(self, end: Day, day_of_month: u8) -> Day {
        if day_of_month == 0 {
            return end;
        }
        let due = self.day(day_of_month);
        if due < end { self.next().day(day_of_month) } else { due }
    }

    fn day(self, day: u8) -> Day {
        let day = day.clamp(1, last_of_month(self.year, self.month));
        // Years 2000 to 2100 and a clamped day always exist; the fallback only satisfies the type.
        Day::new(self.year, self.month, day).unwrap_or_else(Day::epoch)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a month of the form YYYY-MM between 2000 and 2100"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn november() -> Period {
        Period::parse("2026-11").unwrap()
    }

    #[test]
    fn a_calendar_month_runs_from_its_first_to_its_last_day() {
        let span = november().span(Rhythm::default());
        assert_eq!((span.from.to_string(), span.to.to_string()), ("2026-11-01".into(), "2026-11-30".into()));
        assert_eq!(november().due(Rhythm::default()).to_string(), "2026-11-30");
    }

    #[test]
    fn a_cut_off_day_ends_the_period_and_the_next_day_begins_another() {
        let rhythm = Rhythm { cut_off: 18, due: 0 };
        let span = november().span(rhythm);
        assert_eq!((span.from.to_string(), span.to.to_string()), ("2026-10-19".into(), "2026-11-18".into()));
        assert_eq!(Period::of(Day::new(2026, 11, 18).unwrap(), rhythm), Some(november()));
        assert_eq!(Period::of(Day::new(2026, 11, 19).unwrap(), rhythm), Some(november().next()));
    }

    #[test]
    fn a_due_day_before_the_end_of_the_period_falls_into_the_next_month() {
        assert_eq!(november().due(Rhythm { cut_off: 0, due: 15 }).to_string(), "2026-12-15");
        assert_eq!(november().due(Rhythm { cut_off: 10, due: 15 }).to_string(), "2026-11-15");
        assert_eq!(Period::parse("2026-02").unwrap().due(Rhythm { cut_off: 0, due: 31 }).to_string(), "2026-02-28");
    }

    #[test]
    fn periods_follow_each_other_over_the_turn_of_the_year() {
        let december = november().next();
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.next().previous(), december);
    }

    #[test]
    fn impossible_periods_are_refused() {
        for wrong in ["2026-13", "2026-00", "1999-12", "2101-01", "2026-1", "26-11", "2026/11", ""] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }
}
