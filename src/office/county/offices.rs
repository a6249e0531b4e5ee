//! Each street with its figures, and which of two months counts.

use anziping_core::document::office_month::MonthSums;
use anziping_core::office::county_months::{KeptMonth, StreetMonth, StreetRow};
use anziping_core::office::rollup::Spread;
use leptos::prelude::*;

use super::ShownMonth;
use crate::ui::icon;
use crate::words::common;
use crate::words::office::county as words;
use crate::words::office::{difference, rollup};

/// The table of the streets, and those of which two months contradict each other.
#[component]
pub(super) fn Offices(shown: ShownMonth) -> impl IntoView {
    let table = move || {
        shown.with(|county| {
            let heads = words::STREET_COLUMNS.iter().enumerate().map(|(at, said)| {
                let class = if at < 2 { "" } else { "number" };
                view! { <th scope="col" class=class>{*said}</th> }
            });
            let rows = county.streets.iter().map(row).collect_view();
            let all = figures(&county.sums, words::mean(&county.figures));
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="streets">
                        <thead>
                            <tr>{heads.collect_view()}</tr>
                        </thead>
                        <tbody>{rows}</tbody>
                        <tfoot>
                            <tr data-street-all="">
                                <th scope="row">{words::ALL}</th>
                                <td></td>
                                {all}
                            </tr>
                        </tfoot>
                    </table>
                </div>
            }
        })
    };
    let forks = move || {
        shown.with(|county| {
            let forked = county.streets.iter().filter_map(|street| match &street.month {
                StreetMonth::Forked(months) => Some(fork(shown, street.office, months)),
                _ => None,
            });
            forked.collect_view()
        })
    };
    let twice = move || {
        shown.with(|county| {
            let count = county.twice.len();
            (count > 0).then(|| {
                let rows = county.twice.iter().map(|one| {
                    let said = words::listed_twice(one.name, one.uscc.as_str(), &one.offices);
                    view! { <li>{said}</li> }
                });
                view! {
                    <div class="notice notice-warn" role="note" data-listed-twice=count>
                        <p>{words::twice(count)}</p>
                        <ul>{rows.collect_view()}</ul>
                    </div>
                }
            })
        })
    };
    view! {
        <section class="card" aria-labelledby="streets">
            <h2 id="streets">{words::STREETS}</h2>
            {forks}
            {twice}
            {table}
        </section>
    }
    .into_any()
}

fn row(street: &StreetRow<'_>) -> AnyView {
    let (code, tone, said) = match (&street.month, street.has_key) {
        (StreetMonth::Counts(kept), _) => ("counts", "good", words::received(kept.document.revision, kept.received_on)),
        (StreetMonth::Forked(_), _) => ("forked", "bad", words::FORKED.to_owned()),
        (StreetMonth::Missing, true) => ("missing", "bad", words::MISSING.to_owned()),
        (StreetMonth::Missing, false) => ("missing", "bad", common::clauses(&[words::MISSING, words::WITHOUT_KEY])),
    };
    let sums = match &street.month {
        StreetMonth::Counts(kept) => {
            let mean = street.figures.as_ref().map(words::mean).unwrap_or_default();
            figures(&kept.document.sums, mean)
        }
        _ => words::STREET_COLUMNS.iter().skip(2).map(|_| view! { <td></td> }).collect_view().into_any(),
    };
    view! {
        <tr data-street=street.office.to_owned() data-street-month=code>
            <th scope="row">{street.office.to_owned()}</th>
            <td class="wide" data-label=words::STREET_COLUMNS[1]>
                <span class=format!("status-item status-{tone}")>{icon::of(tone)} " " {said}</span>
            </td>
            {sums}
        </tr>
    }
    .into_any()
}

/// The cells of figures of a row.
pub(super) fn cells(sums: &MonthSums, mean: String) -> [String; 10] {
    [
        sums.enterprises.to_string(),
        sums.counted.to_string(),
        sums.late.to_string(),
        sums.uncounted.to_string(),
        sums.not_sent.to_string(),
        format!("{}/{}/{}", sums.excellent, sums.pass, sums.fail),
        mean,
        sums.deaths.to_string(),
        sums.open_major.to_string(),
        sums.overdue.to_string(),
    ]
}

fn figures(sums: &MonthSums, mean: String) -> AnyView {
    let labels = words::STREET_COLUMNS.iter().skip(2);
    let bad = [false, false, false, false, false, false, false, sums.deaths > 0, sums.open_major > 0, sums.overdue > 0];
    let cells = labels.zip(cells(sums, mean)).zip(bad).map(|((label, said), bad)| {
        let class = if bad { "number nowrap status-bad" } else { "number nowrap" };
        view! {
            <td class=class data-label=*label>
                {said}
            </td>
        }
    });
    cells.collect_view().into_any()
}

/// Two months of one street that contradict each other, each with the button that lets it count.
fn fork(shown: ShownMonth, office: &str, months: &[&KeptMonth]) -> AnyView {
    let all: Vec<_> = months.iter().map(|kept| kept.document_sha256).collect();
    let rows = months.iter().map(|kept| {
        let (chosen, all, office) = (kept.document_sha256, all.clone(), office.to_owned());
        let choose = move |_| shown.app.choose_street_month(&office, chosen, all.clone());
        view! {
            <li class="row row-between">
                <span>{words::choice(&chosen, &kept.document.sums, kept.received_on)}</span>
                <button type="button" class="button button-small" data-action="take-month" on:click=choose>
                    {words::TAKE_THIS}
                </button>
            </li>
        }
    });
    view! {
        <div class="notice notice-bad" role="alert" data-forked-street=office.to_owned()>
            <p>
                <strong>{office.to_owned()}</strong>
                {common::COLON}
                {words::FORK_WHAT}
            </p>
            <ul class="plain stack-tight">{rows.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// Scores over all streets.
#[component]
pub(super) fn Scores(shown: ShownMonth) -> impl IntoView {
    let row = |name: String, spread: &Spread| {
        let [_, labels @ .., count] = rollup::ELEMENT_COLUMNS;
        let scores = labels.into_iter().zip([spread.mean, spread.median, spread.lowest]).map(|(label, score)| {
            view! {
                <td class="number nowrap" data-label=label>
                    {common::score(Some(score))}
                </td>
            }
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {scores.collect_view()}
                <td class="number" data-label=count>
                    {spread.count}
                </td>
            </tr>
        }
    };
    let rows = move || {
        shown.with(|county| {
            let elements = county.figures.elements.iter();
            let elements =
                elements.map(|(number, spread)| row(difference::element(shown.app.catalogue, *number), spread));
            let total = county.figures.total.as_ref().map(|spread| row(rollup::TOTAL.into(), spread));
            elements.chain(total).collect_view()
        })
    };
    let heads = rollup::ELEMENT_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
    view! {
        <section class="card" aria-labelledby="county-scores">
            <h2 id="county-scores">{rollup::SCORES}</h2>
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="county-scores">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
