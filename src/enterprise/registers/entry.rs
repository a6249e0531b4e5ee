//! An entry of a register on the screen: a line, the form behind it, and the list they stand in.

use std::collections::BTreeSet;

use anziping_core::exchange::register::Entry;
use anziping_core::register::Registers;
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::person::short;
use super::{edit, edit_later};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::document;
use crate::ui::field::{Check, Field, Input, Select};
use crate::words::register as words;

/// The fields of one entry. `Copy`, so that handlers can own it.
pub(super) struct Form<T: Send + Sync + 'static> {
    session: Session,
    id: StoredValue<String>,
    key: StoredValue<String>,
    /// The entry as it stands.
    pub value: Memo<T>,
}

impl<T: Send + Sync + 'static> Clone for Form<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Form<T> {}

/// Where a field of an entry lies.
type Part<T, V> = fn(&mut T) -> &mut V;

impl<T: Entry + Send + Sync + 'static> Form<T> {
    fn change(self, change: impl FnOnce(&mut T)) {
        edit(self.session, |registers| {
            if let Some(entry) =
                T::of_mut(registers).iter_mut().find(|entry| self.id.with_value(|id| *id == entry.number()))
            {
                change(entry);
            }
        });
    }

    fn name(self, name: &str) -> String {
        self.key.with_value(|key| format!("{key}-{name}"))
    }

    fn read<V: Clone + Send + Sync + 'static>(self, part: Part<T, V>) -> Signal<V> {
        Signal::derive(move || part(&mut self.value.get()).clone())
    }

    /// A field of text.
    pub fn text(self, name: &str, label: &'static str, hint: &'static str, part: Part<T, String>) -> AnyView {
        let set = Callback::new(move |text: String| self.change(|entry| *part(entry) = short(&text)));
        view! { <Field name=self.name(name) label=label hint=hint value=self.read(part) on_input=set /> }.into_any()
    }

    /// A number as typed; `fault` says what is wrong with what is not empty.
    pub fn number(
        self,
        name: &str,
        label: &'static str,
        unit: &'static str,
        part: Part<T, String>,
        fault: fn(&str) -> Option<String>,
    ) -> AnyView {
        let set = Callback::new(move |text: String| self.change(|entry| *part(entry) = short(&text)));
        let value = self.read(part);
        let fault = Signal::derive(move || value.with(|text| if text.is_empty() { None } else { fault(text) }));
        view! { <Field name=self.name(name) label=label value=value on_input=set fault=fault input=Input::Count unit=unit /> }.into_any()
    }

    /// A day.
    pub fn day(self, name: &str, label: &'static str, hint: &'static str, part: Part<T, Option<Day>>) -> AnyView {
        let set = Callback::new(move |text: String| self.change(|entry| *part(entry) = Day::parse(&text)));
        let day = self.read(part);
        let value = Signal::derive(move || day.get().map(|day| day.to_string()).unwrap_or_default());
        view! { <Field name=self.name(name) label=label hint=hint value=value on_input=set input=Input::Date /> }
            .into_any()
    }

    /// A choice from values and what they are called.
    pub fn choice<V>(
        self,
        name: &str,
        label: &'static str,
        hint: &'static str,
        all: Vec<(V, String)>,
        part: Part<T, V>,
    ) -> AnyView
    where
        V: Clone + PartialEq + Default + Send + Sync + 'static,
    {
        let options = all.iter().enumerate().map(|(at, (_, said))| (at.to_string(), said.clone())).collect();
        let all = StoredValue::new(all);
        let value = self.read(part);
        let place = Signal::derive(move || {
            let at = all.with_value(|all| all.iter().position(|(one, _)| value.with(|value| value == one)));
            at.map(|at| at.to_string()).unwrap_or_default()
        });
        let set = Callback::new(move |chosen: String| {
            let one = all.with_value(|all| chosen.parse::<usize>().ok().and_then(|at| Some(all.get(at)?.0.clone())));
            self.change(|entry| *part(entry) = one.unwrap_or_default());
        });
        view! { <Select name=self.name(name) label=label hint=hint options=options value=place on_change=set /> }
            .into_any()
    }

    /// A box to tick.
    pub fn check(self, name: &str, label: &'static str, hint: &'static str, part: Part<T, bool>) -> AnyView {
        let set = Callback::new(move |on: bool| self.change(|entry| *part(entry) = on));
        view! { <Check name=self.name(name) label=label hint=hint checked=self.read(part) on_change=set /> }.into_any()
    }

    /// A box for each high-risk area of the enterprise; nothing where it has none.
    pub fn areas(self, legend: &'static str, part: Part<T, BTreeSet<String>>) -> AnyView {
        let session = self.session;
        let own = session.profile.with_untracked(|profile| {
            session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)).collect::<Vec<_>>()
        });
        let chosen = self.read(part);
        let boxes = own.into_iter().map(|area| {
            let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&area.id)));
            let tick = Callback::new(move |on: bool| {
                self.change(|entry| {
                    if on {
                        part(entry).insert(area.id.clone());
                    } else {
                        part(entry).remove(&area.id);
                    }
                });
            });
            view! { <Check name=self.name(&area.id) label=area.name.clone() checked=checked on_change=tick /> }
        });
        let boxes: Vec<_> = boxes.collect();
        (!boxes.is_empty())
            .then(|| {
                view! {
                    <fieldset>
                        <legend>{legend}</legend>
                        <div class="check-list">{boxes}</div>
                    </fieldset>
                }
            })
            .into_any()
    }
}

