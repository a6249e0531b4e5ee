//! The ledger in numbers, and the open major hazards by name.

use anziping_core::catalog::TargetCode;
use anziping_core::hazard::{Hazard, Ledger};
use anziping_core::review::Overview;
use anziping_core::value::day::Day;
use anziping_core::value::rate::Rate;
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::icon;
use crate::words::{common, hazard, report as words};

/// The block.
#[component]
pub(crate) fn Hazards(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let ledger = Memo::new(move |_| overview.with(|overview| overview.ledger));
    let majors = move || session.hazards.with(|hazards| majors(hazards, session.span.get().to));
    view! {
        <section class="card" aria-labelledby="hazards">
            <h2 id="hazards">{words::HAZARDS}</h2>
            {move || ledger.with(figures)}
            {majors}
        </section>
    }
    .into_any()
}

/// The ledger identity in words and its four figures.
pub(in crate::enterprise) fn figures(ledger: &Ledger) -> AnyView {
    let due = common::rate(TargetCode::P4, Some(Rate { done: ledger.due_closed, total: ledger.due }));
    let bad = |count: u32| if count > 0 { "tile tile-bad" } else { "tile" };
    view! {
        <p class="number">{words::ledger(ledger)}</p>
        <div class="grid-4">
            <div class="tile">
                <span class="figure-mid">{ledger.open}</span>
                <span>{words::OPEN}</span>
                <span class="hint">{words::of_these_major(ledger.open_major)}</span>
            </div>
            <div class="tile">
                <span class="figure-mid">{due}</span>
                <span>{words::DUE_RATE}</span>
                <span class="hint">{words::due_counts(ledger)}</span>
            </div>
            <div class=bad(ledger.overdue)>
                <span class="figure-mid">{ledger.overdue}</span>
                <span>{words::OVERDUE}</span>
            </div>
            <div class=bad(ledger.uncontrolled)>
                <span class="figure-mid">{ledger.uncontrolled}</span>
                <span>{words::UNCONTROLLED}</span>
                <span class="hint">{words::UNCONTROLLED_HINT}</span>
            </div>
        </div>
        <p class="hint">{words::ledger_notes(ledger)}</p>
    }
    .into_any()
}

/// The major hazards of `hazards` that are open at the end of `end`.
pub(in crate::enterprise) fn majors(hazards: &[Hazard], end: Day) -> AnyView {
    let open: Vec<&Hazard> = hazards.iter().filter(|hazard| hazard.is_major() && hazard.is_open_on(end)).collect();
    if open.is_empty() {
        return view! { <p class="status-item status-good">{icon::of("good")} {words::NO_MAJOR}</p> }.into_any();
    }
    let rows = open.iter().map(|hazard| major_row(hazard, end)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table-roomy table-cards">
                <caption>{words::MAJOR_LIST}</caption>
                <thead>
                    <tr>{words::MAJOR_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn major_row(row: &Hazard, end: Day) -> AnyView {
    let or_empty = |text: &str| if text.trim().is_empty() { words::EMPTY.to_owned() } else { text.trim().to_owned() };
    let late = row.is_overdue_on(end).then(|| {
        view! {
            " "
            <span class="status-item status-bad small nowrap">{icon::of("bad")} {words::PASSED}</span>
        }
    });
    let [_, what, criterion, deadline, stage] = words::MAJOR_COLUMNS;
    view! {
        <tr>
            <th scope="row" class="nowrap">
                <a href=Route::Hazards(Some(row.id.clone())).href()>{row.id.clone()}</a>
            </th>
            <td class="wide" data-label=what>
                {or_empty(&row.place)}
                {common::COLON}
                {or_empty(&row.description)}
            </td>
            <td class="half" data-label=criterion>
                {or_empty(&row.criterion)}
            </td>
            <td class="half" data-label=deadline>
                {row.deadline.map_or_else(|| words::EMPTY.to_owned(), common::day)}
                {late}
            </td>
            <td class="nowrap half" data-label=stage>
                {hazard::stage(row.stage)}
            </td>
        </tr>
    }
    .into_any()
}
