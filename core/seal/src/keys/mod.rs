//! Signing keys and the three ways to name one: in full, by thumbprint, and by digits people can compare.

mod fingerprint;
mod key_id;
mod public;
mod secret;
mod unchecked;

pub use fingerprint::{Fingerprint, FingerprintError, Misspelt};
pub use key_id::{KeyId, KeyIdError};
pub use public::PublicKey;
pub use secret::SecretKey;
pub use unchecked::UncheckedKey;
