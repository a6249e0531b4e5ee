//! The office's own note on a report.

use anziping_core::seal::Sha256;
use anziping_core::value::line::line_fault;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::dom;
use crate::ui::field::Field;
use crate::words::common;
use crate::words::fault;
use crate::words::office as words;

/// The note, and the form for it.
pub(super) fn of_one(app: OfficeApp, at: usize, document: Sha256) -> AnyView {
    let note = Memo::new(move |_| app.record.with(|record| record.notes.get(&document).cloned()));
    let typed = RwSignal::new(None::<String>);
    let fault = Memo::new(move |_| typed.with(|typed| line_fault(typed.as_deref()?).map(fault::line)));
    let name = format!("note_{at}");
    let open = {
        let name = name.clone();
        move |_| {
            typed.set(Some(note.get_untracked().unwrap_or_default()));
            dom::focus_id(&name);
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if fault.with_untracked(Option::is_some) {
            return;
        }
        let said = plain_line(&typed.get_untracked().unwrap_or_default());
        app.edit_record(|record| {
            if said.is_empty() {
                record.notes.remove(&document);
                words::NOTE_REMOVED.to_owned()
            } else {
                record.notes.insert(document, said);
                words::NOTE_KEPT.to_owned()
            }
        });
        typed.set(None);
    };
    let shown = move || {
        note.get().map(|said| {
            view! {
                <p data-note="">
                    <strong>{words::NOTE}</strong>
                    {common::COLON}
                    {said}
                </p>
            }
        })
    };
    let is_open = Memo::new(move |_| typed.with(Option::is_some));
    let form = move || {
        if !is_open.get() {
            let said = if note.with(Option::is_some) { words::NOTE_CHANGE } else { words::NOTE_ADD };
            return view! {
                <button type="button" class="button button-small" data-action="note" on:click=open.clone()>
                    {said}
                </button>
            }
            .into_any();
        }
        view! {
            <form class="stack-tight" novalidate on:submit=save>
                <Field
                    name=name.clone()
                    label=words::NOTE
                    hint=words::NOTE_HINT
                    value=Signal::derive(move || typed.get().unwrap_or_default())
                    fault=fault
                    eager=Signal::stored(true)
                    on_input=Callback::new(move |text| typed.set(Some(text)))
                />
                <div>
                    <button type="submit" class="button button-small" data-action="keep-note">
                        {words::NOTE_KEEP}
                    </button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        {shown}
        <div class="no-print">{form}</div>
    }
    .into_any()
}
