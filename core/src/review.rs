//! Reviews a draft before the signature: problems block it, warnings do not.
//!
//! Each has its place on the pages.

use anziping_catalog::{Catalogue, FactGroup, Related, TargetCode};

use crate::enterprise::{Enterprise, EnterpriseFault, EnterpriseField};
use crate::hazard::{Hazard, HazardFault, HazardField, Ledger, counts_of_item};
use crate::month::answer::{AnswerFault, Reading, Status};
use crate::month::assessment::Assessment;
use crate::month::contradiction::{Contradiction, contradictions};
use crate::month::draft::MonthDraft;
use crate::month::figures::{MonthFault, MonthField};
use crate::register::Registers;
use crate::score::total::Scores;
use crate::value::day::Day;
use crate::value::line::{LineFault, line_fault};
use crate::value::rate::Rate;

/// Where something has to be looked at.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ReviewPlace {
    /// A field of the enterprise page.
    Enterprise(EnterpriseField),
    /// A check item.
    Item(String),
    /// A point of a high-risk area.
    Point(String),
    /// The counts of a cell.
    Rate(String, TargetCode),
    /// A hazard of the ledger.
    Hazard(String),
    /// A field of the month.
    Month(MonthField),
    /// The screening, or one criterion of it.
    Screening(Option<String>),
    /// The name of the preparer.
    Preparer,
}

impl ReviewPlace {
    /// The place of an id of a relation, or of a hazard; `None` for one that has no place of its own.
    pub fn of_id(catalogue: &Catalogue, id: &str) -> Option<Self> {
        Some(match catalogue.related(id) {
            Some(Related::Item(item)) => Self::Item(item.id.clone()),
            Some(Related::Point(_, point)) => Self::Point(point.id.clone()),
            Some(Related::Counts(area, code)) => Self::Rate(area.id.clone(), code),
            Some(Related::Criterion(listed)) => Self::Screening(Some(listed.criterion.id.clone())),
            Some(Related::Month(name)) => Self::Month(MonthField::parse(name)?),
            Some(Related::Fact(fact)) if fact.group == FactGroup::Officer => {
                Self::Enterprise(EnterpriseField::OfficerTime)
            }
            Some(Related::Fact(_) | Related::Ledger(_)) => return None,
            None if id.is_empty() => return None,
            None => Self::Hazard(id.to_owned()),
        })
    }
}

/// A finding of the review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReviewFinding {
    /// The enterprise page is incomplete or wrong.
    Enterprise(EnterpriseFault),
    /// A question, point or cell has no answer.
    Unanswered,
    /// An answer cannot be understood.
    Answer(AnswerFault),
    /// So many answers are not settled in this way; [`Review::unsettled`] has their places.
    Unsettled(Unsettled, usize),
    /// The answer is itself a major accident hazard, and the ledger holds no major hazard for the item.
    VetoWithoutHazard,
    /// A fault in a hazard's data.
    Hazard(HazardFault),
    /// A hazard without the day, place, description or grade that even a new one needs.
    HazardIncomplete(HazardField),
    /// A day of the hazard lies after the end of the period.
    HazardLater(HazardField),
    /// Open after its deadline.
    HazardOverdue,
    /// Open without owner, measure, deadline or a fulfilment.
    HazardUncontrolled(Vec<HazardField>),
    /// A major hazard without both halves of the double report (Work Safety Law 41②).
    DoubleReportMissing,
    /// A field of the month is missing or wrong.
    Month(MonthFault),
    /// carried + added − closed ≠ open: days of the ledger contradict each other.
    LedgerDoesNotAddUp,
    /// So many of the criteria that can apply were not looked at this month.
    Unscreened(u32),
    /// Two answers that cannot both be true, or 疑似 without an open record.
    Contradiction(Contradiction),
    /// Answers of 否 or 部分 without a hazard in the ledger.
    ///
    /// What is not met in these items is not being put right.
    UnmetWithoutHazard(Vec<String>),
    /// The counts typed for an item are others than those of the ledger.
    DiffersFromLedger(Rate),
    /// So many hazards were closed in the period and went through their stages in another ledger.
    HazardsKeptElsewhere(usize),
    /// A day of the hazard lies after today: nobody can have done it yet.
    HazardInFuture(HazardField),
    /// A text is no line that can be signed.
    Line(LineFault),
    /// So many people work there, and the register of people has so many others.
    RegisterHasOtherPeople {
        /// As the enterprise says.
        workers: u32,
        /// As the register says.
        listed: usize,
    },
}

