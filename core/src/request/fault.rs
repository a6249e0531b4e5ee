//! The faults for which a request is not met.

use anziping_seal::Refusal;
use anziping_seal::container::OpenError;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::NoRandom;
use crate::document::DocumentFault;
use crate::office::difference::FigureDifference;
use crate::passphrase::Weakness;

/// Why a request was not met, by what a person can do about it.
#[derive(Clone, PartialEq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestFault {
    /// Choose another passphrase.
    #[error("weak passphrase: {0}")]
    Weak(Weakness),
    /// The browser gives no random numbers: use another one.
    #[error("no random numbers")]
    NoRandom,
    /// Type the passphrase again; when it is right, the container is damaged and the backup is needed.
    #[error("wrong passphrase or damaged key")]
    WrongPassphrase,
    /// The text is no key container: choose the backup file.
    #[error("not a key")]
    NotAKey,
    /// An encrypted key that another program made, or one that would hang the page: choose our backup file.
    #[error("a key of another make")]
    ForeignKey,
    /// The library could not write the container, which no input is known to cause: report it.
    #[error("the key could not be locked")]
    KeyNotLocked,
    /// The document cannot be signed as it is, or a signer is missing; the place says where.
    #[error(transparent)]
    Refused(Refusal),
    /// The document contradicts itself.
    #[error(transparent)]
    Contradiction(DocumentFault),
    /// A sound signed file of another type: choose the receipt or the return.
    #[error("neither a receipt nor a return")]
    NotFromOffice,
    /// A newer program wrote the file: load the current program.
    #[error("written by a newer program")]
    NewerProgram,
    /// The month was answered against a check list that the worker does not know or cannot read.
    ///
    /// Bring the program up to date, or import the check list again.
    #[error("answered against another catalogue")]
    OtherCatalogue,
    /// The figures in the report are not those that follow from its answers.
    #[error("{} figures differ", .0.len())]
    FiguresDiffer(Vec<FigureDifference>),
    /// The sealed file reads back as something else, which no input is known to cause.
    ///
    /// Nothing is given out; report it.
    #[error("the sealed file does not read back")]
    NotReadBack,
}

impl From<OpenError> for RequestFault {
    fn from(fault: OpenError) -> Self {
        match fault {
            OpenError::NotAContainer => Self::NotAKey,
            OpenError::OtherAlgorithms | OpenError::TooCostly => Self::ForeignKey,
            OpenError::WrongPassphraseOrDamaged => Self::WrongPassphrase,
        }
    }
}

impl From<NoRandom> for RequestFault {
    fn from(_: NoRandom) -> Self {
        Self::NoRandom
    }
}
