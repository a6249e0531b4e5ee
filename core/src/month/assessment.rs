//! One view of a month for all computations, over a draft, a received report or the signals of a page.
//!
//! Scores, rates and problems are functions of this view and of nothing else, so the office runs the same code over a
//! file.

use std::collections::BTreeMap;

use anziping_catalog::{Area, Catalogue, ComputedFrom, Counting, Interval, Item, Kind, Point, TargetCode, rule::Term};

use crate::enterprise::{Enterprise, Profile};
use crate::hazard::Hazard;
use crate::month::answer::{Answer, Status, Validity};
use crate::month::draft::MonthDraft;
use crate::month::figures::MonthField;
use crate::month::screening::{Screened, Tally};
use crate::value::period::Span;

/// Where the states of the answers come from: a draft, a received report, or the signals of the page.
pub trait Answers {
    /// State of a check item, applicability left aside.
    fn item(&self, item: &Item, validity: Validity) -> Status;
    /// State of a point of a high-risk area, applicability and what it follows from left aside.
    fn point(&self, point: &Point, validity: Validity) -> Status;
    /// State of the counts of a cell, P1–P3.
    fn rate(&self, area: &str, code: TargetCode) -> Status;
    /// The person's choice for a criterion.
    ///
    /// `None` where it is not known, as in a report of those that are not 疑似.
    fn criterion(&self, id: &str) -> Option<Screened>;
    /// The screening, in as much detail as is known.
    fn told(&self) -> ScreeningDetail;
    /// A figure of the month as typed; `None` without one.
    fn figure(&self, field: MonthField) -> Option<u64>;
}

/// In how much detail a screening against the criteria for major hazards is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScreeningDetail {
    /// Criterion by criterion.
    Each,
    /// In numbers, as in a report.
    InNumbers(Tally),
    /// Not at all, as in reports of older programs.
    Nothing,
}

/// State of one entry of a map of answers.
pub(crate) fn status_in(answers: &BTreeMap<String, Answer>, id: &str, kind: Kind, validity: Validity) -> Status {
    answers.get(id).map_or(Status::Unanswered, |answer| answer.status_within(kind, validity))
}

impl Answers for MonthDraft {
    fn item(&self, item: &Item, validity: Validity) -> Status {
        status_in(&self.answers, &item.id, item.kind, validity)
    }

    fn point(&self, point: &Point, validity: Validity) -> Status {
        status_in(&self.points, &point.id, Kind::Level, validity)
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        let answer = self.rates.get(&Self::rate_key(area, code));
        answer.map_or(Status::Unanswered, |answer| answer.status(Kind::Ratio))
    }

    fn criterion(&self, id: &str) -> Option<Screened> {
        Some(self.screening.get(id).cloned().unwrap_or_default())
    }

    fn told(&self) -> ScreeningDetail {
        ScreeningDetail::Each
    }

    fn figure(&self, field: MonthField) -> Option<u64> {
        self.month.number(field)
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

/// Tells whether a question applies, and why not.
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

    /// Returns whether `item` is asked of this enterprise this month.
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
        self.computed(item).unwrap_or_else(|| self.answers.item(item, self.validity(item)))
    }

    /// Tells how long an answer to `item` is good.
    pub fn validity(&self, item: &Item) -> Validity {
        validity(self.catalogue.counting, Some(item.interval_for(&self.profile)), self.span)
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
    ///
    /// What was looked at is the enterprise's word in a report; how many criteria can apply is counted again.
    pub fn screened(&self) -> Option<Tally> {
        match self.answers.told() {
            ScreeningDetail::Nothing => None,
            ScreeningDetail::Each => Some(Tally::of(self.criteria().filter_map(|listed| self.looked(listed)))),
            ScreeningDetail::InNumbers(tally) => {
                Some(Tally { applicable: u32::try_from(self.criteria().count()).unwrap_or(u32::MAX), ..tally })
            }
        }
    }

    /// The points of an area that concern the enterprise.
    pub fn points<'p>(&'p self, points: &'p [Point]) -> impl Iterator<Item = &'p Point> {
        points.iter().filter(|point| point.applies.holds(&self.profile))
    }

    /// The state of a point's answer: that which follows from others, else its own.
    pub fn point_status(&self, point: &Point) -> Status {
        self.derived(point).unwrap_or_else(|| self.own_status(point))
    }

    /// The state of the answer that was given to a point itself.
    pub fn own_status(&self, point: &Point) -> Status {
        self.answers.point(point, validity(self.catalogue.counting, point.interval, self.span))
    }

    /// The counts of a cell, P1–P3.
    pub fn rate_status(&self, area: &str, code: TargetCode) -> Status {
        self.answers.rate(area, code)
    }
}

/// Tells how long answers are good in an edition that counts like this.
pub fn validity(counting: Counting, interval: Option<Interval>, span: Span) -> Validity {
    Validity { interval: interval.filter(|_| counting == Counting::LookedAt), end: span.to }
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
        let derived = catalogue.facts.iter().filter(|fact| fact.group == anziping_catalog::FactGroup::Derived);
        profile.facts.extend(derived.map(|fact| fact.id.clone()));
    }
    profile
}
