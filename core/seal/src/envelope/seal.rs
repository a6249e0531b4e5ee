//! Making a signed file: freeze the document, let everyone sign it, put it together.

use std::collections::BTreeMap;

use super::head::Head;
use super::header;
use super::rules::SignerRules;
use super::signature::{Signature, check_signatures};
use crate::json::{Normalise, Value};
use crate::keys::{KnownKeys, SecretKey};
use crate::{Reason, Refusal, Sha256, base64url, canonical, limits, suite, writable};

/// A document that can be signed and no longer changed.
///
/// An edit means freezing anew, and every signature is gone.
#[derive(Debug, Clone)]
pub struct Frozen {
    document: Value,
    head: Head,
    canonical: String,
}

impl Frozen {
    /// Freezes a document of a type that `rules` name.
    ///
    /// Its strings must be in normalisation form C ([`Value::cleaned`] brings them there).
    ///
    /// # Errors
    /// A [`Refusal`] when a reader would refuse the document, with pointers that begin at the document.
    pub fn new(document: Value, rules: &[SignerRules]) -> Result<Frozen, Refusal> {
        // One level for the envelope that will be around it.
        writable::check(&document, 1)?;
        let head = Head::read(&document, rules, &KnownKeys::default())?;
        if head.newer_format() {
            return Err(Refusal::at(Reason::VersionUnknown, "/version"));
        }
        let canonical = canonical::write(&document);
        Ok(Frozen { document, head, canonical })
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// Hash of the canonical form.
    #[must_use]
    pub fn document_sha256(&self) -> Sha256 {
        Sha256::of(self.canonical.as_bytes())
    }

    /// One signature. That the key belongs to a listed signer is checked when the file is put together.
    #[must_use]
    pub fn sign(&self, key: &SecretKey) -> Signature {
        let suite = &suite::ED25519;
        let protected = header::write(&self.head, &key.key_id(), suite);
        let message = format!("{protected}.{}", base64url::encode(self.canonical.as_bytes()));
        let signature = base64url::encode(&(suite.sign)(key, message.as_bytes()));
        Signature { protected, signature }
    }
}

/// A signed document, complete: [`super::verify`] accepts its file text.
#[derive(Debug, Clone)]
pub struct SealedDocument {
    frozen: Frozen,
    file_text: String,
}

impl SealedDocument {
    /// Puts a document and its signatures together, after the same checks a reader makes.
    ///
    /// # Errors
    /// A [`Refusal`]: no or too many signatures, one that does not hold, someone who must sign and has not, a
    /// key that is not listed, or a file over a limit.
    pub fn assemble(frozen: Frozen, signatures: Vec<Signature>) -> Result<SealedDocument, Refusal> {
        if signatures.is_empty() {
            return Err(Refusal::at(Reason::NoSignatures, "/signatures"));
        }
        if signatures.len() > limits::SIGNATURES {
            return Err(Refusal::at(Reason::TooManySignatures, "/signatures"));
        }
        check_signatures(&frozen.head, &frozen.canonical, &signatures, &AsciiHeaders)?;
        let envelope = Value::Object(BTreeMap::from([
            ("document".to_owned(), frozen.document.clone()),
            ("signatures".to_owned(), Value::Array(signatures.iter().map(Signature::to_value).collect())),
        ]));
        writable::check(&envelope, 0)?;
        let file_text = canonical::write_readable(&envelope);
        if file_text.len() > limits::FILE_BYTES {
            return Err(Refusal::at(Reason::FileTooBig, ""));
        }
        Ok(SealedDocument { frozen, file_text })
    }

    /// The file: UTF-8 without byte order mark, LF, two spaces a level, a final newline.
    #[must_use]
    pub fn to_file_text(&self) -> String {
        self.file_text.clone()
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Value {
        &self.frozen.document
    }

    /// Hash of the canonical document, by which other documents name it.
    #[must_use]
    pub fn document_sha256(&self) -> Sha256 {
        self.frozen.document_sha256()
    }
}

/// The normaliser for headers of our own making.
///
/// They are ASCII, so it is only ever asked about foreign ones, and refuses those.
struct AsciiHeaders;

impl Normalise for AsciiHeaders {
    fn is_nfc(&self, text: &str) -> bool {
        text.is_ascii()
    }

    fn to_nfc(&self, text: &str) -> String {
        text.to_owned()
    }
}
