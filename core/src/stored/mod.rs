//! What is kept in the browser: texts that go in and come back unchanged, or say why they do not.
//!
//! Every record is one [`Envelope`] under one [`RecordKey`], held in three places ([`slots`]). Bodies are JSON; members that this
//! program does not know survive being read and written ([`body`]). A [`backup`] is a file with any number of envelopes.

pub mod backup;
pub mod body;
pub mod envelope;
pub mod key_record;
pub mod moment;
pub mod receipt_record;
pub mod record;
pub mod rekey;
pub mod rivalry;
pub mod sealed_record;
pub mod settings;
pub mod slots;

pub use envelope::{Envelope, SCHEMA, Unreadable};
pub use key_record::{KeyRecord, Retired};
pub use receipt_record::ReceiptRecord;
pub use record::RecordKey;
pub use sealed_record::SealedRecord;
pub use settings::Settings;
