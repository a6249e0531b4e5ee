//! Checks that a record can be read to its end: what is put back must be what the next start can open.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

use super::body::{Misshapen, read_body};
use super::{Envelope, KeyRecord, ReceiptRecord, RecordKey, ReturnRecord, SealedRecord, Settings, Unreadable};
use crate::enterprise::Enterprise;
use crate::month::draft::MonthDraft;
use crate::register::Registers;
use crate::registry::Registry;

/// Why a record of a backup is not put back.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Unusable {
    /// Its text was cut, changed, belongs to another record, or is of a newer program.
    #[error(transparent)]
    Text(#[from] Unreadable),
    /// The checksum is right, but the body is not of the kind that its name says.
    #[error(transparent)]
    Body(#[from] Misshapen),
    /// The name is none that this program knows.
    #[error("a record of an unknown name")]
    Name,
}

/// Reads the body as the program would at its next start.
///
/// # Errors
/// [`Misshapen`] when it could not.
pub fn read_whole(envelope: &Envelope) -> Result<(), Misshapen> {
    let body = envelope.body.as_str();
    match &envelope.key {
        RecordKey::Settings => reads_as::<Settings>(body),
        RecordKey::Enterprise(_) => reads_as::<Enterprise>(body),
        RecordKey::Month(..) | RecordKey::Before(..) => reads_as::<MonthDraft>(body),
        RecordKey::Sealed(..) => reads_as::<SealedRecord>(body),
        RecordKey::SigningKey(..) => reads_as::<KeyRecord>(body),
        RecordKey::Receipt(..) => reads_as::<ReceiptRecord>(body),
        RecordKey::Return(..) => reads_as::<ReturnRecord>(body),
        RecordKey::Registers(_) => reads_as::<Registers>(body),
        RecordKey::Registry => reads_as::<Registry>(body),
        // Two are named by their own hash and looked through when somebody asks for them; the third is in no backup.
        RecordKey::CheckList(_) | RecordKey::StreetMonth(_) | RecordKey::Received(_) => {
            reads_as::<serde_json::Map<String, Value>>(body)
        }
    }
}

fn reads_as<T: Serialize + DeserializeOwned>(body: &str) -> Result<(), Misshapen> {
    // A list can stand for a structure in serde's eyes, and never does here.
    if !body.trim_start().starts_with('{') {
        return Err(Misshapen::not_an_object());
    }
    read_body::<T>(body).map(drop)
}
