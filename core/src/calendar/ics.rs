//! Writes entries as an iCalendar file (RFC 5545), which the calendar of a telephone takes in.

use std::fmt::Write as _;

use crate::value::day::Day;

/// One whole-day entry of the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarEntry {
    /// Distinguishes it from all others for good, so that a second import replaces and does not double it.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// Last day where there are several.
    pub last: Option<Day>,
    /// The title in the calendar.
    pub summary: String,
    /// The text below it; may be empty.
    pub description: String,
    /// Days before, on which the telephone reminds.
    pub remind: u8,
}

/// Longest line in octets without its end (RFC 5545 3.1).
const LINE: usize = 75;

/// The entries as an iCalendar file. `stamp` is the time of writing in UTC, `YYYYMMDDTHHMMSSZ`.
pub fn ics(entries: &[CalendarEntry], stamp: &str) -> String {
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

    fn entry(summary: &str) -> CalendarEntry {
        CalendarEntry {
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
}
