//! Signed documents that look the same everywhere.
//!
//! Strict JSON, its canonical form, detached signatures over it, and the container that keeps a signing key under a
//! passphrase.
//!
//! The crate knows nothing of work safety, of browsers, of clocks or of random numbers: types of documents with the
//! rules of who signs them, time, randomness and Unicode normalisation come in as arguments, so every rule here can be
//! tested natively.
//!
//! | to… | use |
//! | --- | --- |
//! | read a received file | [`envelope::verify`] |
//! | make a signed file | [`typed::to_value`] → [`envelope::Frozen`] → [`envelope::SealedDocument`] |
//! | keep a key | [`container::lock`], [`container::open`] |
//! | compare keys by eye | [`keys::Fingerprint`] |
//! | name a text by its content | [`Sha256`] |
//! | `base64url` | base64url without padding (RFC 4648 §5), strict |
//! | `canonical` | the canonical form (RFC 8785) of a value of the profile, and the readable form for files |
//! | `container` | the secret key under a passphrase: an encrypted PKCS#8 text that OpenSSL, Node and Python open too |
//! | `digest` | the name of a text or file by its content |
//! | `envelope` | the signed file |
//! | `json` | strict JSON, the subset that every program reads alike |
//! | `keys` | signing keys and the three ways to name one |
//! | `limits` | the bounds of the format |
//! | `refusal` | why a file was refused, and where in it |
//! | `suite` | the signature algorithms of the format, one row each |
//! | `typed` | converts between Rust types and [`Value`], by way of serde |
//! | `writable` | checks a value before it is written: what is written must be what a reader accepts |

//!
//! A document is sealed by the people it lists, and read by anybody who has the file:
//!
//! ```
//! use anziping_seal::envelope::{Frozen, RoleRules, SealedDocument, SignerRules, verify};
//! use anziping_seal::json::Normalise;
//! use anziping_seal::keys::SecretKey;
//! use anziping_seal::{Reason, typed};
//! use serde_json::json;
//!
//! /// Enough for ASCII; a browser brings a real one.
//! struct Ascii;
//! impl Normalise for Ascii {
//!     fn is_nfc(&self, text: &str) -> bool {
//!         text.is_ascii()
//!     }
//!     fn to_nfc(&self, text: &str) -> String {
//!         text.to_owned()
//!     }
//! }
//!
//! const AUTHOR: RoleRules =
//!     RoleRules { role: "author", is_required: true, if_unsigned: Some(Reason::UnsignedRequired) };
//! const RULES: &[SignerRules] = &[SignerRules { doc_type: "example.note", roles: &[AUTHOR] }];
//!
//! // Thirty-two random bytes, which the caller brings.
//! let key = SecretKey::from_bytes([7; 32]);
//! let author = json!({
//!     "role": "author",
//!     "name": "Zhang San",
//!     "title": "",
//!     "kid": key.key_id().to_string(),
//!     "key": { "kty": "OKP", "crv": "Ed25519", "x": key.public().x() },
//! });
//! let note = json!({ "type": "example.note", "version": "1.0", "text": "checked", "signers": [author] });
//!
//! let frozen = Frozen::new(typed::to_value(&note)?, RULES)?;
//! let signature = frozen.sign(&key);
//! let file = SealedDocument::assemble(frozen, vec![signature])?.to_file_text();
//!
//! let verified = verify(file.as_bytes(), RULES, &Ascii)?;
//! assert_eq!(verified.signers.len(), 1);
//!
//! let refusal = verify(file.replace("checked", "changed").as_bytes(), RULES, &Ascii).unwrap_err();
//! assert_eq!(refusal.reason, Reason::SignatureWrong);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(not(test), warn(unreachable_pub))]

mod base64url;
pub mod canonical;
pub mod container;
mod digest;
pub mod envelope;
pub mod json;
pub mod keys;
pub mod limits;
mod refusal;
mod suite;
pub mod typed;
pub mod writable;

pub use digest::{Sha256, Sha256Error};
pub use refusal::{Place, Reason, Refusal};
