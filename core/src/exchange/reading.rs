//! Rows of a table as hazards, each taken, left out or refused with the place.

use std::collections::BTreeSet;

use anziping_catalog::Catalogue;

use super::cell::{read_day, read_grade, read_source};
use super::columns::Column;
use super::matching::Matching;
use super::table::{CellFault, OfRow, TableRow, below, is_formula, matched};
use crate::hazard::{Hazard, HazardFault, HazardField, HazardFieldKind, Stage};
use crate::value::day::Day;
use crate::value::period::Span;

/// A row that becomes a hazard, and what of it does not come along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TakenRow {
    /// The hazard.
    pub hazard: Hazard,
    /// What keeps it from the close-out that the row claims.
    pub lacking: Vec<HazardFault>,
    /// Columns that name no source, area or item known here.
    ///
    /// The row is taken without them, and the person is told.
    pub unread: Vec<usize>,
}

/// What became of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowOutcome {
    /// It becomes a hazard.
    Taken(Box<TakenRow>),
    /// It was closed before the period began and belongs to no count of this month.
    ClosedBefore(Day),
    /// Same place, words and day as a hazard that is there.
    Known,
    /// It cannot be read; nothing of it is taken.
    Refused(Vec<(usize, CellFault)>),
}

/// A row with its number in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportRow {
    /// From 1.
    pub number: u32,
    /// What became of it.
    pub outcome: RowOutcome,
}

/// All rows of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Imported {
    /// In the order of the file; rows without anything below the headings are left out.
    pub rows: Vec<ImportRow>,
}

impl Imported {
    /// The hazards to be added, without numbers where the file has none that could be kept.
    pub fn hazards(&self) -> impl Iterator<Item = &Hazard> {
        self.rows
            .iter()
            .filter_map(|row| if let RowOutcome::Taken(taken) = &row.outcome { Some(&taken.hazard) } else { None })
    }

    /// The rows that cannot be read, with the faulty cells.
    pub fn refused(&self) -> Vec<OfRow<(usize, CellFault)>> {
        let of = |row: &ImportRow| {
            if let RowOutcome::Refused(faults) = &row.outcome { Some((row.number, faults.clone())) } else { None }
        };
        self.rows.iter().filter_map(of).collect()
    }

    /// The rows that are taken without some of their cells.
    pub fn unread(&self) -> Vec<OfRow<usize>> {
        let of = |row: &ImportRow| match &row.outcome {
            RowOutcome::Taken(taken) if !taken.unread.is_empty() => Some((row.number, taken.unread.clone())),
            _ => None,
        };
        self.rows.iter().filter_map(of).collect()
    }

    /// How many rows came out this way.
    pub fn count(&self, which: fn(&RowOutcome) -> bool) -> usize {
        self.rows.iter().filter(|row| which(&row.outcome)).count()
    }
}

/// The ledger a table is added to.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// Names areas and items.
    pub catalogue: &'a Catalogue,
    /// What is there already.
    pub present: &'a [Hazard],
    /// The month.
    pub span: Span,
    /// Who accepts major hazards.
    pub principal: &'a str,
}

