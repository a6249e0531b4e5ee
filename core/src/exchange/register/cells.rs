//! Writes columns of registers into cells of a sheet, and reads them back.

use std::collections::BTreeMap;

use anziping_catalog::Catalogue;

use super::slot::holds;
use crate::exchange::grid::Cell;
use crate::exchange::matching::Holds;
use crate::exchange::reading::{CountFrom, Here, ReadSoFar};
use crate::exchange::table::CellFault;
use crate::hazard::parse_yuan;
use crate::register::{ColumnPlace, Content, Entry, RegisterColumn, Score};
use crate::value::count::parse_count;
use crate::value::fold::fold;
use crate::value::moment::Moment;
use crate::value::uscc::half_width;

/// Written for a box that is ticked, and for one that is not.
const YES_NO: [&str; 2] = ["是", "否"];

/// The cell of an entry in one of its rows, counted from 0.
pub(super) fn cell_of<T: Entry>(entry: &T, column: T::Column, row: usize, catalogue: &Catalogue) -> String {
    match &column.row().place {
        ColumnPlace::Own(content) => cell(content, entry, catalogue),
        ColumnPlace::Part(content) => {
            entry.parts().get(row).map(|part| cell(content, part, catalogue)).unwrap_or_default()
        }
    }
}

/// Puts a cell into an entry made of one row; the text is not empty.
///
/// `Ok(false)` for a cell that was noted, or that says nothing.
///
/// # Errors
/// Why the cell is not taken.
pub(super) fn put_into<T: Entry>(
    entry: &mut T,
    column: T::Column,
    so_far: &mut ReadSoFar<'_>,
    here: Here<'_>,
    cell: Cell<'_>,
    catalogue: &Catalogue,
) -> Result<bool, CellFault> {
    let holds = holds(column);
    let mut put = Put { so_far, here, cell, holds, catalogue };
    match &column.row().place {
        ColumnPlace::Own(content) => put.put(content, entry),
        ColumnPlace::Part(content) => {
            let mut part = entry.parts().first().cloned().unwrap_or_default();
            let taken = put.put(content, &mut part)?;
            if let Some(parts) = entry.parts_mut().filter(|_| taken) {
                *parts = vec![part];
            }
            Ok(taken)
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
        Content::Moment(slot) => (slot.of)(entry).map(written).unwrap_or_default(),
        Content::Named(slot) => {
            let named = (slot.of)(entry).iter().map(|(name, text)| format!("{name}：{text}"));
            named.collect::<Vec<_>>().join("；")
        }
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

/// A cell on its way into an entry.
struct Put<'d, 'a, 'c> {
    so_far: &'d mut ReadSoFar<'a>,
    here: Here<'c>,
    cell: Cell<'c>,
    holds: Holds,
    catalogue: &'c Catalogue,
}

impl Put<'_, '_, '_> {
    fn put<T>(&mut self, content: &Content<T>, entry: &mut T) -> Result<bool, CellFault> {
        let (text, catalogue) = (self.cell.text, self.catalogue);
        match content {
            Content::Line(slot) | Content::Lines(slot) => *(slot.of_mut)(entry) = text.to_owned(),
            Content::Count(slot) => {
                let (count, is_exact) = read_count(text).ok_or(CellFault::NotACount)?;
                if !is_exact {
                    self.so_far.noted(self.here, self.cell, &count);
                }
                *(slot.of_mut)(entry) = count;
            }
            Content::Amount(slot) if self.holds == Holds::Yuan => match self.so_far.yuan(self.here, self.cell) {
                Some(yuan) => *(slot.of_mut)(entry) = yuan,
                None => return Ok(false),
            },
            Content::Amount(slot) => {
                let plain = text.trim_end_matches('吨').trim();
                parse_yuan(plain).ok_or(CellFault::NotAnAmount)?;
                *(slot.of_mut)(entry) = plain.to_owned();
            }
            Content::Day(slot) => match self.so_far.day(self.here, self.cell, self.holds, CountFrom::Nothing) {
                Some(day) => *(slot.of_mut)(entry) = Some(day),
                None => return Ok(false),
            },
            Content::Month(slot) => match self.so_far.month(self.here, self.cell) {
                Some(month) => *(slot.of_mut)(entry) = Some(month),
                None => return Ok(false),
            },
            Content::Moment(slot) => match self.so_far.moment(self.here, self.cell) {
                Some(moment) => *(slot.of_mut)(entry) = Some(moment),
                None => return Ok(false),
            },
            Content::Named(slot) => *(slot.of_mut)(entry) = read_named(text).ok_or(CellFault::NotNamed)?,
            Content::YesNo(slot) => *(slot.of_mut)(entry) = read_yes_no(text).ok_or(CellFault::NotYesOrNo)?,
            Content::Area(slot) => {
                let ids: Vec<String> = read_areas(text, catalogue)?;
                let [id] = ids.as_slice() else { return Err(CellFault::Strange) };
                (slot.of_mut)(entry).clone_from(id);
            }
            Content::Areas(slot) => *(slot.of_mut)(entry) = read_areas(text, catalogue)?,
            Content::Item(slot) => {
                let known = catalogue.item(text).filter(|item| !item.documents.is_empty()).ok_or(CellFault::Strange)?;
                (slot.of_mut)(entry).clone_from(&known.id);
            }
            Content::Choice(choice) => {
                if !choice.read(entry, text) {
                    return Err(CellFault::Strange);
                }
            }
            Content::Letter(letter) => {
                let tenths = tenths(text).filter(|tenths| letter.values().contains(tenths));
                let fault = CellFault::NotAScore(letter.method, letter.at);
                letter.choose(entry, Score(tenths.ok_or(fault)?));
            }
        }
        Ok(true)
    }
}

/// A moment as people write it.
fn written(moment: Moment) -> String {
    format!("{} {}", moment.day(), moment.time_of_day())
}

/// `动火方式：电焊；焊条：J422`: texts by name. What has no name goes on with the one before.
fn read_named(text: &str) -> Option<BTreeMap<String, String>> {
    let mut named = Vec::<(String, String)>::new();
    for part in text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match (part.split_once(['：', ':']), named.last_mut()) {
            (Some((name, text)), _) => named.push((name.trim().to_owned(), text.trim().to_owned())),
            (None, Some((_, text))) => *text = format!("{text}；{part}"),
            (None, None) => return None,
        }
    }
    Some(named.into_iter().collect())
}

