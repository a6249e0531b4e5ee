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
    crate::listed! {
        /// All stages in order.
        pub ALL: Found, Registered, Reported, Monitored, Rectifying, Evaluated, Closed, Appraised
    }

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

    /// The fields that may be filled in in a stage, and need not be.
    pub fn optional_of(stage: Stage, major: bool) -> &'static [HazardField] {
        if stage == Stage::Monitored && !major { &[HazardField::Interim, HazardField::Funds] } else { &[] }
    }

    /// The fields on the form of a stage, in its order: the [`fields_of`](Self::fields_of) the stage.
    ///
    /// A hazard that was just found is graded at once.
    pub fn form_of(&self, stage: Stage) -> Vec<HazardField> {
        let is_new = self.stage == Stage::Found;
        let mut fields = Self::fields_of(stage, self.is_major(), self.supervised);
        if stage == Stage::Found {
            fields.extend(is_new.then_some(HazardField::Grade));
            let place = |field: &HazardField| FOUND_ORDER.iter().position(|placed| placed == field);
            fields.sort_by_key(|field| place(field).unwrap_or(FOUND_ORDER.len()));
        } else if is_new {
            fields.retain(|&field| field != HazardField::Grade);
        }
        fields
    }
}

/// The form of a new hazard begins with what somebody sees; a field that is not named here comes last.
const FOUND_ORDER: [HazardField; 5] =
    [HazardField::Place, HazardField::Description, HazardField::Grade, HazardField::FoundOn, HazardField::Finder];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::hazard::Grade;

    fn hazards() -> impl Iterator<Item = Hazard> {
        Stage::ALL.into_iter().flat_map(|stage| {
            [(Grade::General, false), (Grade::Major, false), (Grade::Major, true)].map(|(grade, supervised)| Hazard {
                stage,
                grade: Some(grade),
                supervised,
                ..Hazard::default()
            })
        })
    }

    #[test]
    fn what_a_stage_needs_is_asked_for_in_a_form_shown_by_then() {
        for hazard in hazards() {
            let mut asked = BTreeSet::new();
            for stage in Stage::ALL {
                asked.extend(hazard.form_of(stage));
                let needed = Hazard::fields_of(stage, hazard.is_major(), hazard.supervised);
                let missing: Vec<_> = needed.into_iter().filter(|field| !asked.contains(field)).collect();
                assert!(missing.is_empty(), "{stage:?} of {hazard:?}: {missing:?}");
            }
        }
    }

    #[test]
    fn the_form_of_a_new_hazard_asks_for_each_field_once_and_begins_with_the_place() {
        let (new, later) = (Hazard::default(), Hazard { stage: Stage::Reported, ..Hazard::default() });
        assert_eq!(new.form_of(Stage::Found), FOUND_ORDER);
        let without_grade: Vec<_> = FOUND_ORDER.into_iter().filter(|field| *field != HazardField::Grade).collect();
        assert_eq!(later.form_of(Stage::Found), without_grade);
        assert!(!new.form_of(Stage::Registered).contains(&HazardField::Grade), "asked for already");
        assert_eq!(later.form_of(Stage::Registered)[0], HazardField::Grade);
    }

    #[test]
    fn what_may_be_filled_in_is_not_needed() {
        for hazard in hazards() {
            for stage in Stage::ALL {
                let optional = Hazard::optional_of(stage, hazard.is_major());
                assert!(hazard.form_of(stage).iter().all(|field| !optional.contains(field)), "{stage:?} of {hazard:?}");
            }
        }
    }
}
