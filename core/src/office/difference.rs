//! Finds the figures of a report that do not follow from its own answers.
//!
//! A difference says nothing about the signature: the enterprise signed exactly these figures.

use std::collections::BTreeSet;

use anziping_catalog::TargetCode;
use serde::{Deserialize, Serialize};

use crate::document::report::{Declared, MonthlyReport};
use crate::hazard::Ledger;
use crate::month::assessment::Assessment;
use crate::score::total::{ScoreGrade, Tenths};
use crate::value::rate::Rate;

/// One figure that differs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FigureDifference {
    /// The figure that differs.
    pub figure: ReportedFigure,
    /// The figure in the report.
    pub declared: Amount,
    /// The figure that follows from its answers.
    pub computed: Amount,
}

/// Which figure of a report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportedFigure {
    /// Score of an element, 1 to 8.
    Element(u8),
    /// Total score.
    Total,
    /// Grade.
    Grade,
    /// Whether a veto or an open major hazard caps the month at 不合格.
    Capped,
    /// Whether an item is itself a major hazard.
    Veto(String),
    /// The counts of a target.
    TargetRate {
        /// Area id.
        area: String,
        /// `P1` to `P4`.
        code: TargetCode,
    },
    /// Whether a target is reached.
    TargetMet {
        /// Area id.
        area: String,
        /// `P1` to `P4`.
        code: TargetCode,
    },
    /// A count of the ledger, by its member name such as `open_major`.
    Ledger(String),
    /// Items asked.
    Asked,
    /// Items confirmed this month.
    Confirmed,
    /// Items taken over.
    Carried,
    /// Items 待核实.
    Unsure,
    /// Items excluded by hand.
    NotApplicable,
    /// Whether an item stands in the report.
    ///
    /// It applies by the facts and is missing, or is answered and does not apply.
    Item(String),
    /// Whether an area stands in the report, in the same sense.
    Area(String),
    /// Whether a point of an area stands in the report, in the same sense.
    Point(String),
}

/// A declared or computed amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// The figure is not there.
    None,
    /// A score.
    Score(Tenths),
    /// A grade.
    Grade(ScoreGrade),
    /// A count.
    Count(u32),
    /// Yes or no.
    Flag(bool),
    /// A rate.
    Rate(Rate),
}

impl<T> From<Option<T>> for Amount
where
    Amount: From<T>,
{
    fn from(amount: Option<T>) -> Self {
        amount.map_or(Self::None, Self::from)
    }
}

macro_rules! amounts {
    ($($kind:ty => $variant:ident),*) => {
        $(impl From<$kind> for Amount {
            fn from(amount: $kind) -> Self {
                Self::$variant(amount)
            }
        })*
    };
}

amounts!(Tenths => Score, ScoreGrade => Grade, u32 => Count, bool => Flag, Rate => Rate);

/// Lists all figures in which `report` departs from its own `assessment`.
///
/// `computed` are the figures that follow from that.
pub fn all(report: &MonthlyReport, computed: &Declared, assessment: &Assessment<'_>) -> Vec<FigureDifference> {
    let mut differences = Differences::default();
    differences.presence(report, assessment);
    differences.scores(&report.declared, computed);
    differences.targets(&report.declared, computed);
    differences.ledger(&report.declared.ledger, &computed.ledger);
    differences.counts(&report.declared, computed);
    differences.0
}

#[derive(Default)]
struct Differences(Vec<FigureDifference>);

impl Differences {
    fn compare(&mut self, figure: ReportedFigure, declared: impl Into<Amount>, computed: impl Into<Amount>) {
        let (declared, computed) = (declared.into(), computed.into());
        if declared != computed {
            self.0.push(FigureDifference { figure, declared, computed });
        }
    }

    /// Reports questions that are answered and not asked, or asked and not answered.
    fn presence(&mut self, report: &MonthlyReport, assessment: &Assessment<'_>) {
        self.sets(
            ReportedFigure::Item,
            report.items.iter().map(|item| &item.id),
            assessment.items().map(|item| &item.id),
        );
        self.sets(
            ReportedFigure::Area,
            report.areas.iter().map(|area| &area.id),
            assessment.areas().map(|area| &area.id),
        );
        self.sets(
            ReportedFigure::Point,
            report.areas.iter().flat_map(|area| &area.points).map(|point| &point.id),
            assessment
                .areas()
                .flat_map(|area| &area.targets)
                .flat_map(|target| assessment.points(&target.points))
                .map(|point| &point.id),
        );
    }

