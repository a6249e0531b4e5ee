//! The ways in which a step of the checks ends.

use crate::failure::Failure;

/// How a step went.
pub type Done = Result<Passed, Failure>;

/// A step that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// The check passed.
    Yes,
    /// This place cannot tell, and why.
    NotChecked(&'static str),
}
