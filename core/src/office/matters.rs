//! Matters beside the score of a report that an office must not overlook.
//!
//! Accidents, calls for help, suspicions, what caps it.
//!
//! It comes in one order everywhere, the gravest first: on the card, in the details, in the roll-up and in the
//! workbook.

use serde::{Deserialize, Serialize};

use super::difference::FigureDifference;
use super::digest::ShortItem;
use super::intake::CheckedReport;
use super::signed_facts::Signed;
use crate::document::report::ReportedLead;
use crate::hazard::Hazard;
use crate::month::contradiction::Contradiction;
use crate::month::figures::{MonthField, MonthValue};
use crate::value::code::codes;
use crate::value::rate::Rate;

/// The figures of the month that are counted in people, the gravest first.
pub(super) const HARM: [MonthField; 5] = [
    MonthField::Deaths,
    MonthField::SeriousInjuries,
    MonthField::MinorInjuries,
    MonthField::Accidents,
    MonthField::NearMisses,
];

/// Kinds of what must be seen, the gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MatterKind {
    /// Accidents, and who was hurt in them.
    Harm,
    /// A matter that the government is asked to settle.
    Help,
    /// The cause of a cap at 不合格: an item that is itself a major hazard, or one left open.
    Cap,
    /// 疑似.
    Lead,
    /// Answers that cannot both be true.
    Contradiction,
    /// A figure that is declared otherwise than it follows.
    Difference,
    /// Problems that inspections found.
    Inspection,
    /// Why hazards are still open.
    Reasons,
    /// Items that are not fully met.
    Short,
    /// Hazards closed.
    Closed,
}

codes! {
    MatterKind {
        Harm = "harm",
        Help = "help",
        Cap = "cap",
        Lead = "lead",
        Contradiction = "contradiction",
        Difference = "difference",
        Inspection = "inspection",
        Reasons = "reasons",
        Short = "short",
        Closed = "closed",
    }
}

impl MatterKind {
    crate::listed! {
        /// All, the gravest first.
        pub ALL: Harm, Help, Cap, Lead, Contradiction, Difference, Inspection, Reasons, Short, Closed
    }

    /// Returns whether the mark is a reason for concern by itself.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::Harm | Self::Cap | Self::Contradiction | Self::Difference)
    }
}

/// One thing that must be seen.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Matter<'a> {
    /// A figure of the accidents that is not 0.
    Harm(MonthField, &'a MonthValue),
    /// A matter that the government is asked to settle.
    Help(&'a str),
    /// An item that is itself a major hazard.
    Veto(&'a str),
    /// A major hazard left open.
    OpenMajor(&'a Hazard),
    /// A criterion that is 疑似.
    Lead(&'a ReportedLead),
    /// Two answers that cannot both be true.
    Contradiction(&'a Contradiction),
    /// A figure that differs.
    Difference(&'a FigureDifference),
    /// Problems that inspections found and how many are put right, with the numbers of the papers.
    Inspection(Rate, &'a str),
    /// Why hazards are still open.
    Reasons(&'a str),
    /// An item that is not fully met.
    Short(&'a ShortItem),
    /// A hazard closed.
    Closed(&'a Hazard),
}

impl Matter<'_> {
    /// The kind of the matter.
    pub fn kind(&self) -> MatterKind {
        match self {
            Self::Harm(..) => MatterKind::Harm,
            Self::Help(_) => MatterKind::Help,
            Self::Veto(_) | Self::OpenMajor(_) => MatterKind::Cap,
            Self::Lead(_) => MatterKind::Lead,
            Self::Contradiction(_) => MatterKind::Contradiction,
            Self::Difference(_) => MatterKind::Difference,
            Self::Inspection(..) => MatterKind::Inspection,
            Self::Reasons(_) => MatterKind::Reasons,
            Self::Short(_) => MatterKind::Short,
            Self::Closed(_) => MatterKind::Closed,
        }
    }
}

/// Lists everything in a report that must be seen, the gravest first.
pub fn matters(found: &CheckedReport) -> Vec<Matter<'_>> {
    let signed = &found.signed;
    let mut matters: Vec<Matter<'_>> = Vec::new();
    matters.extend(HARM.iter().filter_map(|field| Some(Matter::Harm(*field, signed.harm.get(field)?))));
    if !signed.help_needed.is_empty() {
        matters.push(Matter::Help(&signed.help_needed));
    }
    // Without figures of our own the declared causes are all there is.
    let vetoes = &found.recomputed.as_ref().unwrap_or(&found.report.declared).vetoes;
    matters.extend(vetoes.iter().map(|id| Matter::Veto(id)));
    matters.extend(found.report.hazards.iter().filter(|hazard| hazard.is_major()).map(Matter::OpenMajor));
    matters.extend(signed.leads.iter().map(Matter::Lead));
    matters.extend(found.contradictions.iter().map(Matter::Contradiction));
    matters.extend(found.differences.iter().map(Matter::Difference));
    if signed.inspection.total > 0 || !signed.inspection_papers.is_empty() {
        matters.push(Matter::Inspection(signed.inspection, &signed.inspection_papers));
    }
    if !signed.open_reasons.is_empty() {
        matters.push(Matter::Reasons(&signed.open_reasons));
    }
    matters.extend(found.short.iter().map(Matter::Short));
    matters.extend(signed.closed.iter().map(Matter::Closed));
    matters
}

/// The accidents of some reports added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct HarmTotals {
    /// Accidents, with or without people hurt.
    pub accidents: u32,
    /// People who died.
    pub deaths: u32,
    /// People badly hurt.
    pub serious_injuries: u32,
    /// People slightly hurt.
    pub minor_injuries: u32,
}

impl HarmTotals {
    /// Adds those of one report.
    pub fn add(&mut self, signed: &Signed) {
        for (sum, field) in [
            (&mut self.accidents, MonthField::Accidents),
            (&mut self.deaths, MonthField::Deaths),
            (&mut self.serious_injuries, MonthField::SeriousInjuries),
            (&mut self.minor_injuries, MonthField::MinorInjuries),
        ] {
            *sum = sum.saturating_add(signed.harmed(field));
        }
    }

    /// Adds others.
    pub(super) fn plus(&mut self, other: Self) {
        for (sum, part) in [
            (&mut self.accidents, other.accidents),
            (&mut self.deaths, other.deaths),
            (&mut self.serious_injuries, other.serious_injuries),
            (&mut self.minor_injuries, other.minor_injuries),
        ] {
            *sum = sum.saturating_add(part);
        }
    }

    /// Returns whether there was any.
    pub fn is_any(&self) -> bool {
        *self != Self::default()
    }
}
