//! The records kept in the browser: texts that come back unchanged, or say why they do not.
//!
//! Every record is one [`Envelope`] under one [`RecordKey`], held in up to four places ([`slots`]). Bodies are JSON;
//! members that this program does not know survive being read and written ([`body`]). A [`backup`] is a file with any
//! number of envelopes.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `authorship` | tells whose text a record is |
//! | `backup` | everything in one file, and what of it a browser does not have |
//! | `body` | the JSON body of a record and the members in it that this program does not know |
//! | `key` | the names under which records are kept |
//! | `pieces` | a long text as pieces that fit into messages of a chat, and back from whatever was copied out of it |
//! | `receipt` | an office's receipt as it is kept beside the report it is for |
//! | `rekey` | local ids of a backup brought in line with those of the browser it is restored into |
//! | `returned` | an office's return as it is kept beside the report it is about |
//! | `rivalry` | two writers of one record: how a tab notices that another one has written what it does not know |
//! | `sealed` | a sealed report as it is kept in the browser beside the drafts |
//! | `settings` | choices and counters of this browser, one record for all enterprises |
//! | `signing_key` | a signing key as it is kept: the secret encrypted, the public part readable |
//! | `slots` | chooses among four copies of one record: which one counts, and which ones to write again |
//! | `stored` | one record as text: a line that says what it is, and a line of JSON |
//! | `whole` | whether a record can be read to its end: what is put back must be what the next start can open |

pub mod authorship;
pub mod backup;
pub mod body;
pub mod key;
pub mod pieces;
pub mod receipt;
pub mod rekey;
mod returned;
pub mod rivalry;
pub mod sealed;
pub mod settings;
pub mod signing_key;
pub mod slots;
pub mod stored;
pub mod whole;

pub use key::{RecordKey, ReturnName};
pub use receipt::ReceiptRecord;
pub use returned::ReturnRecord;
pub use sealed::SealedRecord;
pub use settings::Settings;
pub use signing_key::{KeyRecord, Retired};
pub use stored::{Envelope, SCHEMA, Unreadable};
