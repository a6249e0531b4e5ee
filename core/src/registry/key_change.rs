//! Applies a signed change or revocation of a key to the registry.
//!
//! A person at the office has confirmed it before.

use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{KeyStatus, RegisteredKey, Registry, StatusFault};
use crate::signer::{Cause, CheckedSigner, Role};
use crate::value::day::Day;
use crate::value::uscc::UnifiedCode;

/// Why a change of key cannot be confirmed.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeFault {
    /// The file is neither a sound rotation nor a sound revocation.
    #[error("no change of a key")]
    NothingToChange,
    /// Invented data.
    #[error("demo data")]
    Demo,
    /// The key that is to go out of use was never registered: the new one is registered on paper.
    #[error("the key is not registered")]
    NotRegistered,
    /// The old key is already out of use and cannot vouch for another.
    #[error("out of use already")]
    OutOfUse,
    /// It is registered for another enterprise.
    #[error("registered for {registered}")]
    Enterprise {
        /// Name of the registered one.
        registered: String,
    },
    /// It is registered for another person or role than the document says.
    ///
    /// Another person registers on paper.
    #[error("registered for {registered}")]
    Holder {
        /// Name of the registered one.
        registered: String,
    },
    /// The new key is in the registry already.
    #[error("the new key is known already")]
    NewKeyKnown,
    /// A deputy's new key is registered on paper with its power of attorney.
    #[error("a deputy registers a new key on paper")]
    OfDeputy,
    /// It rests on the word of a deputy, or of another principal than the one whose key it is.
    ///
    /// Ask that one first.
    #[error("on the word of {by} alone")]
    Unasked {
        /// The one whose word it is.
        by: String,
    },
    /// The one who revokes is neither the key itself nor a principal's key in use at the same enterprise.
    #[error("the signer may not revoke this key")]
    NotEntitled,
}

impl From<StatusFault> for ChangeFault {
    fn from(fault: StatusFault) -> Self {
        match fault {
            StatusFault::Unknown | StatusFault::NewKeyNotRegistered => Self::NotRegistered,
            StatusFault::OutOfUse => Self::OutOfUse,
        }
    }
}

/// A change of an enterprise's keys as a signed document states it.
#[derive(Clone, Copy, Debug)]
pub struct StatedChange<'a> {
    /// Invented data.
    pub demo: bool,
    /// The enterprise whose keys they are.
    pub uscc: &'a UnifiedCode,
    /// Those whose signatures hold.
    pub signers: &'a [CheckedSigner],
    /// The change that the document states.
    pub change: KeyChange,
}

/// The change that a confirmation makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyChange {
    /// A key takes the place of another.
    Rotation {
        /// The one that goes out of use.
        old: KeyId,
        /// The one that comes into use.
        new: KeyId,
    },
    /// A key goes out of use.
    Revocation {
        /// The key that goes out of use.
        kid: KeyId,
        /// Why, as the enterprise says.
        cause: Cause,
    },
}

/// The word of the person at the office beside the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// Nothing: the file has to do.
    OfFileAlone,
    /// The person whose key it is was asked, by telephone or on paper.
    HolderWasAsked,
}

/// A change that can be confirmed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Confirmable {
    /// The change.
    pub change: KeyChange,
    /// Name of the deputy or other principal on whose word alone it rests.
    ///
    /// Then [`Word::HolderWasAsked`] is needed.
    pub word_of: Option<String>,
}

impl Registry {
    /// Checks whether the change can be confirmed on this day, the office's own.
    ///
    /// # Errors
    /// A [`ChangeFault`] says why not; without a change [`ChangeFault::NothingToChange`].
    pub fn confirmable(&self, stated: Option<StatedChange<'_>>, on: Day) -> Result<Confirmable, ChangeFault> {
        let stated = stated.ok_or(ChangeFault::NothingToChange)?;
        let word_of = match stated.change {
            KeyChange::Rotation { old, new } => self.check_rotation(&stated, &old, &new).map(|()| None),
            KeyChange::Revocation { kid, .. } => self.check_revocation(&stated, &kid, on),
        }?;
        Ok(Confirmable { change: stated.change, word_of })
    }

