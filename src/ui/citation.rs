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
    /// The citations to show.
    basis: &'static [Citation],
) -> impl IntoView {
    let rows = basis.iter().map(|citation| row(catalogue, citation)).collect_view();
    view! {
        <ul class="citations">{rows}</ul>
        <p class="hint">{common::CURRENT_TEXT}</p>
    }
    .into_any()
}

/// The short names of what a point rests on, in one line, and which are out of force.
///
/// Empty for practice of the trade.
pub(crate) fn basis_line(catalogue: &Catalogue, basis: &[Citation]) -> String {
    let places: Vec<String> = basis
        .iter()
        .map(|citation| {
            let document = catalogue.document(&citation.document);
            let short = document.map_or(citation.document.as_str(), |document| document.short.as_str());
            let ended = document.and_then(|document| out_of_force(catalogue, document));
            let ended = common::in_brackets(&ended.unwrap_or_default());
            format!("{short}{}{ended}", spoken(&citation.at))
        })
        .collect();
    if places.is_empty() { String::new() } else { common::basis_line(&places) }
}

fn row(catalogue: &'static Catalogue, citation: &'static Citation) -> AnyView {
    let Some(document) = catalogue.document(&citation.document) else {
        return view! { <li>{citation.document.as_str()}</li> }.into_any();
    };
    let number = common::in_brackets(&document.number);
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
            {mark(catalogue, document, citation.confidence)
                .map(|(class, said)| view! { " " <span class=class>{said}</span> })} {watch}
        </li>
    }
    .into_any()
}

/// Marks a doubt: a document out of force, a text nobody read, a place nobody confirmed.
fn mark(catalogue: &Catalogue, document: &LegalDocument, confidence: Confidence) -> Option<(&'static str, String)> {
    let doubt = match confidence.max(document.confidence) {
        _ if confidence == Confidence::Verified && document.confidence != Confidence::Unconfirmed => None,
        Confidence::Unconfirmed => Some(common::UNCONFIRMED),
        _ => Some(common::SECONDARY),
    };
    let (ended, class) = match (out_of_force(catalogue, document), doubt) {
        (Some(ended), _) => (Some(ended), "tag tag-bad"),
        (None, Some(common::UNCONFIRMED)) => (None, "tag tag-warn"),
        (None, _) => (None, "tag"),
    };
    let said: Vec<String> = ended.into_iter().chain(doubt.map(str::to_owned)).collect();
    (!said.is_empty()).then(|| (class, common::clauses(&said)))
}

/// Says whether a document is in force, with the class of the mark.
pub(crate) fn standing(catalogue: &Catalogue, document: &LegalDocument) -> (&'static str, String) {
    match out_of_force(catalogue, document) {
        Some(ended) => ("tag tag-bad", ended),
        None => {
            let (class, said) = crate::words::basis::in_force(document.confidence);
            (class, said.to_owned())
        }
    }
}

fn out_of_force(catalogue: &Catalogue, document: &LegalDocument) -> Option<String> {
    let short = |id: &str| catalogue.document(id).map(|successor| successor.short.clone());
    match document.state() {
        State::InForce => None,
        State::Ended { on } => Some(common::out_of_force(on, None)),
        State::Replaced { on, by } => Some(common::out_of_force(on, short(by).as_deref())),
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::edition::builtin;

    use super::*;

    fn marked(id: &str, confidence: Confidence) -> Option<(&'static str, String)> {
        let catalogue = builtin::catalogue().unwrap();
        mark(catalogue, catalogue.document(id).unwrap(), confidence)
    }

    #[test]
    fn what_is_doubtful_is_said_in_one_mark() {
        assert_eq!(marked("awsl", Confidence::Verified), None);
        assert_eq!(marked("awsl", Confidence::Secondary), Some(("tag", common::SECONDARY.to_owned())));
        assert_eq!(marked("awsl", Confidence::Unconfirmed), Some(("tag tag-warn", common::UNCONFIRMED.to_owned())));
        let (class, said) = marked("gbt33000-2016", Confidence::Unconfirmed).unwrap();
        assert_eq!(class, "tag tag-bad", "a document out of force looks otherwise than a place nobody confirmed");
        assert!(said.contains("2025年10月31日起被") && said.ends_with(common::UNCONFIRMED), "{said}");
    }

    #[test]
    fn a_point_that_rests_on_a_document_out_of_force_says_so() {
        let catalogue = builtin::catalogue().unwrap();
        let said = |id: &str| {
            let point = catalogue.points().find(|point| point.id == id).unwrap();
            basis_line(catalogue, &point.basis)
        };
        assert!(said("maintenance.P1.1").contains("2025年10月31日起被"), "{}", said("maintenance.P1.1"));
        assert!(!said("hot-work.P1.1").contains("起被"), "{}", said("hot-work.P1.1"));
    }

    #[test]
    fn every_document_out_of_force_is_marked_so() {
        let catalogue = builtin::catalogue().unwrap();
        for document in &catalogue.documents {
            let is_out = document.state() != State::InForce;
            assert_eq!(standing(catalogue, document).0 == "tag tag-bad", is_out, "{}", document.id);
        }
    }
}
