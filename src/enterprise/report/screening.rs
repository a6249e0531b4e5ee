//! The screening against the criteria for major hazards: counts, and the leads that are 疑似.

use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::{common, screening as words};

/// The block; nothing where no criterion can apply.
#[component]
pub(super) fn Screening(session: Session) -> impl IntoView {
    let tally = Memo::new(move |_| session.tally());
    view! {
        {move || {
            (tally.with(|tally| tally.applicable) > 0)
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="screening">
                            <h2 id="screening">{words::REPORT}</h2>
                            <p class="number">
                                {tally.with(words::progress)} {common::SEMICOLON} {tally.with(words::counts)}
                            </p>
                            {leads(session)}
                            <p class="hint">{words::REPORT_HINT}</p>
                        </section>
                    }
                })
        }}
    }
    .into_any()
}

fn leads(session: Session) -> AnyView {
    let found = session.with(|assessment| {
        let leads = assessment.suspected().into_iter();
        leads
            .map(|listed| (listed.criterion.id.clone(), assessment.record_of(listed).map(|hazard| hazard.id.clone())))
            .collect::<Vec<_>>()
    });
    let listed = found.into_iter().filter_map(|(id, hazard)| Some((session.catalogue.criterion(&id)?, hazard)));
    let rows = listed.map(|(listed, hazard)| {
        let hazard = hazard.map(|id| {
            let href = Route::Hazards(Some(id.clone())).href();
            view! { <a href=href>{id}</a> }
        });
        let [_, text, lead] = words::LEAD_COLUMNS;
        let href = Route::Screening(Some(listed.criterion.id.clone())).href();
        view! {
            <tr>
                <th scope="row" class="nowrap">
                    <a href=href>{listed.citation()}</a>
                </th>
                <td class="wide" data-label=text>
                    {listed.criterion.text.as_str()}
                </td>
                <td class="nowrap half" data-label=lead>
                    {hazard}
                </td>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    if rows.is_empty() {
        return view! { <p>{words::NO_LEADS}</p> }.into_any();
    }
    view! {
        <div class="table-wrap">
            <table class="table-roomy table-cards">
                <caption>{words::LEADS}</caption>
                <thead>
                    <tr>{words::LEAD_COLUMNS.map(|said| view! { <th scope="col">{said}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
