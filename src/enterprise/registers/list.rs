//! The list of a register on the screen: a line for each entry, with its form behind it.

use anziping_core::register::Entry;
use leptos::prelude::*;

use super::form::EntryForm;
use super::{edit, edit_later};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::words::register::{self as words, Labelled};

/// The list of a register's entries.
pub(super) struct List<T: Send + Sync + 'static> {
    /// `document`: names its forms and buttons.
    pub kind: &'static str,
    /// Id of the heading.
    pub heading: &'static str,
    /// Heading of the list.
    pub title: &'static str,
    /// Said while it is empty.
    pub none: &'static str,
    /// Button that adds an entry.
    pub add: &'static str,
    /// Names an entry; empty while nobody has named it.
    pub named: fn(&T) -> String,
    /// Stands for the name of an entry that nobody has named.
    pub unnamed: &'static str,
    /// Stands between the heading and the entries.
    pub above: fn(Session) -> AnyView,
    /// Draws the tags behind the name of an entry.
    pub tags: fn(Session, &T) -> AnyView,
    /// The form of an entry.
    pub form: fn(EntryForm<T>) -> AnyView,
}

/// The card with the entries.
pub(super) fn list<T>(app: App, session: Session, list: List<T>) -> AnyView
where
    T: Entry<Column: Labelled, Part: Send + Sync> + Send + Sync + 'static,
{
    let List { kind, heading, title, none, add, named, unnamed, above, tags, form } = list;
    let ids = move || {
        session
            .registers
            .with(|registers| T::of(registers).iter().map(|entry| entry.number().to_owned()).collect::<Vec<_>>())
    };
    let empty = Memo::new(move |_| {
        session.registers.with(|registers| T::of(registers).is_empty()) && session.registers_lock.get().is_none()
    });
    let begin = move |_| {
        let mut id = String::new();
        edit(session, |registers| id = registers.add::<T>());
        dom::reveal(Some(&format!("{kind}-{id}")));
    };
    let one = move |id: String| {
        let entry = EntryForm::<T>::of_entry(session, kind, &id);
        let value = entry.value;
        let name = move || {
            let name = value.with(named);
            if name.trim().is_empty() { unnamed.to_owned() } else { name }
        };
        let remove = move |_| {
            let (said, before) = (words::removed(&name()), value.get_untracked());
            edit(session, |registers| T::of_mut(registers).retain(|other| other.number() != before.number()));
            let enterprise = session.id.get_value();
            app.store.offer_undo(said, move || {
                edit_later(app, &enterprise, |registers| T::of_mut(registers).push(before.clone()))
            });
        };
        let open = value.with_untracked(named).is_empty();
        // A list of hundreds is drawn as lines; the form of one comes when somebody opens it.
        let opened = RwSignal::new(open);
        let shown = move || {
            view! {
                {form(entry)}
                <div class="no-print">
                    <button
                        type="button"
                        class="button button-small button-danger"
                        data-action=format!("remove-{kind}")
                        on:click=remove
                    >
                        {words::REMOVE}
                    </button>
                </div>
            }
        };
        view! {
            <li>
                <details
                    class="card card-flat"
                    id=format!("{kind}-{id}")
                    data-entry=kind
                    data-person=(kind == "person").then(|| id.clone())
                    data-risk=(kind == "risk").then(|| id.clone())
                    open=open
                    on:toggle=move |_| opened.set(true)
                >
                    <summary>{name} " " {move || tags(session, &value.get())}</summary>
                    <fieldset class="details-body stack" disabled=session.registers_read_only>
                        {move || opened.get().then(shown)}
                    </fieldset>
                </details>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby=heading>
            <h2 id=heading>{title}</h2>
            {above(session)}
            {move || empty.get().then(|| view! { <p class="muted">{none}</p> })}
            <ul class="plain stack">
                <For each=ids key=|id| id.clone() children=one />
            </ul>
            <div class="row no-print">
                <button
                    type="button"
                    class="button"
                    data-action=format!("add-{kind}")
                    disabled=session.registers_read_only
                    on:click=begin
                >
                    {add}
                </button>
            </div>
        </section>
    }
    .into_any()
}
