//! Signed documents that look the same everywhere: strict JSON, its canonical form, detached signatures over it,
//! and the container that keeps a signing key under a passphrase.
//!
//! The crate knows nothing of work safety, of browsers, of clocks or of random numbers: types of documents with the rules
//! of who signs them, time, randomness and Unicode normalisation come in as arguments, so every rule here can be tested
//! natively.
//!
//! | to… | use |
//! | --- | --- |
//! | read a received file | [`envelope::verify`] |
//! | make a signed file | [`value::to_value`] → [`envelope::Frozen`] → [`envelope::SealedDocument`] |
//! | keep a key | [`container::lock`], [`container::open`] |
//! | compare keys by eye | [`keys::Fingerprint`] |
//! | name a text by its content | [`Sha256`] |

#![cfg_attr(not(test), warn(unreachable_pub))]

mod base64url;
pub mod canonical;
pub mod container;
mod digest;
pub mod envelope;
pub mod json;
pub mod keys;
pub mod limits;
pub mod profile;
mod refusal;
mod suite;
pub mod value;

pub use digest::{Sha256, Sha256Error};
pub use refusal::{Place, Reason, Refusal};
