//! The months of the enterprise: their state and score, and opening another one.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::record_index::{IndexedEnterprise, IndexedMonth};
use crate::enterprise::app::removal;
use crate::enterprise::correction::Correct;
use crate::enterprise::session::Session;
use crate::words::{common, correction, home as words};

#[component]
pub(super) fn Months(app: App, session: Session, enterprise: Memo<Option<IndexedEnterprise>>) -> impl IntoView {
    let signed = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.iter().any(|month| month.period == session.period && month.is_sealed())
        })
    };
    // A month begun too early can be taken back; the month before stays as it is.
    let newest_unsigned = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.len() > 1
                && months[0].period == session.period
                && months[0].sealed.is_empty()
                && !session.read_only.get()
        })
    };
    let rows = move || {
        enterprise.with(|enterprise| {
            enterprise
                .iter()
                .flat_map(|enterprise| enterprise.months.iter().map(|month| month_row(app, session, month)))
                .collect_view()
        })
    };
    let [period, state, score, action] = words::COLUMNS;
    view! {
        <section class="card" aria-labelledby="months">
            <h2 id="months">{words::MONTHS}</h2>
            <div class="table-wrap">
                <table class="table-cards">
                    <thead>
                        <tr>
                            <th scope="col">{period}</th>
                            <th scope="col">{state}</th>
                            <th scope="col" class="number">
                                {score}
                            </th>
                            <th scope="col">
                                <span class="visually-hidden">{common::ACTIONS}</span>
                                {action}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || {
                signed()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Correct app=app />
                            </div>
                        }
                    })
            }}
            {move || {
                newest_unsigned()
                    .then(|| {
                        view! {
                            <div class="row">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="remove-month"
                                    on:click=move |_| removal::remove_month(app, words::removed_month(session.period))
                                >
                                    {words::remove_month(session.period)}
                                </button>
                            </div>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

fn month_row(app: App, session: Session, month: &IndexedMonth) -> AnyView {
    let period = month.period;
    let open = session.period == period;
    let state = if month.is_sealed() {
        view! { <span class="tag tag-good">{words::SEALED} " " {common::revision(month.revision)}</span> }.into_any()
    } else if month.sealed.is_empty() {
        view! { <span class="tag tag-warn">{words::IN_WORK}</span> }.into_any()
    } else {
        view! { <span class="tag tag-warn">{correction::in_correction(month.revision)}</span> }.into_any()
    };
    let signed = month.sealed.first().and_then(|(_, record)| record.total);
    let live = open && !month.is_sealed();
    let score = move || common::score(if live { session.scores().tenths() } else { signed });
    let [_, of_state, of_score, _] = words::COLUMNS;
    let action = if open {
        view! { <span class="muted">{words::OPENED}</span> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="button button-small"
                on:click=move |_| app.switch_to(&session.id.get_value(), Some(period))
            >
                {words::OPEN}
            </button>
        }
        .into_any()
    };
    view! {
        <tr data-month=period.to_string()>
            <th scope="row">
                {common::period(period)}
                {month
                    .demo
                    .then(|| {
                        view! {
                            " "
                            <span class="tag tag-warn">{common::DEMO}</span>
                        }
                    })}
            </th>
            <td class="half" data-label=of_state>
                {state}
            </td>
            <td class="number" data-label=of_score>
                {score}
            </td>
            <td>{action}</td>
        </tr>
    }
    .into_any()
}
