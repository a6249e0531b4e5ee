//! Takes several stages in one form: from finding to the deadline, and from repair to close-out.
//!
//! Each stage of a stretch keeps its fields and its step; what is saved is the walk from form to form.

use super::{Hazard, HazardFault, HazardField, Stage};
use crate::value::day::Day;

impl Stage {
    /// The stage that the form of this one leads to; `None` for the last stage.
    pub fn stretch_end(self) -> Option<Self> {
        match self {
            Self::Found | Self::Registered | Self::Reported | Self::Monitored => Some(Self::Rectifying),
            Self::Rectifying | Self::Evaluated => Some(Self::Closed),
            Self::Closed => Some(Self::Appraised),
            Self::Appraised => None,
        }
    }

    /// The stages from this one up to `end`, which is not among them.
    pub fn up_to(self, end: Self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |stage| self <= *stage && *stage < end)
    }
}

impl Hazard {
    /// Lists the reasons for which a hazard cannot be taken from its stage to `end` at once.
    ///
    /// They are the obstacles of all stages between.
    pub fn obstacles_up_to(&self, end: Stage, principal: &str) -> Vec<HazardFault> {
        let mut all = Vec::new();
        for stage in self.stage.up_to(end) {
            for fault in (Self { stage, ..self.clone() }).obstacles(principal) {
                if !all.contains(&fault) {
                    all.push(fault);
                }
            }
        }
        all
    }

    /// Takes it to `end`, with every stage between noted on the day `on`.
    ///
    /// # Errors
    /// The [`Hazard::obstacles_up_to`] there; the hazard is then unchanged.
    pub fn take_to(&mut self, end: Stage, principal: &str, on: Day) -> Result<(), Vec<HazardFault>> {
        let mut taken = self.clone();
        while taken.stage < end {
            if taken.advance(principal, on).is_err() {
                return Err(self.obstacles_up_to(end, principal));
            }
        }
        *self = taken;
        Ok(())
    }

    /// Writes a text into a field and, where it was empty, the day `on` into the days beside it.
    ///
    /// Days that are filled in stay. The days stand in the same form as the field: a person sees and can change them
    /// before the form is left. Gives whether the field was empty before.
    pub fn begin_field(&mut self, field: HazardField, text: String, on: Day) -> bool {
        let begun = self.is_blank(field) && !text.trim().is_empty();
        self.set_text(field, text);
        for beside in if begun { days_beside(field) } else { &[] } {
            if self.is_blank(*beside) {
                self.set_day(*beside, Some(on));
            }
        }
        begun
    }
}

