//! Freezes, signs and assembles a document, for every request that signs.

use anziping_seal::Sha256;
use anziping_seal::envelope::{Frozen, SealedDocument};
use anziping_seal::json::Normalise;
use anziping_seal::keys::SecretKey;
use anziping_seal::typed::{self, Misfit};
use serde::{Deserialize, Serialize};

use super::RequestFault;
use crate::document::SIGNER_RULES;
use crate::office::intake::Rejection;

/// A signed document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedFile {
    /// Name of its file.
    pub file_name: String,
    /// Text of the file.
    pub text: String,
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
}

/// Signs a document with all keys.
///
/// What was typed or pasted is brought into the form a file may hold first.
pub(super) fn sign<T: Serialize>(
    document: &T,
    keys: &[SecretKey],
    nfc: &dyn Normalise,
) -> Result<SealedDocument, RequestFault> {
    let frozen = Frozen::new(typed::to_clean_value(document, nfc)?, SIGNER_RULES).map_err(RequestFault::Refused)?;
    let signatures = keys.iter().map(|key| frozen.sign(key)).collect();
    SealedDocument::assemble(frozen, signatures).map_err(RequestFault::Refused)
}

impl From<Misfit> for RequestFault {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::Refused(refusal) => Self::Refused(refusal),
            misfit => Self::Contradiction(misfit.into()),
        }
    }
}

impl From<Rejection> for RequestFault {
    /// Makes the fault from the rejection of a file just signed, or of one that is not the office's.
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Refused(refusal) | Rejection::OtherFile { refusal, .. } => Self::Refused(refusal),
            Rejection::Content { fault, .. } => Self::Contradiction(fault),
            Rejection::NewerProgram { .. } => Self::NewerProgram,
            Rejection::KeyBackup | Rejection::DisguisedName => Self::NotReadBack,
        }
    }
}
