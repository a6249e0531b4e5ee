//! Reading a received file: strictness first, then the shape, then the signatures.

use super::head::Head;
use super::rules::SignerRules;
use super::signature::{Signature, VerifiedSigner, check_signatures};
use crate::json::{self, Normalise, Value};
use crate::keys::KnownKeys;
use crate::{Reason, Refusal, Sha256, canonical, limits};

/// A document whose signatures hold.
///
/// It proves who signed with which key and that nothing was changed since; it does not prove whose key that is.
///
/// Only [`verify`] and [`verify_knowing`] make one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// The whole document, members unknown to this version included.
    pub document: Value,
    /// Its type: one of those that the rules name.
    pub doc_type: &'static str,
    /// Its version: major, minor.
    pub version: (u32, u32),
    /// Whether the major version is newer than this program.
    ///
    /// The signatures were checked all the same, but what the document says may mean something else now. Say that a
    /// newer program is needed, and take nothing from its content.
    pub newer_format: bool,
    /// Hash of the canonical form: the same however the file was indented.
    pub document_sha256: Sha256,
    /// Hash of the file as received.
    pub file_sha256: Sha256,
    /// Those who signed, in the order of the document's list.
    ///
    /// Signers that are listed without a signature are not here.
    pub signers: Vec<VerifiedSigner>,
}

/// Reads a signed file and checks everything that can be checked from the file alone.
///
/// `rules` are those of all types of documents that are known; a file of another type is refused.
///
/// # Errors
/// The first [`Refusal`], in this order: bytes and JSON, shape of the envelope, head of the document, each signature.
pub fn verify(bytes: &[u8], rules: &[SignerRules], nfc: &dyn Normalise) -> Result<Verified, Refusal> {
    verify_knowing(bytes, rules, nfc, &KnownKeys::default())
}

/// Verifies as [`verify`] does, without checking again the keys that are known.
///
/// For who reads many files: the verdicts are the same, whatever is known.
///
/// # Errors
/// As there.
pub fn verify_knowing(
    bytes: &[u8],
    rules: &[SignerRules],
    nfc: &dyn Normalise,
    known: &KnownKeys,
) -> Result<Verified, Refusal> {
    let (document, signatures) = open(json::parse(bytes, nfc)?)?;
    let head = Head::read(&document, rules, known).map_err(|refusal| refusal.under("document"))?;
    let text = canonical::write(&document);
    let signers = check_signatures(&head, &text, &signatures, nfc)?;
    Ok(Verified {
        newer_format: head.newer_format(),
        doc_type: head.doc_type,
        version: head.version,
        document_sha256: Sha256::of(text.as_bytes()),
        file_sha256: Sha256::of(bytes),
        document,
        signers,
    })
}

/// The two members of an envelope, and no third.
fn open(envelope: Value) -> Result<(Value, Vec<Signature>), Refusal> {
    let Value::Object(mut members) = envelope else {
        return Err(Refusal::at(Reason::NotAnEnvelope, ""));
    };
    let (document, signatures) = (members.remove("document"), members.remove("signatures"));
    if document.is_none() && signatures.is_none() {
        return Err(Refusal::at(Reason::NotAnEnvelope, ""));
    }
    if let Some(name) = members.keys().next() {
        let reason = match name.as_str() {
            "payload" => Reason::PayloadBesideDocument,
            "header" => Reason::UnprotectedHeader,
            _ => Reason::UnknownMember,
        };
        return Err(Refusal::at(reason, "").under(name));
    }
    let document = document.ok_or_else(|| Refusal::at(Reason::MissingMember, "/document"))?;
    let signatures = signatures.ok_or_else(|| Refusal::at(Reason::MissingMember, "/signatures"))?;
    let signatures = read_signatures(&signatures).map_err(|refusal| refusal.under("signatures"))?;
    Ok((document, signatures))
}

fn read_signatures(list: &Value) -> Result<Vec<Signature>, Refusal> {
    let list = list.as_array().ok_or_else(|| Refusal::at(Reason::WrongKind, ""))?;
    if list.is_empty() {
        return Err(Refusal::at(Reason::NoSignatures, ""));
    }
    if list.len() > limits::SIGNATURES {
        return Err(Refusal::at(Reason::TooManySignatures, ""));
    }
    list.iter()
        .enumerate()
        .map(|(index, entry)| Signature::read(entry).map_err(|refusal| refusal.under(&index.to_string())))
        .collect()
}
