//! Everything that takes longer than a frame, as messages to a worker and back.
//!
//! A [`Job`] goes over as JSON text, the bytes of a file beside it; [`run`] answers with [`Done`] or [`JobFault`]. Nothing here knows
//! of a browser: randomness and Unicode normalisation come in through [`Surroundings`], so every job runs natively in tests.

mod key;
mod seal;

use anziping_seal::Refusal;
use anziping_seal::container::OpenError;
use anziping_seal::json::Normalise;
use anziping_seal::keys::{Fingerprint, KeyId};
use anziping_seal::passphrase::Weakness;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::document::report::{MonthlyReport, ReportFault};
use crate::edition::{self, Editions};
use crate::office::difference::Difference;
use crate::office::intake::{self, Checked};

pub use key::{LockedKey, Passphrase};
pub use seal::{Draft, ReadReceipt, Registering, SignedFile, file_name};

/// What a worker is asked to do. `keys` that sign are opened for this one job and wiped after it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Make a key and lock it under a passphrase. Takes about half a second in a browser.
    MakeKey {
        /// The passphrase as typed.
        passphrase: Passphrase,
        /// What the screen or the file shows anyway and a passphrase may not contain: names, the code of the enterprise.
        avoid: Vec<String>,
    },
    /// Open a key to see that passphrase and container fit, and which key it is. Takes as long as making one.
    OpenKey {
        /// The container: at rest and as backup file the same text.
        pem: String,
        /// The key it should hold; `None` for a backup on a device that does not know it yet.
        kid: Option<KeyId>,
        /// The passphrase as typed.
        passphrase: Passphrase,
    },
    /// Sign a report that lists its signers already.
    Seal {
        /// The report.
        report: Box<MonthlyReport>,
        /// The keys of those who sign now.
        keys: Vec<LockedKey>,
    },
    /// Sign a registration of a key, to be compared with the stamped paper form at the office.
    Register(Box<Registering>),
    /// Sign documents of the other types: changes of a key, receipts, a registry.
    Sign {
        /// The documents; each lists its signers already.
        documents: Vec<Draft>,
        /// The keys of those who sign; every one of them signs every document.
        keys: Vec<LockedKey>,
    },
    /// Read a check list of others, whose text comes beside the job, and know it for all jobs that follow.
    Learn,
    /// Read a receipt of the office; its bytes come beside the job.
    ReadReceipt,
    /// Check a received file; its bytes come beside the job.
    Check {
        /// Its name, for display only.
        name: String,
    },
}

/// What came of a job.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done<C = Box<Checked>> {
    /// A new key. It counts only once its backup was saved and opened.
    KeyMade {
        /// The container.
        pem: String,
        /// Thumbprint of the key.
        kid: KeyId,
        /// The public key, base64url of the 32 bytes, as it goes into `signers`.
        x: String,
        /// The 30 digits for people.
        fingerprint: Fingerprint,
    },
    /// The container was opened.
    KeyOpened {
        /// Thumbprint of the key.
        kid: KeyId,
        /// The public key, base64url of the 32 bytes.
        x: String,
        /// The 30 digits for people.
        fingerprint: Fingerprint,
    },
    /// A sealed report that this program has read back and verified.
    Sealed {
        /// Text of the file.
        text: String,
        /// SHA-256 of the canonical document, 64 hex digits.
        document_sha256: String,
        /// Name of the file.
        file_name: String,
    },
    /// A signed registration that this program has read back and verified.
    Registration {
        /// Text of the file.
        text: String,
        /// SHA-256 of the canonical document, 64 hex digits.
        document_sha256: String,
        /// Name of the file.
        file_name: String,
        /// The 30 digits that go onto the paper form.
        fingerprint: Fingerprint,
    },
    /// Signed documents that this program has read back and verified, in the order in which they were handed over.
    Signed(Vec<SignedFile>),
    /// A receipt whose signature holds.
    Receipt(Box<ReadReceipt>),
    /// The check list is known.
    Learnt,
    /// A received file with what was found out about it.
    Checked(C),
}

/// Why a job was not done, by what a person can do about it.
#[derive(Clone, PartialEq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobFault {
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
    Contradiction(ReportFault),
    /// A sound signed file of another type: choose the receipt.
    #[error("not a receipt")]
    NotAReceipt,
    /// The month was answered against a check list that the worker does not know or cannot read: bring the program up to date, or
    /// import the check list again.
    #[error("answered against another catalogue")]
    OtherCatalogue,
    /// The figures in the report are not those that follow from its answers.
    #[error("{} figures differ", .0.len())]
    FiguresDiffer(Vec<Difference>),
    /// What was sealed reads back as something else, which no input is known to cause: nothing is given out; report it.
    #[error("the sealed file does not read back")]
    NotReadBack,
}

impl From<OpenError> for JobFault {
    fn from(fault: OpenError) -> Self {
        match fault {
            OpenError::NotAContainer => Self::NotAKey,
            OpenError::OtherAlgorithms | OpenError::TooCostly => Self::ForeignKey,
            OpenError::WrongPassphraseOrDamaged => Self::WrongPassphrase,
        }
    }
}

/// The random source failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("no random numbers")]
pub struct NoRandom;

impl From<NoRandom> for JobFault {
    fn from(_: NoRandom) -> Self {
        Self::NoRandom
    }
}

/// What a job needs from the place where it runs.
pub trait Surroundings {
    /// Fills `bytes` from a source fit for keys (`crypto.getRandomValues`).
    ///
    /// # Errors
    /// [`NoRandom`] when there is none; the job then makes no key.
    fn random(&mut self, bytes: &mut [u8]) -> Result<(), NoRandom>;

    /// Unicode normalisation form C.
    fn normaliser(&self) -> &dyn Normalise;
}

/// Does a job. `bytes` is the received file of [`Job::Check`] and [`Job::ReadReceipt`], the text of [`Job::Learn`], and empty for the
/// others.
///
/// # Errors
/// A [`JobFault`]; nothing half-done is given out.
pub fn run(
    job: Job,
    bytes: &[u8],
    editions: &mut Editions<'_>,
    around: &mut dyn Surroundings,
) -> Result<Done, JobFault> {
    match job {
        Job::MakeKey { passphrase, avoid } => key::make(&passphrase, &avoid, around),
        Job::OpenKey { pem, kid, passphrase } => key::inspect(&pem, kid, &passphrase, around.normaliser()),
        Job::Seal { report, keys } => seal::seal(&report, &keys, editions, around.normaliser()),
        Job::Register(registering) => seal::register(&registering, editions, around.normaliser()),
        Job::Sign { documents, keys } => seal::sign_all(documents, &keys, editions, around.normaliser()),
        Job::Learn => {
            editions.add(edition::read(bytes, around.normaliser()).map_err(|_| JobFault::OtherCatalogue)?);
            Ok(Done::Learnt)
        }
        Job::ReadReceipt => seal::read_receipt(bytes, editions, around.normaliser()),
        Job::Check { name } => Ok(Done::Checked(Box::new(intake::check(&name, bytes, editions, around.normaliser())))),
    }
}
