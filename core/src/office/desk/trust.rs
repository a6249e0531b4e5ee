//! Compares the keys on a report with those registered for this enterprise, role and person.

use serde::{Deserialize, Serialize};

use super::grounds::Lookup;
use crate::office::intake::CheckedReport;
use crate::registry::KeyStatus;
use crate::signer::{CheckedSigner, Mandate, Role};
use crate::value::day::Day;
use crate::value::period::Span;

/// How the keys on a report compare with the registry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Trust {
    /// Every principal's key is registered for this enterprise, role and name.
    Registered {
        /// Someone else signed too, with a key the office does not know.
        unknown_preparer: bool,
    },
    /// The same, and nobody but deputies signed as principal.
    Deputy {
        /// Someone else signed too, with a key the office does not know.
        unknown_preparer: bool,
    },
    /// The office knows no key of this enterprise for the role.
    Unknown,
    /// The office knows better.
    Mismatch(Mismatch),
}

/// A mismatch between a report and the registry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mismatch {
    /// The enterprise registered another key for this role.
    ///
    /// A new key was made and not registered, or somebody else signed.
    AnotherKey,
    /// The key was revoked. What arrives after that day is not accepted, whatever its signing time says.
    Revoked {
        /// Day of the revocation.
        on: Day,
        /// Why it was revoked.
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
    /// The deputy's power of attorney covers no day of the month, or not the day of receipt.
    ///
    /// The time of signing is the deputy's own claim and decides nothing.
    Mandate {
        /// Its first day.
        from: Day,
        /// Its last day.
        until: Day,
        /// The gap.
        gap: MandateGap,
    },
    /// Nobody here has compared the deputy's power of attorney with the stamped form.
    MandateUncompared {
        /// Its first day.
        from: Day,
        /// Its last day.
        until: Day,
    },
    /// A deputy's document would take the place of one that he did not sign: that needs the office's word.
    DeputyOverrules,
    /// The key is registered for another enterprise.
    Enterprise {
        /// Its name.
        registered: String,
    },
}

impl Mismatch {
    /// The stable code, for other programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AnotherKey => "another_key",
            Self::Revoked { .. } => "revoked",
            Self::Replaced { .. } => "replaced",
            Self::Role { .. } => "role",
            Self::Holder { .. } => "holder",
            Self::Mandate { .. } => "mandate",
            Self::MandateUncompared { .. } => "mandate_uncompared",
            Self::DeputyOverrules => "deputy_overrules",
            Self::Enterprise { .. } => "enterprise",
        }
    }
}

/// The gaps of a power of attorney.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateGap {
    /// Any day of the month that is reported.
    Period,
    /// The day on which the office has the file.
    Receipt {
        /// That day.
        on: Day,
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
        match (unknown_principal, in_person(report, registry)) {
            (true, _) => Self::Unknown,
            (false, true) => Self::Registered { unknown_preparer },
            (false, false) => Self::Deputy { unknown_preparer },
        }
    }

    /// Trusts a report that was accepted, even if its key went out of use later.
    ///
    /// A deputy's report that was taken in after his power of attorney had ended is not trusted.
    pub(super) fn of_accepted(report: &CheckedReport, received_on: Option<Day>, registry: &Lookup<'_>) -> Self {
        let over = received_on.and_then(|received_on| {
            let mut mandates = report.principal_kids().filter_map(|kid| registry.key(&kid)?.1.mandate.as_ref());
            // One that begins later may be a renewed one; the report was taken in under the one before.
            let ended = mandates.find(|mandate| report.report.from.max(received_on) > mandate.until)?;
            gap(ended, report, received_on)
        });
        over.map_or(Self::Registered { unknown_preparer: false }, Self::Mismatch)
    }

    pub(super) fn is_registered(&self) -> bool {
        matches!(self, Self::Registered { .. } | Self::Deputy { .. })
    }

    pub(super) fn has_unknown_preparer(&self) -> bool {
        matches!(self, Self::Registered { unknown_preparer: true } | Self::Deputy { unknown_preparer: true })
    }
}

/// Returns whether somebody without need of a mandate signed as principal, under a known key.
pub(super) fn in_person(report: &CheckedReport, registry: &Lookup<'_>) -> bool {
    report.principal_kids().any(|kid| registry.key(&kid).is_some_and(|(_, key)| key.mandate.is_none()))
}

/// Finds the gap of a power of attorney for a report that is received on this day.
fn gap(mandate: &Mandate, report: &CheckedReport, received_on: Day) -> Option<Mismatch> {
    let gap = if !mandate.overlaps(Span { from: report.report.from, to: report.report.to }) {
        MandateGap::Period
    } else if !mandate.covers(received_on) {
        MandateGap::Receipt { on: received_on }
    } else {
        return None;
    };
    Some(Mismatch::Mandate { from: mandate.from, until: mandate.until, gap })
}

/// Returns whether this signer's key is registered as what it signs.
///
/// # Errors
/// The [`Mismatch`] where the registry says otherwise.
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
    match &key.mandate {
        Some(mandate) if !registry.desk.registry.has_compared_mandate(&key.kid) => {
            Err(Mismatch::MandateUncompared { from: mandate.from, until: mandate.until })
        }
        Some(mandate) => gap(mandate, report, registry.desk.today).map_or(Ok(true), Err),
        None => Ok(true),
    }
}
