//! What nobody confirmed this month, kept apart: 未答, 待核实, 沿用待确认.

use anziping_core::review::{Overview, ReviewFinding, ReviewPlace, Unsettled};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::report as words;

/// Three counts with a link to the first place of each.
#[component]
pub(super) fn UnsettledAnswers(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let unanswered = move || {
        let is_open = |finding: &ReviewFinding| matches!(finding, ReviewFinding::Unanswered | ReviewFinding::Answer(_));
        overview.with(|overview| {
            let open = overview.review.problems.iter().filter(|(_, finding)| is_open(finding));
            open.map(|(place, _)| place.clone()).collect::<Vec<_>>()
        })
    };
    let found = move |kind: Unsettled| {
        overview.with(|overview| {
            let found = overview.review.unsettled.iter().filter(|(_, found)| *found == kind);
            found.map(|(place, _)| place.clone()).collect::<Vec<_>>()
        })
    };
    let tile = move |places: Vec<ReviewPlace>, label: &'static str, hint: &'static str, tone: &'static str| {
        let count = places.len();
        let link = places.into_iter().next().map(|place| {
            let href = Route::of_place(&place, |item| session.element_of(item)).href();
            view! {
                <a class="no-print" href=href aria-label=format!("{label}：{}", words::SEE_FIRST)>
                    {words::SEE_FIRST}
                </a>
            }
        });
        let class = if count > 0 { format!("tile tile-{tone}") } else { "tile".to_owned() };
        view! {
            <div class=class>
                <span class="figure-mid">{count}</span>
                <span>{label}</span>
                <span class="hint">{hint}</span>
                {link}
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="unsettled">
            <h2 id="unsettled">{words::UNSETTLED}</h2>
            <div class="grid-4">
                {move || tile(unanswered(), words::UNANSWERED, words::UNANSWERED_HINT, "bad")}
                {move || tile(found(Unsettled::Unsure), words::UNSURE, words::UNSURE_HINT, "warn")}
                {move || tile(found(Unsettled::Carried), words::CARRIED, words::CARRIED_HINT, "warn")}
            </div>
        </section>
    }
    .into_any()
}
