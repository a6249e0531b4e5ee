//! The documents that are signed, each with its type, its version and its rules.
//!
//! | module | document | who signs it |
//! | --- | --- | --- |
//! | [`report`] | the month-end report | preparer and principal, or a deputy |
//! | [`registration`] | makes a key known to the office | the key itself |
//! | [`rotation`] | changes a key for another | both keys |
//! | [`revocation`] | takes a key out of use | that key or another one of the enterprise |
//! | [`receipt`] | the office received a document | the office |
//! | [`registry_copy`] | a registry for colleagues | the office |
//!
//! [`statement`] has the sentence that reports are signed under.

pub mod receipt;
pub mod registration;
pub mod registry_copy;
pub mod report;
pub mod revocation;
pub mod rotation;
pub mod statement;
