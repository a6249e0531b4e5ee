//! Days as people write them.
//!
//! With and without a year, as a month, a range, a stretch of time or a word.

use super::grid::{Cell, CellKind};
use crate::value::day::{Day, last_of_month};
use crate::value::fold::fold;

/// Serial numbers of days in spreadsheets from 2000 to 2099; 25569 is the first of January 1970.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=73_050;
/// By how much the serial numbers of a workbook that counts from 1904 are lower.
const FROM_1904: i32 = 1_462;

/// A day as read from a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CellDay {
    /// A day.
    Day(Day),
    /// Month and day.
    NoYear(u8, u8),
    /// A month of a year, by its last day.
    Month(Day),
    /// The last day of a range.
    UpTo(Day),
    /// 立即, 当场.
    AtOnce,
    /// 3日内, 一周内: so many days later.
    Within(u32),
    /// 长期, 待定, — : no day.
    NoDay,
    /// It could be two days: 3.1 as a number is the first or the tenth.
    Ambiguous,
    /// Nothing that is understood.
    Unread,
}

/// Reads a cell that is not empty.
pub(super) fn when(cell: Cell<'_>) -> CellDay {
    let text = fold(cell.text);
    if let Some(day) = serial(&text, cell) {
        return CellDay::Day(day);
    }
    if cell.kind == CellKind::Number
        && let Some(read) = number(&text)
    {
        return read;
    }
    word(&text).unwrap_or_else(|| date(&text))
}

/// The part of a cell that speaks of a day, and the minute of that day where the cell has one.
///
/// `2026-11-21 10:42`, `2026年11月21日10：42`, or the number by which a spreadsheet keeps a moment.
pub(super) fn day_and_minute<'c>(cell: Cell<'c>) -> (&'c str, Option<i64>) {
    let text = cell.text;
    if let (Some(_), Some((_, part))) = (serial(text, cell), text.split_once('.')) {
        let digits = part.get(..9).unwrap_or(part);
        let scale = 10_i64.pow(u32::try_from(digits.len()).unwrap_or(9));
        let minute = digits.parse::<i64>().ok().map(|part| (part * 1_440 + scale / 2) / scale);
        return (text, minute.map(|minute| minute.min(1_439)));
    }
    let Some((before, after)) = text.split_once([':', '：']) else { return (text, None) };
    let number = |text: &str| text.parse::<i64>().ok().filter(|_| text.len() <= 2);
    let day = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let minutes = after.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let minute = number(&before[day.len()..]).filter(|hour| *hour < 24).zip(number(minutes).filter(|one| *one < 60));
    match minute {
        Some((hour, minute)) => (day.trim_end_matches(['T', ' ', '　']), Some(hour * 60 + minute)),
        None => (text, None),
    }
}

fn serial(text: &str, cell: Cell<'_>) -> Option<Day> {
    let whole = text.split('.').next().filter(|whole| whole.len() == 5)?;
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let serial = whole.parse::<i32>().ok()? + if cell.from_1904 { FROM_1904 } else { 0 };
    SERIALS.contains(&serial).then(|| Day::epoch().plus(serial - *SERIALS.start()))
}

/// A number with a point: what it ends with may have lost a zero.
fn number(text: &str) -> Option<CellDay> {
    let (whole, part) = text.split_once('.')?;
    match (whole.len(), part) {
        (4, "1") => Some(CellDay::Ambiguous),
        (1 | 2, "1" | "2" | "3") => Some(CellDay::Ambiguous),
        _ => None,
    }
}

fn word(text: &str) -> Option<CellDay> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let digit = text.chars().any(|c| c.is_ascii_digit());
    let is = |words: &[&str]| words.contains(&text);
    if is(&[
        "/",
        "\\",
        "-",
        "--",
        "—",
        "——",
        "无",
        "√",
        "×",
        "✓",
        "待定",
        "长期",
        "长期有效",
        "永久",
        "暂无",
        "n/a",
        "持续",
        "未定",
        "不限",
    ]) {
        return Some(CellDay::NoDay);
    }
    if !digit && has(&["已整改", "已完成", "整改完毕", "完成整改"]) {
        return Some(CellDay::NoDay);
    }
    if !digit
        && has(&["立即", "即时", "马上", "当场", "现场整改", "即查即改", "立查立改", "立行立改"])
        && !has(&["未", "不", "后", "报"])
    {
        return Some(CellDay::AtOnce);
    }
    if is(&["当天", "当日", "当天整改", "当日整改", "当天完成", "当日完成", "即日"]) {
        return Some(CellDay::AtOnce);
    }
    stretch(text)
}

