//! The page of one high-risk area: its four 100 % targets with counts, points and what is missing.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `asked` | which counts and points are asked, and in which order |
//! | `from_ledger` | P4: what the ledger of hazards gives, and a new hazard of the area |
//! | `point` | a point: asked, answered elsewhere, or not asked this month |
//! | `target` | the card of a target |

mod asked;
mod from_ledger;
mod point;
mod target;

use anziping_core::catalog::{Area, Point};
use anziping_core::month::draft::MonthDraft;
use anziping_core::score::targets::{AreaTargets, TargetCell};
use leptos::prelude::*;

use self::asked::{not_asked, questions_of};
use self::target::TargetCard;
use super::filter::Filtered;
use super::folded::Folded;
use crate::enterprise::route::Route;
use crate::enterprise::section::{ConfirmSection, SectionPart};
use crate::enterprise::session::Session;
use crate::ui::citation::Citations;
use crate::words::{area as words, common};

#[component]
pub(crate) fn AreaPage(
    /// The month on the screen.
    session: Session,
    /// Id of the area.
    area: String,
) -> impl IntoView {
    let Some(area) = session.catalogue.area(&area) else {
        return view! {
            <div class="page">
                <h1 tabindex="-1">{words::UNKNOWN}</h1>
            </div>
        }
        .into_any();
    };
    let chosen = Memo::new(move |_| session.profile.with(|profile| profile.facts.contains(&area.fact)));
    view! {
        <div class="page">
            {move || if chosen.get() { four_targets(session, area) } else { not_chosen(area) }}
        </div>
    }
    .into_any()
}

fn not_chosen(area: &'static Area) -> AnyView {
    let to_fact = Route::Enterprise(Some(area.fact.clone())).href();
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{area.name.as_str()}</h1>
        </div>
        <div class="card">
            <p>{words::NOT_CHOSEN}</p>
            <div>
                <a class="button" href=to_fact>
                    {words::CHOOSE}
                </a>
            </div>
        </div>
    }
    .into_any()
}

fn four_targets(session: Session, area: &'static Area) -> AnyView {
    let targets =
        Memo::new(move |_| session.area_targets(&area.id).map_or_else(Vec::new, |AreaTargets { cells, .. }| cells));
    let filter = Filtered::new();
    let folded = untrack(|| {
        let points = area.targets.iter().flat_map(|target| &target.points);
        Folded::of(
            session,
            points.filter_map(|point| not_asked(session, point).map(|status| (point.id.clone(), status))),
        )
    });
    let questions = move || area.targets.iter().flat_map(move |target| questions_of(session, area, target));
    let parts = Signal::derive(move || {
        let listed = questions().filter(|(id, _)| filter.keeps(id));
        listed.map(|(id, row)| SectionPart::of_row(session, id, row)).collect::<Vec<_>>()
    });
    let asked = move || questions().map(|(id, row)| (id, row.status.get())).collect::<Vec<_>>();
    let none = Memo::new(move |_| !filter.is_all() && questions().all(|(id, _)| !filter.keeps(&id)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{area.name.as_str()}</h1>
        </div>
        <details class="no-print">
            <summary>{words::BASIS}</summary>
            <div class="details-body">
                <Citations catalogue=session.catalogue basis=&area.basis />
            </div>
        </details>
        <section class="grid-4" aria-label=words::SUMMARY>
            {move || targets.with(|cells| cells.iter().map(|cell| tile(area, cell)).collect_view())}
        </section>
        <div class="row row-between no-print">
            {filter.buttons(asked)} <p class="hint keys-hint">{words::KEYS}</p>
        </div>
        {area
            .targets
            .iter()
            .map(|target| {
                // What a filter keeps nothing of has no heading either.
                let shown = Memo::new(move |_| {
                    filter.is_all() || questions_of(session, area, target).any(|(id, _)| filter.keeps(&id))
                });
                let card = move || {
                    view! {
                        <TargetCard
                            session=session
                            area=area
                            target=target
                            cells=targets
                            filter=filter
                            folded=folded
                        />
                    }
                };
                move || shown.get().then(card)
            })
            .collect_view()}
        {move || none.get().then(|| view! { <p class="card">{words::NOTHING_LEFT}</p> })}
        <ConfirmSection session=session parts=parts />
        <Excluded session=session area=area />
    }
    .into_any()
}

/// The points that the facts exclude, with the facts.
#[component]
fn Excluded(session: Session, area: &'static Area) -> impl IntoView {
    let excluded = Memo::new(move |_| {
        session.profile.with(|profile| {
            let points = area.targets.iter().flat_map(|target| &target.points);
            let excluded = points.filter(|point| !point.applies.holds(profile));
            let because =
                |point: &Point| crate::words::element::because(session.catalogue, &point.applies.explain(profile));
            excluded.map(|point| (point.text.as_str(), because(point))).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        excluded.with(|excluded| {
            let rows = excluded.iter().map(|(text, reason)| {
                view! {
                    <li>
                        {*text}
                        " "
                        <span class="muted">{reason.clone()}</span>
                    </li>
                }
            });
            rows.collect_view()
        })
    };
    view! {
        {move || {
            (!excluded.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <details class="card card-flat" data-excluded="points">
                            <summary>{words::excluded(excluded.with(Vec::len))}</summary>
                            <ul class="plain stack-tight">{rows}</ul>
                        </details>
                    }
                })
        }}
    }
    .into_any()
}

/// One of the four figures on top, leading down to its card.
fn tile(area: &'static Area, cell: &TargetCell) -> AnyView {
    let (tone, said) = match cell {
        cell if cell.is_met() => ("tile-good", words::REACHED),
        cell if cell.is_to_confirm() => ("tile-warn", words::TO_CONFIRM),
        _ => ("tile-warn", words::NOT_REACHED),
    };
    let missing =
        words::missing(cell).into_iter().map(|said| view! { <span class="small">{said}</span> }).collect_view();
    let href = Route::Area(area.id.clone(), Some(MonthDraft::rate_key(&area.id, cell.code))).href();
    view! {
        <a
            class=format!("tile tile-link {tone}")
            href=href
            data-target=cell.code.to_string()
            data-met=cell.is_met().to_string()
        >
            <span>{words::tile(cell.code)}</span>
            <span class="figure-mid">{common::rate(cell.code, cell.rate)}</span>
            <strong>{said}</strong>
            {missing}
        </a>
    }
    .into_any()
}
