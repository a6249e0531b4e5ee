//! A point in time read from RFC 3339 text, for telling which of two savings was later.

use crate::value::day::Day;

/// Seconds since the beginning of 2000, UTC; comparable across offsets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Moment(i64);

impl Moment {
    /// Reads `2026-11-21T10:42:05+08:00` or `…Z`; fractions of a second are accepted and left out. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once('T')?;
        let day = Day::epoch().days_until(Day::parse(date)?);
        let clock = clock(rest.get(..5)?)? * 60 + number(rest.get(5..8)?.strip_prefix(':')?, 60)?;
        let offset = rest.get(8..)?.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
        let offset = match offset.split_at_checked(1)? {
            ("Z", "") => 0,
            ("+", hours) => clock_offset(hours)?,
            ("-", hours) => -clock_offset(hours)?,
            _ => return None,
        };
        Some(Self(i64::from(day) * 86_400 + clock - offset))
    }
}

/// Minutes of `HH:MM`.
fn clock(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    Some(number(hours, 23)? * 60 + number(minutes, 59)?)
}

fn clock_offset(text: &str) -> Option<i64> {
    clock(text).map(|minutes| minutes * 60)
}

fn number(text: &str, most: i64) -> Option<i64> {
    let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?.filter(|&n| n <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_moment_is_equal_in_every_offset() {
        let noon = Moment::parse("2026-11-21T12:00:00+08:00").unwrap();
        assert_eq!(Moment::parse("2026-11-21T04:00:00Z"), Some(noon));
        assert_eq!(Moment::parse("2026-11-20T23:30:00.125-04:30"), Some(noon));
        assert!(Moment::parse("2026-11-21T11:59:59+08:00").unwrap() < noon);
    }

    #[test]
    fn what_is_not_a_time_is_not_read() {
        for wrong in [
            "",
            "2026-11-21",
            "2026-11-21T12:00:00",
            "2026-11-21T24:00:00Z",
            "2026-11-31T12:00:00Z",
            "2026-11-21T12:00:00Zx",
            "2026-11-21T1é:00:00Z",
        ] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
    }
}
