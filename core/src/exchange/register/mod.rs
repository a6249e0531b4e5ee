//! The registers as tables: the same headings out and in.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `apart` | two people of one name in one list: told apart by what stands beside their names |
//! | `cells` | what columns of registers hold, as cells of a sheet |
//! | `merge` | rows put onto a register, each to the entry it speaks of |
//! | `slot` | what a column of a list can hold: a column of the register, or something that is read beside it |

mod apart;
mod cells;
mod merge;
mod slot;

use std::collections::BTreeMap;

use anziping_catalog::Catalogue;

use self::apart::which;
use self::cells::{cell_of, put_into};
use self::merge::Merge;
pub use self::slot::{SheetSlot, holds};
use super::answers::{Ask, ImportAnswers};
use super::grid::{Cell, CellKind, Sheet};
use super::layout::{Layout, chosen};
use super::ledger::sheets;
use super::left_out::LeftOutReason;
use super::matching::Holds;
use super::preview::{At, FieldView, Preview, RowView};
use super::reading::{Here, ReadSoFar};
use super::table::CellFault;
use crate::register::{Aside, ColumnPlace, ColumnRole, Content, Entry, RegisterColumn, Registers, RowSaid, TEXT_MAX};
use crate::value::fold::fold;

/// The folded texts by which an entry is recognised, such as a name, or place and danger.
type Identity = Vec<String>;

/// The words by which people know an entry again.
fn identity<T: Entry>(entry: &T, catalogue: &Catalogue) -> Identity {
    let known_by = |column: &T::Column| matches!(column.row().role, ColumnRole::Needed | ColumnRole::Identity);
    let columns = T::Column::ALL.iter().copied().filter(known_by);
    columns.map(|column| fold(&cell_of(entry, column, 0, catalogue))).collect()
}

/// A register as it would be after a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportedRegister<T> {
    /// Row by row.
    pub preview: Preview,
    /// The register as it would be.
    pub entries: Vec<T>,
    /// The highest number of an entry as it would be.
    pub last_number: u32,
    /// Numbers of the entries that are not there yet.
    pub new: Vec<String>,
    /// Numbers of the entries that change.
    pub changed: Vec<String>,
}

/// The register with its headings, every cell a text.
pub fn rows_of_register<T: Entry>(registers: &Registers, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let columns = T::Column::ALL;
    let heading = columns.iter().map(|column| written(*column).to_owned()).collect();
    // An entry takes a row for each part of its list, and one in any case.
    let rows = T::of(registers).iter().flat_map(|entry| {
        let of_row = move |row| columns.iter().map(|column| cell_of(entry, *column, row, catalogue)).collect();
        (0..entry.parts().len().max(1)).map(of_row)
    });
    std::iter::once(heading).chain(rows).collect()
}

/// The heading that is written.
fn written<C: RegisterColumn>(column: C) -> &'static str {
    column.row().headings.first().copied().unwrap_or("")
}

/// Reads the rows of the chosen sheets onto the register. An empty cell changes nothing.
///
/// An entry is the same when its number and words are, or when only one has these words and no other row means it.
/// Several rows of one entry bring further parts of its list.
pub fn read_register<T: Entry>(
    book: &[Sheet],
    layouts: &[Layout<SheetSlot<T::Column>>],
    answers: &ImportAnswers,
    registers: &Registers,
    catalogue: &Catalogue,
) -> ImportedRegister<T> {
    let taken = chosen(layouts, book, answers);
    let read: Vec<&Layout<SheetSlot<T::Column>>> =
        layouts.iter().filter(|layout| taken.contains(&layout.sheet)).collect();
    let mut so_far = ReadSoFar::new(book, &read, answers);
    let (mut rows, mut reviews) = (Vec::new(), 0);
    for layout in &read {
        let Some(sheet) = book.get(layout.sheet) else { continue };
        for here in so_far.rows(sheet, layout) {
            if let Some(row) = RowRead::<T>::of(&mut so_far, here, layout, catalogue, &mut reviews) {
                rows.push(row);
            }
        }
    }
    let said = rows.iter().map(|row| (identity(&row.entry, catalogue), row.entry.number().to_owned())).collect();
    let which = which(&rows, catalogue);
    let mut merge = Merge::<T>::new(registers, catalogue, said);
    let mut named = BTreeMap::<String, At>::new();
    for (row, which) in rows.iter().zip(which) {
        match merge.place_of(&row.entry, which) {
            Some(place) => {
                let number = merge.take(place, &row.entry, &row.said.given);
                named.entry(number).or_insert_with(|| row.here.at());
            }
            None => so_far.leave_out(row.here, LeftOutReason::Ambiguous),
        }
    }
    let mut asks: Vec<Ask> = sheets(book, layouts, &taken).into_iter().collect();
    if reviews > 0 {
        asks.push(Ask::Review { rows: reviews, taken: answers.review == Some(true) });
    }
    done(registers, merge.after, &named, so_far.done(asks), catalogue)
}

