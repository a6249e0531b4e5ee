//! The ledger as rows of a table.

use super::columns::Column;
use super::matching::Columns as _;
use crate::hazard::{Grade, Hazard, HazardField, Source};

/// Headings and one row for each hazard, every cell a text. `area_name` gives the name of an area by its id.
pub fn rows_of<'a>(
    hazards: impl IntoIterator<Item = &'a Hazard>,
    area_name: impl Fn(&str) -> String,
) -> Vec<Vec<String>> {
    let cell = |hazard: &Hazard, column: Column| match column {
        Column::Id => hazard.id.clone(),
        Column::Field(HazardField::Grade) => match hazard.grade {
            Some(Grade::Major) => "重大".into(),
            Some(Grade::General) => "一般".into(),
            None => String::new(),
        },
        Column::Field(HazardField::Source) => match hazard.source {
            Source::SelfCheck => "本厂自查".into(),
            Source::Worker => "员工报告".into(),
            Source::Inspection => "执法检查".into(),
        },
        Column::Field(HazardField::Area) => area_name(&hazard.area),
        Column::Field(field) => hazard.value(field),
    };
    let heading = Column::all().map(|column| column.heading().to_owned()).collect();
    let rows = hazards.into_iter().map(|hazard| Column::all().map(|column| cell(hazard, column)).collect());
    std::iter::once(heading).chain(rows).collect()
}
