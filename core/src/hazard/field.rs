//! The fields of a hazard, by name: reading, writing, whether anything stands in them.

use serde::{Deserialize, Serialize};

use super::{Grade, Hazard};
use crate::value::day::Day;

/// The fields of a hazard that can be missing or wrong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of Hazard of the same name")]
pub enum HazardField {
    Grade,
    Source,
    Item,
    Area,
    FoundOn,
    Finder,
    Place,
    Description,
    Criterion,
    AccidentType,
    Owner,
    Measures,
    Funds,
    Deadline,
    Plan,
    Interim,
    ReportedOn,
    RegulatorOn,
    WorkersOn,
    Rectification,
    RectifiedOn,
    AcceptedBy,
    AcceptedOn,
    Acceptance,
    ConsentOn,
    ClosedOn,
    Appraisal,
    AppraisedOn,
}

impl Hazard {
    /// Whether nothing stands in the field.
    pub fn is_blank(&self, field: HazardField) -> bool {
        match field {
            HazardField::Grade => self.grade.is_none(),
            HazardField::Source => false,
            day if day.is_day() => self.day(day).is_none(),
            text => self.text(text).trim().is_empty(),
        }
    }

    /// The text of a text field; empty for the others.
    pub fn text(&self, field: HazardField) -> &str {
        match field {
            HazardField::Item => &self.item,
            HazardField::Area => &self.area,
            HazardField::Finder => &self.finder,
            HazardField::Place => &self.place,
            HazardField::Description => &self.description,
            HazardField::Criterion => &self.criterion,
            HazardField::AccidentType => &self.accident_type,
            HazardField::Owner => &self.owner,
            HazardField::Measures => &self.measures,
            HazardField::Funds => &self.funds,
            HazardField::Plan => &self.plan,
            HazardField::Interim => &self.interim,
            HazardField::Rectification => &self.rectification,
            HazardField::AcceptedBy => &self.accepted_by,
            HazardField::Acceptance => &self.acceptance,
            HazardField::Appraisal => &self.appraisal,
            _ => "",
        }
    }

    /// Puts a text into a text field; other fields are left alone.
    pub fn set_text(&mut self, field: HazardField, value: String) {
        match field {
            HazardField::Item => self.item = value,
            HazardField::Area => self.area = value,
            HazardField::Finder => self.finder = value,
            HazardField::Place => self.place = value,
            HazardField::Description => self.description = value,
            HazardField::Criterion => self.criterion = value,
            HazardField::AccidentType => self.accident_type = value,
            HazardField::Owner => self.owner = value,
            HazardField::Measures => self.measures = value,
            HazardField::Funds => self.funds = value,
            HazardField::Plan => self.plan = value,
            HazardField::Interim => self.interim = value,
            HazardField::Rectification => self.rectification = value,
            HazardField::AcceptedBy => self.accepted_by = value,
            HazardField::Acceptance => self.acceptance = value,
            HazardField::Appraisal => self.appraisal = value,
            _ => {}
        }
    }

    /// The day of a date field; `None` for the others.
    pub fn day(&self, field: HazardField) -> Option<Day> {
        match field {
            HazardField::FoundOn => self.found_on,
            HazardField::Deadline => self.deadline,
            HazardField::ReportedOn => self.reported_on,
            HazardField::RegulatorOn => self.regulator_on,
            HazardField::WorkersOn => self.workers_on,
            HazardField::RectifiedOn => self.rectified_on,
            HazardField::AcceptedOn => self.accepted_on,
            HazardField::ConsentOn => self.consent_on,
            HazardField::ClosedOn => self.closed_on,
            HazardField::AppraisedOn => self.appraised_on,
            _ => None,
        }
    }

    /// Puts a day into a date field; other fields are left alone.
    pub fn set_day(&mut self, field: HazardField, day: Option<Day>) {
        match field {
            HazardField::FoundOn => self.found_on = day,
            HazardField::Deadline => self.deadline = day,
            HazardField::ReportedOn => self.reported_on = day,
            HazardField::RegulatorOn => self.regulator_on = day,
            HazardField::WorkersOn => self.workers_on = day,
            HazardField::RectifiedOn => self.rectified_on = day,
            HazardField::AcceptedOn => self.accepted_on = day,
            HazardField::ConsentOn => self.consent_on = day,
            HazardField::ClosedOn => self.closed_on = day,
            HazardField::AppraisedOn => self.appraised_on = day,
            _ => {}
        }
    }

    /// What stands in a field, as one text: a day as `2026-11-03`, a grade as its name in stored records. Inverse of [`Hazard::put`].
    pub fn value(&self, field: HazardField) -> String {
        match field {
            HazardField::Grade => match self.grade {
                Some(Grade::Major) => "major".into(),
                Some(Grade::General) => "general".into(),
                None => String::new(),
            },
            _ => self.day(field).map_or_else(|| self.text(field).to_owned(), |day| day.to_string()),
        }
    }

    /// Puts a value into a field of any kind; `false` when it is no day or no grade, and nothing is changed then.
    pub fn put(&mut self, field: HazardField, value: &str) -> bool {
        let value = value.trim();
        match field {
            HazardField::Source => return false,
            HazardField::Grade => match value {
                "" => self.grade = None,
                "major" => self.grade = Some(Grade::Major),
                "general" => self.grade = Some(Grade::General),
                _ => return false,
            },
            _ if field.is_day() => match Day::parse(value) {
                None if !value.is_empty() => return false,
                day => self.set_day(field, day),
            },
            _ => self.set_text(field, value.to_owned()),
        }
        true
    }
}

impl HazardField {
    /// Whether the field holds a day.
    pub fn is_day(self) -> bool {
        use HazardField as F;
        matches!(
            self,
            F::FoundOn
                | F::Deadline
                | F::ReportedOn
                | F::RegulatorOn
                | F::WorkersOn
                | F::RectifiedOn
                | F::AcceptedOn
                | F::ConsentOn
                | F::ClosedOn
                | F::AppraisedOn
        )
    }
}
