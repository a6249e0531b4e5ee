//! The 四个100% of each high-risk area.
//!
//! Rates are rounded down, never up, and a cell is met only when nothing is missing.

use anziping_catalog::{Area, TargetCode};

use crate::hazard::{Hazard, Ledger};
use crate::month::answer::{Reading, Status};
use crate::month::assessment::Assessment;
use crate::value::rate::Rate;

/// One of the four targets of one area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
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
    /// Only P4: hazards of the area open after their deadline.
    pub overdue: u32,
    /// Only P4: open hazards of the area that are not in control.
    pub uncontrolled: u32,
    /// Only P4: open hazards of the area.
    pub open_hazards: u32,
}

impl Cell {
    /// Whether the target is reached.
    ///
    /// The counts are known and full (or there is nothing to count), every point is met, nothing is overdue or out of
    /// control.
    pub fn is_met(&self) -> bool {
        let full = self.rate.is_some_and(|rate| rate.is_full() || rate.total == 0);
        full && self.open_points.is_empty() && self.overdue == 0 && self.uncontrolled == 0
    }
}

/// The four targets of one area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AreaTargets {
    /// Area id.
    pub area: String,
    /// P1 to P4.
    pub cells: Vec<Cell>,
}

/// Computes the four targets of every area the enterprise has.
pub fn four_targets(assessment: &Assessment<'_>) -> Vec<AreaTargets> {
    assessment.areas().map(|area| area_targets(assessment, area)).collect()
}

/// Computes the four targets of one area.
pub fn area_targets(assessment: &Assessment<'_>, area: &Area) -> AreaTargets {
    let ledger =
        Ledger::of(assessment.hazards.iter().filter(|hazard: &&Hazard| hazard.area == area.id), assessment.span);
    let cells = area
        .targets
        .iter()
        .map(|target| {
            let mut cell = Cell {
                code: target.code,
                rate: None,
                points_met: 0,
                points_asked: 0,
                open_points: Vec::new(),
                overdue: 0,
                uncontrolled: 0,
                open_hazards: 0,
            };
            for point in &target.points {
                match assessment.point_status(&point.id) {
                    Status::NotApplicable | Status::CarriedNotApplicable => continue,
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
            } else {
                cell.rate = match assessment.rate_status(&area.id, target.code) {
                    Status::NotApplicable | Status::CarriedNotApplicable => Some(Rate { done: 0, total: 0 }),
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
