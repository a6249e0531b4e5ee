//! Score by element as a picture and as a table.

use anziping_core::review::Overview;
use anziping_core::score::total::{ElementScore, ScoreGrade, Tenths};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::chart::{Bar, Bars};
use crate::words::{common, report as words};

/// The bar of one element.
pub(in crate::enterprise) fn bar(label: String, score: Option<Tenths>) -> Bar {
    Bar {
        label,
        tenths: score.map(|score| score.0),
        figure: common::score(score),
        tone: match score.map(ScoreGrade::of) {
            Some(ScoreGrade::Excellent) => "good",
            Some(ScoreGrade::Fail) => "bad",
            Some(ScoreGrade::Pass) | None => "",
        },
    }
}

/// Picture and table.
#[component]
pub(crate) fn Elements(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let scores = Memo::new(move |_| overview.with(|overview| overview.scores.elements.clone()));
    let name = move |number: u8| {
        session
            .catalogue
            .element(number)
            .map_or_else(String::new, |element| crate::words::element::title(number, &element.name))
    };
    let bars = Signal::derive(move || {
        scores.with(|scores| {
            scores
                .iter()
                .map(|element| bar(name(element.number), element.score.map(|score| score.tenths())))
                .collect::<Vec<_>>()
        })
    });
    let rows = move || {
        scores.with(|scores| {
            scores
                .iter()
                .map(|element| {
                    view! {
                        <tr data-element=element.number>
                            <th scope="row">
                                <a href=Route::Element(element.number, None).href()>{name(element.number)}</a>
                            </th>
                            {figures(element.score.map(|score| score.tenths()), counts(element))}
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    let total = move || {
        overview.with(|overview| {
            let mut sums = [0_u32; 8];
            for element in &overview.scores.elements {
                sums.iter_mut().zip(counts(element)).for_each(|(sum, count)| *sum += count);
            }
            view! {
                <tr>
                    <th scope="row">{words::TOTAL}</th>
                    {figures(overview.scores.tenths(), sums)}
                </tr>
            }
        })
    };
    let heads = words::ELEMENT_COLUMNS
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
        <section class="card" aria-labelledby="elements">
            <h2 id="elements">{words::ELEMENTS}</h2>
            <figure>
                <Bars bars=bars />
            </figure>
            <p class="hint" aria-hidden="true">
                {words::LINES}
            </p>
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="elements">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{total}</tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The cells behind the name of a row; on a narrow screen each bears the heading of its column.
fn figures(score: Option<Tenths>, counts: [u32; 8]) -> AnyView {
    let [_, of_score, of_counts @ ..] = words::ELEMENT_COLUMNS;
    let counts = of_counts.into_iter().zip(counts).map(|(label, count)| {
        view! {
            <td class="number" data-label=label>
                {count}
            </td>
        }
    });
    view! {
        <td class="number nowrap" data-label=of_score>
            {common::score(score)}
        </td>
        {counts.collect_view()}
    }
    .into_any()
}

/// Asked, confirmed, not met, still good, carried, 待核实, unanswered, 不适用.
fn counts(element: &ElementScore) -> [u32; 8] {
    [
        element.applicable,
        element.settled,
        element.unmet,
        element.standing,
        element.carried,
        element.unsure,
        element.unanswered,
        element.not_applicable,
    ]
}
