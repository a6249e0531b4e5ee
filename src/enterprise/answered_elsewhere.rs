//! Shows an answer that nobody has to give: it follows from others, or is still good.

use anziping_core::month::answer::{self, Answer, Status};
use anziping_core::review::ReviewPlace;
use leptos::prelude::*;

use super::last_month::given;
use super::question::{Hook, QuestionText, state_code, status_tag};
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::{AnswerRow, Session};
use crate::words::{common, element as words, screening};

/// So many sources are named one by one.
const NAMED: usize = 4;

/// A question whose answer follows from others: what it is, and the way to them.
pub(super) fn derived(
    session: Session,
    asked: QuestionText,
    found: Memo<Option<(Status, Vec<&'static str>)>>,
    more: AnyView,
) -> AnyView {
    let QuestionText { id, number, question, hook, .. } = asked;
    let state = move || found.with(|found| found.as_ref().map_or("open", |(status, _)| state_code(*status)));
    let returned = returned::at_question(session, &id);
    let tag = move || found.with(|found| found.as_ref().map(|(status, _)| status_tag(*status)));
    let sources = move || found.with(|found| found.as_ref().map(|(_, sources)| origin(session, sources)));
    view! {
        <section
            class="item"
            id=id.clone()
            tabindex="-1"
            data-point=(hook == Hook::Point).then(|| id.clone())
            data-derived="true"
            data-status=state
        >
            <p class="item-question">
                <span class="item-id">{number}</span>
                {question}
            </p>
            {returned}
            <p class="row">{tag} {sources}</p>
            {more}
        </section>
    }
    .into_any()
}

/// `由 J07 的回答得出`, with links.
fn origin(session: Session, sources: &[&'static str]) -> AnyView {
    let link = |(place, said): (ReviewPlace, String)| {
        let href = Route::of_place(&place, |item| session.element_of(item)).href();
        view! {
            " "
            <a href=href>{said}</a>
        }
    };
    let links: Vec<_> = if sources.len() > NAMED {
        [(ReviewPlace::Screening(None), screening::TITLE.to_owned())].map(link).into()
    } else {
        let place =
            |id: &&str| Some((ReviewPlace::of_id(session.catalogue, id)?, words::source(session.catalogue, id)));
        sources.iter().filter_map(place).map(link).collect()
    };
    view! { <span class="hint">{words::FOLLOWS} {links}</span> }.into_any()
}

/// The question as it is asked, or in short while an earlier answer is still good.
pub(super) fn unless_standing(
    session: Session,
    row: AnswerRow,
    asked: &QuestionText,
    expires: impl Fn(&Answer) -> Option<anziping_core::value::day::Day> + Copy + Send + Sync + 'static,
    full: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let opened = RwSignal::new(false);
    let stands = Memo::new(move |_| row.status.get().is_standing() && !opened.get());
    let asked = StoredValue::new(asked.clone());
    let short = move || {
        let QuestionText { id, number, question, hook, kind, .. } = asked.get_value();
        let said = move || row.answer.with(|answer| words::standing(&given(answer, kind), expires(answer)));
        view! {
            <section
                class="item"
                id=id.clone()
                tabindex="-1"
                data-item=(hook == Hook::Item).then(|| id.clone())
                data-point=(hook == Hook::Point).then(|| id.clone())
                data-standing="true"
                data-status=move || state_code(row.status.get())
            >
                <p class="item-question">
                    <span class="item-id">{number}</span>
                    {question}
                </p>
                {returned::at_question(session, &id)}
                {move || remarks(&row.answer.get()).map(|text| view! { <p>{text}</p> })}
                <div class="row">
                    <p class="hint">{said}</p>
                    {move || {
                        (!session.read_only.get())
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        class="button button-small no-print"
                                        data-action="answer-now"
                                        on:click=move |_| opened.set(true)
                                    >
                                        {words::ANSWER_NOW}
                                    </button>
                                }
                            })
                    }}
                </div>
            </section>
        }
        .into_any()
    };
    view! { {move || if stands.get() { short() } else { full() }} }.into_any()
}

/// Joins the remarks on an answer: the reason and the note.
fn remarks(answer: &Answer) -> Option<String> {
    let written = [&answer.reason, &answer.note].into_iter().filter(|text| !text.trim().is_empty());
    let written: Vec<&str> = written.map(String::as_str).collect();
    (!written.is_empty()).then(|| common::statements(&written))
}

/// The day from which an answer has to be given again.
pub(super) fn expiry(
    answer: &Answer,
    interval: Option<anziping_core::catalog::Interval>,
) -> Option<anziping_core::value::day::Day> {
    answer::expires(answer.confirmed_on?, interval?)
}
