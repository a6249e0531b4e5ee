//! The history of a hazard, day by day, and whether it was there before. Nothing here can be edited.

use anziping_core::hazard::{Hazard, repeat_of};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::entry::HazardEntry;
use crate::enterprise::app::App;
use crate::ui::field::Notice;
use crate::words::hazard as words;

/// Stages reached, refusals, reopenings and corrections, oldest first.
#[component]
pub(super) fn History(entry: HazardEntry) -> impl IntoView {
    let said = entry.watch(happened);
    view! {
        {move || {
            (!said.with(Vec::is_empty))
                .then(|| {
                    let rows = said.get().into_iter().map(|each| view! { <li>{each}</li> }).collect_view();
                    view! {
                        <section class="card" aria-labelledby="hazard-history">
                            <h2 id="hazard-history">{words::HISTORY}</h2>
                            <ul class="bullets" data-history="true">{rows}</ul>
                        </section>
                    }
                })
        }}
    }
    .into_any()
}

fn happened(hazard: &Hazard) -> Vec<String> {
    let mut all: Vec<(Day, String)> =
        hazard.steps.iter().map(|step| (step.on, words::reached(step.on, step.stage))).collect();
    all.extend(hazard.rejections.iter().map(|each| (each.on, words::rejection(each))));
    all.extend(hazard.reopenings.iter().map(|each| (each.on, words::reopening(each.closed_on, each.on, &each.reason))));
    all.extend(hazard.corrections.iter().map(|each| (each.on, words::correction(each))));
    // Stable: what happened on one day keeps the order in which it was noted.
    all.sort_by_key(|(day, _)| *day);
    let elsewhere = hazard.is_kept_elsewhere().then(|| words::KEPT_ELSEWHERE.to_owned());
    elsewhere.into_iter().chain(all.into_iter().map(|(_, said)| said)).collect()
}

/// Says when the same hazard stood in the ledger within the year before.
#[component]
pub(super) fn Repeat(app: App, entry: HazardEntry) -> impl IntoView {
    let session = entry.session;
    let earlier = StoredValue::new(app.earlier_hazards(&session));
    let repeated = Memo::new(move |_| {
        let hazard = entry.read(Hazard::clone)?;
        session.hazards.with(|now| {
            earlier.with_value(|earlier| {
                repeat_of(&hazard, now.iter().chain(earlier)).map(|other| (other.id.clone(), other.found_on))
            })
        })
    });
    view! {
        {move || {
            repeated
                .get()
                .map(|(id, found)| {
                    let said = words::repeats(&id, found);
                    view! {
                        <div data-repeat=id>
                            <Notice kind="warn">
                                <p>{said.clone()}</p>
                            </Notice>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
