//! Every month of a street that this browser keeps, with the way to take it away.

use std::collections::BTreeMap;

use anziping_core::office::county_months::KeptMonth;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::common;
use crate::words::office::county;
use crate::words::office::keeping as words;

/// The months by year, the latest first; nothing while there is none.
#[component]
pub(super) fn KeptMonths(app: OfficeApp) -> impl IntoView {
    let years = move || {
        app.months.with(|months| {
            let mut years: BTreeMap<i32, Vec<&KeptMonth>> = BTreeMap::new();
            for month in months {
                years.entry(month.document.period.year()).or_default().push(month);
            }
            years.into_iter().rev().map(|(year, months)| of_year(app, year, months)).collect_view()
        })
    };
    let any = Memo::new(move |_| app.months.with(|months| !months.is_empty()));
    let body = move || {
        any.get().then(|| {
            view! {
                <details class="card no-print">
                    <summary data-action="open-kept-months">
                        <h2>{words::STREET_MONTHS}</h2>
                    </summary>
                    <div class="stack details-body">
                        <p>{words::STREET_MONTHS_WHAT}</p>
                        {years}
                    </div>
                </details>
            }
        })
    };
    view! { {body} }.into_any()
}

fn of_year(app: OfficeApp, year: i32, mut months: Vec<&KeptMonth>) -> AnyView {
    months.sort_by_key(|month| (std::cmp::Reverse(month.document.period), month.document.office.clone()));
    let count = months.len();
    let rows = months.into_iter().map(|month| row(app, month)).collect_view();
    let remove = move |_| app.remove_street_months(|month| month.document.period.year() == year);
    view! {
        <div class="stack-tight" data-year=year>
            <ul class="plain stack-tight">{rows}</ul>
            <div>
                <button type="button" class="button button-small" data-action="remove-street-year" on:click=remove>
                    {words::street_year(year, count)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn row(app: OfficeApp, kept: &KeptMonth) -> AnyView {
    let document = kept.document_sha256;
    let remove = move |_| app.remove_street_months(|month| month.document_sha256 == document);
    view! {
        <li class="row row-between" data-kept-month=kept.document.period.to_string()>
            <span>
                {county::what(&kept.document)} {common::COMMA}
                {county::choice(&document, &kept.document.sums, kept.received_on)}
            </span>
            <button type="button" class="button button-small" data-action="remove-street-month" on:click=remove>
                {words::REMOVE}
            </button>
        </li>
    }
    .into_any()
}
