//! The names of stages, fields and photographs in public hooks and in ids of controls.
//!
//! Hooks such as `data-stage` and `data-correct`.

use super::{HazardField, PhotoOf, Stage, Which};
use crate::value::code::codes;

codes! {
    Stage {
        Found = "Found",
        Registered = "Registered",
        Reported = "Reported",
        Monitored = "Monitored",
        Rectifying = "Rectifying",
        Evaluated = "Evaluated",
        Closed = "Closed",
        Appraised = "Appraised",
    }
}

codes! {
    HazardField {
        Grade = "Grade",
        Source = "Source",
        Item = "Item",
        Area = "Area",
        FoundOn = "FoundOn",
        Finder = "Finder",
        Place = "Place",
        Description = "Description",
        Criterion = "Criterion",
        AccidentType = "AccidentType",
        Owner = "Owner",
        Measures = "Measures",
        Funds = "Funds",
        Deadline = "Deadline",
        Plan = "Plan",
        Interim = "Interim",
        ReportedOn = "ReportedOn",
        RegulatorOn = "RegulatorOn",
        WorkersOn = "WorkersOn",
        Rectification = "Rectification",
        RectifiedOn = "RectifiedOn",
        AcceptedBy = "AcceptedBy",
        AcceptedOn = "AcceptedOn",
        Acceptance = "Acceptance",
        ConsentOn = "ConsentOn",
        ClosedOn = "ClosedOn",
        Appraisal = "Appraisal",
        AppraisedOn = "AppraisedOn",
    }
}

codes! { PhotoOf { Before = "Before", After = "After" } }

codes! {
    Which {
        Open = "Open",
        DueThisWeek = "DueThisWeek",
        Overdue = "Overdue",
        Major = "Major",
        All = "All",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hooks_of_stages_stay_as_they_are() {
        let pinned = ["Found", "Registered", "Reported", "Monitored", "Rectifying", "Evaluated", "Closed", "Appraised"];
        assert_eq!(Stage::ALL.map(Stage::code), pinned);
    }

    #[test]
    fn the_hooks_of_fields_stay_as_they_are() {
        use HazardField as F;
        let dates = [F::FoundOn, F::Deadline, F::ReportedOn, F::RegulatorOn, F::WorkersOn, F::RectifiedOn];
        let pinned = ["FoundOn", "Deadline", "ReportedOn", "RegulatorOn", "WorkersOn", "RectifiedOn"];
        assert_eq!(dates.map(F::code), pinned);
        let dates = [F::AcceptedOn, F::ConsentOn, F::ClosedOn, F::AppraisedOn];
        assert_eq!(dates.map(F::code), ["AcceptedOn", "ConsentOn", "ClosedOn", "AppraisedOn"]);
        let texts = [F::Item, F::Area, F::Finder, F::Place, F::Description, F::Criterion, F::AccidentType, F::Owner];
        let pinned = ["Item", "Area", "Finder", "Place", "Description", "Criterion", "AccidentType", "Owner"];
        assert_eq!(texts.map(F::code), pinned);
        let texts = [F::Measures, F::Funds, F::Plan, F::Interim, F::Rectification, F::AcceptedBy, F::Acceptance];
        let pinned = ["Measures", "Funds", "Plan", "Interim", "Rectification", "AcceptedBy", "Acceptance"];
        assert_eq!(texts.map(F::code), pinned);
        assert_eq!([F::Grade, F::Source, F::Appraisal].map(F::code), ["Grade", "Source", "Appraisal"]);
    }

    #[test]
    fn the_hooks_of_photographs_and_filters_stay_as_they_are() {
        assert_eq!([PhotoOf::Before, PhotoOf::After].map(PhotoOf::code), ["Before", "After"]);
        assert_eq!(Which::ALL.map(Which::code), ["Open", "DueThisWeek", "Overdue", "Major", "All"]);
    }
}
