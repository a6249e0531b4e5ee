//! Whether the keys on a report are those the office registered for this enterprise, role and person.

use serde::{Deserialize, Serialize};

use super::grounds::Lookup;
use crate::office::intake::CheckedReport;
use crate::registry::KeyStatus;
use crate::signer::{CheckedSigner, Role};
use crate::value::day::Day;

/// How far the keys on a report are known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Trust {
    /// Every principal's key is registered for this enterprise, role and name.
    Registered {
        /// Someone else signed too, with a key the office does not know.
        unknown_preparer: bool,
    },
    /// The office knows no key of this enterprise for the role.
    Unknown,
    /// The office knows better.
    Mismatch(Mismatch),
}

/// What does not fit between a report and the registry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mismatch {
    /// The enterprise registered another key for this role: a new key was made and not registered, or somebody else signed.
    AnotherKey,
    /// The key was revoked. What arrives after that day is not accepted, whatever its signing time says.
    Revoked {
        /// Day of the revocation.
        on: Day,
        /// Why.
        reason: String,
    },
    /// The key was replaced by another one.
    Replaced {
        /// Day of the change.
        on: Day,
    },
    /// The key is registered for another role.
    Role {
        /// The registered one.
        registered: Role,
    },
    /// The key is registered under another person's name.
    Holder {
        /// The registered one.
        registered: String,
    },
    /// The deputy's power of attorney does not cover the day on which the report claims to be signed.
    Mandate {
        /// Its first day.
        from: Day,
        /// Its last day.
        until: Day,
    },
    /// The key is registered for another enterprise.
    Enterprise {
        /// Its name.
        registered: String,
    },
}

impl Trust {
    pub(super) fn of(report: &CheckedReport, registry: &Lookup<'_>) -> Self {
        let mut unknown_principal = false;
        let mut unknown_preparer = false;
        for signer in &report.signers {
            match compare(report, signer, registry) {
                Ok(true) => {}
                Ok(false) if signer.role == Role::Principal => unknown_principal = true,
                Ok(false) => unknown_preparer = true,
                Err(mismatch) => return Self::Mismatch(mismatch),
            }
        }
        if unknown_principal { Self::Unknown } else { Self::Registered { unknown_preparer } }
    }

    pub(super) fn is_registered(&self) -> bool {
        matches!(self, Self::Registered { .. })
    }
}

/// Whether this signer's key is registered as what it signs; an error when the registry says otherwise.
fn compare(report: &CheckedReport, signer: &CheckedSigner, registry: &Lookup<'_>) -> Result<bool, Mismatch> {
    let uscc = &report.report.enterprise.uscc;
    let Some((owner, key)) = registry.key(&signer.kid) else {
        let known = registry
            .enterprise(uscc)
            .is_some_and(|enterprise| enterprise.keys.iter().any(|key| key.role == Role::Principal));
        // A preparer may be new; a principal may not change unseen.
        return if known && signer.role == Role::Principal { Err(Mismatch::AnotherKey) } else { Ok(false) };
    };
    if owner.uscc != *uscc {
        return Err(Mismatch::Enterprise { registered: owner.name.clone() });
    }
    match &key.status {
        KeyStatus::Active { .. } => {}
        KeyStatus::Revoked { on, reason } => return Err(Mismatch::Revoked { on: *on, reason: reason.clone() }),
        KeyStatus::Replaced { on, .. } => return Err(Mismatch::Replaced { on: *on }),
    }
    if key.role != signer.role {
        return Err(Mismatch::Role { registered: key.role });
    }
    if key.name.trim() != signer.name.trim() {
        return Err(Mismatch::Holder { registered: key.name.clone() });
    }
    let sealed_on = report.report.sealed_at.day();
    if let Some(mandate) = key.mandate.as_ref().filter(|mandate| !mandate.covers(sealed_on)) {
        return Err(Mismatch::Mandate { from: mandate.from, until: mandate.until });
    }
    Ok(true)
}
