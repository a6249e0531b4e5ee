//! What nobody confirmed this month, kept apart: 未答, 待核实, 沿用待确认.

use anziping_core::review::{Overview, Review, ReviewFinding, ReviewPlace};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::report as words;

/// What is unsettled in one way, such as 待核实: how much in the elements, how much in the areas.
#[derive(Default)]
pub(in crate::enterprise) struct Counted {
    pub(in crate::enterprise) items: usize,
    pub(in crate::enterprise) areas: usize,
    /// Where it begins.
    first: Option<ReviewPlace>,
}

impl Counted {
    /// Counts what the review found of this kind, of items, points and counts alike.
    pub(in crate::enterprise) fn of(review: &Review, wanted: impl Fn(&ReviewFinding) -> bool) -> Self {
        let found = review.problems.iter().chain(&review.warnings).filter(|(_, finding)| wanted(finding));
        found.fold(Self::default(), |counted, (place, _)| {
            let in_area = matches!(place, ReviewPlace::Point(_) | ReviewPlace::Rate(..));
            Self {
                items: counted.items + usize::from(!in_area),
                areas: counted.areas + usize::from(in_area),
                first: counted.first.or_else(|| Some(place.clone())),
            }
        })
    }
}

/// Three counts with a link to the first place of each.
#[component]
pub(super) fn Unsettled(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let tile =
        move |wanted: fn(&ReviewFinding) -> bool, label: &'static str, hint: &'static str, tone: &'static str| {
            let Counted { items, areas, first } = overview.with(|overview| Counted::of(&overview.review, wanted));
            let count = items + areas;
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
                    {(areas > 0).then(|| view! { <span class="small">{words::parts(items, areas)}</span> })}
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