/// Puts the import together: the new register, its preview, and the numbers of what is new or changed.
fn done<T: Entry>(
    registers: &Registers,
    mut after: Registers,
    named: &BTreeMap<String, At>,
    mut preview: Preview,
    catalogue: &Catalogue,
) -> ImportedRegister<T> {
    let before: BTreeMap<&str, &T> = T::of(registers).iter().map(|entry| (entry.number(), entry)).collect();
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for entry in T::of(&after) {
        let Some(at) = named.get(entry.number()) else { continue };
        let known = before.get(entry.number()).copied();
        if known == Some(entry) {
            preview.same.push(at.clone());
            continue;
        }
        let row =
            RowView { at: at.clone(), what: identity_shown(entry, catalogue), fields: fields(known, entry, catalogue) };
        let (rows, numbers) =
            if known.is_some() { (&mut preview.changed, &mut changed) } else { (&mut preview.new, &mut new) };
        rows.push(row);
        numbers.push(entry.number().to_owned());
    }
    let entries = std::mem::take(T::of_mut(&mut after));
    ImportedRegister { preview, entries, last_number: after.last_number, new, changed }
}

fn identity_shown<T: Entry>(entry: &T, catalogue: &Catalogue) -> String {
    let known_by = |column: &&T::Column| matches!(column.row().role, ColumnRole::Needed | ColumnRole::Identity);
    let cells = T::Column::ALL.iter().filter(known_by).map(|column| cell_of(entry, *column, 0, catalogue));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
}

fn fields<T: Entry>(before: Option<&T>, after: &T, catalogue: &Catalogue) -> Vec<FieldView> {
    let all = |entry: &T, column: T::Column| {
        let cells = (0..entry.parts().len().max(1)).map(|row| match &column.row().place {
            ColumnPlace::Own(_) if row > 0 => String::new(),
            _ => cell_of(entry, column, row, catalogue),
        });
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("、")
    };
    let of = |column: &T::Column| {
        let before = before.map(|entry| all(entry, *column)).unwrap_or_default();
        let after = all(after, *column);
        (before != after).then(|| FieldView { label: written(*column), before, after })
    };
    T::Column::ALL.iter().filter_map(of).collect()
}

/// Takes an import back: removes what was added, restores what was changed, keeps what was done since.
pub fn take_back<T: Entry>(registers: &mut Registers, new: &[String], before: &[T]) {
    let entries = T::of_mut(registers);
    entries.retain(|entry| !new.iter().any(|number| number == entry.number()));
    for entry in entries {
        if let Some(before) = before.iter().find(|before| before.number() == entry.number()) {
            entry.clone_from(before);
        }
    }
}

/// One row by itself.
struct RowRead<'a, T: Entry> {
    here: Here<'a>,
    entry: T,
    said: RowSaid<T::Column>,
}