/// Why an answer is not settled; it may be signed, and the report says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsettled {
    /// 待核实.
    Unsure,
    /// Taken over and not confirmed (沿用待确认).
    Carried,
}

/// Days on which something was done, in the order in which it is done.
pub const DAYS_DONE: [HazardField; 7] = [
    HazardField::FoundOn,
    HazardField::ReportedOn,
    HazardField::RegulatorOn,
    HazardField::WorkersOn,
    HazardField::RectifiedOn,
    HazardField::AcceptedOn,
    HazardField::ClosedOn,
];

/// All findings of a month.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// They block the signature.
    pub problems: Vec<(ReviewPlace, ReviewFinding)>,
    /// They do not.
    pub warnings: Vec<(ReviewPlace, ReviewFinding)>,
    /// The answers that are not settled. One warning speaks of all that are so in the same way.
    pub unsettled: Vec<(ReviewPlace, Unsettled)>,
}

impl Review {
    /// Reviews a draft.
    pub fn of(assessment: &Assessment<'_>, enterprise: &Enterprise, draft: &MonthDraft) -> Self {
        let mut review = Self::default();
        review.problems.extend(
            enterprise
                .faults(assessment.catalogue)
                .into_iter()
                .map(|(field, fault)| (ReviewPlace::Enterprise(field), ReviewFinding::Enterprise(fault))),
        );
        review.items(assessment);
        review.areas(assessment);
        review.tell_unsettled();
        review.screening(assessment);
        review.contradictions(assessment);
        for hazard in &draft.hazards {
            review.hazard(assessment, enterprise, hazard);
        }
        review.kept_elsewhere(assessment, &draft.hazards);
        if let Some(hazard) = draft.hazards.first()
            && !Ledger::of(&draft.hazards, assessment.span).adds_up()
        {
            review.problems.push((ReviewPlace::Hazard(hazard.id.clone()), ReviewFinding::LedgerDoesNotAddUp));
        }
        let faults = draft.month.faults(assessment.span).into_iter();
        // What an item counts is asked there.
        let faults = faults.filter(|(field, _)| assessment.counted_by(*field).is_none());
        review.problems.extend(faults.map(|(field, fault)| (ReviewPlace::Month(field), ReviewFinding::Month(fault))));
        let preparer = line_fault(&draft.preparer).map(ReviewFinding::Line);
        review.problems.extend(preparer.map(|fault| (ReviewPlace::Preparer, fault)));
        review
    }

    /// Adds what contradicts the day of the device, as warnings only: an old machine's clock may be wrong.
    pub fn compare_with_today(&mut self, hazards: &[Hazard], today: Day) {
        for hazard in hazards {
            let later = DAYS_DONE.into_iter().filter(|&field| hazard.day(field).is_some_and(|day| day > today));
            self.warnings.extend(
                later.map(|field| (ReviewPlace::Hazard(hazard.id.clone()), ReviewFinding::HazardInFuture(field))),
            );
        }
    }

    /// Adds where the registers contradict the enterprise. A register that is not kept says nothing.
    pub fn compare_with_registers(&mut self, enterprise: &Enterprise, registers: &Registers) {
        let listed = registers.people.len();
        let Ok(workers) = enterprise.worker_count() else { return };
        if listed > 0 && usize::try_from(workers) != Ok(listed) {
            let finding = ReviewFinding::RegisterHasOtherPeople { workers, listed };
            self.warnings.push((ReviewPlace::Enterprise(EnterpriseField::Workers), finding));
        }
    }

