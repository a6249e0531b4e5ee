//! What an assessment is computed from, whether it comes from a draft or from a received report.
//!
//! Scores, rates and problems are functions of this view and of nothing else, so the office runs the same code over a
//! file.

use std::collections::BTreeMap;

use anziping_catalog::{Area, Catalogue, ComputedFrom, Item, Kind, TargetCode, rule::Term};

use crate::enterprise::{Enterprise, Profile};
use crate::hazard::Hazard;
use crate::month::answer::{Answer, Status};
use crate::month::draft::MonthDraft;
use crate::month::screening::Tally;
use crate::value::period::Span;

/// Where the states of the answers come from: a draft, a received report, or the signals of the page.
pub trait Answers {
    /// State of a check item, applicability left aside.
    fn item(&self, item: &Item) -> Status;
    /// State of a point of a high-risk area.
    fn point(&self, id: &str) -> Status;
    /// State of the counts of a cell, P1–P3.
    fn rate(&self, area: &str, code: TargetCode) -> Status;
    /// The screening of an enterprise with this profile, in numbers.
    ///
    /// `None` where it is not known, as in reports of older programs.
    fn screened(&self, catalogue: &Catalogue, profile: &Profile) -> Option<Tally>;
}

/// State of one entry of a map of answers.
pub(crate) fn status_in(answers: &BTreeMap<String, Answer>, id: &str, kind: Kind) -> Status {
    answers.get(id).map_or(Status::Unanswered, |answer| answer.status(kind))
}

impl Answers for MonthDraft {
    fn item(&self, item: &Item) -> Status {
        status_in(&self.answers, &item.id, item.kind)
    }

    fn point(&self, id: &str) -> Status {
        status_in(&self.points, id, Kind::Level)
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        status_in(&self.rates, &Self::rate_key(area, code), Kind::Ratio)
    }

    fn screened(&self, catalogue: &Catalogue, profile: &Profile) -> Option<Tally> {
        Some(Tally::of(catalogue, profile, &self.screening))
    }
}

/// A borrowed view of everything that decides scores and rates.
#[derive(Clone)]
pub struct Assessment<'a> {
    /// The questions.
    pub catalogue: &'a Catalogue,
    /// The facts of the enterprise and the month, derived ones included.
    pub profile: Profile,
    /// The states of the answers.
    pub answers: &'a dyn Answers,
    /// The ledger.
    pub hazards: &'a [Hazard],
    /// The days of the period.
    pub span: Span,
}

/// Whether a question applies, and why not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Applicability {
    /// It is asked.
    Applies,
    /// These facts exclude it.
    Excluded(Vec<Term>),
}

impl<'a> Assessment<'a> {
    /// The view of a draft.
    pub fn of_draft(catalogue: &'a Catalogue, enterprise: &Enterprise, draft: &'a MonthDraft) -> Self {
        Self {
            catalogue,
            profile: profile_of_month(
                catalogue,
                enterprise,
                draft.month.facts.iter(),
                &draft.hazards,
                draft.span(enterprise),
            ),
            answers: draft,
            hazards: &draft.hazards,
            span: draft.span(enterprise),
        }
    }

    /// Whether `item` is asked of this enterprise this month.
    pub fn applicability(&self, item: &Item) -> Applicability {
        if item.applies.holds(&self.profile) {
            Applicability::Applies
        } else {
            Applicability::Excluded(item.applies.explain(&self.profile))
        }
    }

    /// The items that are asked, in the order of the catalogue.
    pub fn items(&self) -> impl Iterator<Item = &'a Item> + '_ {
        self.catalogue.items().filter(|item| item.applies.holds(&self.profile))
    }

    /// The high-risk areas the enterprise has.
    pub fn areas(&self) -> impl Iterator<Item = &'a Area> + '_ {
        self.catalogue.areas.iter().filter(|area| self.profile.facts.contains(&area.fact))
    }

    /// The state of an item's answer, applicability left aside.
    pub fn status(&self, item: &Item) -> Status {
        self.computed(item).unwrap_or_else(|| self.answers.item(item))
    }

    /// The state of an item whose counts come from elsewhere; `None` where they are typed.
    pub fn computed(&self, item: &Item) -> Option<Status> {
        let computed = item.computed.as_ref().filter(|computed| computed.when.holds(&self.profile))?;
        match computed.from {
            ComputedFrom::Screening => self.screened().map(|tally| tally.status()),
            _ => None,
        }
    }

    /// The screening against the criteria for major hazards in numbers; `None` where it is not known.
    pub fn screened(&self) -> Option<Tally> {
        self.answers.screened(self.catalogue, &self.profile)
    }

    /// The state of a point's answer.
    pub fn point_status(&self, point: &str) -> Status {
        self.answers.point(point)
    }

    /// The counts of a cell, P1–P3.
    pub fn rate_status(&self, area: &str, code: TargetCode) -> Status {
        self.answers.rate(area, code)
    }
}

/// The facts of an enterprise in one month: its own, the month's, and what follows from the ledger.
pub fn profile_of_month<'a>(
    catalogue: &Catalogue,
    enterprise: &Enterprise,
    month: impl Iterator<Item = &'a String>,
    hazards: &[Hazard],
    span: Span,
) -> Profile {
    let mut profile = enterprise.profile(catalogue);
    profile.facts.extend(
        month
            .filter(|id| catalogue.fact(id).is_some_and(|fact| fact.group == anziping_catalog::FactGroup::Month))
            .cloned(),
    );
    if hazards.iter().any(|hazard| hazard.is_major() && hazard.is_open_on(span.to)) {
        profile.facts.insert("major_hazard".into());
    }
    profile
}
