//! Moves a hazard through its stages: forward, back after a refusal, open again after close-out.

use serde::{Deserialize, Serialize};

use super::{HAZARD_TEXT_MAX, Hazard, HazardFault, Stage};
use crate::value::day::Day;

/// A hazard that was closed and is open again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reopening {
    /// The day it was closed before.
    pub closed_on: Day,
    /// The day it was opened again.
    pub on: Day,
    /// Why.
    pub reason: String,
}

/// An acceptance that was refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Rejection"))]
pub struct RefusedAcceptance {
    /// The day of the refusal.
    pub on: Day,
    /// Why.
    pub reason: String,
    /// The day on which it had been said to be put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rectified_on: Option<Day>,
    /// What had been said to be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rectification: String,
}

/// A stage that was reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Step {
    /// Which.
    pub stage: Stage,
    /// When.
    pub on: Day,
}

/// Returns whether a reason exceeds [`HAZARD_TEXT_MAX`]; the signed form limits every string.
pub fn is_reason_too_long(reason: &str) -> bool {
    reason.chars().count() > HAZARD_TEXT_MAX
}

impl Hazard {
    /// Moves to the next stage and notes the day.
    ///
    /// # Errors
    /// The [`Hazard::obstacles`]; the hazard is then unchanged.
    pub fn advance(&mut self, principal: &str, on: Day) -> Result<Stage, Vec<HazardFault>> {
        let faults = self.obstacles(principal);
        match self.stage.next() {
            Some(next) if faults.is_empty() => {
                self.stage = next;
                self.steps.push(Step { stage: next, on });
                Ok(next)
            }
            _ => Err(faults),
        }
    }

    /// Refuses the acceptance: back to 整改, with the reason kept.
    pub fn reject(&mut self, on: Day, reason: String) {
        if self.stage == Stage::Evaluated {
            let (rectified_on, rectification) = (self.rectified_on.take(), self.rectification.clone());
            self.rejections.push(RefusedAcceptance { on, reason, rectified_on, rectification });
            self.accepted_on = None;
            self.stage = Stage::Rectifying;
            self.steps.push(Step { stage: self.stage, on });
        }
    }

    /// Opens a closed hazard again: back to 监控, with the reason kept.
    pub fn reopen(&mut self, on: Day, reason: String) {
        if let (false, Some(closed_on)) = (self.is_open(), self.closed_on) {
            self.reopenings.push(Reopening { closed_on, on, reason });
            self.closed_on = None;
            self.rectified_on = None;
            self.accepted_on = None;
            self.appraised_on = None;
            self.stage = Stage::Monitored;
            self.steps.push(Step { stage: self.stage, on });
        }
    }

    /// Takes back the last [`Hazard::advance`] as long as nothing moved the hazard since.
    ///
    /// A slip of the finger is no history.
    pub fn step_back(&mut self) {
        let before = Stage::ALL.into_iter().find(|stage| stage.next() == Some(self.stage));
        let (Some(before), Some((last, earlier))) = (before, self.steps.split_last()) else { return };
        // After a refusal or a reopening the stage reached does not follow the one before it.
        if last.stage == self.stage && earlier.last().is_none_or(|step| step.stage == before) {
            self.steps.pop();
            self.stage = before;
        }
    }
}
