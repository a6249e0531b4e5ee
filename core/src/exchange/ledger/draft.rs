//! One row by itself: what it says of a hazard.

use anziping_catalog::Catalogue;

use super::super::columns::LedgerColumn;
use super::super::grade::read_grade;
use super::super::grid::Cell;
use super::super::layout::Layout;
use super::super::matching::Columns;
use super::super::reading::{CountFrom, Here, ReadSoFar};
use super::super::table::CellFault;
use super::super::words::read_source;
use crate::hazard::{Hazard, HazardFault, HazardField, HazardFieldKind};
use crate::value::fold::fold;

/// A row as a hazard.
pub(super) struct RowDraft {
    /// The hazard as the row states it.
    pub hazard: Hazard,
    /// The number that the file gives it.
    pub number: String,
    /// The words of the row about its progress.
    pub progress: String,
    /// The fields it speaks of, with their cells.
    pub given: Vec<(HazardField, Cell<'static>, String)>,
    /// Whether its day of discovery could not be read.
    lost: bool,
}

impl RowDraft {
    /// Reads a row. A cell that cannot be read costs the cell.
    pub(super) fn read(
        so_far: &mut ReadSoFar<'_>,
        here: Here<'_>,
        layout: &Layout<LedgerColumn>,
        catalogue: &Catalogue,
    ) -> Self {
        let mut draft = Self {
            hazard: Hazard::default(),
            number: String::new(),
            progress: String::new(),
            given: Vec::new(),
            lost: false,
        };
        let mut cells = so_far.cells(here, layout);
        // Days without a year, and words for a day, count from the day of discovery.
        cells.sort_by_key(|(_, column, _)| *column != LedgerColumn::Field(HazardField::FoundOn));
        for (cell, column, text) in cells {
            match column {
                LedgerColumn::Id => draft.number = text,
                LedgerColumn::Progress => draft.progress = text,
                LedgerColumn::Field(field) => draft.field(so_far, here, catalogue, field, (cell, column, text)),
            }
        }
        draft.drop_contradictions(so_far, here);
        draft
    }

    fn field(
        &mut self,
        so_far: &mut ReadSoFar<'_>,
        here: Here<'_>,
        catalogue: &Catalogue,
        field: HazardField,
        (cell, column, text): (Cell<'static>, LedgerColumn, String),
    ) {
        let said = cell.of(&text);
        let hazard = &mut self.hazard;
        let fault = match field.kind() {
            HazardFieldKind::Day => {
                let from = match hazard.found_on {
                    Some(day) => CountFrom::Day(day),
                    None if self.lost => CountFrom::Lost,
                    None => CountFrom::Nothing,
                };
                let Some(day) = so_far.day(here, said, column.holds(), from) else {
                    self.lost |= field == HazardField::FoundOn;
                    return;
                };
                hazard.set_day(field, Some(day));
                None
            }
            HazardFieldKind::Yuan => match so_far.yuan(here, said) {
                Some(yuan) => {
                    hazard.set_text(field, yuan);
                    None
                }
                None => return,
            },
            HazardFieldKind::Grade => match read_grade(&text) {
                Some(grade) => {
                    hazard.grade = Some(grade);
                    None
                }
                None => Some(CellFault::NotAGrade),
            },
            HazardFieldKind::Source => match read_source(&text) {
                Some(source) => {
                    hazard.source = source;
                    None
                }
                None => Some(CellFault::Strange),
            },
            HazardFieldKind::Area => {
                let wanted = fold(&text);
                let found = catalogue.areas.iter().find(|area| fold(&area.name) == wanted || area.id == text);
                found.map_or(Some(CellFault::Strange), |area| {
                    hazard.set_text(field, area.id.clone());
                    None
                })
            }
            HazardFieldKind::Item => catalogue.item(&text).map_or(Some(CellFault::Strange), |item| {
                hazard.set_text(field, item.id.clone());
                None
            }),
            HazardFieldKind::Line | HazardFieldKind::Lines => match field.longest() {
                Some(longest) if text.chars().count() > longest => Some(CellFault::TooLong(longest)),
                _ => {
                    hazard.set_text(field, text.clone());
                    None
                }
            },
        };
        match fault {
            Some(fault) => so_far.unread(here, said, fault),
            None => self.given.push((field, cell, text)),
        }
    }

    /// Two days in the wrong order cost the later one.
    fn drop_contradictions(&mut self, so_far: &mut ReadSoFar<'_>, here: Here<'_>) {
        while let Some(fault) = self.hazard.faults().into_iter().next() {
            let field = match fault {
                HazardFault::Missing(field) | HazardFault::TooLong(field) | HazardFault::Order(_, field) => field,
                HazardFault::AcceptedByOwner | HazardFault::PrincipalMustAccept => HazardField::AcceptedBy,
                HazardFault::NotAnAmount => HazardField::Funds,
            };
            if let Some(at) = self.given.iter().position(|(given, ..)| *given == field) {
                let (_, cell, text) = self.given.remove(at);
                so_far.unread(here, cell.of(&text), CellFault::Contradiction(fault));
            }
            // Emptied whatever it was: what is read has no fault left.
            self.hazard.set_day(field, None);
            self.hazard.set_text(field, String::new());
        }
    }
}
