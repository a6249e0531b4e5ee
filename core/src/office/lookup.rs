//! The registry by key and by code, so that ten thousand files do not search ten thousand enterprises each.

use std::collections::BTreeMap;

use anziping_seal::keys::KeyId;

use super::registry::{Registered, RegisteredKey, Registry};
use crate::uscc::UnifiedCode;

/// Made once for a batch of files.
pub(super) struct Lookup<'a> {
    keys: BTreeMap<&'a KeyId, (&'a Registered, &'a RegisteredKey)>,
    enterprises: BTreeMap<&'a UnifiedCode, &'a Registered>,
}

impl<'a> Lookup<'a> {
    /// Of a registry without doubled entries ([`Registry::checked`]).
    pub(super) fn of(registry: &'a Registry) -> Self {
        let keys = registry.enterprises.iter().flat_map(|owner| owner.keys.iter().map(move |key| (&key.kid, (owner, key))));
        Self { keys: keys.collect(), enterprises: registry.enterprises.iter().map(|enterprise| (&enterprise.uscc, enterprise)).collect() }
    }

    /// The key with this thumbprint and the enterprise it belongs to.
    pub(super) fn key(&self, kid: &KeyId) -> Option<(&'a Registered, &'a RegisteredKey)> {
        self.keys.get(kid).copied()
    }

    /// The enterprise with this code.
    pub(super) fn enterprise(&self, uscc: &UnifiedCode) -> Option<&'a Registered> {
        self.enterprises.get(uscc).copied()
    }
}
