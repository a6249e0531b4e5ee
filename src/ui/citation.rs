//! A legal basis: document, article, in force since, and 依据待核 where nobody could confirm it.

use anziping_core::catalog::{Catalogue, Citation, Confidence};
use leptos::prelude::*;

use crate::words::common;

/// A list of citations with the sentence that the current text prevails.
#[component]
pub fn Citations(
    /// Where the documents are described.
    catalogue: &'static Catalogue,
    /// What is cited.
    basis: &'static [Citation],
) -> impl IntoView {
    let rows = basis
        .iter()
        .map(|citation| {
            let document = catalogue.document(&citation.document);
            let title = document.map_or_else(
                || citation.document.clone(),
                |document| if document.title.is_empty() { document.short.clone() } else { document.title.clone() },
            );
            let number = document
                .map(|document| document.number.clone())
                .filter(|number| !number.is_empty())
                .map(|number| format!("（{number}）"));
            let at = (!citation.at.is_empty()).then(|| format!(" {}", citation.at));
            let since = document
                .filter(|document| !document.in_force_since.is_empty())
                .and_then(|document| anziping_core::value::day::Day::parse(&document.in_force_since))
                .map(|day| common::in_force_since(day));
            let checked = document
                .filter(|document| !document.checked_on.is_empty())
                .map(|document| common::checked_on(&document.checked_on));
            let unsure = citation.confidence == Confidence::Unconfirmed
                || document.is_none_or(|document| document.confidence == Confidence::Unconfirmed);
            view! {
                <li>
                    {title} {number} {at} <span class="muted">{since} {checked}</span>
                    {unsure
                        .then(|| {
                            view! {
                                " "
                                <span class="tag tag-warn">{common::UNCONFIRMED}</span>
                            }
                        })}
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="citations">{rows}</ul>
        <p class="hint">{common::CURRENT_TEXT}</p>
    }
    .into_any()
}
