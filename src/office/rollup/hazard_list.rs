//! Every single hazard of the month's reports, open or closed in it, as a sheet to be filtered.

use anziping_core::hazard::Hazard;
use anziping_core::office::intake::CheckedReport;
use anziping_core::value::day::Day;
use anziping_core::value::visible::visible;
use anziping_tables::Sheet;

use crate::words::hazard;
use crate::words::office::workbook as names;

pub(super) fn sheet(now: &[&CheckedReport]) -> Sheet {
    let heading = names::HAZARD_COLUMNS.map(str::to_owned).to_vec();
    let rows = now.iter().flat_map(|found| {
        let hazards = found.report.hazards.iter().chain(&found.signed.closed);
        hazards.map(|hazard| row(found, hazard).to_vec())
    });
    Sheet {
        name: names::HAZARDS.into(),
        rows: std::iter::once(heading).chain(rows).collect(),
        days: names::HAZARD_DAYS.to_vec(),
        ..Sheet::default()
    }
}

fn row(found: &CheckedReport, of: &Hazard) -> [String; 13] {
    let (enterprise, end) = (&found.report.enterprise, found.report.to);
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    let text = |text: &str| visible(text).into_owned();
    let is_open = of.is_open_on(end);
    [
        enterprise.name.clone(),
        enterprise.uscc.to_string(),
        enterprise.village.clone(),
        of.id.clone(),
        of.grade.map_or_else(String::new, |grade| hazard::grade(grade).to_owned()),
        text(&of.place),
        text(&of.description),
        day(of.found_on),
        text(&of.owner),
        text(&of.measures),
        day(of.deadline),
        names::state(is_open, of.is_overdue_on(end)).to_owned(),
        day(of.closed_on.filter(|_| !is_open)),
    ]
}
