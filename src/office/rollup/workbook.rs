//! The whole roll-up as one workbook, a sheet for each table of the page, all rows of it.

use anziping_core::catalog::TargetCode;
use anziping_core::month::figures::MonthField;
use anziping_core::office::desk::Verdict;
use anziping_core::office::intake::{Checked, CheckedReport};
use anziping_core::office::missing::RollCall;
use anziping_core::office::placed::By;
use anziping_core::office::reports_table::{ReportColumn, reports_table};
use anziping_core::office::risk_overview::{groups, habits, movements, worst_items};
use anziping_core::office::rollup::{RollUp, Spread, of_month};
use anziping_core::value::period::Period;
use anziping_tables::Sheet;
use leptos::prelude::*;

use super::export::{Button, export_button};
use super::{course, gone, hazard_list, hazards, matters, missing};
use crate::office::app::OfficeApp;
use crate::platform::files;
use crate::words::office as desk;
use crate::words::office::risk_overview;
use crate::words::office::{rollup as words, workbook as names};
use crate::words::{common, month, sheet};
use crate::worker_client::tables::TableWork;

#[component]
pub(super) fn Workbook(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let button = Button {
        action: "export-workbook",
        exported: "workbook",
        label: names::EXPORT,
        working: sheet::WORKING,
        hint: None,
    };
    export_button(button, move || {
        let sheets = rollup.with_untracked(|rollup| sheets(app, rollup));
        write(sheets, names::file_name(app.period.get_untracked()))
    })
}

pub(in crate::office) async fn write(sheets: Vec<Sheet>, name: String) -> Result<String, String> {
    let file = TableWork::prepare().write(sheets).await.map_err(|fault| sheet::why(&fault))?;
    files::save(&name, sheet::XLSX, &file).map(|()| sheet::exported(&name)).map_err(|fault| desk::file(&fault))
}

/// A sheet whose scores and shares all have one decimal.
fn with_tenths(sheet: Sheet, tenths: &[u16]) -> Sheet {
    Sheet { tenths: tenths.to_vec(), ..sheet }
}

pub(in crate::office) fn table(
    name: &str,
    heading: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
    numbers: &[u16],
) -> Sheet {
    let heading = heading.iter().map(|&said| said.to_owned()).collect();
    Sheet {
        name: name.into(),
        rows: std::iter::once(heading).chain(rows).collect(),
        numbers: numbers.to_vec(),
        ..Sheet::default()
    }
}

fn sheets(app: OfficeApp, rollup: &RollUp) -> Vec<Sheet> {
    let period = app.period.get_untracked();
    app.inbox.with_untracked(|inbox| {
        app.judged.with_untracked(|judged| {
            let (now, before) =
                [period, period.previous()].map(|month| of_month(month, &Verdict::Trusted, inbox, judged)).into();
            let numbers =
                (0..).zip(ReportColumn::ALL).filter(|(_, column)| column.is_number()).map(|(at, _)| at).collect();
            let rows = app.with_beside(|beside| reports_table(inbox, judged, beside, &words::TableWords));
            let tenths =
                (0..).zip(ReportColumn::ALL).filter(|(_, column)| column.is_tenths()).map(|(at, _)| at).collect();
            let reports = Sheet { name: names::REPORTS.into(), rows, numbers, tenths, ..Sheet::default() };
            let absent = missing::table(app, rollup).into_iter().map(|row| row.to_vec()).collect();
            let absent =
                Sheet { name: words::MISSING_TITLE.into(), rows: absent, numbers: Vec::new(), ..Sheet::default() };
            vec![
                totals(rollup, of_the_month(inbox, period)),
                matters::sheet(app, &now),
                reports,
                absent,
                scores(app, rollup),
                targets(app, rollup),
                open_hazards(&now),
                major_hazards(rollup),
                hazard_list::sheet(&now),
                course::sheet(app),
                gone::sheet(app),
                all_groups(app, &now),
                worst(app, &now),
                ticked(&now),
                moved(&now, &before),
            ]
        })
    })
}

