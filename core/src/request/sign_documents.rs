//! Signs documents of the other types: changes of a key, receipts, a registry.

use serde::{Deserialize, Serialize};

use super::locked_key::{LockedKey, open_all};
use super::signing::{self, SignedFile};
use super::{Request, RequestFault, Surroundings};
use crate::document::SignedDocument;
use crate::edition::Editions;
use crate::json;
use crate::office::intake::{self, Found};

/// Asks for signatures under many documents with the same keys.
///
/// Each key is opened once: stretching the passphrase takes longer than a thousand signatures.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignDocuments {
    /// The documents; each lists its signers already.
    pub documents: Vec<UnsignedDocument>,
    /// The keys of those who sign; every one of them signs every document.
    pub keys: Vec<LockedKey>,
}

/// A document of any type that is ready to be signed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UnsignedDocument {
    /// Name of its file.
    pub file_name: String,
    /// The document, its signers listed.
    document: serde_json::Value,
}

impl UnsignedDocument {
    /// A document under the name of its file.
    ///
    /// # Errors
    /// A value that JSON cannot express; none of our documents has one.
    pub fn new<T: SignedDocument>(file_name: String, document: &T) -> Result<Self, serde_json::Error> {
        Ok(Self { file_name, document: json::value(document)? })
    }
}

impl Request for SignDocuments {
    type Answer = Vec<SignedFile>;
    const NAME: &'static str = "sign_documents";

    fn run(
        self,
        _: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<Vec<SignedFile>, RequestFault> {
        let nfc = around.normaliser();
        let keys = open_all(&self.keys, nfc)?;
        let sign_one = |UnsignedDocument { file_name, document }: UnsignedDocument| {
            let sealed = signing::sign(&document, &keys, nfc)?;
            let text = sealed.to_file_text();
            match intake::check(&file_name, text.as_bytes(), editions, nfc).found {
                Found::Rejected(rejection) => Err(rejection.into()),
                _ => Ok(SignedFile { file_name, text, document_sha256: sealed.document_sha256() }),
            }
        };
        self.documents.into_iter().map(sign_one).collect()
    }
}
