//! Signing keys and the three ways to name one.
//!
//! In full, by thumbprint, and by digits people can compare.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `fingerprint` | the name of a key for people: thirty digits that can be read out, typed and compared with paper |
//! | `key_id` | the name of a key in files: its thumbprint |
//! | `known` | keys that were checked before, by their bytes |
//! | `public` | the public key, checked once so that every `PublicKey` in memory is safe to verify with |
//! | `secret` | the secret key: made from given random bytes, wiped from memory when it goes out of use |
//! | `unchecked` | a key by its bytes alone |

mod fingerprint;
mod key_id;
mod known;
mod public;
mod secret;
mod unchecked;

pub use fingerprint::{Fingerprint, FingerprintError, Misspelt};
pub use key_id::{KeyId, KeyIdError};
pub use known::KnownKeys;
pub use public::PublicKey;
pub use secret::SecretKey;
pub use unchecked::UncheckedKey;
