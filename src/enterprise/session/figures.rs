//! Derives the figures of the month: scores, targets, the ledger in numbers, the report as it would be signed.

use anziping_core::catalog::{Catalogue, Item, TargetCode};
use anziping_core::enterprise::Profile;
use anziping_core::hazard::Ledger;
use anziping_core::month::answer::Status;
use anziping_core::month::assessment::{Answers, Assessment};
use anziping_core::month::screening::Tally;
use anziping_core::review::{Overview, Review};
use anziping_core::score::targets::{AreaTargets, area_targets, four_targets};
use anziping_core::score::total::{ElementScore, Scores};
use leptos::prelude::*;

use super::Session;
use crate::platform::clock;

impl Session {
    /// Live score of one element; `None` for an unknown number.
    pub fn element(&self, number: u8) -> Option<Memo<ElementScore>> {
        let at = self.catalogue.elements.iter().position(|element| element.number == number)?;
        self.elements.with_value(|memos| memos.get(at).copied())
    }

    /// Scores of the month; subscribes to everything they depend on.
    pub fn scores(&self) -> Scores {
        self.with(Scores::of)
    }

    /// The four targets of one area; subscribes.
    pub fn area_targets(&self, area: &str) -> Option<AreaTargets> {
        let area = self.catalogue.area(area)?;
        Some(self.with(|assessment| area_targets(assessment, area)))
    }

    /// The four targets of all areas; subscribes.
    pub fn four_targets(&self) -> Vec<AreaTargets> {
        self.with(four_targets)
    }

    /// The screening against the criteria for major hazards in numbers; subscribes.
    pub fn tally(&self) -> Tally {
        self.profile.with(|profile| self.screening.with(|screening| Tally::of(self.catalogue, profile, screening)))
    }

    /// The ledger in numbers; subscribes.
    pub fn ledger(&self) -> Ledger {
        self.hazards.with(|hazards| Ledger::of(hazards, self.span.get()))
    }

    /// What the report page shows; subscribes to the whole month.
    pub fn overview(&self) -> Overview {
        self.track_all();
        let draft = self.snapshot();
        let mut overview = self.enterprise.with(|enterprise| {
            Overview::of(&Assessment::of_draft(self.catalogue, enterprise, &draft), enterprise, &draft)
        });
        overview.review.compare_with_today(&draft.hazards, clock::today());
        overview
    }

    /// The review alone; subscribes to the whole month.
    pub fn review(&self) -> Review {
        self.overview().review
    }

    fn with<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
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

    /// For what depends on the ledger only through the profile: an element's score must not be computed at every letter
    /// typed into a hazard.
    pub(super) fn with_hazards_untracked<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
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
    fn item(&self, item: &Item) -> Status {
        Session::item(self, &item.id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn point(&self, id: &str) -> Status {
        Session::point(self, id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        Session::rate(self, area, code).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn screened(&self, catalogue: &Catalogue, profile: &Profile) -> Option<Tally> {
        Some(self.screening.with(|screening| Tally::of(catalogue, profile, screening)))
    }
}