/// Counts the files that say that they are of the month; of a refused one nobody knows.
fn of_the_month(inbox: &[Checked], period: Period) -> usize {
    inbox.iter().filter_map(Checked::report).filter(|found| found.report.period == period).count()
}

fn totals(rollup: &RollUp, files: usize) -> Sheet {
    let (trusted, hazards, grades) = (&rollup.trusted, rollup.trusted.hazards, rollup.trusted.grades);
    let grade = |grade| format!("{} {}", words::GRADES, common::grade(grade));
    use anziping_core::score::total::ScoreGrade::{Excellent, Fail, Pass};
    let mut rows = vec![
        (names::FILES.to_owned(), files.to_string()),
        (words::TRUSTED.into(), trusted.reports.to_string()),
        (words::UNREGISTERED.into(), rollup.unregistered.reports.to_string()),
        (words::MISSING.into(), rollup.count(|standing| standing == RollCall::NotSent).to_string()),
        (words::UNCOUNTED.into(), rollup.count(|standing| standing == RollCall::Uncounted).to_string()),
        (words::TAKEN_IN.into(), rollup.count(|standing| matches!(standing, RollCall::TakenIn(_))).to_string()),
        (names::WITHOUT_FIGURES.into(), trusted.without_figures.to_string()),
        (grade(Excellent), grades.excellent.to_string()),
        (grade(Pass), grades.pass.to_string()),
        (grade(Fail), grades.fail.to_string()),
        (format!("{} {}", words::GRADES, words::NO_GRADE), grades.none.to_string()),
    ];
    let hazards = [
        (words::OPEN, hazards.open),
        (words::OPEN_MAJOR, hazards.open_major),
        (words::OVERDUE, hazards.overdue),
        (words::ADDED, hazards.added),
        (words::CLOSED, hazards.closed),
    ];
    let harm = [
        (MonthField::Accidents, trusted.harm.accidents),
        (MonthField::Deaths, trusted.harm.deaths),
        (MonthField::SeriousInjuries, trusted.harm.serious_injuries),
        (MonthField::MinorInjuries, trusted.harm.minor_injuries),
    ];
    rows.extend(harm.map(|(field, count)| (month::label(field).to_owned(), count.to_string())));
    rows.extend(hazards.map(|(said, count)| (format!("{} {said}", words::HAZARDS), count.to_string())));
    let title = words::title(rollup.period);
    table(names::TOTALS, &[&title, names::COUNT], rows.into_iter().map(|(said, figure)| vec![said, figure]), &[1])
}

fn scores(app: OfficeApp, rollup: &RollUp) -> Sheet {
    let row = |name: String, spread: &Spread| {
        vec![
            name,
            spread.mean.to_string(),
            spread.median.to_string(),
            spread.lowest.to_string(),
            spread.count.to_string(),
        ]
    };
    let elements = &rollup.trusted.elements;
    let rows = elements.iter().map(|(number, spread)| row(desk::difference::element(app.catalogue, *number), spread));
    let total = rollup.trusted.total.as_ref().map(|spread| row(words::TOTAL.into(), spread));
    with_tenths(table(names::SCORES, &words::ELEMENT_COLUMNS, rows.chain(total), &[1, 2, 3, 4]), &[1, 2, 3])
}

fn targets(app: OfficeApp, rollup: &RollUp) -> Sheet {
    let codes = TargetCode::ALL.map(|code| [common::target(code).to_owned(), names::having(common::target(code))]);
    let heading: Vec<&str> = std::iter::once(words::AREA).chain(codes.iter().flatten().map(String::as_str)).collect();
    let rows = rollup.trusted.targets.iter().map(|(id, counts)| {
        let name = app.catalogue.area(id).map_or_else(|| id.clone(), |area| area.name.clone());
        std::iter::once(name)
            .chain(counts.iter().flat_map(|count| [count.met.to_string(), count.total.to_string()]))
            .collect()
    });
    table(names::TARGETS, &heading, rows, &[1, 2, 3, 4, 5, 6, 7, 8])
}

