//! The reports of one month added up.
//!
//! The trusted ones, and apart from them those whose keys are not registered.
//!
//! Only figures that were computed again enter; what a report declares about itself does not.

use std::collections::BTreeMap;

use anziping_catalog::TargetCode;
use serde::{Deserialize, Serialize};

use super::desk::{Judged, Verdict};
use super::intake::{Checked, CheckedReport};
use super::matters::HarmTotals;
use super::missing::{Absent, Expected, RollCall, absent};
use crate::document::office_month::RowFigures;
use crate::score::total::{ScoreGrade, Tenths};
use crate::value::day::Day;
use crate::value::period::Period;
use crate::value::uscc::UnifiedCode;

/// A month of all enterprises.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RollUp {
    /// The month.
    pub period: Period,
    /// Reports under registered keys.
    pub trusted: Totals,
    /// Whole reports whose keys are not registered; they count for nothing until they are.
    pub unregistered: Totals,
    /// Enterprises of the registry without a trusted report for the month at the desk, and how each stands.
    pub absent: Vec<Absent>,
}

/// The reports of `period` with this verdict.
pub fn of_month<'a>(
    period: Period,
    wanted: &Verdict,
    inbox: &'a [Checked],
    judged: &[Judged],
) -> Vec<&'a CheckedReport> {
    let pairs = inbox.iter().zip(judged).filter(|(_, judged)| judged.verdict == *wanted);
    pairs.filter_map(|(checked, _)| checked.report()).filter(|report| report.report.period == period).collect()
}

/// Totals of some reports.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Totals {
    /// How many reports.
    pub reports: u32,
    /// Of these, answered against an unknown catalogue: in no figure below.
    pub without_figures: u32,
    /// Reports by grade.
    pub grades: Grades,
    /// Total scores.
    pub total: Option<Spread>,
    /// Scores by element, 1 to 8.
    pub elements: BTreeMap<u8, Spread>,
    /// Targets reached by area, in the order P1 to P4.
    pub targets: BTreeMap<String, Vec<TargetCount>>,
    /// Their hazards at the end of the month.
    pub hazards: HazardTotals,
    /// Accidents, of all reports: they depend on no check list.
    pub harm: HarmTotals,
    /// Open major hazards, by enterprise.
    pub major_hazards: Vec<MajorHazard>,
}

/// Reports by grade.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Grades {
    /// 优秀.
    pub excellent: u32,
    /// 合格.
    pub pass: u32,
    /// 不合格, the capped ones included.
    pub fail: u32,
    /// Without a grade: no item counts.
    pub none: u32,
}

/// Mean, median and lowest of some scores, each rounded half up to a tenth.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Spread {
    /// How many scores.
    pub count: u32,
    /// Arithmetic mean.
    pub mean: Tenths,
    /// Median; of an even number the mean of the two in the middle.
    pub median: Tenths,
    /// The lowest of them.
    pub lowest: Tenths,
}

/// How many enterprises reach one target of one area.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TargetCount {
    /// `P1` to `P4`.
    pub code: TargetCode,
    /// Enterprises that reach it.
    pub met: u32,
    /// Enterprises that have the area.
    pub total: u32,
}

/// Hazards of some reports at the end of the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct HazardTotals {
    /// Hazards that are not closed.
    pub open: u32,
    /// Of these, major.
    pub open_major: u32,
    /// Open after their deadline.
    pub overdue: u32,
    /// Found in the month.
    pub added: u32,
    /// Closed in the month.
    pub closed: u32,
}

/// An open major hazard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MajorHazard {
    /// The enterprise.
    pub uscc: UnifiedCode,
    /// Its name.
    pub enterprise: String,
    /// Number in its ledger.
    pub id: String,
    /// Where it was found.
    pub place: String,
    /// The hazard that was found.
    pub description: String,
    /// Last day for putting it right.
    pub deadline: Option<Day>,
    /// Open after that day at the end of the month.
    pub overdue: bool,
}

impl RollUp {
    /// Adds up the reports of `period` among `inbox`, whose verdicts are `judged` in the same order.
    pub fn of(period: Period, inbox: &[Checked], judged: &[Judged], expected: &Expected<'_>) -> Self {
        let of = |verdict| Totals::of(&of_month(period, &verdict, inbox, judged));
        Self {
            period,
            trusted: of(Verdict::Trusted),
            unregistered: of(Verdict::Unregistered),
            absent: absent(period, expected, inbox, judged),
        }
    }

    /// Counts the absent enterprises of a standing.
    pub fn count(&self, stands: impl Fn(RollCall) -> bool) -> usize {
        self.absent.iter().filter(|absent| stands(absent.standing)).count()
    }
}

impl Totals {
    /// Adds up reports.
    pub fn of(reports: &[&CheckedReport]) -> Self {
        let mut adding = Adding::default();
        for report in reports {
            let mut harm = HarmTotals::default();
            harm.add(&report.signed);
            let figures = report.recomputed.as_ref().map(RowFigures::of);
            adding.add(harm, figures.as_ref());
            if figures.is_some() {
                adding.majors(open_major_hazards(report));
            }
        }
        adding.end()
    }