    /// Returns whether the month may be signed.
    pub fn may_be_signed(&self) -> bool {
        self.problems.is_empty()
    }

    fn note(&mut self, place: ReviewPlace, status: Status) {
        match status {
            Status::Unanswered => self.problems.push((place, ReviewFinding::Unanswered)),
            Status::Faulty(fault) => self.problems.push((place, ReviewFinding::Answer(fault))),
            Status::Unsure => self.unsettled.push((place, Unsettled::Unsure)),
            Status::Carried(_) | Status::CarriedNotApplicable => self.unsettled.push((place, Unsettled::Carried)),
            Status::Answered(_) | Status::NotApplicable | Status::Standing(_) | Status::StandingNotApplicable => {}
        }
    }

    /// One reminder for all answers that are not settled in the same way, at the first of them.
    fn tell_unsettled(&mut self) {
        for kind in [Unsettled::Unsure, Unsettled::Carried] {
            let mut places = self.unsettled.iter().filter(|(_, found)| *found == kind).map(|(place, _)| place);
            if let Some(first) = places.next() {
                let finding = ReviewFinding::Unsettled(kind, 1 + places.count());
                self.warnings.push((first.clone(), finding));
            }
        }
    }

    fn items(&mut self, assessment: &Assessment<'_>) {
        let linked = |item: &str, major: bool| {
            assessment.hazards.iter().any(|hazard| {
                hazard.item == item && hazard.is_open_on(assessment.span.to) && (!major || hazard.is_major())
            })
        };
        let mut unmet = Vec::new();
        for item in assessment.items() {
            let status = assessment.status(item);
            self.note(ReviewPlace::Item(item.id.clone()), status);
            if assessment.computed(item).is_some() {
                // What is open in it is reported at its source.
            } else if assessment.is_vetoed(item) {
                if !linked(&item.id, true) {
                    self.problems.push((ReviewPlace::Item(item.id.clone()), ReviewFinding::VetoWithoutHazard));
                }
            } else if status.reading().is_some_and(|reading: Reading| !reading.is_met()) && !linked(&item.id, false) {
                unmet.push(item.id.clone());
            }
            let typed = match status.reading() {
                Some(Reading::Ratio { done, total }) => Some(Rate { done, total }),
                Some(Reading::NoCase) => Some(Rate { done: 0, total: 0 }),
                Some(Reading::Level(_)) | None => None,
            };
            if let (Some(typed), Some(known)) = (typed, counts_of_item(item, assessment.hazards, assessment.span))
                && typed != known
            {
                self.warnings.push((ReviewPlace::Item(item.id.clone()), ReviewFinding::DiffersFromLedger(known)));
            }
        }
        if let Some(first) = unmet.first() {
            self.warnings.push((ReviewPlace::Item(first.clone()), ReviewFinding::UnmetWithoutHazard(unmet)));
        }
    }

    fn screening(&mut self, assessment: &Assessment<'_>) {
        // A screening that was not begun is an unanswered item already.
        let begun = assessment.screened().filter(|tally| tally.checked + tally.carried > 0);
        let open = begun.map_or(0, |tally| tally.applicable.saturating_sub(tally.checked));
        if open > 0 {
            self.warnings.push((ReviewPlace::Screening(None), ReviewFinding::Unscreened(open)));
        }
    }

    fn contradictions(&mut self, assessment: &Assessment<'_>) {
        for contradiction in contradictions(assessment) {
            let Some(place) = ReviewPlace::of_id(assessment.catalogue, &contradiction.one) else { continue };
            let found = if contradiction.blocks { &mut self.problems } else { &mut self.warnings };
            found.push((place, ReviewFinding::Contradiction(contradiction)));
        }
    }

