//! The 四个100% of the high-risk areas as a table.

use anziping_core::catalog::TargetCode;
use anziping_core::review::Overview;
use anziping_core::score::targets::{AreaTargets, TargetCell};
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::icon;
use crate::words::{common, report as words};

/// Areas × P1–P4.
#[component]
pub(super) fn Targets(session: Session, overview: Memo<Overview>) -> impl IntoView {
    let targets = Memo::new(move |_| overview.with(|overview| overview.targets.clone()));
    let row = move |area: &AreaTargets| {
        let name = session.catalogue.area(&area.area).map_or_else(|| area.area.clone(), |area| area.name.clone());
        let cells =
            TargetCode::ALL.map(|code| area.cells.iter().find(|cell| cell.code == code).map(cell)).collect_view();
        view! {
            <tr data-area=area.area.clone()>
                <th scope="row">
                    <a href=Route::Area(area.area.clone(), None).href()>{name}</a>
                </th>
                {cells}
            </tr>
        }
    };
    let table = move || {
        targets.with(|targets| {
            if targets.is_empty() {
                return view! { <p>{words::NO_AREAS}</p> }.into_any();
            }
            let heads =
                TargetCode::ALL.map(|code| view! { <th scope="col">{common::target(code)}</th> }).collect_view();
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="targets">
                        <thead>
                            <tr>
                                <th scope="col">{words::AREA}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{targets.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        })
    };
    view! {
        <section class="card" aria-labelledby="targets">
            <h2 id="targets">{words::TARGETS}</h2>
            {table}
        </section>
    }
    .into_any()
}

/// Rate, met or not as icon and word, and what is missing.
fn cell(cell: &TargetCell) -> AnyView {
    let (tone, said) = words::cell(cell);
    let why = words::open_points(cell);
    view! {
        <td data-met=cell.is_met().to_string() data-label=common::target(cell.code)>
            <div class="target-cell">
                <span class="number">{common::rate(cell.code, cell.rate)}</span>
                <span class=format!("status-item status-{tone} small nowrap")>{icon::of(tone)} {said}</span>
                {(!why.is_empty()).then(|| view! { <span class="hint">{why}</span> })}
            </div>
        </td>
    }
    .into_any()
}
