//! Confirms a section at once: what is due and was taken over, after all of it has been on the screen.
//!
//! Where that was all, the press leads on to the next page.

use std::collections::BTreeSet;

use anziping_core::month::answer::{Answer, ConfirmedBy, Status};
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::page_title::title;
use crate::enterprise::route::Route;
use crate::enterprise::session::{AnswerRow, Session};
use crate::enterprise::way::onward_from;
use crate::platform::{clock, on_screen};
use crate::words::element as words;

/// One answer of a section.
#[derive(Clone)]
pub(super) struct SectionPart {
    /// Id of its element on the page.
    pub(super) id: String,
    /// Whether it waits for confirmation.
    pub(super) due: Signal<bool>,
    pub(super) confirm: Callback<()>,
}

impl SectionPart {
    /// The part of an answer: one that was taken over, or one that is asked anew beside that of last month.
    pub(super) fn of_row(session: Session, id: String, row: AnswerRow) -> Self {
        let before = StoredValue::new(session.before(&id));
        let due = Signal::derive(move || match row.status.get() {
            Status::Unanswered => before.with_value(Option::is_some) && row.answer.with(Answer::is_blank),
            status => status.is_carried(),
        });
        let confirm = Callback::new(move |()| {
            session.edit_answer(row, clock::today(), |answer| {
                if let (true, Some(before)) = (answer.is_blank(), before.get_value()) {
                    answer.repeat(&before);
                }
                answer.by = Some(ConfirmedBy::Section);
            });
        });
        Self { id, due, confirm }
    }
}

/// The button at the end of a section; nothing while fewer than two answers wait.
#[component]
pub(super) fn ConfirmSection(session: Session, parts: Signal<Vec<SectionPart>>) -> impl IntoView {
    let due = Memo::new(move |_| {
        let parts = parts.get();
        parts.iter().filter(|part| part.due.get()).map(|part| part.id.clone()).collect::<Vec<_>>()
    });
    let seen = RwSignal::new(BTreeSet::<String>::new());
    let watching = StoredValue::new_local(None);
    Effect::new(move |_| {
        let ids = due.get();
        let note = move |id: String, is_seen: bool| {
            if is_seen {
                seen.try_update(|seen| seen.insert(id));
            }
        };
        watching.set_value(on_screen::watch(&ids, note));
    });
    let unseen =
        Memo::new(move |_| due.with(|due| seen.with(|seen| due.iter().filter(|id| !seen.contains(*id)).count())));
    let is_waiting = Memo::new(move |_| unseen.get() > 0);
    let app = App::get();
    let here = app.route.with_untracked(Route::without_place);
    // Where nothing else is left to do on the page, the press leads on as well.
    let onward = Memo::new(move |_| onward_from(session, &here, due.with(Vec::len)));
    let confirm = Callback::new(move |()| {
        let parts = parts.get_untracked();
        let due: Vec<_> = parts.into_iter().filter(|part| part.due.get_untracked()).collect();
        let onward = onward.get_untracked();
        due.into_iter().for_each(|part| part.confirm.run(()));
        if let Some(route) = onward {
            app.go(&route);
        }
    });
    let view = move || {
        (due.with(Vec::len) > 1 && !session.read_only.get()).then(|| {
            view! {
                <div class="card card-flat row no-print">
                    <button
                        type="button"
                        class="button"
                        data-action="confirm-section"
                        disabled=move || is_waiting.get()
                        on:click=move |_| confirm.run(())
                    >
                        {move || {
                            let onward = onward.get().map(|route| title(app.session, &route));
                            words::confirm_section(due.with(Vec::len), onward.as_deref())
                        }}
                    </button>
                    <p class="hint">{move || words::section_hint(unseen.get())}</p>
                </div>
            }
        })
    };
    view! { {view} }.into_any()
}
