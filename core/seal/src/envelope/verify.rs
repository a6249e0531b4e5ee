//! Reading a received file: strictness first, then the shape, then the signatures.

use serde::{Deserialize, Serialize};

use super::head::{DocType, Head, Role};
use super::header::{self, Header};
use super::seal::Signature;
use crate::json::{self, Normalise, Value};
use crate::keys::{KeyId, PublicKey};
use crate::{Reason, Refusal, base64url, canonical, limits};

/// A document whose signatures hold. It proves who signed with which key and that nothing was changed since;
/// it does not prove whose key that is: the registry decides that.
///
/// Only [`verify`] makes one. `Deserialize` is for handing it from a worker to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Verified {
    /// The whole document, members unknown to this version included.
    pub document: Value,
    /// Its type.
    pub doc_type: DocType,
    /// Its version: major, minor.
    pub version: (u32, u32),
    /// Whether the major version is newer than this program: the signatures were checked all the same, but what the
    /// document says may mean something else now. Say "需要新版本程序" and take nothing from its content.
    pub newer_format: bool,
    /// SHA-256 of the canonical form, hexadecimal: the same however the file was indented.
    pub document_sha256: String,
    /// SHA-256 of the file as received, hexadecimal.
    pub file_sha256: String,
    /// Those who signed, in the order of the document's list. Whoever is listed without having signed is not here.
    pub signers: Vec<Signer>,
}

/// Someone whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Signer {
    /// In what capacity.
    pub role: Role,
    /// Name, as the document states it.
    pub name: String,
    /// Position, as the document states it; may be empty.
    pub title: String,
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// The key.
    pub key: PublicKey,
    /// The algorithm's name as received: `Ed25519`, or `EdDSA` from older programs.
    pub alg: String,
}

/// Reads a signed file and checks everything that can be checked from the file alone.
///
/// # Errors
/// The first [`Refusal`], in this order: bytes and JSON, shape of the envelope, head of the document, each signature.
pub fn verify(bytes: &[u8], nfc: &dyn Normalise) -> Result<Verified, Refusal> {
    let (document, signatures) = open(json::parse(bytes, nfc)?)?;
    let head = Head::read(&document).map_err(|refusal| refusal.under("document"))?;
    let text = canonical::write(&document);
    let signers = check_signatures(&head, &text, &signatures, nfc)?;
    Ok(Verified {
        newer_format: head.newer_format(),
        doc_type: head.doc_type,
        version: head.version,
        document_sha256: canonical::sha256_hex(text.as_bytes()),
        file_sha256: canonical::sha256_hex(bytes),
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

/// Checks that the signatures hold, and that everyone has signed who must. `text` is the canonical document.
pub(super) fn check_signatures(
    head: &Head,
    text: &str,
    signatures: &[Signature],
    nfc: &dyn Normalise,
) -> Result<Vec<Signer>, Refusal> {
    let mut headers: Vec<(Header, Vec<u8>)> = Vec::with_capacity(signatures.len());
    for (index, signature) in signatures.iter().enumerate() {
        let at_entry = |refusal: Refusal| refusal.under(&index.to_string()).under("signatures");
        let header =
            header::read(&signature.protected, head, nfc).map_err(|refusal| at_entry(refusal.under("protected")))?;
        if headers.iter().any(|(earlier, _)| earlier.signer.kid == header.signer.kid) {
            return Err(at_entry(Refusal::at(Reason::DuplicateSignature, "/protected/kid")));
        }
        let bytes =
            base64url::decode(&signature.signature).map_err(|reason| at_entry(Refusal::at(reason, "/signature")))?;
        headers.push((header, bytes));
    }
    for (index, listed) in head.signers.iter().enumerate() {
        let signed = headers.iter().any(|(header, _)| header.signer.kid == listed.kid);
        if let Some(reason) = listed.if_unsigned.filter(|_| !signed) {
            return Err(Refusal::at(reason, format!("/document/signers/{index}")));
        }
    }
    let payload = base64url::encode(text.as_bytes());
    for (index, (header, bytes)) in headers.iter().enumerate() {
        // RFC 7515 §5.2: over the header as received, never a re-encoding of it.
        let message = format!("{}.{payload}", signatures[index].protected);
        (header.suite.verify)(&header.signer.key, message.as_bytes(), bytes)
            .map_err(|reason| Refusal::at(reason, format!("/signatures/{index}/signature")))?;
    }
    let signer_of = |kid: &KeyId| headers.iter().find(|(header, _)| header.signer.kid == *kid);
    Ok(head
        .signers
        .iter()
        .filter_map(|listed| signer_of(&listed.kid))
        .map(|(header, _)| Signer {
            role: header.signer.role,
            name: header.signer.name.clone(),
            title: header.signer.title.clone(),
            kid: header.signer.kid,
            key: header.signer.key,
            alg: header.alg.clone(),
        })
        .collect())
}
