//! Screening against the criteria for major hazards: what was looked at, and what may be one.
//!
//! 疑似 is a lead that somebody has to look at on the spot, never a finding: the criteria have limits of scope and some
//! need several defects together (10号令 13(一)), which [`Outcome`] tells apart.

use std::collections::{BTreeMap, BTreeSet};

use anziping_catalog::{Criterion, Item, Needs};
use serde::{Deserialize, Serialize};

use crate::month::answer::{ConfirmedBy, NOTE_MAX, Reading, Status};
use crate::value::code::codes;
use crate::value::day::Day;

/// What was chosen for a criterion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// 无: looked at, and it is not so.
    Clear,
    /// 疑似: it may be so.
    Suspected,
    /// 不涉及: the enterprise has nothing of the kind.
    NotInvolved,
}

// Its codes are the values of the radio buttons, part of the public hooks.
codes! { Finding { Clear = "clear", Suspected = "suspected", NotInvolved = "not_involved" } }

impl Finding {
    crate::listed! {
        /// In the order in which they are offered.
        pub ALL: Clear, Suspected, NotInvolved
    }
}

/// The answer to one criterion as it lies in the draft. Its default is 未查.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Screened {
    /// The chosen radio button.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// Numbers, from 1, of the defects that are there, where the criterion names several.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub defects: BTreeSet<u8>,
    /// Free remark.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The day on which somebody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Day>,
    /// How it was confirmed, where that was not one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ConfirmedBy>,
    /// Taken over from the month before and not confirmed (沿用待确认).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
    /// Set while it is the answer to a criterion of another edition, whose words may have been others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other_edition: bool,
}

/// The outcome of a criterion by its answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// 未查.
    Unchecked,
    /// 疑似 was chosen and none of the named defects: it cannot be told yet.
    Undecided,
    /// 无.
    Clear,
    /// Some of the defects are there, but the criterion takes all of them: a hazard, not a major one.
    Partial,
    /// 疑似: a lead.
    Suspected,
    /// 不涉及.
    NotInvolved,
}

impl Outcome {
    /// Returns whether the criterion counts as looked at.
    pub fn is_checked(self) -> bool {
        !matches!(self, Self::Unchecked | Self::Undecided)
    }
}

impl Screened {
    /// Reads the finding; a carried one means the same until it is confirmed.
    pub fn outcome(&self, criterion: &Criterion) -> Outcome {
        match self.finding {
            None => Outcome::Unchecked,
            Some(Finding::Clear) => Outcome::Clear,
            Some(Finding::NotInvolved) => Outcome::NotInvolved,
            Some(Finding::Suspected) if criterion.defects.is_empty() => Outcome::Suspected,
            Some(Finding::Suspected) => {
                let there = (1..).zip(&criterion.defects).filter(|(number, _)| self.defects.contains(number)).count();
                match criterion.needs {
                    _ if there == 0 => Outcome::Undecided,
                    Needs::All if there < criterion.defects.len() => Outcome::Partial,
                    Needs::All | Needs::Any => Outcome::Suspected,
                }
            }
        }
    }

    /// Takes a 疑似 back to 未查: its hazard was closed, so somebody has to look again. The remark stays.
    pub fn ask_again(&mut self) {
        if self.finding == Some(Finding::Suspected) {
            *self = Self { note: std::mem::take(&mut self.note), ..Self::default() };
        }
    }

    /// Returns whether the remark is longer than allowed.
    pub fn is_note_too_long(&self) -> bool {
        self.note.chars().count() > NOTE_MAX
    }
}

/// The outcome of a criterion, chosen directly or taken from the item that asks the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Looked<'a> {
    /// The outcome.
    pub outcome: Outcome,
    /// Taken over from an earlier month and not looked at in this one.
    pub carried: bool,
    /// The item whose answer it is.
    pub item: Option<&'a Item>,
}

/// The answers by criterion id.
pub type Screening = BTreeMap<String, Screened>;

/// A screening in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tally {
    /// Criteria that can apply to the enterprise.
    pub applicable: u32,
    /// Of these, looked at this month.
    pub checked: u32,
    /// Of these, taken over and not looked at this month.
    pub carried: u32,
    /// Of those looked at or taken over: 无, or not enough for the criterion.
    pub clear: u32,
    /// 疑似.
    pub suspected: u32,
    /// 不涉及.
    pub not_involved: u32,
}

impl Tally {
    /// Counts the criteria that can apply, by what was found.
    pub fn of<'a>(looked: impl Iterator<Item = Looked<'a>>) -> Self {
        let mut tally = Self::default();
        for Looked { outcome, carried, .. } in looked {
            tally.applicable += 1;
            if !outcome.is_checked() {
                continue;
            }
            tally.carried += u32::from(carried);
            tally.checked += u32::from(!carried);
            match outcome {
                Outcome::Suspected => tally.suspected += 1,
                Outcome::NotInvolved => tally.not_involved += 1,
                _ => tally.clear += 1,
            }
        }
        tally
    }

    /// The answer to the item that asks whether all criteria were looked at.
    ///
    /// It counts this month only, since nobody has looked at what was carried over. A screening that is carried over
    /// whole waits for confirmation like any other answer.
    pub fn status(&self) -> Status {
        match (self.applicable, self.checked, self.carried) {
            (0, ..) => Status::Answered(Reading::NoCase),
            (_, 0, 0) => Status::Unanswered,
            (total, 0, _) => Status::Carried(Reading::Ratio { done: 0, total }),
            (total, done, _) => Status::Answered(Reading::Ratio { done: done.min(total), total }),
        }
    }
}

/// The screening as the next month begins with it: everything to be confirmed.
pub(crate) fn carry(screening: &Screening) -> Screening {
    let answered =
        screening.iter().filter(|(_, screened)| screened.finding.is_some() && screened.confirmed_on.is_some());
    answered.map(|(id, screened)| (id.clone(), Screened { carried: true, ..screened.clone() })).collect()
}
