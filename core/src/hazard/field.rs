//! The fields of a hazard: one table of what each holds and where it is kept, read and written by name.

use serde::{Deserialize, Serialize};

use super::{Grade, Hazard, Source};
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// Longest text of a hazard, in characters.
pub const HAZARD_TEXT_MAX: usize = 500;

/// The kinds of content of a hazard's fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HazardFieldKind {
    /// 一般 or 重大.
    Grade,
    /// How the hazard came to light.
    Source,
    /// The id of an item of the check list.
    Item,
    /// The id of a high-risk area.
    Area,
    /// A day.
    Day,
    /// Whole yuan, as typed.
    Yuan,
    /// A text of one line.
    Line,
    /// A text of several lines.
    Lines,
}

/// Where a field is kept.
enum Access {
    Grade(Slot<Hazard, Option<Grade>>),
    Source(Slot<Hazard, Source>),
    Day(Slot<Hazard, Option<Day>>),
    Text(Slot<Hazard, String>),
}

macro_rules! access {
    (Grade $member:ident) => {
        Access::Grade(slot!($member))
    };
    (Source $member:ident) => {
        Access::Source(slot!($member))
    };
    (Day $member:ident) => {
        Access::Day(slot!($member))
    };
    ($text:ident $member:ident) => {
        Access::Text(slot!($member))
    };
}

