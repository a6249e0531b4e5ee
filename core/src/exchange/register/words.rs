//! Words and values as cells of registers have them.

use anziping_catalog::Catalogue;

use super::Unfit;
use crate::exchange::cell::read_day;
use crate::exchange::table::CellFault;
use crate::hazard::parse_yuan;
use crate::month::answer::parse_count;
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::half_width;

/// Written for a box that is ticked, and for one that is not.
const YES_NO: [&str; 2] = ["是", "否"];

/// The meaning of the first word that the text contains; the first word of each meaning is the one that is written.
pub type Words<T> = &'static [(T, &'static [&'static str])];

pub fn one_of<T: Copy>(words: Words<T>, text: &str) -> Result<T, Unfit> {
    words
        .iter()
        .find(|(_, names)| names.iter().any(|name| text.contains(name)))
        .map(|(meaning, _)| *meaning)
        .ok_or(Unfit::Unread)
}

pub fn word<T: Copy + PartialEq>(words: Words<T>, meaning: T) -> String {
    words.iter().find(|(one, _)| *one == meaning).map_or_else(String::new, |(_, names)| names[0].to_owned())
}

pub fn yes_no(is: bool) -> String {
    YES_NO[usize::from(!is)].to_owned()
}

pub fn read_yes_no(text: &str) -> Result<bool, Unfit> {
    match text {
        "是" | "有" | "已" | "√" | "✓" | "对" => Ok(true),
        "否" | "无" | "未" | "×" | "没有" => Ok(false),
        _ => Err(Unfit::Refused(CellFault::NotYesOrNo)),
    }
}

pub fn day(text: &str) -> Result<Option<Day>, Unfit> {
    read_day(text).map(Some).ok_or(Unfit::Refused(CellFault::NotADay))
}

pub fn of_day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A whole number, as it stands there.
pub fn count(text: &str) -> Result<String, Unfit> {
    parse_count(text).map(|_| text.to_owned()).map_err(|_| Unfit::Refused(CellFault::NotACount))
}

/// A whole amount, as it stands there.
pub fn yuan(text: &str) -> Result<String, Unfit> {
    parse_yuan(text).map(|_| text.to_owned()).ok_or(Unfit::Refused(CellFault::NotAnAmount))
}

/// The calendar month of a day, or a month as `2026-11`, `2026年11月` or `2026/11`.
pub fn month(text: &str) -> Result<Option<Period>, Unfit> {
    let of_day = || read_day(text).and_then(|day| Period::new(day.year(), day.month()));
    let digits: String = text.chars().map(half_width).map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
    let of_month = || match digits.split_whitespace().collect::<Vec<_>>().as_slice() {
        [year, month] if year.len() == 4 => Period::new(year.parse().ok()?, month.parse().ok()?),
        _ => None,
    };
    of_month().or_else(of_day).map(Some).ok_or(Unfit::Refused(CellFault::NotAMonth))
}

pub fn of_month(month: Option<Period>) -> String {
    month.map(|month| month.to_string()).unwrap_or_default()
}

/// Names or ids of areas between commas of any kind.
pub fn areas<C: FromIterator<String>>(text: &str, catalogue: &Catalogue) -> Result<C, Unfit> {
    let names = text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let id = |name: &str| {
        catalogue.areas.iter().find(|area| area.name == name || area.id == name).map(|area| area.id.clone())
    };
    names.map(id).collect::<Option<C>>().ok_or(Unfit::Unread)
}

/// The names of areas; an id that this check list does not have stays as it is.
pub fn of_areas<'a>(ids: impl IntoIterator<Item = &'a String>, catalogue: &Catalogue) -> String {
    let name = |id: &String| catalogue.area(id).map_or_else(|| id.clone(), |area| area.name.clone());
    ids.into_iter().map(name).collect::<Vec<_>>().join("、")
}

/// 5 for `0.5`, 30 for `3` and `3.0`.
pub fn tenths(text: &str) -> Option<u32> {
    let text: String = text.chars().map(half_width).collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digit = part.parse::<u32>().ok().filter(|digit| *digit < 10 && part.len() == 1)?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(digit)
}

/// `0.5` for 5, `3` for 30.
pub fn decimal(tenths: u32) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
