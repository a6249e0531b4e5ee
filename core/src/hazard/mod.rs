//! A hazard (隐患) and its way through the eight stages to close-out and appraisal.
//!
//! What it is stands here; its stages, fields, faults and history, and the ledger it belongs to, each in a file of
//! their own. Flags such as overdue or reopened are derived, never stored.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `code` | the names of stages, fields and photographs in public hooks and in ids of controls |
//! | `correction` | what was written in a stage that was left can be corrected with a reason, never overwritten |
//! | `doubt` | what makes the figures of the statutory table uncertain, and in which months |
//! | `fault` | what is wrong with a hazard, and why it may not leave its stage |
//! | `field` | the fields of a hazard: one table of what each holds and where it is kept, read and written by name |
//! | `image_fit` | in which sizes a picture is tried until it is small enough |
//! | `image_head` | what the first bytes of a picture's file say about it, whatever its name ends in |
//! | `lead` | the record that a suspicion (疑似) opens in the ledger |
//! | `ledger` | the hazards of a period in numbers |
//! | `on_the_spot` | a hazard that was found, put right and accepted on one day: one form instead of eight |
//! | `photo` | photographs of a hazard as the signed file knows them: by hash |
//! | `repeat` | the same hazard again: same place and same check item within a year |
//! | `selection` | which hazards of the ledger are listed, and in which order |
//! | `stage` | the eight stages of a hazard and what each needs before it may be left |
//! | `statistics` | the hazards of a quarter or year, as the statutory table asks for them |
//! | `stretch` | takes several stages in one form: from finding to the deadline, and from repair to close-out |
//! | `transitions` | moves a hazard through its stages: forward, back after a refusal, open again after close-out |

mod code;
mod correction;
pub mod doubt;
mod fault;
mod field;
mod image_fit;
mod image_head;
mod lead;
mod ledger;
mod on_the_spot;
mod photo;
mod repeat;
mod selection;
mod stage;
pub mod statistics;
mod stretch;
mod transitions;

use anziping_catalog::Catalogue;
use serde::{Deserialize, Serialize};

use crate::value::day::Day;

pub use correction::{Correction, CorrectionFault};
pub use fault::{HazardFault, parse_yuan};
pub use field::{HAZARD_TEXT_MAX, HazardField, HazardFieldKind};
pub use image_fit::{image_sizes, is_long_image};
pub use image_head::{IMAGE_HEAD, IMAGE_PIXELS, ImageEnd, ImageHead};
pub use ledger::{Ledger, Lifetime, counts_of_item};
pub use on_the_spot::ON_THE_SPOT;
pub use photo::{PHOTO_BYTES, PHOTOS_EACH, Photo, PhotoOf};
pub use repeat::{REPEAT_MONTHS, repeat_of};
pub use selection::{Selection, Which, urgency};
pub use stage::Stage;
pub use transitions::{RefusedAcceptance, Reopening, Step, is_reason_too_long};

/// 一般 or 重大. Only the sector criteria make a hazard major (Work Safety Law 118②).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 一般隐患: easy to put right, at once.
    General,
    /// 重大事故隐患.
    Major,
}

/// How the hazard came to light.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The enterprise's own check.
    #[default]
    SelfCheck,
    /// A worker reported it (Work Safety Law 59).
    Worker,
    /// An inspection by the authorities.
    Inspection,
}

impl Source {
    crate::listed! {
        /// All, in the order they are offered.
        pub ALL: SelfCheck, Worker, Inspection
    }
}

