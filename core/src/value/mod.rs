//! Values with rules of their own, each with one way to be read and one to be written.
//!
//! | module | value |
//! | --- | --- |
//! | `code` | the names of variants in files, forms and hooks |
//! | [`count`] | a whole number as people type it |
//! | [`day`] | a calendar day |
//! | [`fold`] | texts as they are compared |
//! | [`hundredths`] | a measured value with at most two places |
//! | [`line`] | a text of one line that is signed |
//! | `listed` | every variant of an enumeration, so that none is left out |
//! | [`moment`] | a minute of a day |
//! | [`period`] | the month that is assessed |
//! | [`rate`] | how many of how many |
//! | [`slot`] | where a value lies in a record |
//! | [`timestamp`] | a point in time |
//! | [`visible`] | characters that nobody sees, and names that show them |
//! | [`uscc`] | the unified social credit code that names an enterprise |
//! | `schema` | how values appear in the published schemas |

pub(crate) mod code;
pub mod count;
pub mod day;
pub mod fold;
pub mod hundredths;
pub mod line;
mod listed;
pub mod moment;
pub mod period;
pub mod rate;
#[cfg(test)]
pub(crate) mod schema;
pub mod slot;
pub mod timestamp;
pub mod uscc;
pub mod visible;
