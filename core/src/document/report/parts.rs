//! Reads back from a received report the view that an assessment is computed from.

use std::collections::BTreeMap;

use anziping_catalog::{Catalogue, Item, Kind, Point, TargetCode};

use super::{MonthlyReport, ReportedAnswer, ReportedScreening};
use crate::enterprise::{Enterprise, Profile};
use crate::hazard::Hazard;
use crate::month::answer::{Answer, Status, Validity};
use crate::month::assessment::{Answers, Assessment, ScreeningDetail, profile_of_month, status_in};
use crate::month::draft::MonthDraft;
use crate::month::figures::{MonthFacts, MonthField, MonthValue};
use crate::month::screening::{Finding, Screened, Screening, Tally};
use crate::value::period::Span;

/// For so many days after the end of a month answers are still confirmed for it.
const AFTERWARDS: i32 = 31;

impl MonthlyReport {
    /// Takes the report apart into what an assessment is computed from.
    pub fn parts(&self) -> ReportParts {
        let looked = self.days_of_looks();
        let enterprise = Enterprise {
            industry: self.enterprise.industry.clone(),
            workers: self.enterprise.workers.to_string(),
            officer_time: self.enterprise.officer_time,
            facts: self.facts.iter().cloned().collect(),
            ..Enterprise::default()
        };
        let mut parts = ReportParts {
            enterprise,
            month: MonthFacts { facts: self.facts.iter().cloned().collect(), ..MonthFacts::default() },
            answers: self.items.iter().map(|answer| (answer.id.clone(), answer.to_answer(looked))).collect(),
            points: BTreeMap::new(),
            rates: BTreeMap::new(),
            hazards: self.hazards.clone(),
            tally: self.screening.as_ref().map(|screening| screening.tally),
            screening: self.screening.as_ref().map_or_else(Screening::new, |screening| screening.by_criterion(looked)),
            figures: self.month.clone(),
            span: Span { from: self.from, to: self.to },
        };
        for area in &self.areas {
            parts.points.extend(area.points.iter().map(|point| (point.id.clone(), point.to_answer(looked))));
            let rates = area.rates.iter();
            parts.rates.extend(rates.map(|rate| (format!("{}.{}", area.id, rate.id), rate.to_answer(looked))));
        }
        parts
    }

    /// The days on which somebody can have looked for this report.
    ///
    /// Those of the month, and afterwards until it was signed, a month at most. The day of signing is itself a claim.
    fn days_of_looks(&self) -> Span {
        let signed = self.sealed_at.day().min(self.to.plus(AFTERWARDS));
        Span { from: self.from, to: self.to.max(signed) }
    }
}

/// The pieces of a received report, owned, so that an [`Assessment`] can borrow them.
#[derive(Clone, Debug)]
pub struct ReportParts {
    enterprise: Enterprise,
    month: MonthFacts,
    answers: BTreeMap<String, Answer>,
    points: BTreeMap<String, Answer>,
    rates: BTreeMap<String, Answer>,
    hazards: Vec<Hazard>,
    tally: Option<Tally>,
    screening: Screening,
    figures: BTreeMap<MonthField, MonthValue>,
    span: Span,
}

impl ReportParts {
    /// The view from which the desk computes everything again.
    pub fn assessment<'a>(&'a self, catalogue: &'a Catalogue) -> Assessment<'a> {
        let profile: Profile =
            profile_of_month(catalogue, &self.enterprise, self.month.facts.iter(), &self.hazards, self.span);
        Assessment { catalogue, profile, answers: self, hazards: &self.hazards, span: self.span }
    }
}

impl Answers for ReportParts {
    fn item(&self, item: &Item, validity: Validity) -> Status {
        status_in(&self.answers, &item.id, item.kind, validity)
    }

    fn point(&self, point: &Point, validity: Validity) -> Status {
        status_in(&self.points, &point.id, Kind::Level, validity)
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        let answer = self.rates.get(&MonthDraft::rate_key(area, code));
        answer.map_or(Status::Unanswered, |answer| answer.status(Kind::Ratio))
    }

    fn criterion(&self, id: &str) -> Option<Screened> {
        self.screening.get(id).cloned()
    }

    fn told(&self) -> ScreeningDetail {
        self.tally.map_or(ScreeningDetail::Nothing, ScreeningDetail::InNumbers)
    }

    fn figure(&self, field: MonthField) -> Option<u64> {
        match self.figures.get(&field) {
            Some(MonthValue::Number(number)) => Some(*number),
            Some(MonthValue::Text(_)) | None => None,
        }
    }
}

impl ReportedScreening {
    /// Rebuilds the screening from the criteria that the report names.
    ///
    /// Reports before version 1.4 name the leads and count the rest. They do not say which of several defects was
    /// there, and nothing here needs it.
    fn by_criterion(&self, looked: Span) -> Screening {
        let found = |finding: Finding| Screened {
            finding: Some(finding),
            defects: if finding == Finding::Suspected { (1..=9).collect() } else { Default::default() },
            ..Screened::default()
        };
        let criteria = self.criteria.iter().map(|criterion| {
            let screened = Screened {
                confirmed_on: criterion.confirmed_on,
                by: criterion.confirmed_by,
                carried: criterion.carried || !criterion.confirmed_on.is_some_and(|day| looked.contains(day)),
                ..found(criterion.finding)
            };
            (criterion.id.clone(), screened)
        });
        let mut screening: Screening = criteria.collect();
        for lead in &self.leads {
            let of_lead = screening.entry(lead.criterion.clone()).or_default();
            if of_lead.finding != Some(Finding::Suspected) {
                *of_lead = found(Finding::Suspected);
            }
        }
        screening
    }
}

impl ReportedAnswer {
    /// The answer.
    ///
    /// One that was confirmed on none of the days in `looked` counts as taken over and not confirmed.
    fn to_answer(&self, looked: Span) -> Answer {
        let count = |value: Option<u32>| value.map_or_else(String::new, |n| n.to_string());
        Answer {
            mark: self.mark,
            done: count(self.done),
            total: count(self.total),
            note: self.note.clone(),
            reason: self.reason.clone(),
            confirmed_on: self.confirmed_on,
            by: self.confirmed_by,
            carried: self.carried || !self.confirmed_on.is_some_and(|day| looked.contains(day)),
            ask_again: false,
            other_edition: false,
        }
    }
}
