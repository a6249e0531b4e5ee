//! A calendar day without a clock or a time zone: what a person writes into a date field.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the Gregorian calendar between the years 1 and 9999.
///
/// The wide range is deliberate: a date field that is being typed passes through years such as 0202, and what was typed
/// must survive. Whether a day is plausible is for [`crate::review`] to say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(time::Date);

impl Day {
    /// The day `year`-`month`-`day`, or `None` when the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`, the value form of an HTML date field.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| -> Option<u32> {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        Self::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The first day of 2000, where the range of [`crate::value::period::Period`] begins.
    pub fn epoch() -> Self {
        Self(time::Date::from_ordinal_date(2000, 1).unwrap_or(time::Date::MIN))
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> i32 {
        i32::from(self.0.weekday().number_days_from_monday())
    }

    /// The day `days` later (earlier when negative); stays inside the calendar's range.
    pub fn plus(self, days: i32) -> Self {
        let julian = self.0.to_julian_day().saturating_add(days);
        Self(time::Date::from_julian_day(julian).unwrap_or(self.0))
    }

    /// Whole days from `self` to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        other.0.to_julian_day() - self.0.to_julian_day()
    }

    /// The same day `months` later, or the last day of that month when it is shorter.
    pub fn plus_months(self, months: u32) -> Self {
        let index = u32::from(self.month()) - 1 + months;
        let year = self.year().saturating_add(i32::try_from(index / 12).unwrap_or(i32::MAX));
        let month = u8::try_from(index % 12 + 1).unwrap_or(12);
        let last = last_of_month(year.min(9999), month);
        Self::new(year.min(9999), month, self.day().min(last)).unwrap_or(self)
    }
}

/// Number of days in the month, 28 to 31.
pub fn last_of_month(year: i32, month: u8) -> u8 {
    time::Month::try_from(month).map_or(31, |m| m.length(year))
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a day of the form YYYY-MM-DD"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        assert_eq!(Day::parse("2026-11-21").map(|d| d.to_string()).as_deref(), Some("2026-11-21"));
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-11-31",
            "26-11-21",
            "2026/11/21",
            "2026-1-1",
            "",
            "+026-11-21",
            "２０２６-11-21",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
        assert!(Day::parse("2028-02-29").is_some(), "a leap day");
    }

    #[test]
    fn a_half_typed_year_survives() {
        assert!(Day::parse("0202-11-21").is_some());
    }

    #[test]
    fn months_are_added_to_the_last_day_of_a_shorter_month() {
        let end = Day::new(2026, 11, 30).unwrap();
        assert_eq!(end.plus_months(3).to_string(), "2027-02-28");
        assert_eq!(end.plus_months(12).to_string(), "2027-11-30");
        assert_eq!(end.plus(1).to_string(), "2026-12-01");
        assert_eq!(end.days_until(Day::new(2026, 12, 31).unwrap()), 31);
    }
}
