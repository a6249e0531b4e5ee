//! The names of what goes on paper in addresses and public hooks.

use anziping_core::hazard::statistics::Stretch;
use anziping_core::trade::{self, Paper};

use crate::words::paper::Form;

/// The name of everything of a year at once, which is no form.
pub(super) const BOX: &str = "box";

/// The name of a form in the address.
pub(in crate::enterprise) fn code(form: Form) -> &'static str {
    match form {
        Form::Report => "report",
        Form::Ledger => "ledger",
        Form::Notice => "notice",
        Form::Permit => "permit",
        Form::Statistics => "statistics",
        Form::Board => "board",
        Form::MajorReport => "major-report",
        Form::MajorPlan => "major-plan",
        Form::Recheck => "recheck",
        Form::MajorReview => "major-review",
        Form::Resume => "resume",
        Form::Special(ledger) => ledger.row().id,
        Form::Deductions => "deductions",
        Form::Duties => "duties",
        Form::Risks => "risks",
        Form::RiskControl => "risk-control",
        Form::RiskMap => "risk-map",
        Form::RiskBoard => "risk-board",
        Form::RiskCard => "risk-card",
        Form::EmergencyCard => "emergency-card",
        Form::Signs => "signs",
        Form::Posts => "posts",
        Form::Daily => "daily",
        Form::PostLists => "post-lists",
        Form::Pledge => "pledge",
        Form::TrainingRecord => "training-record",
        Form::DrillRecord => "drill-record",
        Form::ExpenseLedger => "expense-ledger",
        Form::ShiftRecord => "shift-record",
        Form::Key => "key",
    }
}

/// Finds the paper that a law asks for with a form.
pub(super) fn paper_of(form: Form) -> Option<&'static Paper> {
    trade::paper(&code(form).replace('-', "_"))
}

/// The name by which the form of one permit is printed.
pub(super) fn of_permit(number: &str) -> String {
    format!("{}.{number}", code(Form::Permit))
}

/// The name by which one four-colour map is printed.
pub(super) fn of_plan(id: &str) -> String {
    format!("{}.{id}", code(Form::RiskMap))
}

/// The name by which the form of one hazard is printed.
pub(super) fn of_hazard(form: Form, id: &str) -> String {
    format!("{}.{id}", code(form))
}

/// The name by which the statistics of a quarter or year are printed.
pub(super) fn of_stretch(stretch: Stretch) -> String {
    format!("{}.{}", code(Form::Statistics), stretch.code())
}

/// The part of such a name behind the dot: the number of an entry, or the code of a stretch.
pub(super) fn entry_of(name: &str) -> Option<&str> {
    name.split_once('.').map(|(_, entry)| entry)
}

/// The form with this name, whatever it is of; the report for any other.
pub(super) fn parse(name: &str) -> Form {
    let name = name.split('.').next().unwrap_or_default();
    Form::ALL.into_iter().find(|form| code(*form) == name).unwrap_or(Form::Report)
}

#[cfg(test)]
mod tests {
    use anziping_core::trade::PAPERS;

    use super::*;

    #[test]
    fn the_form_of_a_permit_names_it() {
        assert_eq!((parse(&of_permit("12")), entry_of(&of_permit("12"))), (Form::Permit, Some("12")));
        assert_eq!((parse(code(Form::Permit)), entry_of(code(Form::Permit))), (Form::Permit, None));
    }

    #[test]
    fn everything_at_once_is_no_form() {
        assert!(Form::ALL.into_iter().all(|form| code(form) != BOX));
        assert_eq!(entry_of(&of_stretch(Stretch::Quarter(2026, 3))), Some("2026-q3"));
    }

    #[test]
    fn every_paper_that_a_law_asks_for_is_a_form_and_the_other_way_round() {
        for paper in PAPERS {
            let name = paper.id.replace('_', "-");
            assert_eq!(code(parse(&name)), name, "no form of this name: the report would be printed");
        }
        for form in [
            Form::Statistics,
            Form::Board,
            Form::MajorReport,
            Form::MajorPlan,
            Form::Recheck,
            Form::MajorReview,
            Form::Resume,
        ] {
            assert!(PAPERS.iter().any(|paper| paper.id.replace('_', "-") == code(form)), "{form:?}");
        }
    }
}
