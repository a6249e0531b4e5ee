//! Counts the enterprises that reach each of the four targets, by area.

use anziping_core::catalog::TargetCode;
use anziping_core::office::rollup::{RollUp, TargetCount};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::office::rollup as words;
use crate::words::{common, report};

#[component]
pub(super) fn Targets(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let cell = |count: &TargetCount| {
        let class = if count.met == count.total { "number status-good" } else { "number" };
        view! {
            <td class=class data-label=common::target(count.code)>
                {count.met}
                " / "
                {count.total}
            </td>
        }
    };
    let table = move || {
        rollup.with(|rollup| {
            let counts = &rollup.trusted.targets;
            if counts.is_empty() {
                return view! { <p>{report::NO_AREAS}</p> }.into_any();
            }
            // In the order of the catalogue, and after it whatever it does not know.
            let known = app.catalogue.areas.iter().filter_map(|area| Some((area.name.clone(), counts.get(&area.id)?)));
            let unknown = counts.iter().filter(|(id, _)| app.catalogue.area(id).is_none()).map(|(id, counts)| {
                let name = app.in_any_list(|catalogue| catalogue.area(id).map(|area| area.name.clone()));
                (name.unwrap_or_else(|| id.clone()), counts)
            });
            let rows = known.chain(unknown).map(|(name, counts)| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        {counts.iter().map(cell).collect_view()}
                    </tr>
                }
            });
            let heads = TargetCode::ALL
                .map(|code| {
                    view! {
                        <th scope="col" class="number">
                            {common::target(code)}
                        </th>
                    }
                })
                .collect_view();
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="targets">
                        <thead>
                            <tr>
                                <th scope="col">{words::AREA}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
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
