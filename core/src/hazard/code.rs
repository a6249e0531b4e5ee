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
        Cause = "Cause",
        Analysis = "Analysis",
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
