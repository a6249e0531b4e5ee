//! The rules of signers by type of document: who may be listed, and who must have signed.
//!
//! The user of this crate hands the rules in.

use crate::Reason;

/// The rules of one type of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignerRules {
    /// The `type` of the document.
    pub doc_type: &'static str,
    /// The roles in which somebody may be listed.
    pub roles: &'static [RoleRules],
}

/// The rules of one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleRules {
    /// The role as written in files.
    pub role: &'static str,
    /// Whether somebody must be listed in it.
    ///
    /// A document without anybody is refused with [`Reason::NoRequiredSigner`].
    pub is_required: bool,
    /// Why a document is refused that somebody in this role has not signed.
    ///
    /// `None` where that signature may be missing.
    pub if_unsigned: Option<Reason>,
}
