//! What columns of registers hold, as cells of a sheet.

use anziping_catalog::Catalogue;

use super::Unfit;
use crate::exchange::cell::read_day;
use crate::exchange::table::CellFault;
use crate::hazard::parse_yuan;
use crate::register::{Content, Entry, Place, RegisterColumn, Score};
use crate::value::count::parse_count;
use crate::value::period::Period;
use crate::value::uscc::half_width;

/// Written for a box that is ticked, and for one that is not.
const YES_NO: [&str; 2] = ["是", "否"];

/// The cell of an entry in one of its rows, counted from 0.
pub(super) fn cell_of<T: Entry>(entry: &T, column: T::Column, row: usize, catalogue: &Catalogue) -> String {
    match &column.row().place {
        Place::Own(content) => cell(content, entry, catalogue),
        Place::Part(content) => entry.parts().get(row).map(|part| cell(content, part, catalogue)).unwrap_or_default(),
    }
}

/// Puts a cell into an entry made of one row; the text is not empty.
///
/// # Errors
/// What keeps the row out, or that the cell says nothing known.
pub(super) fn put_into<T: Entry>(
    entry: &mut T,
    column: T::Column,
    text: &str,
    catalogue: &Catalogue,
) -> Result<(), Unfit> {
    match &column.row().place {
        Place::Own(content) => put(content, entry, text, catalogue),
        Place::Part(content) => {
            let mut part = entry.parts().first().cloned().unwrap_or_default();
            put(content, &mut part, text, catalogue)?;
            if let Some(parts) = entry.parts_mut() {
                *parts = vec![part];
            }
            Ok(())
        }
    }
}

fn cell<T>(content: &Content<T>, entry: &T, catalogue: &Catalogue) -> String {
    match content {
        Content::Line(slot)
        | Content::Lines(slot)
        | Content::Count(slot)
        | Content::Amount(slot)
        | Content::Item(slot) => (slot.of)(entry).clone(),
        Content::Day(slot) => (slot.of)(entry).map(|day| day.to_string()).unwrap_or_default(),
        Content::Month(slot) => (slot.of)(entry).map(|month| month.to_string()).unwrap_or_default(),
        Content::YesNo(slot) => YES_NO[usize::from(!(slot.of)(entry))].to_owned(),
        Content::Area(slot) => names(Some((slot.of)(entry)).filter(|area| !area.is_empty()), catalogue),
        Content::Areas(slot) => names((slot.of)(entry), catalogue),
        Content::Choice(choice) => choice.word(entry).to_owned(),
        Content::Letter(letter) => match letter.chosen(entry) {
            Score(0) => String::new(),
            Score(tenths) => decimal(tenths),
        },
    }
}

fn put<T>(content: &Content<T>, entry: &mut T, text: &str, catalogue: &Catalogue) -> Result<(), Unfit> {
    let refused = |fault: CellFault| Unfit::Refused(fault);
    match content {
        Content::Line(slot) | Content::Lines(slot) => *(slot.of_mut)(entry) = text.to_owned(),
        Content::Count(slot) => {
            parse_count(text).map_err(|_| refused(CellFault::NotACount))?;
            *(slot.of_mut)(entry) = text.to_owned();
        }
        Content::Amount(slot) => {
            parse_yuan(text).ok_or(refused(CellFault::NotAnAmount))?;
            *(slot.of_mut)(entry) = text.to_owned();
        }
        Content::Day(slot) => *(slot.of_mut)(entry) = Some(read_day(text).ok_or(refused(CellFault::NotADay))?),
        Content::Month(slot) => *(slot.of_mut)(entry) = Some(read_month(text).ok_or(refused(CellFault::NotAMonth))?),
        Content::YesNo(slot) => {
            *(slot.of_mut)(entry) = read_yes_no(text).ok_or(refused(CellFault::NotYesOrNo))?;
        }
        Content::Area(slot) => {
            let ids: Vec<String> = read_areas(text, catalogue)?;
            let [id] = ids.as_slice() else { return Err(Unfit::Unread) };
            (slot.of_mut)(entry).clone_from(id);
        }
        Content::Areas(slot) => *(slot.of_mut)(entry) = read_areas(text, catalogue)?,
        Content::Item(slot) => {
            let known = catalogue.item(text).filter(|item| !item.documents.is_empty()).ok_or(Unfit::Unread)?;
            (slot.of_mut)(entry).clone_from(&known.id);
        }
        Content::Choice(choice) => {
            if !choice.read(entry, text) {
                return Err(Unfit::Unread);
            }
        }
        Content::Letter(letter) => {
            let tenths = tenths(text).filter(|tenths| letter.values().contains(tenths));
            letter.choose(entry, Score(tenths.ok_or(refused(CellFault::NotAScore(letter.method, letter.at)))?));
        }
    }
    Ok(())
}

fn read_yes_no(text: &str) -> Option<bool> {
    match text {
        "是" | "有" | "已" | "√" | "✓" | "对" => Some(true),
        "否" | "无" | "未" | "×" | "没有" => Some(false),
        _ => None,
    }
}

/// The calendar month of a day, or a month as `2026-11`, `2026年11月` or `2026/11`.
fn read_month(text: &str) -> Option<Period> {
    let of_day = || read_day(text).and_then(|day| Period::new(day.year(), day.month()));
    let digits: String = text.chars().map(half_width).map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
    let of_month = || match digits.split_whitespace().collect::<Vec<_>>().as_slice() {
        [year, month] if year.len() == 4 => Period::new(year.parse().ok()?, month.parse().ok()?),
        _ => None,
    };
    of_month().or_else(of_day)
}

/// Names or ids of areas between commas of any kind.
fn read_areas<C: FromIterator<String>>(text: &str, catalogue: &Catalogue) -> Result<C, Unfit> {
    let names = text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let id = |name: &str| {
        catalogue.areas.iter().find(|area| area.name == name || area.id == name).map(|area| area.id.clone())
    };
    names.map(id).collect::<Option<C>>().ok_or(Unfit::Unread)
}

/// The names of areas; an id that this check list does not have stays as it is.
fn names<'a>(ids: impl IntoIterator<Item = &'a String>, catalogue: &Catalogue) -> String {
    let name = |id: &String| catalogue.area(id).map_or_else(|| id.clone(), |area| area.name.clone());
    ids.into_iter().map(name).collect::<Vec<_>>().join("、")
}

/// 5 for `0.5`, 30 for `3` and `3.0`.
fn tenths(text: &str) -> Option<u32> {
    let text: String = text.chars().map(half_width).collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digit = part.parse::<u32>().ok().filter(|digit| *digit < 10 && part.len() == 1)?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(digit)
}

/// `0.5` for 5, `3` for 30.
fn decimal(tenths: u32) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
