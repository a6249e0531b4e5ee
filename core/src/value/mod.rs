//! Values with rules of their own, each with one way to be read and one to be written.
//!
//! | module | value |
//! | --- | --- |
//! | [`day`] | a calendar day |
//! | [`period`] | the month that is assessed |
//! | [`moment`] | a point in time |
//! | [`slot`] | where a value lies in a record |
//! | [`uscc`] | the unified social credit code that names an enterprise |

pub mod day;
pub mod moment;
pub mod period;
pub mod slot;
pub mod uscc;
