//! The names of what goes on paper in addresses and public hooks.

use crate::words::paper::Form;

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
        Form::Key => "key",
    }
}

/// The name by which the form of one permit is printed.
pub(super) fn of_permit(number: &str) -> String {
    format!("{}.{number}", code(Form::Permit))
}

/// The number of the permit that such a name speaks of.
pub(super) fn permit_of(name: &str) -> Option<&str> {
    name.split_once('.').map(|(_, number)| number)
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
        assert_eq!((parse(&of_permit("12")), permit_of(&of_permit("12"))), (Form::Permit, Some("12")));
        assert_eq!((parse(code(Form::Permit)), permit_of(code(Form::Permit))), (Form::Permit, None));
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
