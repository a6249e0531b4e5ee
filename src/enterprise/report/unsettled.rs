//! Lists the answers that nobody confirmed this month, kept apart: 未答, 待核实, 沿用待确认.

use anziping_core::review::{Overview, Review, ReviewFinding, ReviewPlace, Unsettled};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::{common, report as words};

/// Counts of what is unsettled in one way, such as 待核实, in the elements and in the areas.
#[derive(Default)]
pub(in crate::enterprise) struct Counted {
    pub(in crate::enterprise) items: usize,
    pub(in crate::enterprise) areas: usize,
    /// Where it begins.
    first: Option<ReviewPlace>,
}

impl Counted {
    /// Counts what nobody settled in this way: items, points and counts alike.
    pub(in crate::enterprise) fn unsettled(review: &Review, wanted: Unsettled) -> Self {
        Self::of(review.unsettled.iter().filter(|(_, found)| *found == wanted).map(|(place, _)| place))
    }

    fn unanswered(review: &Review) -> Self {
        let is_open = |finding: &ReviewFinding| matches!(finding, ReviewFinding::Unanswered | ReviewFinding::Answer(_));
        Self::of(review.problems.iter().filter(|(_, finding)| is_open(finding)).map(|(place, _)| place))
    }

    fn of<'a>(places: impl Iterator<Item = &'a ReviewPlace>) -> Self {
        places.fold(Self::default(), |counted, place| {
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
pub(super) fn UnsettledAnswers(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let tile = move |counted: Counted, label: &'static str, hint: &'static str, tone: &'static str| {
        let Counted { items, areas, first } = counted;
        let count = items + areas;
        let link = first.map(|place| {
            let href = Route::of_place(&place, |item| session.element_of(item)).href();
            view! {
                <a class="no-print" href=href aria-label=common::labelled(label, words::SEE_FIRST)>
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
    let counted = move |count: fn(&Review) -> Counted| overview.with(|overview| count(&overview.review));
    let unsure = |review: &Review| Counted::unsettled(review, Unsettled::Unsure);
    let carried = |review: &Review| Counted::unsettled(review, Unsettled::Carried);
    view! {
        <section class="card" aria-labelledby="unsettled">
            <h2 id="unsettled">{words::UNSETTLED}</h2>
            <div class="grid-4">
                {move || tile(counted(Counted::unanswered), words::UNANSWERED, words::UNANSWERED_HINT, "bad")}
                {move || tile(counted(unsure), words::UNSURE, words::UNSURE_HINT, "warn")}
                {move || tile(counted(carried), words::CARRIED, words::CARRIED_HINT, "warn")}
            </div>
        </section>
    }
    .into_any()
}
