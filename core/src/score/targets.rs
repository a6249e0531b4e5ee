//! The 四个100% of each high-risk area.
//!
//! Rates are rounded down, never up, and a cell is met only when nothing is missing.

use anziping_catalog::{Area, Counting, TargetCode};

use crate::hazard::{Hazard, Ledger};
use crate::month::answer::Reading;
use crate::month::assessment::Assessment;
use crate::value::rate::Rate;

/// One of the four targets of one area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TargetCell {
    /// P1 to P4.
    pub code: TargetCode,
    /// The rate; `None` while the counts are missing or wrong.
    pub rate: Option<Rate>,
    /// Points that are met.
    pub points_met: u32,
    /// Points asked, those excluded by hand left out.
    pub points_asked: u32,
    /// Ids of the points that are not met or not answered.
    pub open_points: Vec<String>,
    /// Points and counts that were taken over and wait for confirmation.
    ///
    /// Always 0 in editions that count them as met.
    pub carried: u32,
    /// Only P4: open major hazards of the area; always 0 in editions that do not look at them.
    pub open_major: u32,
    /// Only P4: hazards of the area open after their deadline.
    pub overdue: u32,
    /// Only P4: open hazards of the area that are not in control.
    pub uncontrolled: u32,
    /// Only P4: open hazards of the area.
    pub open_hazards: u32,
}

impl TargetCell {
    /// Returns whether the target is reached.
    ///
    /// The counts are known and full (or there is nothing to count), every point is met, nothing is overdue or out of
    /// control, nothing waits for confirmation and no major hazard is open.
    pub fn is_met(&self) -> bool {
        let full = self.rate.is_some_and(|rate| rate.is_full() || rate.total == 0);
        let settled = self.open_points.is_empty() && self.carried == 0;
        full && settled && self.overdue == 0 && self.uncontrolled == 0 && self.open_major == 0
    }

    /// Returns whether nothing but confirmation is missing (沿用待确认).
    pub fn is_to_confirm(&self) -> bool {
        self.carried > 0 && Self { carried: 0, ..self.clone() }.is_met()
    }
}

/// The four targets of one area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AreaTargets {
    /// Area id.
    pub area: String,
    /// P1 to P4.
    pub cells: Vec<TargetCell>,
}

/// Computes the four targets of every area the enterprise has.
pub fn four_targets(assessment: &Assessment<'_>) -> Vec<AreaTargets> {
    assessment.areas().map(|area| area_targets(assessment, area)).collect()
}

/// Computes the four targets of one area.
pub fn area_targets(assessment: &Assessment<'_>, area: &Area) -> AreaTargets {
    let ledger =
        Ledger::of(assessment.hazards.iter().filter(|hazard: &&Hazard| hazard.area == area.id), assessment.span);
    let looked_at = assessment.catalogue.counting == Counting::LookedAt;
    let cells = area
        .targets
        .iter()
        .map(|target| {
            let mut cell = TargetCell {
                code: target.code,
                rate: None,
                points_met: 0,
                points_asked: 0,
                open_points: Vec::new(),
                carried: 0,
                open_major: 0,
                overdue: 0,
                uncontrolled: 0,
                open_hazards: 0,
            };
            for point in assessment.points(&target.points) {
                let status = assessment.point_status(point);
                cell.carried += u32::from(looked_at && status.is_carried());
                match status {
                    status if status.is_excluded() => continue,
                    status if status.reading().is_some_and(Reading::is_met) => cell.points_met += 1,
                    _ => cell.open_points.push(point.id.clone()),
                }
                cell.points_asked += 1;
            }
            if target.code == TargetCode::P4 {
                cell.rate = Some(Rate { done: ledger.due_on_time, total: ledger.due });
                cell.overdue = ledger.overdue;
                cell.uncontrolled = ledger.uncontrolled;
                cell.open_hazards = ledger.open;
                cell.open_major = if looked_at { ledger.open_major } else { 0 };
            } else {
                let status = assessment.rate_status(&area.id, target.code);
                cell.carried += u32::from(looked_at && status.is_carried());
                cell.rate = match status {
                    status if status.is_excluded() => Some(Rate { done: 0, total: 0 }),
                    status => status.reading().and_then(|reading| match reading {
                        Reading::Ratio { done, total } => Some(Rate { done, total }),
                        Reading::NoCase => Some(Rate { done: 0, total: 0 }),
                        Reading::Level(_) => None,
                    }),
                };
            }
            cell
        })
        .collect();
    AreaTargets { area: area.id.clone(), cells }
}
