//! Problems that block the signature and warnings that do not, by the page on which they are mended.

use anziping_core::review::{Overview, Review, ReviewFinding, ReviewPlace};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::{common, fault, register, report as words};

/// Id of the heading above the problems.
pub(super) const PROBLEMS_ID: &str = "problems";

/// So many of a group are listed at once.
const SHOWN: usize = 5;

type PlacedFinding = (ReviewPlace, ReviewFinding);

/// Both lists.
#[component]
pub(super) fn Findings(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let review = Memo::new(move |_| overview.with(|overview| overview.review.clone()));
    let list = move |found: &[PlacedFinding], none: &'static str| {
        if found.is_empty() { view! { <p>{none}</p> }.into_any() } else { groups(session, found) }
    };
    view! {
        <section
            class="card"
            class:no-print=move || review.with(Review::may_be_signed)
            aria-labelledby=PROBLEMS_ID
            data-list="problems"
        >
            <h2 id=PROBLEMS_ID tabindex="-1">
                {move || words::problems(review.with(|review| review.problems.len()))}
            </h2>
            {move || review.with(|Review { problems, .. }| list(problems, words::NO_PROBLEMS))}
        </section>
        <section class="card" aria-labelledby="warnings" data-list="warnings">
            <h2 id="warnings">{move || words::warnings(review.with(|review| review.warnings.len()))}</h2>
            {move || review.with(|Review { warnings, .. }| list(warnings, words::NO_WARNINGS))}
        </section>
    }
    .into_any()
}

fn groups(session: Session, found: &[PlacedFinding]) -> AnyView {
    words::GROUPS
        .iter()
        .enumerate()
        .filter_map(|(index, heading)| {
            let of_group: Vec<&PlacedFinding> = found.iter().filter(|(place, _)| group(place) == index).collect();
            let (first, rest) = of_group.split_at(of_group.len().min(SHOWN));
            let rows = |found: &[&PlacedFinding]| found.iter().map(|found| row(session, found)).collect_view();
            (!first.is_empty()).then(|| {
                view! {
                    <div class="stack-tight">
                        <h3>{*heading} " " <span class="muted number">{of_group.len()}</span></h3>
                        <ul class="findings">{rows(first)}</ul>
                        {(!rest.is_empty())
                            .then(|| {
                                view! {
                                    <details>
                                        <summary>{words::more(rest.len())}</summary>
                                        <ul class="findings">{rows(rest)}</ul>
                                    </details>
                                }
                            })}
                    </div>
                }
            })
        })
        .collect_view()
        .into_any()
}

/// Index in [`words::GROUPS`].
fn group(place: &ReviewPlace) -> usize {
    match place {
        ReviewPlace::Enterprise(_) => 0,
        ReviewPlace::Item(_) => 1,
        ReviewPlace::Point(_) | ReviewPlace::Rate(..) => 2,
        ReviewPlace::Hazard(_) => 3,
        ReviewPlace::Month(_) | ReviewPlace::Preparer => 4,
        ReviewPlace::Screening(_) => 5,
    }
}

fn row(session: Session, (place, finding): &PlacedFinding) -> AnyView {
    let href = Route::of_place(place, |item| session.element_of(item)).href();
    let name =
        |place: &ReviewPlace| session.hazards.with_untracked(|hazards| words::place(session.catalogue, hazards, place));
    let other = match finding {
        ReviewFinding::Contradiction(contradiction) => {
            ReviewPlace::of_id(session.catalogue, &contradiction.other).map(|other| {
                let route = Route::of_place(&other, |item| session.element_of(item));
                (route, name(&other))
            })
        }
        ReviewFinding::RegisterHasOtherPeople { .. } => Some((Route::People(None), register::PEOPLE.to_owned())),
        _ => None,
    };
    let other = other.map(|(route, name)| {
        view! {
            {common::SEMICOLON}
            <a href=route.href()>{name}</a>
        }
    });
    let kind = matches!(finding, ReviewFinding::Contradiction(_)).then_some("true");
    view! {
        <li data-contradiction=kind>
            <a href=href>{name(place)}</a>
            {common::COLON}
            {fault::finding(finding)}
            {other}
        </li>
    }
    .into_any()
}