fn open_hazards(now: &[&CheckedReport]) -> Sheet {
    let rows = hazards::open_by_enterprise(now).into_iter().map(|(name, ledger)| {
        vec![name, ledger.open.to_string(), ledger.open_major.to_string(), ledger.overdue.to_string()]
    });
    table(names::OPEN, &words::BY_ENTERPRISE_COLUMNS, rows, &[1, 2, 3])
}

fn major_hazards(rollup: &RollUp) -> Sheet {
    let rows = rollup.trusted.major_hazards.iter().map(|major| {
        let place = common::labelled(&major.place, &major.description);
        let late = if major.overdue { desk::OVERDUE } else { "" };
        vec![
            major.enterprise.clone(),
            major.uscc.to_string(),
            major.id.clone(),
            place,
            major.deadline.map(|day| day.to_string()).unwrap_or_default(),
            late.to_owned(),
        ]
    });
    let heading: Vec<&str> = words::MAJOR_COLUMNS.into_iter().chain([desk::OVERDUE]).collect();
    table(names::MAJOR, &heading, rows, &[])
}

fn all_groups(app: OfficeApp, now: &[&CheckedReport]) -> Sheet {
    let ways = [
        (By::Class, risk_overview::BY_CLASS),
        (By::Village, risk_overview::BY_VILLAGE),
        (By::Industry, risk_overview::BY_INDUSTRY),
    ];
    let rows = ways.into_iter().flat_map(|(by, said)| {
        untrack(|| app.with_places(|places| groups(by, now, places))).into_iter().map(move |group| {
            let name = risk_overview::group(by, &group.key);
            let mean = group.total.map(|total| total.mean.to_string()).unwrap_or_default();
            let figures = [group.reports, group.failed, group.open, group.open_major, group.overdue]
                .map(|figure| figure.to_string());
            [said.to_owned(), name, mean].into_iter().chain(figures).collect()
        })
    });
    let heading: Vec<&str> =
        [names::WAY, names::GROUP].into_iter().chain(risk_overview::GROUP_COLUMNS.into_iter().skip(1)).collect();
    with_tenths(table(names::GROUPS, &heading, rows, &[2, 3, 4, 5, 6, 7]), &[2])
}

fn worst(app: OfficeApp, now: &[&CheckedReport]) -> Sheet {
    let rows = worst_items(now).into_iter().map(|item| {
        let question = app.catalogue.item(&item.id).map(|found| found.question.clone()).unwrap_or_default();
        vec![format!("{} {question}", item.id), item.short.to_string(), item.zero.to_string()]
    });
    table(names::WORST, &risk_overview::WORST_COLUMNS, rows, &[1, 2])
}

fn ticked(now: &[&CheckedReport]) -> Sheet {
    let rows = habits(now).into_iter().map(|habit| {
        let (excluded, carried) = (habit.not_applicable_share().to_string(), habit.carried_share().to_string());
        vec![
            habit.name,
            habit.asked.to_string(),
            habit.not_applicable.to_string(),
            excluded,
            habit.carried.to_string(),
            carried,
        ]
    });
    let [name, asked, excluded, carried] = risk_overview::HABIT_COLUMNS;
    let shares = [excluded, carried].map(names::share);
    let heading = [name, asked, excluded, &shares[0], carried, &shares[1]];
    with_tenths(table(names::HABITS, &heading, rows, &[1, 2, 3, 4, 5]), &[3, 5])
}

fn moved(now: &[&CheckedReport], before: &[&CheckedReport]) -> Sheet {
    let rows = movements(now, before).into_iter().map(|moved| {
        let difference = risk_overview::difference(moved.before, moved.now).replace('−', "-");
        vec![moved.name, moved.before.to_string(), moved.now.to_string(), difference]
    });
    with_tenths(table(names::MOVEMENTS, &risk_overview::MOVEMENT_COLUMNS, rows, &[1, 2, 3]), &[1, 2, 3])
}
