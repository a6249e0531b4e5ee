//! Derives the figures of the month.
//!
//! Scores, targets, the ledger in numbers, the report as it would be signed.

use anziping_core::catalog::{Item, Listed, Point, TargetCode};
use anziping_core::hazard::Ledger;
use anziping_core::month::answer::{Status, Validity};
use anziping_core::month::assessment::{Answers, Assessment, ScreeningDetail};
use anziping_core::month::figures::{MonthFacts, MonthField};
use anziping_core::month::screening::{Looked, Screened, Tally};
use anziping_core::review::{Overview, Review};
use anziping_core::score::targets::{AreaTargets, area_targets};
use anziping_core::score::total::{ElementScore, Scores};
use leptos::prelude::*;

use super::Session;
use crate::platform::clock;

impl Session {
    /// Live score of one element; `None` for an unknown number.
    pub(crate) fn element(&self, number: u8) -> Option<Memo<ElementScore>> {
        let at = self.catalogue.elements.iter().position(|element| element.number == number)?;
        self.elements.with_value(|memos| memos.get(at).copied())
    }

    /// Scores of the month; subscribes to everything they depend on.
    pub(crate) fn scores(&self) -> Scores {
        self.with(Scores::of)
    }

    /// The four targets of one area; subscribes.
    pub(crate) fn area_targets(&self, area: &str) -> Option<AreaTargets> {
        let area = self.catalogue.area(area)?;
        Some(self.with(|assessment| area_targets(assessment, area)))
    }

    /// The screening against the criteria for major hazards in numbers; subscribes.
    pub(crate) fn tally(&self) -> Tally {
        self.with_hazards_untracked(|assessment| assessment.screened().unwrap_or_default())
    }

    /// The outcome of a criterion, chosen directly or taken from an item's answer; subscribes.
    pub(crate) fn looked(&self, listed: Listed<'static>) -> Option<Looked<'static>> {
        let looked = |assessment: &Assessment<'_>| {
            let Looked { outcome, carried, item } = assessment.looked(listed)?;
            Some((outcome, carried, item.map(|item| item.id.clone())))
        };
        let (outcome, carried, item) = self.with_hazards_untracked(looked)?;
        Some(Looked { outcome, carried, item: item.and_then(|id| self.catalogue.item(&id)) })
    }

    /// The answer to a point that follows from others, and the ids of these; subscribes.
    ///
    /// `None` where it is asked.
    pub(crate) fn derived(&self, point: &'static Point) -> Option<(Status, Vec<&'static str>)> {
        self.with(|assessment| Some((assessment.derived(point)?, assessment.sources(point))))
    }

    /// The figures of the month with the counts of items in their places; subscribes.
    pub(crate) fn month_facts(&self) -> MonthFacts {
        self.month.with(|month| self.with_hazards_untracked(|assessment| assessment.month_facts(month)))
    }

    /// The item whose count a figure of the month is; subscribes to what applies.
    pub(crate) fn counted_by(&self, field: MonthField) -> Option<&'static str> {
        let id = self.with_hazards_untracked(|assessment| Some(assessment.counted_by(field)?.0.id.clone()))?;
        self.catalogue.item(&id).map(|item| item.id.as_str())
    }

    /// The ledger in numbers; subscribes.
    pub(crate) fn ledger(&self) -> Ledger {
        self.hazards.with(|hazards| Ledger::of(hazards, self.span.get()))
    }

    /// The content of the report page; subscribes to the whole month.
    pub(crate) fn overview(&self) -> Overview {
        self.track_all();
        let draft = self.snapshot();
        let mut overview = self.enterprise.with(|enterprise| {
            Overview::of(&Assessment::of_draft(self.catalogue, enterprise, &draft), enterprise, &draft)
        });
        overview.review.compare_with_today(&draft.hazards, clock::today());
        self.enterprise.with(|enterprise| {
            self.registers.with(|registers| overview.review.compare_with_registers(enterprise, registers));
        });
        overview
    }

    /// The review alone; subscribes to the whole month.
    pub(crate) fn review(&self) -> Review {
        self.overview().review
    }

    pub(crate) fn with<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.hazards.with(|hazards| {
            compute(&Assessment {
                catalogue: self.catalogue,
                profile: self.profile.get(),
                answers: self,
                hazards,
                span: self.span.get(),
            })
        })
    }

    /// Computes without following the ledger, except through the profile.
    ///
    /// Typing into a hazard must not recompute every element's score.
    pub(crate) fn with_hazards_untracked<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
        let (profile, span) = (self.profile.get(), self.span.get());
        compute(&Assessment { catalogue: self.catalogue, profile, answers: self, hazards: &[], span })
    }

    fn track_all(&self) {
        for rows in [self.items, self.points, self.rates] {
            rows.with_value(|rows| rows.values().for_each(|row| row.answer.track()));
        }
        self.hazards.track();
        self.month.track();
        self.screening.track();
        self.preparer.track();
        self.lineage.track();
    }
}

impl Answers for Session {
    fn item(&self, item: &Item, _: Validity) -> Status {
        Session::item(self, &item.id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn point(&self, point: &Point, _: Validity) -> Status {
        Session::point(self, &point.id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        Session::rate(self, area, code).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn criterion(&self, id: &str) -> Option<Screened> {
        Some(self.screening.with(|screening| screening.get(id).cloned()).unwrap_or_default())
    }

    fn told(&self) -> ScreeningDetail {
        ScreeningDetail::Each
    }

    fn figure(&self, field: MonthField) -> Option<u64> {
        self.month.with(|month| month.number(field))
    }
}