    fn count(&mut self, figures: &RowFigures) {
        *match figures.grade {
            Some(ScoreGrade::Excellent) => &mut self.grades.excellent,
            Some(ScoreGrade::Pass) => &mut self.grades.pass,
            Some(ScoreGrade::Fail) => &mut self.grades.fail,
            None => &mut self.grades.none,
        } += 1;
        for target in &figures.targets {
            let counts = self
                .targets
                .entry(target.area.clone())
                .or_insert_with(|| TargetCode::ALL.map(|code| TargetCount { code, met: 0, total: 0 }).to_vec());
            for count in counts {
                count.total += 1;
                count.met += u32::from(target.met.contains(&count.code));
            }
        }
        for (sum, part) in [
            (&mut self.hazards.open, figures.open),
            (&mut self.hazards.open_major, figures.open_major),
            (&mut self.hazards.overdue, figures.overdue),
            (&mut self.hazards.added, figures.added),
            (&mut self.hazards.closed, figures.closed),
        ] {
            *sum = sum.saturating_add(part);
        }
    }
}

/// Totals that are being added up, from reports at the desk or from rows that an office has signed.
#[derive(Debug, Default)]
pub(super) struct Adding {
    totals: Totals,
    scores: BTreeMap<u8, Vec<Tenths>>,
    sums: Vec<Tenths>,
}

impl Adding {
    /// Adds one report; without figures it counts as one of an unknown catalogue.
    pub(super) fn add(&mut self, harm: HarmTotals, figures: Option<&RowFigures>) {
        self.totals.reports += 1;
        self.totals.harm.plus(harm);
        let Some(figures) = figures else {
            self.totals.without_figures += 1;
            return;
        };
        self.totals.count(figures);
        self.sums.extend(figures.total);
        for (number, score) in figures.scores() {
            self.scores.entry(number).or_default().push(score);
        }
    }

    /// Adds open major hazards.
    pub(super) fn majors(&mut self, majors: impl IntoIterator<Item = MajorHazard>) {
        self.totals.major_hazards.extend(majors);
    }

    /// The totals.
    pub(super) fn end(self) -> Totals {
        let Self { mut totals, scores, sums } = self;
        totals.total = Spread::of(sums);
        totals.elements =
            scores.into_iter().filter_map(|(number, scores)| Some((number, Spread::of(scores)?))).collect();
        totals.major_hazards.sort_by(|a, b| (&a.enterprise, &a.uscc, &a.id).cmp(&(&b.enterprise, &b.uscc, &b.id)));
        totals
    }
}

impl Spread {
    /// The spread of some scores; `None` for none.
    pub fn of(mut scores: Vec<Tenths>) -> Option<Self> {
        scores.sort_unstable();
        let lowest = *scores.first()?;
        let upper = scores[scores.len() / 2];
        let lower = scores[(scores.len() - 1) / 2];
        let sum: u64 = scores.iter().map(|score| u64::from(score.0)).sum();
        let count = u32::try_from(scores.len()).ok()?;
        let mean = (2 * sum + u64::from(count)) / (2 * u64::from(count));
        let median = (lower.0 + upper.0).div_ceil(2);
        Some(Self { count, mean: Tenths(u32::try_from(mean).ok()?), median: Tenths(median), lowest })
    }
}

fn open_major_hazards(report: &CheckedReport) -> impl Iterator<Item = MajorHazard> + '_ {
    let enterprise = &report.report.enterprise;
    let end = report.report.to;
    report.report.hazards.iter().filter(move |hazard| hazard.is_major() && hazard.is_open_on(end)).map(move |hazard| {
        MajorHazard {
            uscc: enterprise.uscc.clone(),
            enterprise: enterprise.name.clone(),
            id: hazard.id.clone(),
            place: hazard.place.clone(),
            description: hazard.description.clone(),
            deadline: hazard.deadline,
            overdue: hazard.is_overdue_on(end),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(scores: &[u32]) -> Option<(u32, u32, u32)> {
        Spread::of(scores.iter().copied().map(Tenths).collect()).map(|s| (s.mean.0, s.median.0, s.lowest.0))
    }

    #[test]
    fn mean_median_and_lowest_are_rounded_half_up_to_a_tenth() {
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[873]), Some((873, 873, 873)));
        // (900 + 901) ÷ 2 = 900.5 → 901 for both.
        assert_eq!(spread(&[901, 900]), Some((901, 901, 900)));
        // (0 + 500 + 1000) ÷ 3 = 500; (0 + 1 + 1000 + 1000) ÷ 4 = 500.25, the middle two 500.5.
        assert_eq!(spread(&[1000, 0, 500]), Some((500, 500, 0)));
        assert_eq!(spread(&[1000, 1, 0, 1000]), Some((500, 501, 0)));
    }
}
