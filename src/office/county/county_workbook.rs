//! The months of all streets as a workbook: the tables of the page, and every enterprise.

use anziping_core::document::office_month::MonthRow;
use anziping_core::office::county_months::{CountySums, StreetMonth};
use anziping_core::value::visible::visible;
use anziping_tables::Sheet;
use leptos::prelude::*;

use super::{ShownMonth, offices};
use crate::office::rollup::export::{Button, export_button};
use crate::office::rollup::workbook::{table, write};
use crate::words::common;
use crate::words::office::county as words;
use crate::words::sheet;

#[component]
pub(super) fn CountyWorkbook(shown: ShownMonth) -> impl IntoView {
    let button = Button {
        action: "export-county",
        exported: "county",
        label: words::EXPORT,
        working: sheet::WORKING,
        hint: None,
    };
    let export = export_button(button, move || {
        let (sheets, period) = untrack(|| (shown.with(sheets), shown.period()));
        write(sheets, words::file_name(period))
    });
    view! { <div class="no-print">{export}</div> }.into_any()
}

fn sheets(county: &CountySums<'_>) -> Vec<Sheet> {
    vec![streets(county), enterprises(county), hazards(county), help(county)]
}

fn streets(county: &CountySums<'_>) -> Sheet {
    let rows = county.streets.iter().map(|street| {
        let (said, figures) = match &street.month {
            StreetMonth::Counts(kept) => {
                let mean = street.figures.as_ref().map(words::mean).unwrap_or_default();
                let said = words::received(kept.document.revision, kept.received_on);
                (said, offices::cells(&kept.document.sums, mean).to_vec())
            }
            StreetMonth::Forked(_) => (words::FORKED.to_owned(), Vec::new()),
            StreetMonth::Missing => (words::MISSING.to_owned(), Vec::new()),
        };
        [street.office.to_owned(), said].into_iter().chain(figures).collect()
    });
    let all = offices::cells(&county.sums, words::mean(&county.figures));
    let all = [words::ALL.to_owned(), String::new()].into_iter().chain(all).collect();
    table(words::STREETS, &words::STREET_COLUMNS, rows.chain([all]), &[2, 3, 4, 5, 6, 8, 9, 10, 11])
}

fn enterprises(county: &CountySums<'_>) -> Sheet {
    let rows = county.streets.iter().flat_map(|street| match &street.month {
        StreetMonth::Counts(kept) => {
            kept.document.enterprises.iter().map(|row| enterprise(street.office, row)).collect()
        }
        _ => Vec::new(),
    });
    let numbers = [6, 7, 9, 10, 11, 12, 13, 14, 15];
    table(words::ENTERPRISES, &words::ENTERPRISE_COLUMNS, rows, &numbers)
}

fn enterprise(office: &str, row: &MonthRow) -> Vec<String> {
    let report = row.report.as_ref();
    let figures = report.and_then(|report| report.figures.as_ref());
    let counted = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let harm = row.counted();
    vec![
        office.to_owned(),
        visible(&row.name).into_owned(),
        row.uscc.to_string(),
        words::state(row.state).to_owned(),
        report.filter(|report| report.late).map(|_| words::YES.to_owned()).unwrap_or_default(),
        report.and_then(|report| report.received_on).map(|day| day.to_string()).unwrap_or_default(),
        counted(report.map(|report| report.revision)),
        figures.and_then(|figures| figures.total).map(|total| total.to_string()).unwrap_or_default(),
        figures.and_then(|figures| figures.grade).map(|grade| common::grade(grade).to_owned()).unwrap_or_default(),
        counted(figures.map(|figures| figures.open)),
        counted(figures.map(|figures| figures.open_major)),
        counted(figures.map(|figures| figures.overdue)),
        counted(harm.map(|report| report.deaths)),
        counted(harm.map(|report| report.serious_injuries)),
        counted(harm.map(|report| report.minor_injuries)),
        counted(harm.map(|report| report.accidents)),
        report.map(|report| visible(&report.help_needed).into_owned()).unwrap_or_default(),
        report.map(|report| report.document_sha256.to_string()).unwrap_or_default(),
    ]
}

fn hazards(county: &CountySums<'_>) -> Sheet {
    let rows = county.hazards.iter().map(|one| words::hazard(one).into_iter().chain([words::end(one).1]).collect());
    table(words::HAZARDS, &words::HAZARD_COLUMNS, rows, &[])
}

fn help(county: &CountySums<'_>) -> Sheet {
    let rows = county
        .help
        .iter()
        .map(|one| [one.office, one.enterprise, one.text].map(|text| visible(text).into_owned()).to_vec());
    table(words::HELP, &words::HELP_COLUMNS, rows, &[])
}
