//! The registry and what was accepted, by key, code and document.
//!
//! So ten thousand files do not search ten thousand enterprises each.

use std::collections::BTreeMap;

use anziping_seal::Sha256;
use anziping_seal::keys::KeyId;

use super::{Accepted, Desk};
use crate::registry::{Registered, RegisteredKey};
use crate::value::fold::fold_enterprise;
use crate::value::uscc::UnifiedCode;

/// Where everything stands in a registry and among what was accepted.
///
/// Made anew whenever one of them changes.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// Enterprise and key of each thumbprint, by their places.
    keys: BTreeMap<KeyId, (usize, usize)>,
    enterprises: BTreeMap<UnifiedCode, usize>,
    /// Places of the enterprises of each name, folded.
    names: BTreeMap<String, Vec<usize>>,
    documents: BTreeMap<Sha256, usize>,
    accepted: BTreeMap<UnifiedCode, Vec<usize>>,
}

impl Grounds {
    /// Looks up a registry that has passed [`Registry::checked`](crate::registry::Registry::checked).
    pub fn of(desk: &Desk<'_>) -> Self {
        let mut grounds = Self::default();
        for (at, owner) in desk.registry.enterprises.iter().enumerate() {
            grounds.enterprises.insert(owner.uscc.clone(), at);
            grounds.names.entry(fold_enterprise(&owner.name)).or_default().push(at);
            grounds.keys.extend(owner.keys.iter().enumerate().map(|(number, key)| (key.kid, (at, number))));
        }
        for (at, accepted) in desk.accepted.iter().enumerate() {
            grounds.documents.insert(accepted.document_sha256, at);
            grounds.accepted.entry(accepted.uscc.clone()).or_default().push(at);
        }
        grounds
    }
}

/// A desk with its [`Grounds`].
#[derive(Clone, Copy)]
pub(super) struct Lookup<'a> {
    pub desk: Desk<'a>,
    pub grounds: &'a Grounds,
}

impl<'a> Lookup<'a> {
    /// The key with this thumbprint and the enterprise it belongs to.
    pub(super) fn key(&self, kid: &KeyId) -> Option<(&'a Registered, &'a RegisteredKey)> {
        let (at, number) = *self.grounds.keys.get(kid)?;
        let owner = self.desk.registry.enterprises.get(at)?;
        Some((owner, owner.keys.get(number)?))
    }

    /// The enterprise with this code.
    pub(super) fn enterprise(&self, uscc: &UnifiedCode) -> Option<&'a Registered> {
        self.desk.registry.enterprises.get(*self.grounds.enterprises.get(uscc)?)
    }

    /// The codes of the enterprises that are registered under this name or one that looks like it.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &'a UnifiedCode> + use<'a> {
        let (places, enterprises) = (self.grounds.names.get(&fold_enterprise(name)), &self.desk.registry.enterprises);
        places.into_iter().flatten().filter_map(|at| Some(&enterprises.get(*at)?.uscc))
    }

    /// The document with this SHA-256, when it was accepted.
    pub(super) fn accepted(&self, document_sha256: &Sha256) -> Option<&'a Accepted> {
        self.desk.accepted.get(*self.grounds.documents.get(document_sha256)?)
    }

    /// Lists the documents accepted from an enterprise.
    pub(super) fn accepted_from(&self, uscc: &UnifiedCode) -> impl Iterator<Item = &'a Accepted> + use<'a> {
        let (places, accepted) = (self.grounds.accepted.get(uscc), self.desk.accepted);
        places.into_iter().flatten().filter_map(|at| accepted.get(*at))
    }
}
