//! The signed file.
//!
//! One document, the signatures over its canonical form, and nothing that is not signed.
//!
//! The payload is the RFC 8785 form of `document`, detached as in RFC 7515 Appendix F: put beside `signatures` as
//! `payload = base64url(canonical(document))`, it makes an ordinary General JWS with the same signatures.
//!
//! | module | what it does |
//! | --- | --- |
//! | `rules` | says who may and who must sign a type of document; handed in |
//! | `head` | reads what a document says about itself: type, version, signers |
//! | `header` | reads and writes the protected header of one signature |
//! | `signature` | checks the signatures of a document |
//! | `seal` | makes a signed file |
//! | `verify` | reads a signed file |

mod head;
mod header;
mod rules;
mod seal;
mod signature;
mod verify;

pub use rules::{RoleRules, SignerRules};
pub use seal::{Frozen, SealedDocument};
pub use signature::{Signature, VerifiedSigner};
pub use verify::{Verified, verify, verify_knowing};