    fn areas(&mut self, assessment: &Assessment<'_>) {
        for area in assessment.areas() {
            for target in &area.targets {
                if target.code != TargetCode::P4 {
                    self.note(
                        ReviewPlace::Rate(area.id.clone(), target.code),
                        assessment.rate_status(&area.id, target.code),
                    );
                }
                // What follows from others is asked there.
                for point in assessment.points(&target.points) {
                    if assessment.derived(point).is_none() {
                        self.note(ReviewPlace::Point(point.id.clone()), assessment.own_status(point));
                    }
                }
            }
        }
    }

    /// One reminder for all that was closed in the period and went through its stages in another ledger.
    fn kept_elsewhere(&mut self, assessment: &Assessment<'_>, hazards: &[Hazard]) {
        let in_period = |hazard: &&Hazard| hazard.closed_on.is_some_and(|day| day >= assessment.span.from);
        let mut kept = hazards.iter().filter(|hazard| hazard.is_kept_elsewhere()).filter(in_period);
        if let Some(first) = kept.next() {
            let finding = ReviewFinding::HazardsKeptElsewhere(1 + kept.count());
            self.warnings.push((ReviewPlace::Hazard(first.id.clone()), finding));
        }
    }

    fn hazard(&mut self, assessment: &Assessment<'_>, enterprise: &Enterprise, hazard: &Hazard) {
        let place = || ReviewPlace::Hazard(hazard.id.clone());
        let end = assessment.span.to;
        for field in [HazardField::FoundOn, HazardField::Place, HazardField::Description, HazardField::Grade] {
            if hazard.is_blank(field) {
                self.problems.push((place(), ReviewFinding::HazardIncomplete(field)));
            }
        }
        for field in DAYS_DONE {
            if hazard.day(field).is_some_and(|day| day > end) {
                self.problems.push((place(), ReviewFinding::HazardLater(field)));
            }
        }
        self.problems.extend(hazard.faults().into_iter().map(|fault| (place(), ReviewFinding::Hazard(fault))));
        if !hazard.is_open() {
            let fault =
                Hazard { stage: crate::hazard::Stage::Evaluated, ..hazard.clone() }.obstacles(&enterprise.principal);
            let elsewhere = hazard.is_kept_elsewhere();
            self.problems.extend(
                fault
                    .into_iter()
                    .filter(|fault| match fault {
                        HazardFault::Order(..) | HazardFault::TooLong(_) | HazardFault::NotAnAmount => false,
                        // What the stages ask for stands in the ledger where it went through them.
                        HazardFault::Missing(_) => !elsewhere,
                        HazardFault::AcceptedByOwner | HazardFault::PrincipalMustAccept => true,
                    })
                    .map(|fault| (place(), ReviewFinding::Hazard(fault))),
            );
        }
        if hazard.is_overdue_on(end) {
            self.warnings.push((place(), ReviewFinding::HazardOverdue));
        }
        if hazard.is_open_on(end) && !hazard.is_in_control() {
            self.warnings.push((place(), ReviewFinding::HazardUncontrolled(hazard.control_gaps())));
        }
        if hazard.is_major() && (hazard.regulator_on.is_none() || hazard.workers_on.is_none()) {
            self.warnings.push((place(), ReviewFinding::DoubleReportMissing));
        }
    }
}

/// A month with its scores and findings, computed once for a page that shows all of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overview {
    /// Points, grade and what they were made of.
    pub scores: Scores,
    /// Problems and warnings.
    pub review: Review,
    /// The ledger in numbers.
    pub ledger: Ledger,
    /// The four targets by area.
    pub targets: Vec<crate::score::targets::AreaTargets>,
}

impl Overview {
    /// Computes everything the report page shows.
    pub fn of(assessment: &Assessment<'_>, enterprise: &Enterprise, draft: &MonthDraft) -> Self {
        Self {
            scores: Scores::of(assessment),
            review: Review::of(assessment, enterprise, draft),
            ledger: Ledger::of(&draft.hazards, assessment.span),
            targets: crate::score::targets::four_targets(assessment),
        }
    }
}
