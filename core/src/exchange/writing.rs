//! The ledger as rows of a table.

use anziping_catalog::Catalogue;

use super::columns::LedgerColumn;
use super::matching::{Columns as _, Holds};
use super::words::{written_grade, written_source, written_stage};
use crate::hazard::{Hazard, HazardFieldKind};

/// Returns the headings and one row for each hazard, every cell a text.
pub fn rows_of<'a>(hazards: impl IntoIterator<Item = &'a Hazard>, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let heading = LedgerColumn::all().map(|column| column.heading().to_owned()).collect();
    let row = |hazard| LedgerColumn::all().map(|column| shown(hazard, column, catalogue)).collect();
    std::iter::once(heading).chain(hazards.into_iter().map(row)).collect()
}

/// The places of the columns with numbers and of those with days, for a workbook that is written.
pub fn written_kinds() -> (Vec<u16>, Vec<u16>) {
    let places = |wanted: fn(Holds) -> bool| {
        (0..).zip(LedgerColumn::all()).filter(|(_, column)| wanted(column.holds())).map(|(at, _)| at).collect()
    };
    (places(|holds| holds == Holds::Yuan), places(|holds| matches!(holds, Holds::Day | Holds::LastDay)))
}

/// The text for the cell of a hazard; an area that this check list does not have goes by its id.
pub(super) fn shown(hazard: &Hazard, column: LedgerColumn, catalogue: &Catalogue) -> String {
    let field = match column {
        LedgerColumn::Id => return hazard.id.clone(),
        LedgerColumn::Progress => return written_stage(hazard.stage).to_owned(),
        LedgerColumn::Field(field) => field,
    };
    match field.kind() {
        HazardFieldKind::Grade => hazard.grade.map_or("", written_grade).to_owned(),
        HazardFieldKind::Source => written_source(hazard.source).to_owned(),
        HazardFieldKind::Area => {
            let id = hazard.text(field);
            catalogue.area(id).map_or_else(|| id.to_owned(), |area| area.name.clone())
        }
        HazardFieldKind::Item
        | HazardFieldKind::Day
        | HazardFieldKind::Yuan
        | HazardFieldKind::Line
        | HazardFieldKind::Lines => hazard.value(field),
    }
}
