//! Days to keep: the due day of the report, deadlines of hazards, and the seasons in which more has to be checked; and all of it as an
//! iCalendar file (RFC 5545) for the calendar of a telephone.

use std::fmt::Write as _;

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

/// One whole-day entry of the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Distinguishes it from all others for good, so that a second import replaces and does not double it.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// Last day where there are several.
    pub last: Option<Day>,
    /// What stands in the calendar.
    pub summary: String,
    /// What stands below it; may be empty.
    pub description: String,
    /// Days before, on which the telephone reminds.
    pub remind: u8,
}

/// The open hazards that have a deadline.
pub fn deadlines(hazards: &[Hazard]) -> impl Iterator<Item = (&Hazard, Day)> {
    hazards.iter().filter(|hazard| hazard.is_open()).filter_map(|hazard| Some((hazard, hazard.deadline?)))
}

/// Longest line in octets without its end (RFC 5545 3.1).
const LINE: usize = 75;

/// The entries as an iCalendar file. `stamp` is the time of writing in UTC, `YYYYMMDDTHHMMSSZ`.
pub fn ics(entries: &[Entry], stamp: &str) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//anziping//calendar 1//ZH");
    line("CALSCALE", "GREGORIAN");
    for entry in entries {
        line("BEGIN", "VEVENT");
        line("UID", &escape(&entry.uid));
        line("DTSTAMP", stamp);
        line("DTSTART;VALUE=DATE", &date(entry.day));
        // The end is the day after the last one.
        line("DTEND;VALUE=DATE", &date(entry.last.unwrap_or(entry.day).plus(1)));
        line("SUMMARY", &escape(&entry.summary));
        if !entry.description.is_empty() {
            line("DESCRIPTION", &escape(&entry.description));
        }
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &escape(&entry.summary));
        // Nine in the morning of the day before, not the midnight on which a whole-day entry begins.
        let trigger = match entry.remind {
            0 => "PT9H".to_owned(),
            days => format!("-P{}DT15H", days - 1),
        };
        line("TRIGGER", &trigger);
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    out
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// RFC 5545 3.3.11. Control characters have no place in a text; line breaks become `\n`.
fn escape(text: &str) -> String {
    text.replace("\r\n", "\n").chars().fold(String::new(), |mut out, c| {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
        out
    })
}

/// Writes one content line with CRLF, folded at 75 octets; a character is never cut.
fn fold(out: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    // Writing into a string does not fail.
    let _written = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn entry(summary: &str) -> Entry {
        Entry {
            uid: "a@anziping".into(),
            day: day("2026-11-30"),
            last: None,
            summary: summary.into(),
            description: String::new(),
            remind: 3,
        }
    }

    #[test]
    fn lines_end_with_crlf_and_are_at_most_75_octets_and_no_character_is_cut() {
        let text = ics(&[entry(&"整改期限到了，请复查；".repeat(12))], "20261122T010203Z");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", "整改期限到了，请复查；".repeat(12))));
    }

    #[test]
    fn what_has_a_meaning_in_the_format_is_escaped() {
        assert_eq!(escape("a;b,c\\d\r\ne\u{7}f"), "a\\;b\\,c\\\\d\\ne f");
        let text = ics(&[entry("x\r\nEND:VCALENDAR")], "20261122T010203Z");
        assert_eq!(text.matches("\r\nEND:VCALENDAR").count(), 1, "a text cannot end the calendar");
    }

    #[test]
    fn a_whole_day_ends_on_the_next_one_and_the_reminder_comes_in_the_morning() {
        let text = ics(&[entry("x")], "20261122T010203Z");
        assert!(text.contains("DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n"));
        assert!(text.contains("TRIGGER:-P2DT15H\r\n"), "three days before midnight less fifteen hours is nine o'clock");
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
