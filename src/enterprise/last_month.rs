//! Last month's answer beside a question that is asked anew.

use anziping_core::catalog::Kind;
use anziping_core::month::answer::{Answer, Status};
use leptos::prelude::*;

use crate::enterprise::session::{AnswerRow, Session};
use crate::platform::clock;
use crate::words::element as words;

/// An answer in a word, or as its two counts.
pub(super) fn given(answer: &Answer, kind: Kind) -> String {
    match (answer.mark, kind) {
        (Some(mark), _) => crate::words::common::mark(mark).to_owned(),
        (None, Kind::Ratio) => format!("{} ÷ {}", answer.done.trim(), answer.total.trim()),
        (None, _) => String::new(),
    }
}

/// Last month's answer beside a question that is asked anew, and the press that gives it again.
pub(super) fn before(session: Session, row: AnswerRow, id: &str, kind: Kind) -> AnyView {
    let Some(last) = session.before(id) else { return ().into_any() };
    let said = words::last_month(&given(&last, kind));
    let last = StoredValue::new(last);
    let open = Memo::new(move |_| row.status.get() == Status::Unanswered && row.answer.with(Answer::is_blank));
    let again = move |_| {
        session.edit_answer(row, clock::today(), |answer| last.with_value(|last| answer.repeat(last)));
    };
    view! {
        {move || {
            open.get()
                .then(|| {
                    view! {
                        <div class="row no-print">
                            <p class="hint">{said.clone()}</p>
                            {(!session.read_only.get())
                                .then(|| {
                                    view! {
                                        <button
                                            type="button"
                                            class="button button-small"
                                            data-action="as-before"
                                            on:click=again
                                        >
                                            {words::AS_BEFORE}
                                        </button>
                                    }
                                })}
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