/// The days that are in most cases the day on which a field is written.
fn days_beside(field: HazardField) -> &'static [HazardField] {
    match field {
        HazardField::Owner => &[HazardField::ReportedOn],
        HazardField::Rectification => &[HazardField::RectifiedOn],
        HazardField::AcceptedBy => &[HazardField::AcceptedOn, HazardField::ClosedOn],
        HazardField::Appraisal => &[HazardField::AppraisedOn],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::Grade;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn found() -> Hazard {
        Hazard {
            id: "2026-11-05".into(),
            grade: Some(Grade::General),
            found_on: Some(day("2026-11-12")),
            finder: "安全员".into(),
            place: "开料锯旁".into(),
            description: "插座没有盖".into(),
            ..Hazard::default()
        }
    }

    fn in_hand() -> Hazard {
        Hazard {
            accident_type: "触电".into(),
            owner: "电工".into(),
            reported_on: Some(day("2026-11-12")),
            measures: "换新插座".into(),
            deadline: Some(day("2026-11-19")),
            ..found()
        }
    }

    fn mended() -> Hazard {
        let mut hazard = in_hand();
        hazard.take_to(Stage::Rectifying, "老板", day("2026-11-12")).unwrap();
        Hazard {
            rectification: "已换新插座".into(),
            rectified_on: Some(day("2026-11-15")),
            accepted_by: "安全员".into(),
            accepted_on: Some(day("2026-11-16")),
            acceptance: "已到现场看过".into(),
            closed_on: Some(day("2026-11-16")),
            ..hazard
        }
    }

    #[test]
    fn one_form_notes_every_stage_between_and_asks_for_all_their_fields() {
        let mut hazard = found();
        let missing = hazard.obstacles_up_to(Stage::Rectifying, "老板");
        let fields = [
            HazardField::AccidentType,
            HazardField::Owner,
            HazardField::ReportedOn,
            HazardField::Measures,
            HazardField::Deadline,
        ];
        assert_eq!(missing, fields.map(HazardFault::Missing));
        assert_eq!(hazard.take_to(Stage::Rectifying, "老板", day("2026-11-12")), Err(missing));
        assert_eq!(hazard, found(), "nothing moved");
        hazard = in_hand();
        assert_eq!(hazard.take_to(Stage::Rectifying, "老板", day("2026-11-12")), Ok(()));
        let reached: Vec<_> = hazard.steps.iter().map(|step| step.stage).collect();
        assert_eq!(reached, [Stage::Registered, Stage::Reported, Stage::Monitored, Stage::Rectifying]);
    }

    #[test]
    fn repair_and_acceptance_in_one_form_are_still_two_stages_with_two_persons() {
        let mut hazard = mended();
        assert_eq!(hazard.take_to(Stage::Closed, "老板", day("2026-11-16")), Ok(()));
        assert_eq!(hazard.steps.last().map(|step| step.stage), Some(Stage::Closed));
        assert!(hazard.steps.iter().any(|step| step.stage == Stage::Evaluated));
        let mut own = Hazard { accepted_by: "电工".into(), ..mended() };
        let refused = Err(vec![HazardFault::AcceptedByOwner]);
        assert_eq!(own.take_to(Stage::Closed, "老板", day("2026-11-16")), refused);
        assert_eq!(own.stage, Stage::Rectifying);
    }

    #[test]
    fn a_major_hazard_is_closed_by_the_principal_and_with_everything_that_the_law_asks() {
        let mut major = Hazard { grade: Some(Grade::Major), ..mended() };
        let obstacles = major.take_to(Stage::Closed, "老板", day("2026-11-16")).unwrap_err();
        assert!(obstacles.contains(&HazardFault::PrincipalMustAccept));
        for field in [HazardField::Criterion, HazardField::RegulatorOn, HazardField::WorkersOn, HazardField::Interim] {
            assert!(obstacles.contains(&HazardFault::Missing(field)), "{field:?}");
        }
        let watched = Hazard { supervised: true, ..mended() };
        let consent = HazardFault::Missing(HazardField::ConsentOn);
        assert!(watched.obstacles_up_to(Stage::Closed, "老板").contains(&consent));
    }

    #[test]
    fn a_text_that_is_begun_brings_its_days_and_never_those_that_were_written() {
        let (today, earlier) = (day("2026-11-20"), day("2026-11-18"));
        let mut hazard = Hazard { accepted_on: Some(earlier), ..Hazard::default() };
        assert!(hazard.begin_field(HazardField::AcceptedBy, "老板".into(), today));
        assert_eq!((hazard.accepted_on, hazard.closed_on), (Some(earlier), Some(today)));
        hazard.closed_on = None;
        assert!(!hazard.begin_field(HazardField::AcceptedBy, "老板娘".into(), today), "it was begun before");
        assert_eq!(hazard.closed_on, None, "what a person has taken out stays out");
        assert!(hazard.begin_field(HazardField::Owner, "电工".into(), today));
        assert_eq!(hazard.reported_on, Some(today));
        assert_eq!([hazard.regulator_on, hazard.workers_on], [None; 2], "nobody has reported it to others yet");
    }

    #[test]
    fn a_stretch_is_taken_back_step_by_step() {
        let mut hazard = in_hand();
        hazard.take_to(Stage::Rectifying, "老板", day("2026-11-12")).unwrap();
        while hazard.stage > Stage::Found {
            hazard.step_back();
        }
        assert_eq!(hazard, in_hand());
    }
}
