//! The place of each form and register in the box.

use anziping_core::catalog::Catalogue;
use anziping_core::exchange::register::{rows_of_register, written_kinds};
use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::Stretch;
use anziping_core::register::{
    ConfinedSpace, Contractor, Document, Drill, DustCollector, Entry, Expense, Permit, Person, Registers, RiskPoint,
    SpecialEquipment, SpecialLedger,
};
use anziping_core::value::day::Day;

use crate::enterprise::paper_name;
use crate::words::cupboard::BoxPart;
use crate::words::paper::Form;
use crate::words::register::{document, drill, expense, permit, sheet, special};
use crate::words::sheet::SheetWords;

/// The part that a form lies in.
///
/// One that is not named here is about hazards, as most are: so a new form is in the box from the first day.
pub(super) fn part_of(form: Form) -> BoxPart {
    match form {
        Form::Duties
        | Form::Posts
        | Form::Daily
        | Form::PostLists
        | Form::Pledge
        | Form::ExpenseLedger
        | Form::ShiftRecord => BoxPart::Duties,
        Form::TrainingRecord => BoxPart::Training,
        Form::Risks
        | Form::RiskControl
        | Form::RiskMap
        | Form::RiskBoard
        | Form::RiskCard
        | Form::Signs
        | Form::Special(_)
        | Form::Permit => BoxPart::Risks,
        Form::EmergencyCard | Form::DrillRecord => BoxPart::Emergency,
        Form::Report | Form::Deductions | Form::Key => BoxPart::Reports,
        _ => BoxPart::Hazards,
    }
}

/// Returns whether each month has a form of its own; else the last month's stands for the year.
pub(super) fn is_monthly(form: Form) -> bool {
    matches!(form, Form::Report | Form::Deductions | Form::Ledger | Form::Board)
}

/// Returns whether a form is of one hazard: the box has it in the month in which its hazard was closed.
///
/// The form of a hazard that is still open at the end is in the last month.
pub(super) fn is_of_hazards(form: Form) -> bool {
    matches!(
        form,
        Form::Notice | Form::Recheck | Form::MajorReport | Form::MajorPlan | Form::MajorReview | Form::Resume
    )
}

/// Returns whether a hazard has such a form.
pub(super) fn is_asked_of(form: Form, hazard: &Hazard) -> bool {
    match form {
        Form::MajorReport | Form::MajorPlan => hazard.is_major(),
        Form::MajorReview | Form::Resume => hazard.is_major() && hazard.supervised,
        _ => true,
    }
}

/// Returns whether a form that is not monthly is of the whole year; else the last month is printed.
pub(super) fn is_of_year(form: Form) -> bool {
    matches!(form, Form::Permit | Form::Statistics)
}

/// The names under which a form is printed for a year: one, or one for each of what it is of.
pub(super) fn names(form: Form, registers: &Registers, year: i32, until: Day) -> Vec<String> {
    match form {
        Form::Permit => {
            let own =
                registers.permits.iter().filter(|permit| permit.starts_at.is_some_and(|at| at.day().year() == year));
            own.map(|permit| paper_name::of_permit(&permit.id)).collect()
        }
        Form::Statistics => {
            let begun = |stretch: &Stretch| stretch.span().is_some_and(|span| span.from <= until);
            let all = Stretch::of_year(year).into_iter().filter(begun);
            all.map(paper_name::of_stretch).collect()
        }
        // Every map; without one the empty form says that there is none.
        Form::RiskMap if !registers.plans.is_empty() => {
            registers.plans.iter().map(|plan| paper_name::of_plan(&plan.id)).collect()
        }
        form => vec![paper_name::code(form).to_owned()],
    }
}

/// A register as it goes into the box: all of it, as a workbook.
pub(super) struct BoxedRegister {
    pub part: BoxPart,
    /// Name of its sheet.
    pub words: &'static SheetWords,
    /// Headings and rows.
    pub rows: fn(&Registers, &Catalogue) -> Vec<Vec<String>>,
    /// The columns that hold numbers, and those that hold days.
    pub kinds: fn() -> (Vec<u16>, Vec<u16>),
}

const fn boxed<T: Entry>(part: BoxPart, words: &'static SheetWords) -> BoxedRegister {
    BoxedRegister { part, words, rows: rows_of_register::<T>, kinds: written_kinds::<T> }
}

/// Every register.
pub(super) const REGISTERS: [BoxedRegister; 10] = [
    boxed::<Document>(BoxPart::Rules, &document::SHEET),
    boxed::<Expense>(BoxPart::Duties, &expense::SHEET),
    boxed::<Person>(BoxPart::Training, &sheet::PEOPLE),
    boxed::<RiskPoint>(BoxPart::Risks, &sheet::RISKS),
    boxed::<Permit>(BoxPart::Risks, &permit::SHEET),
    boxed::<ConfinedSpace>(BoxPart::Risks, special::sheet(SpecialLedger::Spaces)),
    boxed::<SpecialEquipment>(BoxPart::Risks, special::sheet(SpecialLedger::Equipment)),
    boxed::<DustCollector>(BoxPart::Risks, special::sheet(SpecialLedger::Collectors)),
    boxed::<Contractor>(BoxPart::Risks, special::sheet(SpecialLedger::Contractors)),
    boxed::<Drill>(BoxPart::Emergency, &drill::SHEET),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A new register does not compile here until somebody has seen to it that it is in the box.
    #[test]
    fn every_register_lies_in_the_box() {
        let Registers {
            people: _,
            risks: _,
            documents: _,
            drills: _,
            expenses: _,
            permits: _,
            spaces: _,
            equipment: _,
            collectors: _,
            contractors: _,
            // Not lists of entries: choices, figures and plans.
            on_site_only: _,
            activity: _,
            revenue: _,
            licences: _,
            plans: _,
            method: _,
            yearly_worker: _,
            last_number: _,
        } = Registers::default();
        let names: std::collections::BTreeSet<&str> = REGISTERS.iter().map(|boxed| boxed.words.sheet).collect();
        assert_eq!(names.len(), REGISTERS.len());
    }

    #[test]
    fn the_statistics_of_a_year_are_those_that_have_begun() {
        let until = Day::new(2026, 8, 31).unwrap();
        let names = names(Form::Statistics, &Registers::default(), 2026, until);
        assert_eq!(names, ["statistics.2026-q1", "statistics.2026-q2", "statistics.2026-q3", "statistics.2026"]);
        assert!(super::names(Form::Permit, &Registers::default(), 2026, until).is_empty());
    }
}
