//! Values as people write them into cells.

use crate::hazard::{Grade, Source};
use crate::value::day::Day;
use crate::value::uscc::half_width;

/// Serial numbers of days in spreadsheets, where 25569 is the first of January 1970: from 2000 to 2099.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=73_050;

/// Reads a day as people and spreadsheets write it; a day without its year is none.
///
/// Forms: `2026-11-3`, `2026/11/03`, `2026.11.3`, `2026年11月3日`, `20261103`, with full-width digits, with a time behind
/// it, or the serial number that a spreadsheet keeps.
pub fn read_day(text: &str) -> Option<Day> {
    let text: String = text.trim().chars().map(half_width).collect();
    let date = text.split([' ', 'T']).next()?;
    let numbers: Vec<&str> = date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let whole = |part: &str| part.parse::<i32>().ok();
    match numbers.as_slice() {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Day::new(whole(year)?, u8::try_from(whole(month)?).ok()?, u8::try_from(whole(day)?).ok()?)
        }
        [all] if all.len() == 8 && *all == date => Day::parse(&format!("{}-{}-{}", &all[..4], &all[4..6], &all[6..])),
        [serial] | [serial, _] if serial.len() == 5 && date.starts_with(serial) && !date.contains(['-', '/', '年']) => {
            let serial = whole(serial).filter(|serial| SERIALS.contains(serial))?;
            Some(Day::epoch().plus(serial - *SERIALS.start()))
        }
        _ => None,
    }
}

/// Reads a grade, 一般 or 重大, in the words ledgers use.
pub fn read_grade(text: &str) -> Option<Grade> {
    match text.trim() {
        text if text.contains("重大") => Some(Grade::Major),
        text if text.contains("一般") => Some(Grade::General),
        _ => None,
    }
}

/// The word written for a grade; [`read_grade`] reads it.
pub(super) fn written_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Major => "重大",
        Grade::General => "一般",
    }
}

/// The words written for how a hazard came to light; [`read_source`] reads them.
pub(super) fn written_source(source: Source) -> &'static str {
    match source {
        Source::SelfCheck => "本厂自查",
        Source::Worker => "员工报告",
        Source::Inspection => "执法检查",
    }
}

/// Reads how a hazard came to light, in the words ledgers use.
pub fn read_source(text: &str) -> Option<Source> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["员工", "职工", "工人", "群众", "报告"]) {
        Some(Source::Worker)
    } else if has(&["执法", "上级", "政府", "部门", "街道", "督查"]) {
        Some(Source::Inspection)
    } else if has(&["自查", "日常", "企业", "本厂", "班组", "巡查"]) {
        Some(Source::SelfCheck)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_grades_and_sources_are_read_back() {
        for grade in [Grade::General, Grade::Major] {
            assert_eq!(read_grade(written_grade(grade)), Some(grade));
        }
        for source in Source::ALL {
            assert_eq!(read_source(written_source(source)), Some(source));
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let third = Day::new(2026, 11, 3);
        for text in [
            "2026-11-03",
            "2026/11/3",
            "2026.11.3",
            "2026年11月3日",
            "２０２６－１１－０３",
            "20261103",
            "2026-11-03 10:20:00",
            " 2026-11-03T00:00:00 ",
            "46329",
        ] {
            assert_eq!(read_day(text), third, "{text}");
        }
        for text in ["", "11月3日", "11/3", "明天", "2026-13-01", "2026-02-30", "26-11-3", "3", "999999", "2026-11"]
        {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
