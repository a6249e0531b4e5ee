//! Who has not reported, by name.

use anziping_core::office::rollup::{Absent, RollUp};
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::office::rollup as words;

/// What is known about a missing report, with its tone.
fn state(app: OfficeApp, absent: &Absent) -> (&'static str, &'static str) {
    let period = app.period.get_untracked();
    let earlier = app.record.with_untracked(|record| {
        record.accepted.iter().any(|accepted| accepted.period == period && accepted.uscc == absent.uscc)
    });
    match (earlier, absent.unregistered_report) {
        (true, _) => ("info", words::CAME_EARLIER),
        (false, true) => ("warn", words::CAME_UNREGISTERED),
        (false, false) => ("bad", words::CAME_NOT),
    }
}

/// The rows of the exported list.
pub(super) fn table(app: OfficeApp, rollup: &RollUp) -> Vec<[String; 3]> {
    let heading = words::MISSING_COLUMNS.map(String::from);
    let rows = rollup
        .missing
        .iter()
        .map(|absent| [absent.name.clone(), absent.uscc.to_string(), state(app, absent).1.to_owned()]);
    std::iter::once(heading).chain(rows).collect()
}

/// The list.
#[component]
pub(super) fn Missing(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let list = move || {
        if app.record.with(|record| record.registry.enterprises.is_empty()) {
            return view! { <p>{words::NO_REGISTRY}</p> }.into_any();
        }
        rollup.with(|rollup| {
            if rollup.missing.is_empty() {
                return view! { <p class="status-item status-good">{icon::of("good")} {words::NO_MISSING}</p> }
                    .into_any();
            }
            let [_, code, how] = words::MISSING_COLUMNS;
            let rows = rollup.missing.iter().take(ROWS).map(|absent| {
                let (tone, said) = state(app, absent);
                view! {
                    <tr data-missing=absent.uscc.to_string()>
                        <th scope="row">{absent.name.clone()}</th>
                        <td class="wide" data-label=code>
                            <span class="number">{absent.uscc.to_string()}</span>
                        </td>
                        <td class="wide" data-label=how>
                            <span class=format!("status-item status-{tone}")>{icon::of(tone)} {said}</span>
                        </td>
                    </tr>
                }
            });
            let heads = words::MISSING_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="missing">
                        <thead>
                            <tr>{heads}</tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
                {rest(rollup.missing.len())}
            }
            .into_any()
        })
    };
    view! {
        <section class="card" aria-labelledby="missing">
            <h2 id="missing">{words::MISSING_TITLE}</h2>
            {list}
        </section>
    }
    .into_any()
}