/// `3日内`, `7天`, `一周内`, `半个月内`.
fn stretch(text: &str) -> Option<CellDay> {
    let text = text.trim_start_matches(['限', '于', '在']);
    let end = ["整改完成", "整改完毕", "整改到位", "完成整改", "整改", "完成", "改正"]
        .iter()
        .find_map(|end| text.strip_suffix(end));
    let text = end.unwrap_or(text);
    let inside = ["以内", "之内", "内"].iter().find_map(|end| text.strip_suffix(end));
    let text = inside.unwrap_or(text);
    let (count, unit) = match text.find(|c: char| !c.is_ascii_digit() && !CHINESE.contains(c) && c != '半') {
        Some(at) if at > 0 => text.split_at(at),
        _ => return None,
    };
    let unit = unit.strip_prefix('个').unwrap_or(unit);
    let days = match (unit, inside.is_some()) {
        // 3日 alone is the third day of some month.
        ("天", _) | ("日", true) => 1,
        ("周" | "星期" | "礼拜", _) => 7,
        ("月", true) if count == "半" => return Some(CellDay::Within(15)),
        _ => return None,
    };
    let count = if count.bytes().all(|byte| byte.is_ascii_digit()) { count.parse().ok()? } else { chinese(count)? };
    (1..=400_u32).contains(&count).then_some(CellDay::Within(count * days))
}

const CHINESE: &str = "一二三四五六七八九十两";

/// 1 to 99 in Chinese.
fn chinese(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '两' => Some(2),
        '十' => None,
        c => CHINESE.chars().position(|one| one == c).and_then(|at| u32::try_from(at + 1).ok()),
    };
    let chars: Vec<char> = text.chars().collect();
    match chars.as_slice() {
        ['十'] => Some(10),
        [one] => digit(*one),
        ['十', one] => Some(10 + digit(*one)?),
        [tens, '十'] => Some(10 * digit(*tens)?),
        [tens, '十', one] => Some(10 * digit(*tens)? + digit(*one)?),
        _ => None,
    }
}

fn date(text: &str) -> CellDay {
    for mark in ["至", "到", "~", "～", "—", "–"] {
        if let Some((first, last)) = text.split_once(mark)
            && !first.is_empty()
            && !last.is_empty()
        {
            return range(first, last);
        }
    }
    let read = single(text);
    if read != CellDay::Unread {
        return read;
    }
    // 2021.5.6-2027.5.5: the dash between two days, not inside of one.
    let dashes = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let mut ranges = dashes.map(|(first, last)| range(first, last)).filter(|read| *read != CellDay::Unread);
    match (ranges.next(), ranges.next()) {
        (Some(read), None) => read,
        _ => CellDay::Unread,
    }
}

fn range(first: &str, last: &str) -> CellDay {
    let first = match single(first) {
        CellDay::Day(day) => day,
        _ => return CellDay::Unread,
    };
    match single(last) {
        CellDay::Day(day) if day >= first => CellDay::UpTo(day),
        CellDay::NoYear(month, day) => match Day::new(first.year(), month, day) {
            Some(day) if day >= first => CellDay::UpTo(day),
            _ => CellDay::Unread,
        },
        _ => CellDay::Unread,
    }
}

/// One day or month, with what people write around it taken off.
fn single(text: &str) -> CellDay {
    let mut text = text;
    for start in ["限于", "于", "限", "截至", "截止"] {
        text = text.strip_prefix(start).unwrap_or(text);
    }
    if let Some(at) = text.find(['(', '（']) {
        text = &text[..at];
    }
    // A time of day: `10:20`, `t00:00:00`, behind `日` or two digits.
    if let Some(at) = text.find(':') {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let hours = at - before.len();
        let (day, is_joined) = (before.strip_suffix('t').unwrap_or(before), before.len() == at);
        let digits = &text[before.len()..at];
        // Blanks are gone: of `2026.6.1814:00` the last two digits are hours.
        let cut = match hours {
            1 | 2 if !is_joined && before.ends_with(['t', '日', '午', '号']) => day.len(),
            3 | 4 => before.len() + digits.len() - 2,
            _ => return CellDay::Unread,
        };
        text = text[..cut].trim_end_matches('t');
    }
    for end in ["之前", "以前", "前", "上午", "下午", "中午", "晚上", "晚", "早上", "止", "完成", "整改", "日期"]
    {
        text = text.strip_suffix(end).unwrap_or(text);
    }
    let text = text.trim_end_matches(['.', '-', '/']);
    let mut numbers: Vec<&str> = Vec::new();
    let mut seps = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if end == 0 {
            return CellDay::Unread;
        }
        numbers.push(&rest[..end]);
        rest = &rest[end..];
        if let Some(sep) = rest.chars().next() {
            seps.push(sep);
            rest = &rest[sep.len_utf8()..];
        }
    }
    of_numbers(&numbers, &seps)
}

