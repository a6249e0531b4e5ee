//! What nobody confirmed this month, kept apart: 未答, 待核实, 沿用待确认.

use anziping_core::review::{Overview, ReviewFinding, ReviewPlace};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::report as words;

/// Three counts with a link to the first place of each.
#[component]
pub(super) fn Unsettled(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let tile = move |wanted: fn(&ReviewFinding) -> bool,
                     label: &'static str,
                     hint: &'static str,
                     tone: &'static str| {
        let (count, first) = overview.with(|overview| {
            let found = || {
                overview.review.problems.iter().chain(&overview.review.warnings).filter(|(_, finding)| wanted(finding))
            };
            (found().count(), found().next().map(|(place, _)| place.clone()))
        });
        let link = first.map(|place: ReviewPlace| {
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
                {move || tile(
                    |finding| matches!(finding, ReviewFinding::Unanswered | ReviewFinding::Answer(_)),
                    words::UNANSWERED,
                    words::UNANSWERED_HINT,
                    "bad",
                )}
                {move || tile(
                    |finding| *finding == ReviewFinding::Unsure,
                    words::UNSURE,
                    words::UNSURE_HINT,
                    "warn",
                )}
                {move || tile(
                    |finding| *finding == ReviewFinding::Carried,
                    words::CARRIED,
                    words::CARRIED_HINT,
                    "warn",
                )}
            </div>
        </section>
    }
    .into_any()
}
