//! The trait of all signed documents: schema, version, signers, own checks.

use anziping_seal::Reason;
use anziping_seal::envelope::{RoleRules, SignerRules};
use anziping_seal::json::Value;
use anziping_seal::typed;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::DocumentFault;
use crate::signer::Role;
use crate::value::timestamp::Timestamp;

/// A type of document that is signed.
pub trait SignedDocument: Serialize + DeserializeOwned {
    /// The `type` of the document.
    const TYPE: &'static str;
    /// The `version` this program writes.
    ///
    /// A higher minor may add optional members, a higher major may change anything.
    const VERSION: &'static str;
    /// The `schema` of the document: an identifier that carries the major version only.
    const SCHEMA: &'static str;
    /// The roles that may be listed, and those whose signature must not be missing.
    const ROLES: &'static [RoleRules];

    /// The rules of its signers, as the reader of signed files wants them.
    const RULES: SignerRules = SignerRules { doc_type: Self::TYPE, roles: Self::ROLES };

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// The first [`DocumentFault`].
    fn check(&self) -> Result<(), DocumentFault>;
}

/// Reads a document of this type and checks it. Gives also the members that the type does not know.
///
/// # Errors
/// A [`DocumentFault`]: another schema, another shape, or what [`SignedDocument::check`] finds.
pub fn read<T: SignedDocument>(document: &Value) -> Result<(T, typed::Rest<'_>), DocumentFault> {
    if document.get("schema").and_then(Value::as_str) != Some(T::SCHEMA) {
        return Err(DocumentFault::Shape { detail: "schema".into() });
    }
    let (read, rest) = typed::from_value_with_rest::<T>(document)?;
    read.check()?;
    Ok((read, rest))
}

/// Everybody who is listed has to sign. A principal's missing signature has a reason of its own.
const fn signs(role: Role) -> RoleRules {
    let reason = if matches!(role, Role::Principal) { Reason::UnsignedRequired } else { Reason::UnsignedSigner };
    RoleRules { role: role.code(), is_required: false, if_unsigned: Some(reason) }
}

/// A report needs a principal; the signature of a preparer may be missing.
pub(super) const OF_REPORT: &[RoleRules] = &[
    RoleRules { is_required: true, ..signs(Role::Principal) },
    RoleRules { if_unsigned: None, ..signs(Role::Preparer) },
];

/// Statements about keys: whoever is named must have held the key.
pub(super) const OF_KEYS: &[RoleRules] = &[signs(Role::Principal), signs(Role::Preparer), signs(Role::Office)];

/// The office's own documents.
pub(super) const OF_OFFICE: &[RoleRules] = &[signs(Role::Office)];

/// Checks the time in a document: whole seconds.
pub(super) fn whole_seconds(time: &Timestamp) -> Result<(), DocumentFault> {
    if time.is_to_the_second() { Ok(()) } else { Err(DocumentFault::SealedAt) }
}
