//! Hazards that an earlier report left open and this month's report has no more.
//!
//! General ones too.

use anziping_core::office::desk::{Remark, Verdict};
use anziping_core::office::digest::ReportDigest;
use anziping_tables::Sheet;
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::words::office::matters as words;

/// A row for each trusted report of the month on the screen that leaves some out.
fn all(app: OfficeApp) -> Vec<[String; 6]> {
    let period = app.period.get();
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let reports = trusted.filter_map(|(checked, judged)| Some((checked.report()?, judged)));
            let reports = reports.filter(|(found, _)| found.report.period == period);
            let row = |remark: &Remark, of: &ReportDigest| match remark {
                Remark::HazardsGone { period, hazards, major } => {
                    Some(words::gone(&of.enterprise.name, of.enterprise.uscc.as_str(), *period, hazards, *major))
                }
                _ => None,
            };
            reports
                .flat_map(|(found, judged)| judged.remarks.iter().filter_map(move |remark| row(remark, &found.report)))
                .collect()
        })
    })
}

/// The section; nothing where none is missing.
#[component]
pub(super) fn Gone(app: OfficeApp) -> impl IntoView {
    let gone = Memo::new(move |_| all(app));
    let row = |cells: [String; 6]| {
        let [name, rest @ ..] = cells;
        let [_, labels @ ..] = words::GONE_COLUMNS;
        let cells = labels.into_iter().zip(rest).map(|(label, cell)| {
            view! {
                <td class="wide" data-label=label>
                    {cell}
                </td>
            }
        });
        view! {
            <tr data-gone="">
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let section = move || {
        let rows = gone.get();
        (!rows.is_empty()).then(|| {
            let count = rows.len();
            let heads = words::GONE_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
            view! {
                <section class="card" aria-labelledby="gone">
                    <h2 id="gone">{words::GONE}</h2>
                    <p>{words::GONE_WHAT}</p>
                    <div class="table-wrap">
                        <table class="table-cards" aria-labelledby="gone">
                            <thead>
                                <tr>{heads}</tr>
                            </thead>
                            <tbody>{rows.into_iter().take(ROWS).map(row).collect_view()}</tbody>
                        </table>
                    </div>
                    {rest(count)}
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

/// All of them as a sheet.
pub(super) fn sheet(app: OfficeApp) -> Sheet {
    let heading = words::GONE_COLUMNS.map(str::to_owned).to_vec();
    let rows = untrack(|| all(app)).into_iter().map(Vec::from);
    Sheet {
        name: words::GONE.into(),
        rows: std::iter::once(heading).chain(rows).collect(),
        numbers: vec![3, 4],
        ..Sheet::default()
    }
}