fn of_numbers(numbers: &[&str], seps: &str) -> CellDay {
    let number = |text: &str| text.parse::<u32>().ok().and_then(|number| u8::try_from(number).ok());
    let day = |year: Option<i32>, month: &str, of: &str| {
        let found = year.zip(number(month).zip(number(of))).and_then(|(year, (month, of))| Day::new(year, month, of));
        found.map_or(CellDay::Unread, CellDay::Day)
    };
    let short = |text: &str| (1..=2).contains(&text.len());
    match (numbers, seps) {
        ([all], "") if all.len() == 8 => day(all[..4].parse().ok(), &all[4..6], &all[6..]),
        ([year, month, of], "--" | "//" | ".." | "年月" | "年月日" | "年月号") if short(month) && short(of) => {
            day(full_year(year), month, of)
        }
        ([month, of], "月日" | "月号" | "月" | "." | "/" | "-") if short(month) && short(of) => {
            let (month, of) = (number(month).unwrap_or(0), number(of).unwrap_or(0));
            // A leap year takes every day that exists.
            if Day::new(2024, month, of).is_some() { CellDay::NoYear(month, of) } else { CellDay::Unread }
        }
        ([year, month], "年月" | "年" | "." | "/" | "-") if year.len() == 4 && short(month) => {
            let year = full_year(year);
            let last = year.zip(number(month)).and_then(|(year, month)| {
                Day::new(year, month, 1).and_then(|_| Day::new(year, month, last_of_month(year, month)))
            });
            last.map_or(CellDay::Unread, CellDay::Month)
        }
        _ => CellDay::Unread,
    }
}

/// 2026 for `2026` and `26`; no other century is meant.
fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => (1950..=2100).contains(&year).then_some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kind: CellKind) -> CellDay {
        when(Cell { column: 0, text, kind, from_1904: false })
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-11-03",
            "2026/11/3",
            "2026.11.3",
            "2026．11．３",
            "2026年11月3日",
            "２０２６－１１－０３",
            "20261103",
            "2026-11-03 10:20:00",
            " 2026-11-03T00:00:00 ",
            "2026.11.3 14:00",
            "2026年11月3日9:30",
            "2026-11-03上午",
            "26.11.3",
            "46329",
            "2026年11月3日前",
            "2026年11月3号",
            "2026-11-03（周二）",
        ] {
            assert_eq!(read(text, CellKind::Text), CellDay::Day(day("2026-11-03")), "{text}");
        }
    }

    #[test]
    fn words_stretches_months_and_ranges_are_told_apart() {
        for (text, expected) in [
            ("立即整改", CellDay::AtOnce),
            ("当场", CellDay::AtOnce),
            ("3日内", CellDay::Within(3)),
            ("7天", CellDay::Within(7)),
            ("限一周内完成", CellDay::Within(7)),
            ("十五日内", CellDay::Within(15)),
            ("半个月内", CellDay::Within(15)),
            ("11月5日", CellDay::NoYear(11, 5)),
            ("3.5", CellDay::NoYear(3, 5)),
            ("2028年3月", CellDay::Month(day("2028-03-31"))),
            ("2026.3.5-3.8", CellDay::UpTo(day("2026-03-08"))),
            ("2026/3/5至2026/3/9", CellDay::UpTo(day("2026-03-09"))),
            ("2021.5.6-2027.5.5", CellDay::UpTo(day("2027-05-05"))),
            ("2021-05-06-2027-05-05", CellDay::UpTo(day("2027-05-05"))),
            ("长期", CellDay::NoDay),
            ("/", CellDay::NoDay),
            ("已整改", CellDay::NoDay),
        ] {
            assert_eq!(read(text, CellKind::Text), expected, "{text}");
        }
        for text in
            ["明天", "2026-13-01", "2026.11.31", "3", "999999", "6年", "3日", "本月底", "11/3/2026", "约3天", "尽快"]
        {
            assert_eq!(read(text, CellKind::Text), CellDay::Unread, "{text}");
        }
    }

    #[test]
    fn a_number_that_may_have_lost_a_zero_is_not_taken_for_a_day() {
        for text in ["2026.1", "3.1", "12.3"] {
            assert_eq!(read(text, CellKind::Number), CellDay::Ambiguous, "{text}");
        }
        assert_eq!(read("2026.10", CellKind::Number), CellDay::Month(day("2026-10-31")));
        assert_eq!(read("2026.2", CellKind::Number), CellDay::Month(day("2026-02-28")));
        assert_eq!(read("3.5", CellKind::Number), CellDay::NoYear(3, 5));
    }

    #[test]
    fn a_workbook_of_1904_counts_from_there() {
        let cell = Cell { column: 0, text: "44623", kind: CellKind::Number, from_1904: true };
        assert_eq!(when(cell), CellDay::Day(day("2026-03-04")));
    }
}
