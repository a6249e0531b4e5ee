//! The power of attorney of a deputy who signs while the principal is away.

use serde::{Deserialize, Serialize};

use crate::value::day::Day;
use crate::value::period::Span;

/// For whom a deputy signs, and how long.
///
/// The stamped paper (授权委托书) lies with the office; this says what stands in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mandate {
    /// Name of the principal who gave it.
    pub principal: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

impl Mandate {
    /// Returns whether the power of attorney covers a document that arrives on `day`.
    pub fn covers(&self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Returns whether it runs for more than a year: nobody is away that long, so somebody should ask.
    pub fn is_long(&self) -> bool {
        self.from.plus_months(12) < self.until
    }

    /// Returns whether any day of `span` lies within it.
    pub fn overlaps(&self, span: Span) -> bool {
        self.from <= span.to && span.from <= self.until
    }
}
