//! The ledger as rows of a table.

use super::cell::{written_grade, written_source};
use super::columns::Column;
use super::matching::Columns as _;
use crate::hazard::{Hazard, HazardFieldKind};

/// Returns the headings and one row for each hazard, every cell a text.
///
/// `area_name` gives the name of an area by its id.
pub fn rows_of<'a>(
    hazards: impl IntoIterator<Item = &'a Hazard>,
    area_name: impl Fn(&str) -> String,
) -> Vec<Vec<String>> {
    let cell = |hazard: &Hazard, column: Column| {
        let Column::Field(field) = column else { return hazard.id.clone() };
        match field.kind() {
            HazardFieldKind::Grade => hazard.grade.map_or("", written_grade).to_owned(),
            HazardFieldKind::Source => written_source(hazard.source).to_owned(),
            HazardFieldKind::Area => area_name(hazard.text(field)),
            HazardFieldKind::Item
            | HazardFieldKind::Day
            | HazardFieldKind::Yuan
            | HazardFieldKind::Line
            | HazardFieldKind::Lines => hazard.value(field),
        }
    };
    let heading = Column::all().map(|column| column.heading().to_owned()).collect();
    let rows = hazards.into_iter().map(|hazard| Column::all().map(|column| cell(hazard, column)).collect());
    std::iter::once(heading).chain(rows).collect()
}
