//! The documents that are signed, each with its type, its version and its rules.
//!
//! | module | document | who signs it |
//! | --- | --- | --- |
//! | [`report`] | the month-end report | preparer and principal, or a deputy |
//! | [`registration`] | makes a key known to the office | the key itself |
//! | [`rotation`] | changes a key for another | both keys |
//! | [`revocation`] | takes a key out of use | that key or another one of the enterprise |
//! | [`receipt`] | the office received a document | the office |
//! | [`returned`] | the office gives a report back, with remarks | the office |
//! | [`registry_copy`] | a registry for colleagues | the office |
//! | [`office_month`] | what an office knows of its enterprises for one month, for the county | the office |
//!
//! | module | what they have in common |
//! | --- | --- |
//! | `list` | the list of them; `CONTRIBUTING.md` says where else a new type is named |
//! | `signed` | what each states about itself, and who has to sign it |
//! | `fault` | why the content of one is unsound |
//! | `named` | an enterprise by name and code |
//! | [`statement`] | the sentence that reports are signed under |

mod fault;
mod list;
mod named;
pub mod office_month;
pub mod receipt;
pub mod registration;
pub mod registry_copy;
pub mod report;
pub mod returned;
pub mod revocation;
pub mod rotation;
mod signed;
pub mod statement;

pub use fault::DocumentFault;
pub(crate) use list::documents;
pub use list::{DocumentType, SIGNER_RULES};
pub use named::NamedEnterprise;
pub use signed::{SignedDocument, read};