impl<'a, T: Entry> RowRead<'a, T> {
    /// Reads a row; `None` for one that is left out.
    fn of(
        so_far: &mut ReadSoFar<'_>,
        here: Here<'a>,
        layout: &Layout<SheetSlot<T::Column>>,
        catalogue: &Catalogue,
        reviews: &mut usize,
    ) -> Option<Self> {
        let mut entry = T::default();
        let mut said = RowSaid { given: Vec::new(), strange: Vec::new(), aside: BTreeMap::new() };
        let (mut strange, mut not_read, mut review) = (Vec::new(), Vec::new(), None);
        for (cell, slot, text) in so_far.cells(here, layout) {
            let cell_said = cell.of(&text);
            let column = match slot {
                SheetSlot::Own(column) => column,
                SheetSlot::Aside(Aside::Review) => {
                    review = Some((cell, text));
                    continue;
                }
                SheetSlot::Aside(aside) => {
                    if !is_rounded(cell_said) {
                        said.aside.insert(aside, text);
                    }
                    continue;
                }
            };
            if is_rounded(cell_said) {
                so_far.unread(here, cell_said, CellFault::Rounded);
                not_read.push(column);
            } else if text.chars().count() > TEXT_MAX {
                so_far.unread(here, cell_said, CellFault::TooLong(TEXT_MAX));
                not_read.push(column);
            } else if column.row().role == ColumnRole::Number {
                entry.set_number(text);
            } else {
                match put_into(&mut entry, column, so_far, here, cell_said, catalogue) {
                    Ok(true) => said.given.push(column),
                    Ok(false) => not_read.push(column),
                    Err(CellFault::Strange) if is_choice(column) => {
                        strange.push((cell, column, text.clone()));
                        said.strange.push((column, text));
                    }
                    Err(fault) => {
                        so_far.unread(here, cell_said, fault);
                        not_read.push(column);
                    }
                }
            }
        }
        // The next review is offered as the day that counts.
        if let Some((cell, text)) = review {
            *reviews += 1;
            if let (true, Some(last)) = (so_far.answers.review == Some(true), T::LAST_DAYS.first().copied())
                && put_into(&mut entry, last, so_far, here, cell.of(&text), catalogue) == Ok(true)
            {
                said.given.push(last);
            }
        }
        entry.settle_row(&mut said);
        for (cell, column, text) in strange {
            if said.strange.contains(&(column, text.clone())) {
                so_far.unread(here, cell.of(&text), CellFault::Strange);
            }
        }
        let is_given = |column: &T::Column| said.given.contains(column) || not_read.contains(column);
        let needed = |column: &&T::Column| column.row().role == ColumnRole::Needed;
        // A sum that cannot be read costs the cell; nobody has a name that cannot.
        let has = |column: &T::Column| said.given.contains(column) || holds(*column) == Holds::Yuan && is_given(column);
        if !T::Column::ALL.iter().filter(needed).all(has) {
            so_far.leave_out(here, LeftOutReason::NoSubject);
            return None;
        }
        if !T::ALSO_NEEDED.iter().all(is_given) {
            so_far.leave_out(here, LeftOutReason::NoMonth);
            return None;
        }
        Some(Self { here, entry, said })
    }
}

fn is_choice<C: RegisterColumn>(column: C) -> bool {
    matches!(&column.row().place, ColumnPlace::Own(Content::Choice(_)) | ColumnPlace::Part(Content::Choice(_)))
}

/// A long number that a spreadsheet has kept as one: its last digits are gone.
fn is_rounded(cell: Cell<'_>) -> bool {
    let long = cell.kind == CellKind::Number && cell.text.len() > 15 && !cell.text.contains('.');
    long || cell.text.contains(['e', 'E']) && cell.text.contains('+') && cell.text.parse::<f64>().is_ok()
}

/// The places of the columns with numbers and of those with days, for a workbook that is written.
pub fn written_kinds<T: Entry>() -> (Vec<u16>, Vec<u16>) {
    let places = |wanted: fn(T::Column) -> bool| {
        (0..).zip(T::Column::ALL).filter(|(_, column)| wanted(**column)).map(|(at, _)| at).collect()
    };
    (places(is_number), places(|column| matches!(holds(column), Holds::Day | Holds::LastDay)))
}

fn is_number<C: RegisterColumn>(column: C) -> bool {
    fn of<T>(content: &Content<T>) -> bool {
        matches!(content, Content::Amount(_) | Content::Count(_) | Content::Letter(_))
    }
    match &column.row().place {
        ColumnPlace::Own(content) => of(content),
        ColumnPlace::Part(content) => of(content),
    }
}
