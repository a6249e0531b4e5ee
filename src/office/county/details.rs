//! Lists major hazards, requests to settle, and enterprises that do not count, over all streets.

use anziping_core::document::office_month::{RowGroup, RowState};
use anziping_core::office::county_months::{CountyHazard, CountySums, StreetMonth};
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use super::ShownMonth;
use crate::office::rollup::long_table::{ROWS, rest};
use crate::ui::icon;
use crate::words::office::county as words;

/// A table of texts whose first two columns name street and enterprise.
fn table<const N: usize>(labelled_by: &'static str, columns: [&'static str; N], rows: Vec<AnyView>) -> AnyView {
    let count = rows.len();
    let heads = columns.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table-cards" aria-labelledby=labelled_by>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows.into_iter().take(ROWS).collect_view()}</tbody>
            </table>
        </div>
        {rest(count)}
    }
    .into_any()
}

/// Cells of texts below their columns.
fn cells(columns: &'static [&'static str], texts: impl IntoIterator<Item = String>) -> AnyView {
    let cells = columns.iter().zip(texts).map(|(label, text)| {
        view! {
            <td class="wide" data-label=*label>
                {text}
            </td>
        }
    });
    cells.collect_view().into_any()
}

/// Major hazards from month to month.
#[component]
pub(super) fn Hazards(shown: ShownMonth) -> impl IntoView {
    let row = |one: &CountyHazard| {
        let (tone, said) = words::end(one);
        let [office, texts @ ..] = words::hazard(one);
        view! {
            <tr data-county-hazard=one.hazard.id.clone() data-end=words::end_code(one)>
                <th scope="row">{office}</th>
                {cells(&words::HAZARD_COLUMNS[1..6], texts)}
                <td class="wide" data-label=words::HAZARD_COLUMNS[6]>
                    <span class=format!("status-item status-{tone}")>{icon::of(tone)} " " {said}</span>
                </td>
            </tr>
        }
        .into_any()
    };
    let body = move || {
        shown.with(|county| {
            if county.hazards.is_empty() {
                return view! { <p class="status-item status-good">{icon::of("good")} " " {words::NO_HAZARDS}</p> }
                    .into_any();
            }
            table("county-hazards", words::HAZARD_COLUMNS, county.hazards.iter().map(row).collect())
        })
    };
    view! {
        <section class="card" aria-labelledby="county-hazards">
            <h2 id="county-hazards">{words::HAZARDS}</h2>
            <p>{words::HAZARDS_WHAT}</p>
            {body}
        </section>
    }
    .into_any()
}

/// Lists what enterprises ask the government to settle.
#[component]
pub(super) fn Help(shown: ShownMonth) -> impl IntoView {
    let body = move || {
        shown.with(|county| {
            if county.help.is_empty() {
                return view! { <p>{words::NO_HELP}</p> }.into_any();
            }
            let rows = county.help.iter().map(|one| {
                let texts = [one.enterprise, one.text].map(|text| visible(text).into_owned());
                view! {
                    <tr data-help="">
                        <th scope="row">{one.office.to_owned()}</th>
                        {cells(&words::HELP_COLUMNS[1..], texts)}
                    </tr>
                }
                .into_any()
            });
            table("county-help", words::HELP_COLUMNS, rows.collect())
        })
    };
    view! {
        <section class="card" aria-labelledby="county-help">
            <h2 id="county-help">{words::HELP}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Street, name, code and state of the enterprises that are expected to report and do not count.
fn absent(county: &CountySums<'_>) -> Vec<(String, String, String, RowState)> {
    let counting = county.streets.iter().filter_map(|street| match &street.month {
        StreetMonth::Counts(kept) => Some((street.office, &kept.document.enterprises)),
        _ => None,
    });
    let rows = counting.flat_map(|(office, rows)| rows.iter().map(move |row| (office, row)));
    let wanted = rows.filter(|(_, row)| !matches!(row.state.group(), RowGroup::Counted | RowGroup::Excused));
    wanted
        .map(|(office, row)| (office.to_owned(), visible(&row.name).into_owned(), row.uscc.to_string(), row.state))
        .collect()
}

/// Lists the enterprises that do not count, by name.
#[component]
pub(super) fn Absent(shown: ShownMonth) -> impl IntoView {
    let body = move || {
        let absent = shown.with(absent);
        if absent.is_empty() {
            return view! { <p class="status-item status-good">{icon::of("good")} " " {words::NO_ABSENT}</p> }
                .into_any();
        }
        let rows = absent.into_iter().map(|(office, name, code, state)| {
            let texts = [name, code.clone(), words::state(state).to_owned()];
            view! {
                <tr data-absent=code data-state=state.code()>
                    <th scope="row">{office}</th>
                    {cells(&words::ABSENT_COLUMNS[1..], texts)}
                </tr>
            }
            .into_any()
        });
        table("county-absent", words::ABSENT_COLUMNS, rows.collect())
    };
    view! {
        <section class="card" aria-labelledby="county-absent">
            <h2 id="county-absent">{words::ABSENT}</h2>
            {body}
        </section>
    }
    .into_any()
}
