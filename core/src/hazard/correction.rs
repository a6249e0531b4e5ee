//! Corrects an entry of a stage that was left: with a reason, and never overwriting it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Hazard, HazardFault, HazardField, Stage, is_reason_too_long};
use crate::value::day::Day;

/// One correction. What stood there before stays readable.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correction {
    /// The day of the correction.
    pub on: Day,
    /// What was corrected.
    pub field: HazardField,
    /// What stood there: a day as `2026-11-03`, a choice by its name in records.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// Why.
    pub reason: String,
}

/// Why something was not corrected; nothing is changed then.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum CorrectionFault {
    /// A correction says why.
    #[error("a reason is missing")]
    ReasonMissing,
    /// The reason is longer than [`HAZARD_TEXT_MAX`](super::HAZARD_TEXT_MAX).
    #[error("the reason is too long")]
    ReasonTooLong,
    /// The new value is the old one.
    #[error("nothing would change")]
    Unchanged,
    /// A field that a stage has asked for cannot be emptied.
    #[error("the field cannot be emptied")]
    Emptied,
    /// No day, or no grade.
    #[error("not a value of this field")]
    NotAValue,
    /// It would contradict something else that is written.
    #[error("a contradiction")]
    Contradiction(HazardFault),
}

impl Hazard {
    /// Returns whether the field belongs to a stage that was left, and is filled in.
    ///
    /// Such a field is corrected, not edited. A field that was left empty, as after the grade was raised, can still be
    /// filled in.
    pub fn is_settled(&self, field: HazardField) -> bool {
        let left = Stage::ALL.into_iter().filter(|stage| *stage < self.stage);
        !self.is_blank(field) && left.into_iter().any(|stage| Self::fields_of(stage, true, true).contains(&field))
    }

    /// Corrects a settled field, or fills in one that a raised grade has left empty.
    ///
    /// Only a correction needs a reason and is noted.
    ///
    /// # Errors
    /// [`CorrectionFault`].
    pub fn correct(
        &mut self,
        field: HazardField,
        value: &str,
        on: Day,
        reason: &str,
        principal: &str,
    ) -> Result<(), CorrectionFault> {
        let (before, after, reason) = (self.value(field), value.trim(), reason.trim());
        let settled = self.is_settled(field);
        if after.is_empty() {
            return Err(CorrectionFault::Emptied);
        }
        if before.trim() == after {
            return Err(CorrectionFault::Unchanged);
        }
        if settled && reason.is_empty() {
            return Err(CorrectionFault::ReasonMissing);
        }
        if settled && is_reason_too_long(reason) {
            return Err(CorrectionFault::ReasonTooLong);
        }
        let mut corrected = self.clone();
        if !corrected.put(field, after) {
            return Err(CorrectionFault::NotAValue);
        }
        let contradictions =
            |hazard: &Self| hazard.faults().into_iter().chain(hazard.acceptance_fault(principal)).collect::<Vec<_>>();
        let known = contradictions(self);
        // A grade that is raised late needs the principal's acceptance; the field shows that, and it is no
        // contradiction of the grade.
        let new = |fault: &HazardFault| {
            !known.contains(fault) && (field != HazardField::Grade || *fault != HazardFault::PrincipalMustAccept)
        };
        if let Some(fault) = contradictions(&corrected).into_iter().find(new) {
            return Err(CorrectionFault::Contradiction(fault));
        }
        if settled {
            corrected.corrections.push(Correction {
                on,
                field,
                before,
                after: after.to_owned(),
                reason: reason.to_owned(),
            });
        }
        *self = corrected;
        Ok(())
    }
}
