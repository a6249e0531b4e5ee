//! Shows the office's remarks on a report one by one, with the answer before and after.

use anziping_core::document::returned::ReturnRemark;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::returns::{AnsweredReturn, ReturnNote, answered, of_document};
use anziping_core::review::ReviewPlace;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::common;
use crate::words::office::returns as words;
use crate::words::report;

#[derive(Clone, PartialEq)]
struct Row {
    place: String,
    name: String,
    text: String,
    answer: Option<String>,
}

/// The remarks about a report, and those that it answers; nothing where there are none.
pub(super) fn remarks(app: OfficeApp, at: usize) -> AnyView {
    let rows = Memo::new(move |_| {
        app.inbox.with(|inbox| {
            let Some(found) = inbox.get(at).and_then(|checked| checked.report()) else { return Vec::new() };
            app.record.with(|record| {
                let given = &record.given_back;
                let before = match answered(given, &found.report) {
                    Some(AnsweredReturn::Ours(note)) => Some(note.document_sha256),
                    Some(AnsweredReturn::Unknown) | None => None,
                };
                let corrected = before.and_then(|before| {
                    inbox.iter().filter_map(|checked| checked.report()).find(|one| one.document_sha256 == before)
                });
                let answers = before.into_iter().flat_map(|before| of_document(given, before)).flat_map(remarks_of);
                let answers =
                    answers.map(|remark| row(app, found, remark, |place| change(app, corrected, found, place)));
                let asked = of_document(given, found.document_sha256).flat_map(remarks_of);
                let asked = asked.map(|remark| row(app, found, remark, |place| now(app, found, place)));
                answers.chain(asked).collect()
            })
        })
    });
    let list = move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| view! { <ul class="findings">{rows.into_iter().map(shown).collect_view()}</ul> })
    };
    view! { {list} }.into_any()
}

fn remarks_of(note: &ReturnNote) -> &[ReturnRemark] {
    &note.remarks
}

fn row(app: OfficeApp, found: &CheckedReport, remark: &ReturnRemark, answer: impl FnOnce(&str) -> String) -> Row {
    let place = remark.place.clone().unwrap_or_default();
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let known = ReviewPlace::of_id(catalogue, &place);
    let name = match known {
        _ if place.is_empty() => words::WHOLE.to_owned(),
        Some(known) => report::place(catalogue, &found.report.hazards, &known),
        None => place.clone(),
    };
    let answer = (!place.is_empty()).then(|| answer(&place));
    Row { place, name, text: remark.text.clone(), answer }
}

fn change(app: OfficeApp, before: Option<&CheckedReport>, after: &CheckedReport, place: &str) -> String {
    let at = |found: &CheckedReport| found.answer_at(app.catalogue_of(&found.report.catalogue), place);
    words::change(before.and_then(at), at(after))
}

fn now(app: OfficeApp, found: &CheckedReport, place: &str) -> String {
    words::answer_now(found.answer_at(app.catalogue_of(&found.report.catalogue), place))
}

fn shown(row: Row) -> AnyView {
    let Row { place, name, text, answer } = row;
    view! {
        <li data-asked-place=place>
            {name} {common::COLON} {text} {answer.map(|answer| view! { <br /> <strong>{answer}</strong> })}
        </li>
    }
    .into_any()
}
