//! Open hazards: in numbers, by enterprise, and the major ones one by one.

use anziping_core::hazard::Ledger;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::rollup::{MajorHazard, RollUp};
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::common;
use crate::words::office as desk;
use crate::words::office::rollup as words;

#[component]
pub(super) fn Hazards(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let figures = move || {
        let totals = rollup.with(|rollup| rollup.trusted.hazards);
        let tile = |count: u32, said: &'static str, bad: bool| {
            let class = if bad && count > 0 { "tile tile-bad" } else { "tile" };
            view! {
                <div class=class>
                    <span class="figure-mid">{count}</span>
                    <span>{said}</span>
                </div>
            }
        };
        view! {
            <div class="grid-4">
                {tile(totals.open, words::OPEN, false)} {tile(totals.open_major, words::OPEN_MAJOR, true)}
                {tile(totals.overdue, words::OVERDUE, true)} {tile(totals.added, words::ADDED, false)}
                {tile(totals.closed, words::CLOSED, false)}
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="hazards">
            <h2 id="hazards">{words::HAZARDS}</h2>
            {figures}
            {move || rollup.with(|rollup| majors(&rollup.trusted.major_hazards))}
            {move || by_enterprise(app)}
        </section>
    }
    .into_any()
}

fn majors(majors: &[MajorHazard]) -> AnyView {
    if majors.is_empty() {
        return view! { <p class="status-item status-good">{icon::of("good")} {words::NO_MAJOR}</p> }.into_any();
    }
    let more = rest(majors.len());
    let [_, code, id, what, due] = words::MAJOR_COLUMNS;
    let rows = majors.iter().take(ROWS).map(|major| {
        let late = major.overdue.then(|| {
            view! {
                " "
                <span class="status-item status-bad small nowrap">{icon::of("bad")} {desk::OVERDUE}</span>
            }
        });
        view! {
            <tr data-major=major.id.clone()>
                <th scope="row">{major.enterprise.clone()}</th>
                <td class="number wide" data-label=code>
                    {major.uscc.to_string()}
                </td>
                <td class="nowrap half" data-label=id>
                    {major.id.clone()}
                </td>
                <td class="wide" data-label=what>
                    {major.place.clone()}
                    {common::COLON}
                    {major.description.clone()}
                </td>
                <td class="wide" data-label=due>
                    {major.deadline.map(common::day)}
                    {late}
                </td>
            </tr>
        }
    });
    let heads = words::MAJOR_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table-cards">
                <caption>{words::MAJOR}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

/// Enterprises with open hazards, those with overdue and major ones first.
pub(super) fn open_by_enterprise(reports: &[&CheckedReport]) -> Vec<(String, Ledger)> {
    let ledgers = reports
        .iter()
        .filter_map(|found| Some((found.report.enterprise.name.clone(), found.recomputed.as_ref()?.ledger)));
    let mut rows: Vec<_> = ledgers.filter(|(_, ledger)| ledger.open > 0).collect();
    rows.sort_by_key(|(_, ledger)| std::cmp::Reverse((ledger.overdue, ledger.open_major, ledger.open)));
    rows
}

fn by_enterprise(app: OfficeApp) -> Option<AnyView> {
    let rows = super::risk_overview::of_trusted(app, open_by_enterprise);
    let more = rest(rows.len());
    (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().take(ROWS).map(|(name, ledger)| {
            let late = if ledger.overdue > 0 { "number status-bad" } else { "number" };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="number">{ledger.open}</td>
                    <td class="number">{ledger.open_major}</td>
                    <td class=late>{ledger.overdue}</td>
                </tr>
            }
        });
        let heads = words::BY_ENTERPRISE_COLUMNS
            .iter()
            .enumerate()
            .map(|(index, said)| {
                view! {
                    <th scope="col" class=if index == 0 { "" } else { "number" }>
                        {*said}
                    </th>
                }
            })
            .collect_view();
        view! {
            <div class="table-wrap">
                <table>
                    <caption>{words::BY_ENTERPRISE}</caption>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {more}
        }
        .into_any()
    })
}
