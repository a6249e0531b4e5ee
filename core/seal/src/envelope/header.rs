//! The protected header of one signature: exactly `alg`, `kid` and `typ`.

use std::collections::BTreeMap;

use super::head::{Head, ListedSigner};
use crate::json::{self, Normalise, Value};
use crate::keys::KeyId;
use crate::suite::{self, Suite};
use crate::{Reason, Refusal, base64url, canonical};

/// Headers by which a file could bring its own key, fetch one, or change what is signed.
const FORBIDDEN: [&str; 8] = ["jwk", "jku", "x5u", "x5c", "x5t", "b64", "crit", "zip"];

/// A header that names an algorithm we have and a signer the document lists.
pub(super) struct Header<'a> {
    /// The algorithm, as received.
    pub alg: String,
    pub suite: &'static Suite,
    pub signer: &'a ListedSigner,
}

/// The header text for a signature by `kid`: base64url of the canonical form.
pub(super) fn write(head: &Head, kid: &KeyId, suite: &Suite) -> String {
    let member = |name: &str, text: String| (name.to_owned(), Value::String(text));
    let header = Value::Object(BTreeMap::from([
        member("alg", suite.alg.to_owned()),
        member("kid", kid.to_string()),
        member("typ", head.typ()),
    ]));
    base64url::encode(canonical::write(&header).as_bytes())
}

/// Reads a received header; pointers are relative to it.
pub(super) fn read<'a>(text: &str, head: &'a Head, nfc: &dyn Normalise) -> Result<Header<'a>, Refusal> {
    let bytes = base64url::decode(text).map_err(|reason| Refusal::at(reason, ""))?;
    let header = json::parse(&bytes, nfc).map_err(|mut refusal| {
        // Line and column would count inside the decoded text, where nobody can look.
        refusal.place.line = None;
        refusal.place.column = None;
        // Only a file can be a packed one.
        if refusal.reason == Reason::Archive {
            refusal.reason = Reason::Syntax;
        }
        refusal
    })?;
    let members = header.as_object().ok_or_else(|| Refusal::at(Reason::WrongKind, ""))?;
    for name in members.keys() {
        if FORBIDDEN.contains(&name.as_str()) {
            return Err(Refusal::at(Reason::HeaderForbidden, "").under(name));
        }
        if !["alg", "kid", "typ"].contains(&name.as_str()) {
            return Err(Refusal::at(Reason::HeaderUnknown, "").under(name));
        }
    }
    let text = |name: &str| match members.get(name) {
        Some(Value::String(text)) => Ok(text.as_str()),
        Some(_) => Err(Refusal::at(Reason::WrongKind, "").under(name)),
        None => Err(Refusal::at(Reason::HeaderMissing, "").under(name)),
    };
    let (alg, kid, typ) = (text("alg")?, text("kid")?, text("typ")?);
    let suite = suite::for_alg(alg).map_err(|reason| Refusal::at(reason, "/alg"))?;
    if typ != head.typ() {
        return Err(Refusal::at(Reason::TypMismatch, "/typ"));
    }
    let signer = head
        .signers
        .iter()
        .find(|listed| listed.kid.to_string() == kid)
        .ok_or_else(|| Refusal::at(Reason::UnlistedKid, "/kid"))?;
    Ok(Header { alg: alg.to_owned(), suite, signer })
}
