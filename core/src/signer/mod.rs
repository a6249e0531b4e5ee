//! The signers of a document: their roles, their keys, and on whose behalf they sign.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `role` | in what capacity somebody signs |
//! | `listed` | a signer as documents list them; every signer of a document is made there |
//! | `jwk` | a public key as documents write it |
//! | `checked` | a signer whose signature was checked |
//! | `mandate` | the power of attorney of a deputy |
//! | `stamped_form` | what the digits of a stamped form cover |
//! | `cause` | why a key goes out of use |

mod cause;
mod checked;
mod jwk;
mod listed;
mod mandate;
mod role;
mod stamped_form;

pub use cause::Cause;
pub use checked::CheckedSigner;
pub use jwk::PublicJwk;
pub use listed::Signer;
pub use mandate::Mandate;
pub use role::Role;
pub use stamped_form::StampedForm;
