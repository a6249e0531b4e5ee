//! The screening against the criteria for major hazards: counts, and the leads that are 疑似.

use anziping_core::month::screening::suspected;
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::screening as words;

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
                            <p class="number">{tally.with(words::progress)} "；" {tally.with(words::counts)}</p>
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
    let rows = session.profile.with(|profile| {
        session.screening.with(|screening| {
            session.hazards.with(|hazards| {
                let leads = suspected(session.catalogue, profile, screening).into_iter().map(|listed| {
                    let hazard = hazards.iter().rfind(|hazard| hazard.lead == listed.criterion.id).map(|hazard| {
                        view! { <a href=Route::Hazards(Some(hazard.id.clone())).href()>{hazard.id.clone()}</a> }
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
                leads.collect::<Vec<_>>()
            })
        })
    });
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
