//! Whole numbers as people type them.

use thiserror::Error;

use super::uscc::half_width;

/// Largest count accepted anywhere: more people, devices or operations than any small enterprise has.
pub const COUNT_MAX: u32 = 999_999;

/// The faults of a typed count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum CountFault {
    /// Nothing was typed.
    #[error("a count is missing")]
    Missing,
    /// Not a whole number from 0 to [`COUNT_MAX`].
    #[error("not a whole number from 0 to {COUNT_MAX}")]
    NotACount,
}

/// Reads a whole number from 0 to [`COUNT_MAX`]: surrounding blanks and full-width digits are fine.
///
/// # Errors
/// A [`CountFault`].
pub fn parse_count(text: &str) -> Result<u32, CountFault> {
    let digits: String = text.trim().chars().map(half_width).collect();
    if digits.is_empty() {
        return Err(CountFault::Missing);
    }
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(CountFault::NotACount);
    }
    digits.parse().ok().filter(|&n| n <= COUNT_MAX).ok_or(CountFault::NotACount)
}
