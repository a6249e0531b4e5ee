//! A row against the hazard that is there: what it would change, field by field.

use super::super::columns::LedgerColumn;
use super::super::grid::Cell;
use super::super::matching::Columns;
use super::super::preview::FieldView;
use super::super::table::CellFault;
use super::super::writing::shown;
use super::ImportInto;
use super::draft::RowDraft;
use crate::hazard::{CorrectionFault, Hazard, HazardField, HazardFieldKind, parse_yuan};
use crate::value::fold::fold;

/// A hazard as it would be after a row, and what the row changes in it.
pub(super) struct Compared {
    /// The hazard as it would be.
    pub after: Hazard,
    /// The fields that would change.
    pub fields: Vec<FieldView>,
    /// Cells that would contradict what is there.
    pub refused: Vec<(Cell<'static>, String, CellFault)>,
}

/// Returns whether a row with a hazard's number means that hazard: another's ledger may count alike.
pub(super) fn matches(hazard: &Hazard, row: &Hazard) -> bool {
    let same = |one: &str, other: &str| !one.is_empty() && fold(one) == fold(other);
    same(&hazard.place, &row.place)
        || same(&hazard.description, &row.description)
        || hazard.found_on.is_some() && hazard.found_on == row.found_on
}

/// Compares a hazard with the row of a file.
///
/// What stands in a stage that was left is corrected and noted, as by hand; an empty cell changes nothing.
pub(super) fn compare(hazard: &Hazard, draft: &RowDraft, ground: ImportInto<'_>) -> Compared {
    let (mut after, mut fields, mut refused) = (hazard.clone(), Vec::new(), Vec::new());
    for (field, cell, text) in &draft.given {
        let (field, value) = (*field, draft.hazard.value(*field));
        if is_same(field, &after.value(field), &value) {
            continue;
        }
        let before = after.clone();
        let outcome = if after.is_settled(field) {
            after.correct(field, &value, ground.today, ground.reason, ground.principal)
        } else if after.put(field, &value) {
            let new = after.faults().into_iter().find(|fault| !before.faults().contains(fault));
            new.map_or(Ok(()), |fault| Err(CorrectionFault::Contradiction(fault)))
        } else {
            Err(CorrectionFault::NotAValue)
        };
        match outcome {
            Ok(()) => {
                let column = LedgerColumn::Field(field);
                let [before, after] = [hazard, &after].map(|hazard| shown(hazard, column, ground.catalogue));
                fields.push(FieldView { label: column.heading(), before, after });
            }
            Err(fault) => {
                after = before;
                let fault = match fault {
                    CorrectionFault::Contradiction(fault) => CellFault::Contradiction(fault),
                    _ => CellFault::NotChanged,
                };
                refused.push((*cell, text.clone(), fault));
            }
        }
    }
    let closes = after.is_open() && draft.hazard.closed_on.is_some() && hazard.closed_on.is_none();
    if closes {
        let before = after.closed_on;
        after.closed_on = draft.hazard.closed_on;
        while after.is_open() && after.advance(ground.principal, ground.today).is_ok() {}
        if after.is_open() {
            // The rules of the stages ask for more than the row gives; what it gives is filled in.
            after.closed_on = before;
        } else if before.is_none() {
            let column = LedgerColumn::Field(HazardField::ClosedOn);
            let after = shown(&after, column, ground.catalogue);
            fields.push(FieldView { label: column.heading(), before: String::new(), after });
        }
    }
    Compared { after, fields, refused }
}

/// Returns whether two values are the same but for padding and width.
fn is_same(field: HazardField, one: &str, other: &str) -> bool {
    let yuan = |text: &str| (field.kind() == HazardFieldKind::Yuan).then(|| parse_yuan(text)).flatten();
    fold(one) == fold(other) || yuan(one).is_some() && yuan(one) == yuan(other)
}
