//! A legal basis with what is known about it.
//!
//! Document and article, in force since, whether the text was read, and what to watch for.

use anziping_core::catalog::{Catalogue, Citation, Confidence, LegalDocument, State, spoken};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use crate::words::common;

/// A list of citations with the sentence that the current text prevails.
#[component]
pub(crate) fn Citations(
    /// Where the documents are described.
    catalogue: &'static Catalogue,
    /// What is cited.
    basis: &'static [Citation],
) -> impl IntoView {
    let rows = basis.iter().map(|citation| row(catalogue, citation)).collect_view();
    view! {
        <ul class="citations">{rows}</ul>
        <p class="hint">{common::CURRENT_TEXT}</p>
    }
    .into_any()
}

/// The short names of what a point rests on, in one line; empty for practice of the trade.
pub(crate) fn basis_line(catalogue: &Catalogue, basis: &[Citation]) -> String {
    let places: Vec<String> = basis
        .iter()
        .map(|citation| {
            let document = catalogue.document(&citation.document);
            let short = document.map_or(citation.document.as_str(), |document| document.short.as_str());
            format!("{short}{}", spoken(&citation.at))
        })
        .collect();
    if places.is_empty() { String::new() } else { common::basis_line(&places) }
}

fn row(catalogue: &'static Catalogue, citation: &'static Citation) -> AnyView {
    let Some(document) = catalogue.document(&citation.document) else {
        return view! { <li>{citation.document.as_str()}</li> }.into_any();
    };
    let number = (!document.number.is_empty()).then(|| format!("（{}）", document.number));
    let since = Day::parse(&document.in_force_since).map(common::in_force_since);
    let checked = (!document.checked_on.is_empty()).then(|| common::checked_on(&document.checked_on));
    let read = catalogue.reading(citation).and_then(|text| Day::parse(&text.read_on));
    let read = read.filter(|_| citation.confidence == Confidence::Verified).map(common::read_on);
    let watch = [document.note.as_str(), citation.despite.as_str()];
    let watch = watch.into_iter().filter(|said| !said.is_empty());
    let watch = watch.map(|said| view! { <p class="hint">{said}</p> }).collect_view();
    view! {
        <li>
            {document.title.as_str()} {number} " " {spoken(&citation.at)}
            <span class="muted">{since} {checked} {read}</span>
            {marks(catalogue, document, citation.confidence)} {watch}
        </li>
    }
    .into_any()
}

/// What is doubtful: a document out of force, a text nobody read, a place nobody confirmed.
fn marks(catalogue: &Catalogue, document: &LegalDocument, confidence: Confidence) -> AnyView {
    let short = |id: &str| catalogue.document(id).map(|successor| successor.short.clone());
    let ended = match document.state() {
        State::InForce => None,
        State::Ended { on } => Some(common::out_of_force(on, None)),
        State::Replaced { on, by } => Some(common::out_of_force(on, short(by).as_deref())),
    };
    let doubt = match confidence.max(document.confidence) {
        _ if confidence == Confidence::Verified && document.confidence != Confidence::Unconfirmed => None,
        Confidence::Unconfirmed => Some(common::UNCONFIRMED),
        _ => Some(common::SECONDARY),
    };
    let tag = |said: String| view! { " " <span class="tag tag-warn">{said}</span> };
    view! {
        {ended.map(tag)}
        {doubt.map(|said| tag(said.to_owned()))}
    }
    .into_any()
}
