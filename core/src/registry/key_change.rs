//! What the registry does with a signed change or revocation of a key, after a person at the office has confirmed it.

use anziping_seal::envelope::Role;
use anziping_seal::keys::KeyId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{KeyStatus, RegisteredKey, Registry, StatusFault};
use crate::document::revocation::{Cause, Revocation};
use crate::document::rotation::Rotation;
use crate::office::intake::{Checked, CheckedDocument, CheckedSigner, Outcome};
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
    /// It is out of use already, so it can speak for no other key any more.
    #[error("out of use already")]
    OutOfUse,
    /// It is registered for another enterprise.
    #[error("registered for {registered}")]
    Enterprise {
        /// Name of the registered one.
        registered: String,
    },
    /// It is registered for another person or role than the document says: another person registers on paper.
    #[error("registered for {registered}")]
    Holder {
        /// Name of the registered one.
        registered: String,
    },
    /// The new key is in the registry already.
    #[error("the new key is known already")]
    NewKeyKnown,
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

/// What a confirmation would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A key takes the place of another.
    Rotation {
        /// The one that goes out of use.
        old: KeyId,
        /// The one that comes into use.
        new: KeyId,
    },
    /// A key goes out of use.
    Revocation {
        /// Which.
        kid: KeyId,
        /// Why, as the enterprise says.
        cause: Cause,
    },
}

impl Registry {
    /// What confirming the document in `checked` would do now.
    ///
    /// # Errors
    /// A [`ChangeFault`] says why it cannot be confirmed.
    pub fn change_in(&self, checked: &Checked) -> Result<Change, ChangeFault> {
        match &checked.outcome {
            Outcome::Rotation(found) => self.rotation(found),
            Outcome::Revocation(found) => self.revocation(found),
            _ => Err(ChangeFault::NothingToChange),
        }
    }

    /// Carries out the change in `checked`. `reason` puts a cause into the words of the registry.
    ///
    /// # Errors
    /// A [`ChangeFault`]; the registry is then unchanged.
    pub fn confirm(
        &mut self,
        checked: &Checked,
        on: Day,
        reason: impl FnOnce(Cause) -> String,
    ) -> Result<Change, ChangeFault> {
        let change = self.change_in(checked)?;
        match (&change, &checked.outcome) {
            (Change::Rotation { old, new }, Outcome::Rotation(found)) => {
                let signer =
                    found.signers.iter().find(|signer| signer.kid == *new).ok_or(ChangeFault::NothingToChange)?;
                let fresh = self.successor(old, signer, on)?;
                let owner =
                    self.enterprises.iter_mut().find(|enterprise| enterprise.keys.iter().any(|key| key.kid == *old));
                owner.ok_or(ChangeFault::NotRegistered)?.keys.push(fresh);
                self.replace(old, new, on)?;
            }
            (Change::Revocation { kid, cause }, _) => self.revoke(kid, on, &reason(*cause))?,
            (Change::Rotation { .. }, _) => return Err(ChangeFault::NothingToChange),
        }
        Ok(change)
    }

    fn rotation(&self, found: &CheckedDocument<Rotation>) -> Result<Change, ChangeFault> {
        let Rotation { old, new, enterprise, demo, .. } = &found.document;
        let key = self.in_use(*demo, old, &enterprise.uscc)?;
        let says = found.signers.iter().find(|signer| signer.kid == *old).ok_or(ChangeFault::NothingToChange)?;
        if key.role != says.role || key.name.trim() != says.name.trim() {
            return Err(ChangeFault::Holder { registered: key.name.clone() });
        }
        if self.key(new).is_some() {
            return Err(ChangeFault::NewKeyKnown);
        }
        Ok(Change::Rotation { old: *old, new: *new })
    }

    fn revocation(&self, found: &CheckedDocument<Revocation>) -> Result<Change, ChangeFault> {
        let Revocation { revoked, cause, enterprise, demo, .. } = &found.document;
        self.in_use(*demo, revoked, &enterprise.uscc)?;
        let entitled = found.signers.iter().any(|signer| {
            let of_principal =
                |key: &RegisteredKey| key.kid == signer.kid && key.is_active() && key.role == Role::Principal;
            let colleague =
                || self.enterprise(&enterprise.uscc).is_some_and(|enterprise| enterprise.keys.iter().any(of_principal));
            signer.kid == *revoked || colleague()
        });
        if entitled { Ok(Change::Revocation { kid: *revoked, cause: *cause }) } else { Err(ChangeFault::NotEntitled) }
    }

    /// The key, if it is in use at this enterprise.
    fn in_use(&self, demo: bool, kid: &KeyId, uscc: &UnifiedCode) -> Result<&RegisteredKey, ChangeFault> {
        if demo {
            return Err(ChangeFault::Demo);
        }
        let (owner, key) = self.key(kid).ok_or(ChangeFault::NotRegistered)?;
        if owner.uscc != *uscc {
            return Err(ChangeFault::Enterprise { registered: owner.name.clone() });
        }
        if key.is_active() { Ok(key) } else { Err(ChangeFault::OutOfUse) }
    }

    /// The new key under the paper form, the name and the power of attorney of the old one.
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
