//! The names of what goes on paper in addresses and public hooks.

use crate::words::paper::Form;

/// The name of a form in the address.
pub(in crate::enterprise) fn code(form: Form) -> &'static str {
    match form {
        Form::Report => "report",
        Form::Ledger => "ledger",
        Form::Notice => "notice",
        Form::Statistics => "statistics",
        Form::Board => "board",
        Form::MajorReport => "major-report",
        Form::MajorPlan => "major-plan",
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

/// The form with this name; the report for any other.
pub(super) fn parse(name: &str) -> Form {
    Form::ALL.into_iter().find(|form| code(*form) == name).unwrap_or(Form::Report)
}

#[cfg(test)]
mod tests {
    use anziping_core::trade::PAPERS;

    use super::*;

    #[test]
    fn every_paper_that_a_law_asks_for_is_a_form_and_the_other_way_round() {
        for paper in PAPERS {
            let name = paper.id.replace('_', "-");
            assert_eq!(code(parse(&name)), name, "no form of this name: the report would be printed");
        }
        for form in [Form::Statistics, Form::Board, Form::MajorReport, Form::MajorPlan] {
            assert!(PAPERS.iter().any(|paper| paper.id.replace('_', "-") == code(form)), "{form:?}");
        }
    }
}
