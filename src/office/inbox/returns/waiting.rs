//! Lists what was given back and not corrected since.

use anziping_core::office::desk::Verdict;
use anziping_core::office::returns::{ReturnNote, is_answer};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::common;
use crate::words::office::returns as words;

/// Returns whether a trusted report of the inbox answers this return.
pub(super) fn is_answered(app: OfficeApp, given: &ReturnNote) -> bool {
    let all = app.record.with(|record| record.given_back.clone());
    app.judged.with(|judged| {
        app.inbox.with(|inbox| {
            let trusted = inbox
                .iter()
                .zip(judged.iter())
                .filter(|(_, judged)| matches!(judged.verdict, Verdict::Trusted | Verdict::Superseded { .. }));
            let mut reports = trusted.filter_map(|(checked, _)| checked.report());
            reports.any(|found| is_answer(&all, given, &found.report))
        })
    })
}

/// Lists the reports that were given back and not corrected since.
#[component]
pub(super) fn Waiting(app: OfficeApp) -> impl IntoView {
    let waiting = Memo::new(move |_| {
        app.record.with(|record| {
            let later = |given: &ReturnNote| {
                record.accepted.iter().any(|accepted| {
                    accepted.uscc == given.uscc && accepted.period == given.period && accepted.revision > given.revision
                })
            };
            let open = record.given_back.iter().filter(|given| !later(given) && !is_answered(app, given));
            let said = open.map(|given| {
                let of_list = record.registry.enterprises.iter().find(|enterprise| enterprise.uscc == given.uscc);
                let name = of_list.map_or_else(|| given.uscc.to_string(), |enterprise| enterprise.name.clone());
                words::open_one(&name, &common::period(given.period), given.revision, given.on)
            });
            said.collect::<Vec<_>>()
        })
    });
    let list = move || {
        let waiting = waiting.get();
        (!waiting.is_empty()).then(|| {
            let count = waiting.len();
            let rows = waiting.into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
            view! {
                <details class="card" data-open-returns=count>
                    <summary>
                        <h2>{words::open(count)}</h2>
                    </summary>
                    <ul class="findings">{rows}</ul>
                </details>
            }
        })
    };
    view! { {list} }.into_any()
}