/// 是, √, 已评估, 有记录, or the contrary.
fn read_yes_no(text: &str) -> Option<bool> {
    let said = fold(text);
    let begins = |words: &[char]| said.starts_with(words) && said.chars().count() <= 8;
    if matches!(said.as_str(), "是" | "√" | "✓" | "☑" | "✔" | "对" | "y" | "yes") {
        Some(true)
    } else if matches!(said.as_str(), "否" | "×" | "/" | "—" | "-" | "n" | "no")
        || begins(&['未', '无', '没', '不', '否'])
    {
        Some(false)
    } else {
        (begins(&['已', '有']) && !said.contains(['待', '未', '无', '不', '否'])).then_some(true)
    }
}

/// A whole number as digits, with or without what it counts; of a fraction the whole, with a note.
fn read_count(text: &str) -> Option<(String, bool)> {
    let said = fold(text);
    let units = ["学时", "小时", "课时", "人次", "人", "名", "次", "个", "h"];
    let plain = units.iter().find_map(|unit| said.strip_suffix(unit)).unwrap_or(&said);
    let (whole, part) = plain.split_once('.').unwrap_or((plain, "0"));
    let is_part = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let count = parse_count(whole).ok().filter(|_| is_part)?;
    Some((count.to_string(), part.bytes().all(|byte| byte == b'0')))
}

/// Names or ids of areas between commas of any kind.
fn read_areas<C: FromIterator<String>>(text: &str, catalogue: &Catalogue) -> Result<C, CellFault> {
    let names = text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let id = |name: &str| {
        let (wanted, id) = (fold(name), name);
        let same = |area: &&anziping_catalog::Area| fold(&area.name) == wanted || area.id == id;
        // People write the beginning of a name; it tells the area where no other begins so.
        let mut begun =
            catalogue.areas.iter().filter(|area| wanted.chars().count() > 1 && fold(&area.name).starts_with(&wanted));
        let only = begun.next().filter(|_| begun.next().is_none());
        catalogue.areas.iter().find(same).or(only).map(|area| area.id.clone())
    };
    names.map(id).collect::<Option<C>>().ok_or(CellFault::Strange)
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