    fn scores(&mut self, declared: &Declared, computed: &Declared) {
        // Each declared score is compared, so that a second, false one for the same element cannot hide behind a true
        // one.
        for element in &declared.elements {
            let ours = computed.elements.iter().find(|ours| ours.number == element.number);
            self.compare(ReportedFigure::Element(element.number), element.score, ours.map(|ours| ours.score));
        }
        for ours in &computed.elements {
            if !declared.elements.iter().any(|element| element.number == ours.number) {
                self.compare(ReportedFigure::Element(ours.number), Amount::None, ours.score);
            }
        }
        self.compare(ReportedFigure::Total, declared.total, computed.total);
        self.compare(ReportedFigure::Grade, declared.grade, computed.grade);
        self.compare(ReportedFigure::Capped, declared.capped, computed.capped);
        self.sets(ReportedFigure::Veto, declared.vetoes.iter(), computed.vetoes.iter());
    }

    fn targets(&mut self, declared: &Declared, computed: &Declared) {
        for target in &declared.targets {
            let ours = computed.targets.iter().find(|ours| (&ours.area, ours.code) == (&target.area, target.code));
            let (area, code) = (target.area.clone(), target.code);
            self.compare(
                ReportedFigure::TargetRate { area: area.clone(), code },
                target.rate,
                ours.and_then(|ours| ours.rate),
            );
            self.compare(ReportedFigure::TargetMet { area, code }, target.met, ours.map(|ours| ours.met));
        }
        for ours in &computed.targets {
            if !declared.targets.iter().any(|target| (&ours.area, ours.code) == (&target.area, target.code)) {
                self.compare(
                    ReportedFigure::TargetMet { area: ours.area.clone(), code: ours.code },
                    Amount::None,
                    ours.met,
                );
            }
        }
    }

    fn ledger(&mut self, declared: &Ledger, computed: &Ledger) {
        for ((name, declared), (_, computed)) in counts_of(declared).into_iter().zip(counts_of(computed)) {
            self.compare(ReportedFigure::Ledger(name.to_owned()), declared, computed);
        }
    }

    fn counts(&mut self, declared: &Declared, computed: &Declared) {
        self.compare(ReportedFigure::Asked, declared.asked, computed.asked);
        self.compare(ReportedFigure::Confirmed, declared.confirmed, computed.confirmed);
        self.compare(ReportedFigure::Carried, declared.carried, computed.carried);
        self.compare(ReportedFigure::Unsure, declared.unsure, computed.unsure);
        self.compare(ReportedFigure::NotApplicable, declared.not_applicable, computed.not_applicable);
    }

    fn sets<'a>(
        &mut self,
        figure: fn(String) -> ReportedFigure,
        declared: impl Iterator<Item = &'a String>,
        computed: impl Iterator<Item = &'a String>,
    ) {
        let (declared, computed): (BTreeSet<_>, BTreeSet<_>) = (declared.collect(), computed.collect());
        for id in declared.symmetric_difference(&computed) {
            self.compare(figure((*id).clone()), declared.contains(id), computed.contains(id));
        }
    }
}

/// The counts of a ledger with their member names.
///
/// Taken apart without `..`, so that a new count cannot be forgotten here.
pub(super) fn counts_of(ledger: &Ledger) -> [(&'static str, u32); 13] {
    let Ledger {
        carried,
        added,
        added_major,
        closed,
        open,
        open_major,
        due,
        due_closed,
        due_on_time,
        overdue,
        uncontrolled,
        reopened,
        reported_by_workers,
    } = *ledger;
    [
        ("carried", carried),
        ("added", added),
        ("added_major", added_major),
        ("closed", closed),
        ("open", open),
        ("open_major", open_major),
        ("due", due),
        ("due_closed", due_closed),
        ("due_on_time", due_on_time),
        ("overdue", overdue),
        ("uncontrolled", uncontrolled),
        ("reopened", reopened),
        ("reported_by_workers", reported_by_workers),
    ]
}
