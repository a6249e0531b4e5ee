//! What every signed document says about itself: its type, its version and who signs it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::json::Value;
use crate::keys::{KeyId, PublicKey};
use crate::{Reason, Refusal, limits};

/// The major version this program writes.
const MAJOR: u32 = 1;

/// The `type` of a document, such as `wsr.report`. Only known types get one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocType(String);

impl DocType {
    /// The type as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The `typ` header that goes with it. It keeps a signature made for one type from serving for another.
    pub(super) fn typ(&self) -> String {
        format!("vnd.{}+json", self.0)
    }
}

impl fmt::Display for DocType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// In what capacity someone signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 主要负责人, who answers for the content.
    Principal,
    /// 填报人, who prepared it.
    Preparer,
    /// The office that receives, registers or acknowledges.
    Office,
}

impl Role {
    const ALL: [Role; 3] = [Role::Principal, Role::Preparer, Role::Office];

    /// The role as written in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Principal => "principal",
            Role::Preparer => "preparer",
            Role::Office => "office",
        }
    }
}

/// The rules of one type of document.
struct TypeRules {
    name: &'static str,
    roles: &'static [Role],
    /// Whether someone must be listed as principal.
    needs_principal: bool,
    /// Whose signature must be there, of those listed.
    must_sign: MustSign,
}

enum MustSign {
    Principals,
    Everyone,
}

const TYPES: &[TypeRules] = &[
    TypeRules {
        name: "wsr.report",
        roles: &[Role::Principal, Role::Preparer],
        needs_principal: true,
        must_sign: MustSign::Principals,
    },
    TypeRules { name: "wsr.receipt", roles: &[Role::Office], needs_principal: false, must_sign: MustSign::Everyone },
    // Registration, rotation and revocation are statements about keys: whoever is named must have held the key.
    TypeRules { name: "wsr.registration", roles: &Role::ALL, needs_principal: false, must_sign: MustSign::Everyone },
    TypeRules { name: "wsr.rotation", roles: &Role::ALL, needs_principal: false, must_sign: MustSign::Everyone },
    TypeRules { name: "wsr.revocation", roles: &Role::ALL, needs_principal: false, must_sign: MustSign::Everyone },
    TypeRules { name: "wsr.registry", roles: &[Role::Office], needs_principal: false, must_sign: MustSign::Everyone },
];

/// One entry of `signers`.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub role: Role,
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
    pub doc_type: DocType,
    pub version: (u32, u32),
    pub signers: Vec<Listed>,
}

impl Head {
    /// Reads and checks the head; pointers are relative to the document.
    pub fn read(document: &Value) -> Result<Head, Refusal> {
        if document.as_object().is_none() {
            return Err(Refusal::at(Reason::WrongKind, ""));
        }
        let name = text(document, "type")?;
        let rules =
            TYPES.iter().find(|rules| rules.name == name).ok_or_else(|| Refusal::at(Reason::TypeUnknown, "/type"))?;
        let version =
            read_version(text(document, "version")?).ok_or_else(|| Refusal::at(Reason::VersionForm, "/version"))?;
        let signers = read_signers(document, rules).map_err(|refusal| refusal.under("signers"))?;
        Ok(Head { doc_type: DocType(name.to_owned()), version, signers })
    }

    /// Whether the document was made by a program with a newer major version.
    pub fn newer_format(&self) -> bool {
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

fn read_signers(document: &Value, rules: &TypeRules) -> Result<Vec<Listed>, Refusal> {
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
    let mut signers: Vec<Listed> = Vec::with_capacity(listed.len());
    for (index, entry) in listed.iter().enumerate() {
        let at_entry = |refusal: Refusal| refusal.under(&index.to_string());
        let signer = read_signer(entry, rules).map_err(at_entry)?;
        if signers.iter().any(|earlier| earlier.kid == signer.kid) {
            return Err(at_entry(Refusal::at(Reason::DuplicateKid, "/kid")));
        }
        signers.push(signer);
    }
    if rules.needs_principal && !signers.iter().any(|signer| signer.role == Role::Principal) {
        return Err(Refusal::at(Reason::NoPrincipal, ""));
    }
    Ok(signers)
}

fn read_signer(entry: &Value, rules: &TypeRules) -> Result<Listed, Refusal> {
    if entry.as_object().is_none() {
        return Err(Refusal::at(Reason::WrongKind, ""));
    }
    let role = text(entry, "role")?;
    let role = rules
        .roles
        .iter()
        .copied()
        .find(|known| known.as_str() == role)
        .ok_or_else(|| Refusal::at(Reason::RoleNotAllowed, "/role"))?;
    let jwk = entry.get("key").ok_or_else(|| Refusal::at(Reason::MissingMember, "/key"))?;
    let key = PublicKey::from_jwk(jwk).map_err(|refusal| refusal.under("key"))?;
    let kid = key.key_id();
    if text(entry, "kid")? != kid.to_string() {
        return Err(Refusal::at(Reason::KidNotThumbprint, "/kid"));
    }
    Ok(Listed {
        role,
        name: text(entry, "name")?.to_owned(),
        title: text(entry, "title")?.to_owned(),
        kid,
        key,
        if_unsigned: match rules.must_sign {
            _ if role == Role::Principal => Some(Reason::UnsignedPrincipal),
            MustSign::Everyone => Some(Reason::UnsignedSigner),
            MustSign::Principals => None,
        },
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
