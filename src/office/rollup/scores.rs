//! Scores and grades of the trusted reports.

use anziping_core::office::rollup::{RollUp, Spread};
use anziping_core::score::total::ScoreGrade;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::chart::{Bar, Bars};
use crate::ui::icon;
use crate::words::common;
use crate::words::office as desk;
use crate::words::office::rollup as words;

#[component]
pub(super) fn Scores(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let name = move |number: u8| desk::difference::element(app.catalogue, number);
    let bars = Signal::derive(move || {
        rollup.with(|rollup| {
            rollup.trusted.elements.iter().map(|(number, spread)| bar(name(*number), spread)).collect::<Vec<_>>()
        })
    });
    let row = |name: String, spread: &Spread| {
        let [_, mean, median, lowest, count] = words::ELEMENT_COLUMNS;
        let scores = [(mean, spread.mean), (median, spread.median), (lowest, spread.lowest)].map(|(label, score)| {
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
        rollup.with(|rollup| {
            rollup.trusted.elements.iter().map(|(number, spread)| row(name(*number), spread)).collect_view()
        })
    };
    let total =
        move || rollup.with(|rollup| rollup.trusted.total.as_ref().map(|spread| row(words::TOTAL.into(), spread)));
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
        <section class="card" aria-labelledby="scores">
            <h2 id="scores">{words::SCORES}</h2>
            {move || {
                rollup
                    .with(|rollup| {
                        rollup
                            .trusted
                            .total
                            .as_ref()
                            .map(|spread| {
                                view! {
                                    <p class="number" data-spread="total">
                                        {words::spread(spread)}
                                    </p>
                                }
                            })
                    })
            }}
            {move || rollup.with(grades)}
            <figure>
                <Bars bars=bars />
            </figure>
            <p class="hint" aria-hidden="true">
                {words::BARS}
            </p>
            <div class="table-wrap">
                <table class="table-cards" aria-labelledby="scores">
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

fn bar(label: String, spread: &Spread) -> Bar {
    let tone = match ScoreGrade::of(spread.mean) {
        ScoreGrade::Excellent => "good",
        ScoreGrade::Pass => "",
        ScoreGrade::Fail => "bad",
    };
    Bar { label, tenths: Some(spread.mean.0), figure: common::score(Some(spread.mean)), tone }
}

fn grades(rollup: &RollUp) -> AnyView {
    let grades = rollup.trusted.grades;
    let graded = [
        (ScoreGrade::Excellent, grades.excellent, "good"),
        (ScoreGrade::Pass, grades.pass, "blue"),
        (ScoreGrade::Fail, grades.fail, "bad"),
    ];
    let tags = graded.map(|(grade, count, tone)| {
        view! {
            <span class=format!("tag tag-{tone}") data-grade=grade.code()>
                {icon::of(tone)}
                {common::grade(grade)}
                " "
                {words::enterprises(count)}
            </span>
        }
    });
    let none = (grades.none > 0)
        .then(|| view! { <span class="tag">{words::NO_GRADE} " " {words::enterprises(grades.none)}</span> });
    view! { <p class="row">{words::GRADES} {tags.collect_view()} {none}</p> }.into_any()
}