/// What a register shows of its entries.
pub(super) struct List<T: Send + Sync + 'static> {
    /// `document`: names its forms and buttons.
    pub kind: &'static str,
    /// Heading of the list.
    pub title: &'static str,
    /// Said while it is empty.
    pub none: &'static str,
    /// Button that adds an entry.
    pub add: &'static str,
    /// Adds one and gives its number.
    pub new: fn(&mut Registers) -> String,
    /// What an entry is called; empty while nobody has named it.
    pub named: fn(&T) -> String,
    /// What stands behind its name.
    pub tags: fn(Session, &T) -> AnyView,
    /// Its form.
    pub form: fn(Form<T>) -> AnyView,
}

/// The card with the entries.
pub(super) fn list<T: Entry + Send + Sync + 'static>(app: App, session: Session, list: List<T>) -> AnyView {
    let List { kind, title, none, add, new, named, tags, form } = list;
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
        edit(session, |registers| id = new(registers));
        document::reveal(Some(&format!("{kind}-{id}")));
    };
    let one = move |id: String| {
        let key = format!("{kind}-{id}");
        let id = StoredValue::new(id);
        let value = Memo::new(move |_| {
            let of = |registers: &Registers| {
                T::of(registers).iter().find(|entry| id.with_value(|id| *id == entry.number())).cloned()
            };
            session.registers.with(of).unwrap_or_default()
        });
        let entry = Form { session, id, key: StoredValue::new(key.clone()), value };
        let name = move || {
            Some(value.with(named))
                .filter(|name| !name.trim().is_empty())
                .unwrap_or_else(|| words::NO_ENTRY_NAME.to_owned())
        };
        let remove = move |_| {
            let (said, before) = (words::removed(&name()), value.get_untracked());
            edit(session, |registers| T::of_mut(registers).retain(|other| other.number() != before.number()));
            let enterprise = session.id.get_value();
            app.offer_undo(said, move || {
                edit_later(app, &enterprise, |registers| T::of_mut(registers).push(before.clone()))
            });
        };
        let open = value.with_untracked(named).is_empty();
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
                <details class="card card-flat" id=key data-entry=kind open=open on:toggle=move |_| opened.set(true)>
                    <summary>{name} " " {move || tags(session, &value.get())}</summary>
                    <fieldset class="details-body stack" disabled=session.registers_read_only>
                        {move || opened.get().then(shown)}
                    </fieldset>
                </details>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="entries">
            <h2 id="entries">{title}</h2>
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
