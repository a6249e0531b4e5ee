//! The names of what goes on paper in addresses and public hooks.

use crate::words::paper::Form;

/// The name of a form in the address.
pub(super) fn code(form: Form) -> &'static str {
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
        Form::Posts => "posts",
        Form::Daily => "daily",
        Form::Key => "key",
    }
}

/// The form with this name; the report for any other.
pub(super) fn parse(name: &str) -> Form {
    Form::ALL.into_iter().find(|form| code(*form) == name).unwrap_or(Form::Report)
}
