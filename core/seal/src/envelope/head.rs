//! Reads the head of a signed document: its type, its version and its signers.

use super::rules::SignerRules;
use crate::json::Value;
use crate::keys::{KeyId, KnownKeys, PublicKey};
use crate::{Reason, Refusal, limits};

/// The major version this program writes.
const MAJOR: u32 = 1;

/// One entry of `signers`.
#[derive(Debug, Clone)]
pub(super) struct ListedSigner {
    pub role: &'static str,
    pub name: String,
    pub title: String,
    pub kid: KeyId,
    pub key: PublicKey,
    /// Why the document is refused when this signer's signature is missing, if it is.
    pub if_unsigned: Option<Reason>,
}

/// The head of a document, checked.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub doc_type: &'static str,
    pub version: (u32, u32),
    pub signers: Vec<ListedSigner>,
}

impl Head {
    /// Reads and checks the head; pointers are relative to the document.
    pub(super) fn read(document: &Value, rules: &[SignerRules], known: &KnownKeys) -> Result<Head, Refusal> {
        if document.as_object().is_none() {
            return Err(Refusal::at(Reason::WrongKind, ""));
        }
        let name = text(document, "type")?;
        let rules = rules
            .iter()
            .find(|rules| rules.doc_type == name)
            .ok_or_else(|| Refusal::at(Reason::TypeUnknown, "/type"))?;
        let version =
            read_version(text(document, "version")?).ok_or_else(|| Refusal::at(Reason::VersionForm, "/version"))?;
        let signers = read_signers(document, rules, known).map_err(|refusal| refusal.under("signers"))?;
        Ok(Head { doc_type: rules.doc_type, version, signers })
    }

    /// The `typ` header that goes with it. It keeps a signature made for one type from serving for another.
    pub(super) fn typ(&self) -> String {
        format!("vnd.{}+json", self.doc_type)
    }

    /// Returns whether the document was made by a program with a newer major version.
    pub(super) fn newer_format(&self) -> bool {
        self.version.0 > MAJOR
    }
}

/// `major.minor`, decimal without leading zeros, major from 1.
fn read_version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.split_once('.')?;
    let number = |digits: &str| {
        let plain = digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        plain.then(|| digits.parse::<u32>().ok()).flatten()
    };
    Some((number(major).filter(|major| *major >= 1)?, number(minor)?))
}

fn read_signers(document: &Value, rules: &SignerRules, known: &KnownKeys) -> Result<Vec<ListedSigner>, Refusal> {
    let listed = match document.get("signers") {
        Some(Value::Array(listed)) => listed,
        Some(_) => return Err(Refusal::at(Reason::WrongKind, "")),
        None => return Err(Refusal::at(Reason::MissingMember, "")),
    };
    if listed.is_empty() {
        return Err(Refusal::at(Reason::NoSigners, ""));
    }
    if listed.len() > limits::SIGNATURES {
        return Err(Refusal::at(Reason::TooManySignatures, ""));
    }
    let mut signers: Vec<ListedSigner> = Vec::with_capacity(listed.len());
    for (index, entry) in listed.iter().enumerate() {
        let at_entry = |refusal: Refusal| refusal.under(&index.to_string());
        let signer = read_signer(entry, rules, known).map_err(at_entry)?;
        if signers.iter().any(|earlier| earlier.kid == signer.kid) {
            return Err(at_entry(Refusal::at(Reason::DuplicateKid, "/kid")));
        }
        signers.push(signer);
    }
    let is_missing = |role: &str| !signers.iter().any(|signer| signer.role == role);
    if rules.roles.iter().any(|rules| rules.is_required && is_missing(rules.role)) {
        return Err(Refusal::at(Reason::NoRequiredSigner, ""));
    }
    Ok(signers)
}

fn read_signer(entry: &Value, rules: &SignerRules, known: &KnownKeys) -> Result<ListedSigner, Refusal> {
    if entry.as_object().is_none() {
        return Err(Refusal::at(Reason::WrongKind, ""));
    }
    let role = text(entry, "role")?;
    let rules = rules
        .roles
        .iter()
        .find(|rules| rules.role == role)
        .ok_or_else(|| Refusal::at(Reason::RoleNotAllowed, "/role"))?;
    let jwk = entry.get("key").ok_or_else(|| Refusal::at(Reason::MissingMember, "/key"))?;
    let key = known.read_jwk(jwk).map_err(|refusal| refusal.under("key"))?;
    let kid = key.key_id();
    if text(entry, "kid")? != kid.to_string() {
        return Err(Refusal::at(Reason::KidNotThumbprint, "/kid"));
    }
    Ok(ListedSigner {
        role: rules.role,
        name: text(entry, "name")?.to_owned(),
        title: text(entry, "title")?.to_owned(),
        kid,
        key,
        if_unsigned: rules.if_unsigned,
    })
}

/// A member that must be there and be text.
pub(super) fn text<'a>(object: &'a Value, name: &str) -> Result<&'a str, Refusal> {
    match object.get(name) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(Refusal::at(Reason::WrongKind, "").under(name)),
        None => Err(Refusal::at(Reason::MissingMember, "").under(name)),
    }
}
