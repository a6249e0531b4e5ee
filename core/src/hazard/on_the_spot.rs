//! A hazard that was found, put right and accepted on one day: one form instead of eight.
//!
//! Nothing is left out: every stage has its fields and its step, with the day of discovery for what happened at once.
//! That somebody else than who put it right accepts it stays asked for.

use super::{Grade, Hazard, HazardFault, HazardField, Stage};
use crate::value::day::Day;

/// Fields of the form beside those of a new hazard, each with its stage.
pub const ON_THE_SPOT: [(Stage, HazardField); 6] = [
    (Stage::Rectifying, HazardField::Rectification),
    (Stage::Reported, HazardField::Owner),
    (Stage::Registered, HazardField::AccidentType),
    (Stage::Evaluated, HazardField::AcceptedBy),
    (Stage::Evaluated, HazardField::Acceptance),
    (Stage::Closed, HazardField::Appraisal),
];

impl Hazard {
    /// Returns whether the hazard may be recorded as put right on the spot: only a new, general one.
    pub fn may_be_closed_on_the_spot(&self) -> bool {
        self.stage == Stage::Found && !self.is_major() && !self.supervised
    }

    /// Lists the reasons for which a hazard cannot be recorded as put right on the spot.
    pub fn obstacles_on_the_spot(&self, principal: &str) -> Vec<HazardFault> {
        let mut all = Self { stage: Stage::Evaluated, ..self.filled_on_the_spot() }.obstacles(principal);
        if self.is_blank(HazardField::Appraisal) {
            all.push(HazardFault::Missing(HazardField::Appraisal));
        }
        // Days and measures follow from the form, which does not ask for them.
        let asked = |field| field == HazardField::FoundOn || !follows(field);
        all.retain(|fault| !matches!(fault, HazardFault::Missing(field) if !asked(*field)));
        all
    }

    /// Takes it through all eight stages, noted on the day `on`.
    ///
    /// # Errors
    /// The [`Hazard::obstacles_on_the_spot`]; the hazard is then unchanged.
    pub fn close_on_the_spot(&mut self, principal: &str, on: Day) -> Result<(), Vec<HazardFault>> {
        let obstacles = self.obstacles_on_the_spot(principal);
        if !obstacles.is_empty() || !self.may_be_closed_on_the_spot() {
            return Err(obstacles);
        }
        let mut closed = self.filled_on_the_spot();
        while closed.stage != Stage::Appraised {
            closed.advance(principal, on)?;
        }
        *self = closed;
        Ok(())
    }

    /// Fills in what follows from the hazard's having been put right at once.
    fn filled_on_the_spot(&self) -> Self {
        let day = self.found_on;
        let measures = if self.measures.trim().is_empty() { &self.rectification } else { &self.measures };
        Self {
            grade: self.grade.or(Some(Grade::General)),
            measures: measures.clone(),
            reported_on: day,
            deadline: day,
            rectified_on: day,
            accepted_on: day,
            closed_on: day,
            appraised_on: day,
            ..self.clone()
        }
    }
}

/// Returns whether the field follows from the others when a hazard is put right at once.
fn follows(field: HazardField) -> bool {
    use HazardField as F;
    matches!(
        field,
        F::Measures | F::ReportedOn | F::Deadline | F::RectifiedOn | F::AcceptedOn | F::ClosedOn | F::AppraisedOn
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::Ledger;
    use crate::value::period::Span;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn mended() -> Hazard {
        Hazard {
            id: "2026-11-05".into(),
            found_on: Some(day("2026-11-12")),
            finder: "安全员".into(),
            place: "成品仓库".into(),
            description: "灭火器被挡".into(),
            accident_type: "火灾".into(),
            owner: "仓管".into(),
            rectification: "已移开货物".into(),
            accepted_by: "安全员".into(),
            acceptance: "当场复查".into(),
            appraisal: "不另行奖惩".into(),
            ..Hazard::default()
        }
    }

    #[test]
    fn one_form_leaves_all_eight_stages_with_their_fields_and_days() {
        let mut hazard = mended();
        assert_eq!(hazard.close_on_the_spot("老板", day("2026-11-13")), Ok(()));
        let reached: Vec<_> = hazard.steps.iter().map(|step| (step.stage, step.on)).collect();
        assert_eq!(reached, Stage::ALL[1..].iter().map(|stage| (*stage, day("2026-11-13"))).collect::<Vec<_>>());
        for stage in Stage::ALL {
            let blank = Hazard::fields_of(stage, false, false).into_iter().find(|field| hazard.is_blank(*field));
            assert_eq!(blank, None, "{stage:?}");
        }
        assert_eq!(hazard.closed_on, hazard.found_on, "it was closed on the day it was found");
        assert_eq!(hazard.measures, "已移开货物", "the measure is what was done");
        let november = Span { from: day("2026-11-01"), to: day("2026-11-30") };
        let ledger = Ledger::of([&hazard], november);
        assert_eq!((ledger.added, ledger.closed, ledger.due_on_time, ledger.open), (1, 1, 1, 0));
    }

    #[test]
    fn whoever_put_it_right_does_not_accept_it_on_the_spot_either() {
        let mut hazard = Hazard { accepted_by: " 仓管 ".into(), ..mended() };
        let before = hazard.clone();
        assert_eq!(hazard.close_on_the_spot("老板", day("2026-11-12")), Err(vec![HazardFault::AcceptedByOwner]));
        assert_eq!(hazard, before, "nothing moved");
    }

    #[test]
    fn the_form_names_what_it_asks_for_and_nothing_that_follows() {
        let hazard = Hazard { id: "2026-11-06".into(), found_on: Some(day("2026-11-12")), ..Hazard::default() };
        let missing: Vec<_> = hazard.obstacles_on_the_spot("老板");
        let asked = [HazardField::Finder, HazardField::Place, HazardField::Description];
        let asked = asked.into_iter().chain(ON_THE_SPOT.map(|(_, field)| field));
        for field in asked.clone() {
            assert!(missing.contains(&HazardFault::Missing(field)), "{field:?}");
        }
        assert_eq!(missing.len(), asked.count(), "{missing:?}");
    }

    #[test]
    fn a_major_hazard_is_not_put_right_on_the_spot() {
        let mut hazard = Hazard { grade: Some(Grade::Major), ..mended() };
        assert!(!hazard.may_be_closed_on_the_spot());
        assert!(hazard.close_on_the_spot("安全员", day("2026-11-12")).is_err());
        assert_eq!(hazard.stage, Stage::Found);
    }
}
