//! The eight stages of a hazard and what each needs before it may be left.
//!
//! Sources: Work Safety Law 41, rules on hazard management (16号令) 10, 14, 15, 16, 18 and the implementation plan.

use serde::{Deserialize, Serialize};

use super::{Hazard, HazardField};

/// The eight stages, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 排查
    #[default]
    Found,
    /// 登记
    Registered,
    /// 上报
    Reported,
    /// 监控
    Monitored,
    /// 整改
    Rectifying,
    /// 评价
    Evaluated,
    /// 销号
    Closed,
    /// 考核
    Appraised,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 8] = [
        Self::Found,
        Self::Registered,
        Self::Reported,
        Self::Monitored,
        Self::Rectifying,
        Self::Evaluated,
        Self::Closed,
        Self::Appraised,
    ];

    /// The stage after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| *stage > self)
    }
}

impl Hazard {
    /// The fields that belong to a stage: what must be known before it is left.
    ///
    /// `major` and `supervised` add what the law asks for such hazards.
    pub fn fields_of(stage: Stage, major: bool, supervised: bool) -> Vec<HazardField> {
        use HazardField as F;
        match stage {
            Stage::Found => vec![F::FoundOn, F::Finder, F::Place, F::Description],
            Stage::Registered if major => vec![F::Grade, F::Criterion, F::AccidentType],
            Stage::Registered => vec![F::Grade, F::AccidentType],
            Stage::Reported if major => vec![F::Owner, F::ReportedOn, F::RegulatorOn, F::WorkersOn],
            Stage::Reported => vec![F::Owner, F::ReportedOn],
            Stage::Monitored if major => vec![F::Measures, F::Funds, F::Deadline, F::Plan, F::Interim],
            Stage::Monitored => vec![F::Measures, F::Deadline],
            Stage::Rectifying => vec![F::Rectification, F::RectifiedOn],
            Stage::Evaluated if supervised => {
                vec![F::AcceptedBy, F::AcceptedOn, F::Acceptance, F::ConsentOn, F::ClosedOn]
            }
            Stage::Evaluated => vec![F::AcceptedBy, F::AcceptedOn, F::Acceptance, F::ClosedOn],
            Stage::Closed => vec![F::Appraisal, F::AppraisedOn],
            Stage::Appraised => vec![],
        }
    }
}