    /// Carries out the change. `reason` puts a cause into the words of the registry.
    ///
    /// # Errors
    /// A [`ChangeFault`]; the registry is then unchanged.
    pub fn confirm(
        &mut self,
        stated: Option<StatedChange<'_>>,
        on: Day,
        word: Word,
        reason: impl FnOnce(Cause) -> String,
    ) -> Result<KeyChange, ChangeFault> {
        let Confirmable { change, word_of } = self.confirmable(stated, on)?;
        if let Some(by) = word_of.filter(|_| word == Word::OfFileAlone) {
            return Err(ChangeFault::Unasked { by });
        }
        match change {
            KeyChange::Rotation { old, new } => {
                let signers = stated.map_or(&[] as &[_], |stated| stated.signers);
                let signer = signers.iter().find(|signer| signer.kid == new).ok_or(ChangeFault::NothingToChange)?;
                let fresh = self.successor(&old, signer, on)?;
                let owner =
                    self.enterprises.iter_mut().find(|enterprise| enterprise.keys.iter().any(|key| key.kid == old));
                owner.ok_or(ChangeFault::NotRegistered)?.keys.push(fresh);
                self.replace(&old, &new, on)?;
            }
            KeyChange::Revocation { kid, cause } => self.revoke(&kid, on, &reason(cause))?,
        }
        Ok(change)
    }

    fn check_rotation(&self, stated: &StatedChange<'_>, old: &KeyId, new: &KeyId) -> Result<(), ChangeFault> {
        let key = self.in_use(stated, old)?;
        let says = stated.signers.iter().find(|signer| signer.kid == *old).ok_or(ChangeFault::NothingToChange)?;
        if key.role != says.role || key.name.trim() != says.name.trim() {
            return Err(ChangeFault::Holder { registered: key.name.clone() });
        }
        if key.mandate.is_some() {
            return Err(ChangeFault::OfDeputy);
        }
        if self.key(new).is_some() { Err(ChangeFault::NewKeyKnown) } else { Ok(()) }
    }

    /// The name of the one on whose word alone the revocation rests.
    ///
    /// `None` when its signer may say so for himself.
    fn check_revocation(
        &self,
        stated: &StatedChange<'_>,
        revoked: &KeyId,
        on: Day,
    ) -> Result<Option<String>, ChangeFault> {
        let revoked = self.in_use(stated, revoked)?;
        if stated.signers.iter().any(|signer| signer.kid == revoked.kid) {
            return Ok(None);
        }
        let keys = self.enterprise(stated.uscc).map_or(&[] as &[_], |enterprise| &enterprise.keys);
        let of_principal = |key: &&RegisteredKey| {
            let in_time =
                key.mandate.as_ref().is_none_or(|mandate| mandate.covers(on) && self.has_compared_mandate(&key.kid));
            key.is_active() && key.role == Role::Principal && in_time
        };
        let signed = |key: &&RegisteredKey| stated.signers.iter().any(|signer| signer.kid == key.kid);
        let entitled: Vec<&RegisteredKey> = keys.iter().filter(of_principal).filter(signed).collect();
        let first = entitled.first().ok_or(ChangeFault::NotEntitled)?;
        let for_himself = |key: &&RegisteredKey| {
            let same_person = key.name.trim() == revoked.name.trim();
            key.mandate.is_none() && (same_person || revoked.role != Role::Principal || revoked.mandate.is_some())
        };
        Ok(if entitled.iter().any(for_himself) { None } else { Some(first.name.clone()) })
    }

    /// The key, if it is in use at this enterprise.
    fn in_use(&self, stated: &StatedChange<'_>, kid: &KeyId) -> Result<&RegisteredKey, ChangeFault> {
        if stated.demo {
            return Err(ChangeFault::Demo);
        }
        let (owner, key) = self.key(kid).ok_or(ChangeFault::NotRegistered)?;
        if owner.uscc != *stated.uscc {
            return Err(ChangeFault::Enterprise { registered: owner.name.clone() });
        }
        if key.is_active() { Ok(key) } else { Err(ChangeFault::OutOfUse) }
    }

    /// The new key under the paper form and the name of the old one.
    fn successor(&self, old: &KeyId, new: &CheckedSigner, on: Day) -> Result<RegisteredKey, ChangeFault> {
        let (_, old) = self.key(old).ok_or(ChangeFault::NotRegistered)?;
        Ok(RegisteredKey {
            kid: new.kid,
            key: new.key.check().map_err(|_| ChangeFault::NothingToChange)?,
            fingerprint: new.fingerprint,
            status: KeyStatus::Active { since: on },
            ..old.clone()
        })
    }
}
