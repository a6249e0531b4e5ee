//! Facts of a report, kept beside its digest, that an office must not overlook.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::report::{MonthlyReport, ReportedLead};
use crate::hazard::Hazard;
use crate::month::figures::{Block, MonthField, MonthValue};
use crate::value::rate::Rate;
use crate::value::visible::visible;

/// The facts that a report states beside its score, as signed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signed {
    /// The figures of its accidents that are not 0, as signed.
    pub harm: BTreeMap<MonthField, MonthValue>,
    /// The matter that the enterprise asks the government to settle; empty without one.
    pub help_needed: String,
    /// Why hazards are still open; empty without it.
    pub open_reasons: String,
    /// Numbers of the papers of inspections; empty without them.
    pub inspection_papers: String,
    /// Problems that inspections found, and how many of them are put right; 0 of 0 without any.
    pub inspection: Rate,
    /// The criteria that are 疑似.
    pub leads: Vec<ReportedLead>,
    /// The hazards that are no longer open at the end of the month.
    pub closed: Box<[Hazard]>,
}

impl Signed {
    /// Takes it out of a report.
    pub fn of(report: &MonthlyReport) -> Self {
        let said = |field: MonthField| match report.month.get(&field) {
            Some(MonthValue::Text(text)) => lines(text),
            Some(MonthValue::Number(number)) => number.to_string(),
            None => String::new(),
        };
        let harm = report.month.iter().filter(|(field, value)| field.block() == Block::Accidents && !is_none(value));
        let closed = report.hazards.iter().filter(|hazard| !hazard.is_open() && !hazard.is_open_on(report.to));
        let lead = |lead: &ReportedLead| ReportedLead {
            criterion: lead.criterion.clone(),
            citation: lines(&lead.citation),
            hazard: lead.hazard.clone(),
        };
        Self {
            harm: harm.map(|(field, value)| (*field, value.clone())).collect(),
            help_needed: said(MonthField::HelpNeeded),
            open_reasons: said(MonthField::OpenReasons),
            inspection_papers: said(MonthField::InspectionPapers),
            inspection: Rate {
                done: count(report.month.get(&MonthField::InspectionFixed)),
                total: count(report.month.get(&MonthField::InspectionFindings)),
            },
            leads: report.screening.iter().flat_map(|screening| &screening.leads).map(lead).collect(),
            closed: closed.cloned().collect(),
        }
    }

    /// A figure of the accidents as a number; 0 where the report has no such figure.
    pub fn harmed(&self, field: MonthField) -> u32 {
        count(self.harm.get(&field))
    }
}

fn is_none(value: &MonthValue) -> bool {
    match value {
        MonthValue::Number(number) => *number == 0,
        MonthValue::Text(text) => text.trim().is_empty() || text.trim() == "0",
    }
}

fn count(value: Option<&MonthValue>) -> u32 {
    let number = match value {
        Some(MonthValue::Number(number)) => Some(*number),
        Some(MonthValue::Text(text)) => text.trim().parse().ok(),
        None => None,
    };
    number.map_or(0, |number: u64| u32::try_from(number).unwrap_or(u32::MAX))
}

/// A text of several lines as one, with what is invisible in it shown.
fn lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(|line| visible(line.trim()).into_owned()).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / ")
}
