//! One signature as it stands in a file, and the check of all of them against the document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::head::{Head, text};
use super::header::{self, Header};
use crate::json::{Normalise, Value};
use crate::keys::{KeyId, PublicKey};
use crate::{Reason, Refusal, base64url};

/// One signature as it stands in the file; not yet checked against any document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub(super) protected: String,
    pub(super) signature: String,
}

impl Signature {
    /// Reads an entry of `signatures`; pointers are relative to it.
    pub(super) fn read(entry: &Value) -> Result<Signature, Refusal> {
        let members = entry.as_object().ok_or_else(|| Refusal::at(Reason::WrongKind, ""))?;
        if let Some(name) = members.keys().find(|name| !["protected", "signature"].contains(&name.as_str())) {
            let reason = if name == "header" { Reason::UnprotectedHeader } else { Reason::UnknownMember };
            return Err(Refusal::at(reason, "").under(name));
        }
        Ok(Signature {
            protected: text(entry, "protected")?.to_owned(),
            signature: text(entry, "signature")?.to_owned(),
        })
    }

    pub(super) fn to_value(&self) -> Value {
        let member = |name: &str, text: &str| (name.to_owned(), Value::String(text.to_owned()));
        Value::Object(BTreeMap::from([member("protected", &self.protected), member("signature", &self.signature)]))
    }
}

/// Someone whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifiedSigner {
    /// In what capacity: the name of a role in the rules.
    pub role: &'static str,
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

/// Checks that the signatures hold, and that everyone has signed who must.
///
/// `text` is the canonical document.
pub(super) fn check_signatures(
    head: &Head,
    text: &str,
    signatures: &[Signature],
    nfc: &dyn Normalise,
) -> Result<Vec<VerifiedSigner>, Refusal> {
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
        let message = [signatures[index].protected.as_bytes(), b".", payload.as_bytes()];
        (header.suite.verify)(&header.signer.key, &message, bytes)
            .map_err(|reason| Refusal::at(reason, format!("/signatures/{index}/signature")))?;
    }
    let signer_of = |kid: &KeyId| headers.iter().find(|(header, _)| header.signer.kid == *kid);
    Ok(head
        .signers
        .iter()
        .filter_map(|listed| signer_of(&listed.kid))
        .map(|(header, _)| VerifiedSigner {
            role: header.signer.role,
            name: header.signer.name.clone(),
            title: header.signer.title.clone(),
            kid: header.signer.kid,
            key: header.signer.key,
            alg: header.alg.clone(),
        })
        .collect())
}