macro_rules! hazard_fields {
    ($($(#[$kept:meta])? $field:ident $member:ident $kind:ident),* $(,)?) => {
        /// The fields of a hazard that can be missing or wrong.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "each is the field of Hazard of the same name")]
        pub enum HazardField { $($(#[$kept])? $field),* }

        impl HazardField {
            /// All fields, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// The kind of content that the field takes.
            pub fn kind(self) -> HazardFieldKind { match self { $(Self::$field => HazardFieldKind::$kind),* } }

            fn access(self) -> Access { match self { $(Self::$field => access!($kind $member)),* } }
        }
    };
}

// What is never signed stands in no schema: no correction of it is ever written.
hazard_fields! {
    Grade grade Grade,
    Source source Source,
    Item item Item,
    Area area Area,
    FoundOn found_on Day,
    Finder finder Line,
    Place place Line,
    Description description Lines,
    Criterion criterion Line,
    AccidentType accident_type Line,
    #[cfg_attr(test, schemars(skip))]
    Cause cause Lines,
    #[cfg_attr(test, schemars(skip))]
    Analysis analysis Lines,
    Owner owner Line,
    Measures measures Lines,
    Funds funds Yuan,
    Deadline deadline Day,
    Plan plan Lines,
    Interim interim Lines,
    ReportedOn reported_on Day,
    RegulatorOn regulator_on Day,
    WorkersOn workers_on Day,
    Rectification rectification Lines,
    RectifiedOn rectified_on Day,
    AcceptedBy accepted_by Line,
    AcceptedOn accepted_on Day,
    Acceptance acceptance Lines,
    ConsentOn consent_on Day,
    ClosedOn closed_on Day,
    Appraisal appraisal Lines,
    AppraisedOn appraised_on Day,
}

impl HazardField {
    /// Returns whether the field holds a day.
    pub fn is_day(self) -> bool {
        self.kind() == HazardFieldKind::Day
    }

    /// The most characters that a text may have; `None` for a field that holds no text.
    ///
    /// The bound keeps a report below the limits of the signed form (16 KiB a string).
    pub fn longest(self) -> Option<usize> {
        match self.kind() {
            HazardFieldKind::Item
            | HazardFieldKind::Area
            | HazardFieldKind::Yuan
            | HazardFieldKind::Line
            | HazardFieldKind::Lines => Some(HAZARD_TEXT_MAX),
            HazardFieldKind::Grade | HazardFieldKind::Source | HazardFieldKind::Day => None,
        }
    }
}

impl Hazard {
    /// Returns whether nothing stands in the field.
    pub fn is_blank(&self, field: HazardField) -> bool {
        match field.access() {
            Access::Grade(grade) => (grade.of)(self).is_none(),
            Access::Source(_) => false,
            Access::Day(day) => (day.of)(self).is_none(),
            Access::Text(text) => (text.of)(self).trim().is_empty(),
        }
    }

    /// The text of a text field; empty for the others.
    pub fn text(&self, field: HazardField) -> &str {
        match field.access() {
            Access::Text(text) => (text.of)(self),
            Access::Grade(_) | Access::Source(_) | Access::Day(_) => "",
        }
    }

    /// Puts a text into a text field; other fields are left alone.
    pub fn set_text(&mut self, field: HazardField, value: String) {
        match field.access() {
            Access::Text(text) => *(text.of_mut)(self) = value,
            Access::Grade(_) | Access::Source(_) | Access::Day(_) => {}
        }
    }

    /// The day of a date field; `None` for the others.
    pub fn day(&self, field: HazardField) -> Option<Day> {
        match field.access() {
            Access::Day(day) => *(day.of)(self),
            Access::Grade(_) | Access::Source(_) | Access::Text(_) => None,
        }
    }

    /// Puts a day into a date field; other fields are left alone.
    pub fn set_day(&mut self, field: HazardField, value: Option<Day>) {
        match field.access() {
            Access::Day(day) => *(day.of_mut)(self) = value,
            Access::Grade(_) | Access::Source(_) | Access::Text(_) => {}
        }
    }

    /// The value of a field as one text: a day as `2026-11-03`, a choice as its name in stored records.
    ///
    /// [`Hazard::put`] reads it back.
    pub fn value(&self, field: HazardField) -> String {
        match field.access() {
            Access::Grade(grade) => (grade.of)(self).map_or("", grade_name).to_owned(),
            Access::Source(source) => source_name(*(source.of)(self)).to_owned(),
            Access::Day(day) => (day.of)(self).map_or_else(String::new, |day| day.to_string()),
            Access::Text(text) => (text.of)(self).clone(),
        }
    }

    /// Puts a value into a field of any kind; returns `false` and changes nothing when it does not fit.
    pub fn put(&mut self, field: HazardField, value: &str) -> bool {
        let value = value.trim();
        match field.access() {
            Access::Grade(grade) => {
                let read = [Grade::General, Grade::Major].into_iter().find(|&grade| grade_name(grade) == value);
                if read.is_none() && !value.is_empty() {
                    return false;
                }
                *(grade.of_mut)(self) = read;
            }
            Access::Source(source) => {
                let Some(read) = Source::ALL.into_iter().find(|&source| source_name(source) == value) else {
                    return false;
                };
                *(source.of_mut)(self) = read;
            }
            Access::Day(day) => {
                let read = Day::parse(value);
                if read.is_none() && !value.is_empty() {
                    return false;
                }
                *(day.of_mut)(self) = read;
            }
            Access::Text(text) => value.clone_into((text.of_mut)(self)),
        }
        true
    }
}

/// The name of a grade in stored records.
fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::General => "general",
        Grade::Major => "major",
    }
}

/// The name of a source in stored records.
fn source_name(source: Source) -> &'static str {
    match source {
        Source::SelfCheck => "self_check",
        Source::Worker => "worker",
        Source::Inspection => "inspection",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hazard::{HazardFault, Stage};

    /// A value that the field takes and that is not its first one.
    fn sample(field: HazardField) -> &'static str {
        match field.kind() {
            HazardFieldKind::Grade => "major",
            HazardFieldKind::Source => "inspection",
            HazardFieldKind::Day => "2026-11-03",
            HazardFieldKind::Yuan => "12,000",
            HazardFieldKind::Item | HazardFieldKind::Area => "hot-work",
            HazardFieldKind::Line | HazardFieldKind::Lines => "一些文字",
        }
    }

    #[test]
    fn what_is_put_into_a_field_is_read_back_and_nothing_else_changes() {
        for &field in HazardField::ALL {
            let mut hazard = Hazard::default();
            assert!(hazard.put(field, sample(field)), "{field:?}");
            assert_eq!(hazard.value(field), sample(field), "{field:?}");
            assert!(!hazard.is_blank(field), "{field:?}");
            for &other in HazardField::ALL.iter().filter(|&&other| other != field) {
                assert_eq!(hazard.value(other), Hazard::default().value(other), "{field:?} moved {other:?}");
            }
        }
    }

    #[test]
    fn text_and_day_setters_agree_with_put() {
        for &field in HazardField::ALL {
            let (mut put, mut set) = (Hazard::default(), Hazard::default());
            put.put(field, sample(field));
            match field.kind() {
                HazardFieldKind::Grade => set.grade = Some(Grade::Major),
                HazardFieldKind::Source => set.source = Source::Inspection,
                HazardFieldKind::Day => set.set_day(field, Day::parse(sample(field))),
                HazardFieldKind::Item
                | HazardFieldKind::Area
                | HazardFieldKind::Yuan
                | HazardFieldKind::Line
                | HazardFieldKind::Lines => set.set_text(field, sample(field).into()),
            }
            assert_eq!(put, set, "{field:?}");
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused_and_changes_nothing() {
        for field in [HazardField::Grade, HazardField::Source, HazardField::FoundOn] {
            let mut hazard = Hazard::default();
            assert!(!hazard.put(field, "明天"), "{field:?}");
            assert_eq!(hazard, Hazard::default(), "{field:?}");
        }
    }

    #[test]
    fn names_of_choices_are_those_of_stored_records() {
        for grade in [Grade::General, Grade::Major] {
            assert_eq!(serde_json::to_value(grade).unwrap(), grade_name(grade));
        }
        for source in Source::ALL {
            assert_eq!(serde_json::to_value(source).unwrap(), source_name(source));
        }
    }

    #[test]
    fn every_text_is_too_long_beyond_its_bound_and_not_at_it() {
        for &field in HazardField::ALL {
            let mut hazard = Hazard::default();
            hazard.set_text(field, "字".into());
            if hazard.text(field).is_empty() {
                assert_eq!(field.longest(), None, "{field:?} holds no text");
                continue;
            }
            let longest = field.longest().unwrap();
            hazard.set_text(field, "全".repeat(longest));
            assert!(!hazard.faults().contains(&HazardFault::TooLong(field)), "{field:?}");
            hazard.set_text(field, "全".repeat(longest + 1));
            assert!(hazard.faults().contains(&HazardFault::TooLong(field)), "{field:?}");
        }
    }

    #[test]
    fn every_field_belongs_to_a_stage_or_stands_beside_the_stages() {
        let of_stages: Vec<_> = Stage::ALL.into_iter().flat_map(|stage| Hazard::fields_of(stage, true, true)).collect();
        let beside =
            [HazardField::Source, HazardField::Item, HazardField::Area, HazardField::Cause, HazardField::Analysis];
        for field in HazardField::ALL {
            assert!(of_stages.contains(field) != beside.contains(field), "{field:?}");
        }
    }
}
