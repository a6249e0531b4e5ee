//! Requests to a worker: what takes longer than a frame, as messages there and back.
//!
//! A [`Request`] goes over as text ([`message`]), the bytes of a file beside it; [`answer`] does in the worker what it
//! asks for. Nothing here knows of a browser: randomness and Unicode normalisation come in through [`Surroundings`], so
//! every request runs natively in tests.
//!
//! | module | request |
//! | --- | --- |
//! | `make_key` | makes a key and locks it under a passphrase |
//! | `open_key` | opens a key, to see that passphrase and container fit |
//! | `seal_report` | signs the report of a month |
//! | `register_key` | signs the registration of a key |
//! | `sign_documents` | signs documents of the other types |
//! | `learn_check_list` | takes in a check list of others |
//! | `learn_keys` | takes over keys that the page has checked |
//! | `read_from_office` | reads a receipt or a return of the office |
//! | `check_file` | checks a received file |
//! | `fault` | why a request was not met |
//! | `locked_key` | a key in its container with the passphrase that opens it |
//! | `signing` | what all requests that sign have in common: freeze, sign, put together |
//!
//! A new request is its file and its row in the list below.

mod check_file;
mod fault;
mod learn_check_list;
mod learn_keys;
mod locked_key;
mod make_key;
mod open_key;
mod read_from_office;
mod register_key;
mod seal_report;
mod sign_documents;
mod signing;

use std::collections::BTreeMap;

use anziping_seal::json::Normalise;
use anziping_seal::keys::KnownKeys;
use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::edition::Editions;
use crate::json;

pub use check_file::CheckFile;
pub use fault::RequestFault;
pub use learn_check_list::LearnCheckList;
pub use learn_keys::LearnKeys;
pub use locked_key::{LockedKey, Passphrase};
pub use make_key::{MadeKey, MakeKey};
pub use open_key::{OpenKey, OpenedKey};
pub use read_from_office::{CheckedReceipt, CheckedReturn, FromOffice, OtherMatter, ReadFromOffice};
pub use register_key::{RegisterKey, SignedRegistration};
pub use seal_report::{SealReport, file_name};
pub use sign_documents::{SignDocuments, UnsignedDocument};
pub use signing::SignedFile;

/// Something a worker is asked to do. Keys that sign are opened for one request and wiped after it.
pub trait Request: KnownRequest + Serialize + DeserializeOwned {
    /// The type of its answer.
    type Answer: Serialize + DeserializeOwned;

    /// Its name in messages.
    const NAME: &'static str;

    /// Does the work. `bytes` is the file that goes beside it, empty where there is none.
    ///
    /// # Errors
    /// A [`RequestFault`]; nothing half-done is given out.
    fn run(
        self,
        bytes: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<Self::Answer, RequestFault>;

    /// The answer as text.
    ///
    /// # Errors
    /// A value that JSON cannot express; no answer has one.
    fn written(answer: &Self::Answer) -> Result<String, serde_json::Error> {
        json::write(answer)
    }
}

/// A request that [`answer`] knows; `requests!` says so of those in its list.
pub trait KnownRequest {}

/// The request as text: an object with one member, named after it.
///
/// # Errors
/// A value that JSON cannot express; no request has one.
pub fn message<R: Request>(request: &R) -> Result<String, serde_json::Error> {
    json::write(&BTreeMap::from([(R::NAME, request)]))
}

/// The reply of a worker to a message.
#[derive(Debug)]
pub enum Reply {
    /// The [`Request::Answer`] as text.
    Done(String),
    /// The [`RequestFault`] as text.
    Fault(String),
}

/// Why a worker cannot make anything of a message: it comes from a page of another version.
#[derive(Debug, Error)]
pub enum Misunderstood {
    /// The text is no request. Only the place is named: the text may hold a passphrase.
    #[error("line {} column {}", .0.line(), .0.column())]
    NotARequest(serde_json::Error),
    /// There is no such request.
    #[error("no known request")]
    Unknown,
}

impl From<serde_json::Error> for Misunderstood {
    fn from(fault: serde_json::Error) -> Self {
        Self::NotARequest(fault)
    }
}

macro_rules! requests {
    ($($request:ty),+ $(,)?) => {
        $(impl KnownRequest for $request {})+

        /// Does what a message asks for. `bytes` is the file that came beside it.
        ///
        /// # Errors
        /// [`Misunderstood`] when it cannot be read.
        pub fn answer(
            message: &str,
            bytes: &[u8],
            editions: &mut Editions<'_>,
            around: &mut dyn Surroundings,
        ) -> Result<Reply, Misunderstood> {
            let message: BTreeMap<String, serde_json::Value> = json::read(message)?;
            let (name, content) = message.into_iter().next().ok_or(Misunderstood::Unknown)?;
            match name.as_str() {
                $(<$request>::NAME => reply::<$request>(json::of_value::<$request>(content)?.run(bytes, editions, around)),)+
                _ => Err(Misunderstood::Unknown),
            }
        }
    };
}

requests! {
    MakeKey,
    OpenKey,
    SealReport,
    RegisterKey,
    SignDocuments,
    LearnCheckList,
    LearnKeys,
    ReadFromOffice,
    CheckFile,
}

fn reply<R: Request>(outcome: Result<R::Answer, RequestFault>) -> Result<Reply, Misunderstood> {
    Ok(match outcome {
        Ok(answer) => Reply::Done(R::written(&answer)?),
        Err(fault) => Reply::Fault(json::write(&fault)?),
    })
}

/// The random source failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("no random numbers")]
pub struct NoRandom;

/// The needs of a request that the place where it runs must meet.
pub trait Surroundings {
    /// Fills `bytes` from a source fit for keys (`crypto.getRandomValues`).
    ///
    /// # Errors
    /// [`NoRandom`] when there is none; no key is made then.
    fn random(&mut self, bytes: &mut [u8]) -> Result<(), NoRandom>;

    /// Unicode normalisation form C.
    fn normaliser(&self) -> &dyn Normalise;

    /// The keys that need not be checked again; `None` where nothing is remembered between requests.
    fn known_keys(&self) -> Option<&KnownKeys> {
        None
    }
}