/// Reads the rows below the headings.
///
/// A hazard goes as far through the stages as what is written allows, by the rules every hazard obeys. It is closed
/// only when the row has its day of close-out.
pub fn read_ledger(rows: &[TableRow<'_>], matching: &Matching<Column>, ground: Ground<'_>) -> Imported {
    let Ground { catalogue, present, span, principal } = ground;
    let mut seen: BTreeSet<_> = present.iter().map(identity).collect();
    let mut numbers: BTreeSet<String> = present.iter().map(|hazard| hazard.id.clone()).collect();
    let mut imported = Imported::default();
    for row in below(rows, matching) {
        let outcome = match hazard_of(row, matching, catalogue) {
            Err(faults) => RowOutcome::Refused(faults),
            Ok((mut hazard, unread)) => {
                let lacking = advance(&mut hazard, principal);
                if !is_own_number(&hazard.id) || !numbers.insert(hazard.id.clone()) {
                    hazard.id = String::new();
                }
                match hazard.closed_on.filter(|day| !hazard.is_open() && *day < span.from) {
                    _ if !seen.insert(identity(&hazard)) => RowOutcome::Known,
                    Some(day) => RowOutcome::ClosedBefore(day),
                    None => RowOutcome::Taken(Box::new(TakenRow { hazard, lacking, unread })),
                }
            }
        };
        imported.rows.push(ImportRow { number: row.number, outcome });
    }
    imported
}

/// The hazard and the columns that could not be read, or the faults that keep the row out.
type Read = Result<(Hazard, Vec<usize>), Vec<(usize, CellFault)>>;

fn hazard_of(row: &TableRow<'_>, matching: &Matching<Column>, catalogue: &Catalogue) -> Read {
    let (mut hazard, mut faults, mut unread) = (Hazard::default(), Vec::new(), Vec::new());
    for (at, column, text) in matched(row, matching) {
        if is_formula(row, at) {
            faults.push((at, CellFault::Formula));
            continue;
        }
        let field = match column {
            _ if text.is_empty() => continue,
            Column::Id => {
                hazard.id = text.to_owned();
                continue;
            }
            Column::Field(field) => field,
        };
        match field.kind() {
            HazardFieldKind::Grade => match read_grade(text) {
                Some(grade) => hazard.grade = Some(grade),
                None => faults.push((at, CellFault::NotAGrade)),
            },
            // Other words for source, area and item are no reason to refuse a row.
            HazardFieldKind::Source => match read_source(text) {
                Some(source) => hazard.source = source,
                None => unread.push(at),
            },
            HazardFieldKind::Area => match catalogue.areas.iter().find(|area| area.name == text || area.id == text) {
                Some(area) => hazard.set_text(field, area.id.clone()),
                None => unread.push(at),
            },
            HazardFieldKind::Item => match catalogue.item(text) {
                Some(item) => hazard.set_text(field, item.id.clone()),
                None => unread.push(at),
            },
            HazardFieldKind::Day => match read_day(text) {
                Some(day) => hazard.set_day(field, Some(day)),
                None => faults.push((at, CellFault::NotADay)),
            },
            HazardFieldKind::Yuan | HazardFieldKind::Line | HazardFieldKind::Lines => match field.longest() {
                Some(longest) if text.chars().count() > longest => faults.push((at, CellFault::TooLong(longest))),
                _ => hazard.set_text(field, text.to_owned()),
            },
        }
    }
    let column_of = |field: HazardField| matching.position(Column::Field(field));
    if faults.is_empty() && hazard.place.is_empty() && hazard.description.is_empty() {
        faults.push((column_of(HazardField::Place), CellFault::Empty));
    }
    for fault in hazard.faults() {
        let field = match fault {
            HazardFault::Missing(field) | HazardFault::TooLong(field) | HazardFault::Order(_, field) => field,
            HazardFault::AcceptedByOwner | HazardFault::PrincipalMustAccept => HazardField::AcceptedBy,
            HazardFault::NotAnAmount => HazardField::Funds,
        };
        faults.push((column_of(field), CellFault::Contradiction(fault)));
    }
    if faults.is_empty() { Ok((hazard, unread)) } else { Err(faults) }
}

/// Goes on as far as the rules allow. The days of the steps are not known and are not made up.
fn advance(hazard: &mut Hazard, principal: &str) -> Vec<HazardFault> {
    let claimed_closed = hazard.closed_on.is_some();
    let any_day = hazard.found_on.unwrap_or_else(Day::epoch);
    let lacking = loop {
        match hazard.advance(principal, any_day) {
            Ok(_) => {}
            Err(faults) => break faults,
        }
    };
    hazard.steps.clear();
    if claimed_closed && hazard.stage < Stage::Closed { lacking } else { Vec::new() }
}

/// A number as this program gives it: `2026-11-03`.
fn is_own_number(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let digits = |part: Option<&str>, least: usize, most: usize| {
        part.is_some_and(|part| (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(parts.next(), 4, 4) && digits(parts.next(), 2, 2) && digits(parts.next(), 2, 6)
}

fn identity(hazard: &Hazard) -> (String, String, Option<Day>) {
    (hazard.place.trim().to_owned(), hazard.description.trim().to_owned(), hazard.found_on)
}
