//! What is kept in the browser: texts that go in and come back unchanged, or say why they do not.
//!
//! Every record is one [`Envelope`] under one [`RecordKey`], held in up to four places ([`slots`]). Bodies are JSON; members that this
//! program does not know survive being read and written ([`body`]). A [`backup`] is a file with any number of envelopes.

pub mod authorship;
pub mod backup;
pub mod body;
pub mod envelope;
pub mod key;
pub mod pieces;
pub mod receipt;
pub mod rekey;
pub mod rivalry;
pub mod sealed;
pub mod settings;
pub mod signing_key;
pub mod slots;
pub mod whole;

pub use envelope::{Envelope, SCHEMA, Unreadable};
pub use key::RecordKey;
pub use receipt::ReceiptRecord;
pub use sealed::SealedRecord;
pub use settings::Settings;
pub use signing_key::{KeyRecord, Retired};
