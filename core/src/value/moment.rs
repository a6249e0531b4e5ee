//! A minute of a day without a time zone: what a person writes into a field for day and time.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::day::Day;
use super::timestamp::clock;

/// Minutes of a day.
const DAY: i64 = 1_440;

/// A minute of a day, as the clock on the wall shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    day: Day,
    minute: i64,
}

impl Moment {
    /// The minute of a day, counted from 0; `None` beyond its last one.
    pub fn new(day: Day, minute: i64) -> Option<Self> {
        (0..DAY).contains(&minute).then_some(Self { day, minute })
    }

    /// Reads `YYYY-MM-DDTHH:MM`, the value form of an HTML field for day and time; seconds do not count.
    ///
    /// A browser without such a field gives what was typed, so a blank may stand in place of the T.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.trim().split_once(['T', ' '])?;
        let seconds = time.get(5..)?;
        let is_minute = seconds.is_empty() || seconds.starts_with(':');
        Self::new(Day::parse(day)?, clock(time.get(..5)?)?).filter(|_| is_minute)
    }

    /// The beginning of a day.
    pub fn midnight(day: Day) -> Self {
        Self { day, minute: 0 }
    }

    /// The day it lies in.
    pub fn day(self) -> Day {
        self.day
    }

    /// The time of day, as `10:42`.
    pub fn time_of_day(self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }

    /// The moment `minutes` later (earlier when negative); stays inside the calendar's range.
    pub fn plus_minutes(self, minutes: i64) -> Self {
        let all = self.minute.saturating_add(minutes);
        let days = i32::try_from(all.div_euclid(DAY)).unwrap_or(if all < 0 { i32::MIN } else { i32::MAX });
        Self { day: self.day.plus(days), minute: all.rem_euclid(DAY) }
    }

    /// Minutes from `self` to `other`; negative when `other` is earlier.
    pub fn minutes_until(self, other: Self) -> i64 {
        i64::from(self.day.days_until(other.day)) * DAY + other.minute - self.minute
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.day, self.time_of_day())
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a moment of the form YYYY-MM-DDTHH:MM"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_moment_is_read_as_a_field_or_a_person_writes_it() {
        for text in ["2026-11-21T10:42", "2026-11-21 10:42", " 2026-11-21T10:42:05 "] {
            assert_eq!(moment(text).to_string(), "2026-11-21T10:42", "{text}");
        }
        for text in ["", "2026-11-21", "2026-11-21T24:00", "2026-11-21T10:60", "2026-02-30T10:00", "2026-11-21T1:00"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
        assert_eq!(Moment::parse("2026-11-21T10:42点"), None);
    }

    #[test]
    fn minutes_go_over_midnight_and_months_and_back() {
        let late = moment("2026-11-30T23:45");
        let early = moment("2026-12-01T00:15");
        assert_eq!((late.plus_minutes(30), early.plus_minutes(-30)), (early, late));
        assert_eq!((late.minutes_until(early), early.minutes_until(late)), (30, -30));
        assert!(late < early && late.plus_minutes(72 * 60).day() == Day::parse("2026-12-03").unwrap());
    }

    #[test]
    fn a_moment_is_kept_as_it_is_written() {
        let json = serde_json::to_string(&moment("2026-11-21T10:42")).unwrap();
        assert_eq!(json, "\"2026-11-21T10:42\"");
        assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment("2026-11-21T10:42"));
        assert!(serde_json::from_str::<Moment>("\"2026-11-21\"").is_err());
    }
}
