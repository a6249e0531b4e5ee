//! Lists enterprises without a report, with one that does not count, or taken in on an earlier day.

use anziping_core::office::missing::{Absent, RollCall};
use anziping_core::office::rollup::RollUp;
use anziping_core::registry::listed::ListedDetails;
use leptos::prelude::*;

use super::long_table::{ROWS, rest};
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::common;
use crate::words::office::rollup as words;

/// Enterprises to remind, in the order of the roll-up; not those whose report was taken in before.
pub(super) fn to_ask(rollup: &RollUp) -> impl Iterator<Item = &Absent> {
    rollup.absent.iter().filter(|absent| matches!(absent.standing, RollCall::NotSent | RollCall::Uncounted))
}

/// The rows of the exported list.
pub(super) fn table(app: OfficeApp, rollup: &RollUp) -> Vec<[String; 6]> {
    let heading = words::MISSING_COLUMNS.map(String::from);
    std::iter::once(heading).chain(to_ask(rollup).map(|absent| cells(app, absent))).collect()
}

/// A row of the list, with what the office's own list says of the enterprise.
fn cells(app: OfficeApp, absent: &Absent) -> [String; 6] {
    let details = app.record.with(|record| record.listed.get(&absent.uscc).cloned().unwrap_or_default());
    let ListedDetails { village, contact, telephone, .. } = details;
    let how = words::standing(absent.standing, absent.came).1;
    [absent.name.clone(), absent.uscc.to_string(), village, contact, telephone, how]
}

#[component]
pub(super) fn Missing(app: OfficeApp, rollup: Memo<RollUp>) -> impl IntoView {
    let list = move || {
        if app.record.with(|record| record.registry.enterprises.is_empty()) {
            return view! { <p>{words::NO_REGISTRY}</p> }.into_any();
        }
        rollup.with(|found| {
            let count = to_ask(found).count();
            if count == 0 {
                return view! { <p class="status-item status-good">{icon::of("good")} {words::NO_MISSING}</p> }
                    .into_any();
            }
            let heads = words::MISSING_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view();
            view! {
                <div class="table-wrap">
                    <table class="table-cards" aria-labelledby="missing">
                        <thead>
                            <tr>{heads}</tr>
                        </thead>
                        <tbody>{to_ask(found).take(ROWS).map(|absent| row(app, absent)).collect_view()}</tbody>
                    </table>
                </div>
                {rest(count)}
            }
            .into_any()
        })
    };
    let taken_in = move || {
        rollup.with(|rollup| {
            let stands = |standing| matches!(standing, RollCall::TakenIn(_));
            let count = rollup.count(stands);
            (count > 0).then(|| {
                view! {
                    <details data-taken-in=count>
                        <summary>{words::not_in_figures(count)}</summary>
                        {names(rollup, stands)}
                    </details>
                }
            })
        })
    };
    let excused = move || {
        rollup.with(|rollup| {
            let stands = |standing| matches!(standing, RollCall::Excused(..));
            let count = rollup.count(stands);
            (count > 0).then(|| {
                view! {
                    <details data-excused=count>
                        <summary>{words::excused_of(count)}</summary>
                        {names(rollup, stands)}
                    </details>
                }
            })
        })
    };
    view! {
        <section class="card" aria-labelledby="missing">
            <h2 id="missing">{words::MISSING_TITLE}</h2>
            {list}
            {taken_in}
            {excused}
        </section>
    }
    .into_any()
}

fn names(rollup: &RollUp, stands: impl Fn(RollCall) -> bool) -> AnyView {
    let wanted = rollup.absent.iter().filter(|absent| stands(absent.standing));
    let rows = wanted.map(|absent| {
        let how = words::standing(absent.standing, absent.came).1;
        view! { <li>{absent.name.clone()} {common::COLON} {how}</li> }
    });
    view! { <ul class="details-body bullets">{rows.collect_view()}</ul> }.into_any()
}

fn row(app: OfficeApp, absent: &Absent) -> AnyView {
    let tone = words::standing(absent.standing, absent.came).0;
    let [_, labels @ .., how] = words::MISSING_COLUMNS;
    let [name, cells @ .., said] = cells(app, absent);
    let cells = labels.into_iter().zip(cells).map(|(label, cell)| {
        view! {
            <td class="wide" data-label=label>
                <span class="number">{cell}</span>
            </td>
        }
    });
    view! {
        <tr data-missing=absent.uscc.to_string()>
            <th scope="row">{name}</th>
            {cells.collect_view()}
            <td class="wide" data-label=how>
                <span class=format!("status-item status-{tone}")>{icon::of(tone)} {said}</span>
            </td>
        </tr>
    }
    .into_any()
}