/// One row of the ledger, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Hazard {
    /// Number in the ledger, such as `2026-11-03`; never reused.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Stage it stands in.
    pub stage: Stage,
    /// 一般 or 重大; decided at registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// How it came to light.
    pub source: Source,
    /// Check item it belongs to, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// High-risk area it belongs to (area id), or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// Day of discovery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_on: Option<Day>,
    /// Who found it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub finder: String,
    /// Where.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Article of the criterion that makes it major.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub criterion: String,
    /// Id of the criterion of the screening that opened it as a lead, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Accident it could cause (GB 6441-2025).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accident_type: String,
    /// Why it came about (产生原因); stays in the ledger and is not signed.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(skip))]
    pub cause: String,
    /// How bad it is and how hard to put right (危害程度和整改难易程度); stays in the ledger and is not signed.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(test, schemars(skip))]
    pub analysis: String,
    /// Who puts it right (责任).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How it is put right (措施).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measures: String,
    /// Yuan set aside, as typed (资金).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub funds: String,
    /// Last day for putting it right (时限).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// Contingency plan (预案).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// What keeps people safe until then (临时措施): cordon, stop, withdraw.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interim: String,
    /// Reported to the responsible person inside the enterprise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Day>,
    /// Reported to the regulator: first half of the double report (Work Safety Law 41②).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regulator_on: Option<Day>,
    /// Reported to the workers' congress: second half.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workers_on: Option<Day>,
    /// What was done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rectification: String,
    /// Day on which it was put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rectified_on: Option<Day>,
    /// Who accepted; not the owner, and for a major hazard the principal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accepted_by: String,
    /// Day of acceptance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Day>,
    /// Result of the acceptance in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub acceptance: String,
    /// Under listed supervision (挂牌督办): close-out needs the regulator's consent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub supervised: bool,
    /// Day of the regulator's consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_on: Option<Day>,
    /// Day of close-out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Day>,
    /// Reward, penalty, lesson for the risk list.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub appraisal: String,
    /// Day of the appraisal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appraised_on: Option<Day>,
    /// Refused acceptances, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<RefusedAcceptance>,
    /// Reopenings, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reopenings: Vec<Reopening>,
    /// Stages reached and when, oldest first; only ever added to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Corrections of what was written in stages already left, oldest first; only ever added to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Photographs before and after; the pictures themselves stay in the browser.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

impl Hazard {
    /// Returns whether the hazard is still open at the end of `day`.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.lifetimes().any(|life| life.opened <= day && life.closed.is_none_or(|closed| closed > day))
    }

    /// Returns whether the hazard is open now.
    pub fn is_open(&self) -> bool {
        self.stage < Stage::Closed
    }

    /// Returns whether the hazard holds nothing beyond what the program fills in at its beginning.
    ///
    /// Then it is no hazard yet. A hazard begun at a point of an area has the words of that point.
    pub fn is_only_begun(&self, catalogue: &Catalogue) -> bool {
        let points =
            catalogue.area(&self.area).into_iter().flat_map(|area| &area.targets).flat_map(|target| &target.points);
        let says_a_point = points.into_iter().any(|point| point.text == self.description);
        let begun = Self {
            id: self.id.clone(),
            grade: self.grade,
            item: self.item.clone(),
            area: self.area.clone(),
            criterion: self.criterion.clone(),
            found_on: self.found_on,
            finder: self.finder.clone(),
            description: if says_a_point { self.description.clone() } else { String::new() },
            ..Self::default()
        };
        *self == begun
    }

    /// Closed without a step here and without all that the stages ask for.
    ///
    /// It came from another ledger, which has them.
    pub fn is_kept_elsewhere(&self) -> bool {
        let stages = Stage::ALL.into_iter().filter(|stage| *stage < Stage::Closed);
        let mut asked = stages.flat_map(|stage| Self::fields_of(stage, self.is_major(), false));
        let is_closed = !self.is_open() && self.closed_on.is_some();
        is_closed && self.steps.is_empty() && asked.any(|field| self.is_blank(field))
    }

    /// Returns whether the hazard is graded major.
    pub fn is_major(&self) -> bool {
        self.grade == Some(Grade::Major)
    }

    /// Open after its deadline.
    pub fn is_overdue_on(&self, day: Day) -> bool {
        self.is_open_on(day) && self.deadline.is_some_and(|deadline| deadline < day)
    }

    /// The stretches of time in which it was open.
    ///
    /// A hazard without a day of discovery counts from the day it was reported or, without that, from the beginning of
    /// the calendar.
    pub fn lifetimes(&self) -> impl Iterator<Item = Lifetime> + '_ {
        let found = self.found_on.or(self.reported_on).unwrap_or_else(Day::epoch);
        let opened = std::iter::once(found).chain(self.reopenings.iter().map(|again| again.on));
        let last_close = if self.is_open() { None } else { self.closed_on };
        let closed = self.reopenings.iter().map(|again| Some(again.closed_on)).chain(std::iter::once(last_close));
        opened.zip(closed).map(|(opened, closed)| Lifetime { opened, closed })
    }

    /// Returns whether an open hazard is in control.
    ///
    /// It needs an owner, a measure and a deadline; a major one all five fulfilments and interim measures.
    pub fn is_in_control(&self) -> bool {
        self.control_gaps().is_empty()
    }

    /// The fields that are missing for being in control.
    pub fn control_gaps(&self) -> Vec<HazardField> {
        let mut needed = vec![HazardField::Owner, HazardField::Measures, HazardField::Deadline];
        if self.is_major() {
            needed.extend([HazardField::Funds, HazardField::Plan, HazardField::Interim]);
        }
        needed.retain(|&field| self.is_blank(field));
        needed
    }
}

#[cfg(test)]
mod tests;
