//! The signed file: one document, the signatures over its canonical form, and nothing that is not signed.
//!
//! The payload is the RFC 8785 form of `document`, detached as in RFC 7515 Appendix F: put beside `signatures` as
//! `payload = base64url(canonical(document))`, it makes an ordinary General JWS with the same signatures.

mod head;
mod header;
mod seal;
mod verify;

pub use head::{DocType, Role};
pub use seal::{Frozen, SealedDocument, Signature};
pub use verify::{Signer, Verified, verify};
