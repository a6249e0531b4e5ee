//! Major hazards from month to month: what is gone, what was put off, what is closed.

use anziping_core::office::desk::Verdict;
use anziping_core::office::hazard_course::{Course, End, courses};
use anziping_core::office::intake::{Checked, CheckedReport};
use anziping_tables::Sheet;
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::office::matters as words;

/// The courses up to the month on the screen, from the trusted reports of all months at hand.
fn all(app: OfficeApp) -> Vec<Course> {
    let period = app.period.get();
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let reports: Vec<&CheckedReport> =
                trusted.map(|(checked, _)| checked).filter_map(Checked::report).collect();
            courses(period, &reports)
        })
    })
}

/// The section; those that this month's reports have for the first time stand among the open ones only.
#[component]
pub(super) fn Courses(app: OfficeApp) -> impl IntoView {
    let courses = Memo::new(move |_| {
        all(app).into_iter().filter(|course| course.end != End::Open || course.months.len() > 1).collect::<Vec<_>>()
    });
    let table = move || {
        courses.with(|courses| {
            let heads = words::COURSE_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="courses">
                        <thead>
                            <tr>{heads}</tr>
                        </thead>
                        <tbody>{courses.iter().take(ROWS).map(row).collect_view()}</tbody>
                    </table>
                </div>
                {rest(courses.len())}
            }
        })
    };
    view! {
        {move || {
            (!courses.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="courses">
                            <h2 id="courses">{words::COURSES}</h2>
                            <p>{words::COURSES_WHAT}</p>
                            {table}
                        </section>
                    }
                })
        }}
    }
    .into_any()
}

fn row(course: &Course) -> AnyView {
    let (tone, said) = words::end(course.end);
    let [name, cells @ ..] = words::course(course);
    let [_, labels @ .., last] = words::COURSE_COLUMNS;
    let cells = labels.into_iter().zip(cells).map(|(label, cell)| {
        view! {
            <td class="wide" data-label=label>
                {cell}
            </td>
        }
    });
    view! {
        <tr data-course=course.hazard.id.clone()>
            <th scope="row">{name}</th>
            {cells.collect_view()}
            <td class="wide" data-label=last>
                <span class=format!("status-item status-{tone}")>{icon::of(tone)} " " {said}</span>
            </td>
        </tr>
    }
    .into_any()
}

/// All of them as a sheet.
pub(super) fn sheet(app: OfficeApp) -> Sheet {
    let heading = words::COURSE_COLUMNS.map(str::to_owned).to_vec();
    let rows = untrack(|| all(app))
        .into_iter()
        .map(|course| words::course(&course).into_iter().chain([words::end(course.end).1]).collect());
    Sheet {
        name: words::COURSES.into(),
        rows: std::iter::once(heading).chain(rows).collect(),
        numbers: Vec::new(),
        ..Sheet::default()
    }
}
