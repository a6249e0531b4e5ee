//! A point in time as RFC 3339 writes it.

use std::fmt;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::day::Day;

/// A point in time with the offset of the place, kept as it was written: `2026-11-21T10:42:05+08:00`.
///
/// Reading takes fractions of a second too, since other programs write them; ours never does, and a signed document may
/// not have them ([`is_to_the_second`](Self::is_to_the_second)).
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timestamp {
    text: String,
    day: Day,
    instant: Instant,
}

/// Where a [`Timestamp`] lies in time, comparable across offsets.
///
/// Seconds since the beginning of 2000, UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(i64);

impl Timestamp {
    /// Reads a date and time with `Z` or an offset; `None` for anything else.
    ///
    /// Fractions of a second do not count.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once('T')?;
        let day = Day::parse(date)?;
        let clock = clock(rest.get(..5)?)? * 60 + number(rest.get(5..8)?.strip_prefix(':')?, 60)?;
        let offset = match without_fraction(rest.get(8..)?)?.split_at_checked(1)? {
            ("Z", "") => 0,
            ("+", hours) => self::clock(hours)? * 60,
            ("-", hours) => -self::clock(hours)? * 60,
            _ => return None,
        };
        let instant = Instant(i64::from(Day::epoch().days_until(day)) * 86_400 + clock - offset);
        Some(Self { text: text.to_owned(), day, instant })
    }

    /// The time of this clock: hour, minute and second, with the offset from UTC in minutes.
    ///
    /// `None` outside of what a clock shows.
    #[must_use]
    pub fn of_clock(day: Day, [hour, minute, second]: [u8; 3], offset: i32) -> Option<Self> {
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
        Self::parse(&format!("{day}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}"))
    }

    /// The beginning of a day, UTC.
    #[must_use]
    pub fn midnight(day: Day) -> Self {
        let instant = Instant(i64::from(Day::epoch().days_until(day)) * 86_400);
        Self { text: format!("{day}T00:00:00Z"), day, instant }
    }

    /// The day that the clock showed.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day
    }

    /// The time of day, as `10:42`.
    #[must_use]
    pub fn time_of_day(&self) -> &str {
        // Five digits stand there since `parse`.
        self.text.get(11..16).unwrap_or_default()
    }

    /// The instant in time.
    #[must_use]
    pub fn instant(&self) -> Instant {
        self.instant
    }

    /// Returns whether the time has no fraction of a second.
    #[must_use]
    pub fn is_to_the_second(&self) -> bool {
        !self.text.contains('.')
    }
}

/// Cuts a fraction off; `None` for a full stop without digits.
fn without_fraction(text: &str) -> Option<&str> {
    let Some(fraction) = text.strip_prefix('.') else { return Some(text) };
    let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < fraction.len()).then_some(rest)
}

/// Minutes of `HH:MM`.
pub(super) fn clock(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    Some(number(hours, 23)? * 60 + number(minutes, 59)?)
}

fn number(text: &str, most: i64) -> Option<i64> {
    let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?.filter(|&n| n <= most)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    /// Asks for a named type, so that `seal::typed` can say which text was misspelt.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Named;

        impl<'de> Visitor<'de> for Named {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time as RFC 3339 writes it")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Timestamp, D::Error> {
                let text = String::deserialize(deserializer)?;
                Timestamp::parse(&text).ok_or_else(|| D::Error::custom("not a time"))
            }
        }

        deserializer.deserialize_newtype_struct("Timestamp", Named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Option<Instant> {
        Timestamp::parse(text).map(|time| time.instant())
    }

    #[test]
    fn the_same_moment_is_equal_in_every_offset() {
        let noon = instant("2026-11-21T12:00:00+08:00").unwrap();
        assert_eq!(instant("2026-11-21T04:00:00Z"), Some(noon));
        assert_eq!(instant("2026-11-20T23:30:00.125-04:30"), Some(noon));
        assert!(instant("2026-11-21T11:59:59+08:00").unwrap() < noon);
    }

    #[test]
    fn what_is_not_a_time_is_not_read() {
        for wrong in [
            "",
            "yesterday",
            "2026-11-21",
            "2026-11-21T12:00:00",
            "2026-11-21t12:00:00Z",
            "2026-11-21T12:00:00z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T12:60:00Z",
            "2026-11-21T12:00:61Z",
            "2026-11-31T12:00:00Z",
            "2026-11-21T12:00:00Zx",
            "2026-11-21T12:00:00+08",
            "2026-11-21T12:00:00+24:00",
            "2026-11-21T12:00:00.Z",
            "2026-11-21T12:00:00..1Z",
            "2026-11-21T1é:00:00Z",
        ] {
            assert_eq!(Timestamp::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_is_kept_as_it_was_written() {
        for text in ["2026-11-21T10:42:05+08:00", "2026-11-21T23:59:60Z", "2026-11-21T10:42:05.250-03:30"] {
            let time = Timestamp::parse(text).unwrap();
            assert_eq!(time.to_string(), text);
            assert_eq!(serde_json::to_value(&time).unwrap(), text);
            assert_eq!(serde_json::from_value::<Timestamp>(text.into()).unwrap(), time);
            assert_eq!(time.is_to_the_second(), !text.contains('.'), "{text}");
        }
        assert!(serde_json::from_value::<Timestamp>("yesterday".into()).is_err());
    }

    #[test]
    fn a_clock_is_written_with_the_offset_of_the_place() {
        let day = Day::parse("2026-11-21").unwrap();
        let at = |offset| Timestamp::of_clock(day, [9, 4, 5], offset).unwrap();
        assert_eq!(at(480).to_string(), "2026-11-21T09:04:05+08:00");
        assert_eq!(at(-210).to_string(), "2026-11-21T09:04:05-03:30", "west of UTC, half an hour");
        assert_eq!(at(0).to_string(), "2026-11-21T09:04:05+00:00");
        assert_eq!((at(480).day(), at(480).time_of_day()), (day, "09:04"));
        assert_eq!(Timestamp::of_clock(day, [24, 0, 0], 0), None);
        assert_eq!(Timestamp::parse(&Timestamp::midnight(day).to_string()), Some(Timestamp::midnight(day)));
    }
}
