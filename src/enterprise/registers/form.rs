//! The form of one entry of a register: a control for each column, made from the register's table.

use std::collections::BTreeSet;

use anziping_core::hazard::parse_yuan;
use anziping_core::register::{
    Choose, ColumnPlace, Content, Entry, Letter, RegisterColumn, Registers, Score, shortened,
};
use anziping_core::value::count::parse_count;
use anziping_core::value::day::Day;
use anziping_core::value::moment::Moment;
use anziping_core::value::period::Period;
use anziping_core::value::slot::Slot;
use leptos::prelude::*;

use super::edit;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Check, Field, Input, Select};
use crate::words::common;
use crate::words::register::{self as words, Label, Labelled};

/// A change of one record.
type Change<T> = Box<dyn FnOnce(&mut T)>;

/// The fields of one record. `Copy`, so that handlers can own it.
pub(super) struct EntryForm<T: Send + Sync + 'static> {
    /// The month on the screen.
    pub session: Session,
    key: StoredValue<String>,
    change: Callback<Change<T>>,
    /// The record as it stands.
    pub value: Memo<T>,
}

impl<T: Send + Sync + 'static> Clone for EntryForm<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for EntryForm<T> {}

impl<T: Entry + Send + Sync + 'static> EntryForm<T>
where
    T::Column: Labelled,
    T::Part: Send + Sync,
{
    /// The form of the entry with a number; `kind` names its fields.
    pub(super) fn of_entry(session: Session, kind: &str, number: &str) -> Self {
        let number = StoredValue::new(number.to_owned());
        let is_it = move |entry: &T| number.with_value(|number| number == entry.number());
        EntryForm {
            session,
            key: StoredValue::new(number.with_value(|number| format!("{kind}-{number}"))),
            change: Callback::new(move |change: Change<T>| {
                edit(session, |registers| {
                    if let Some(entry) = T::of_mut(registers).iter_mut().find(|entry| is_it(entry)) {
                        change(entry);
                    }
                });
            }),
            value: Memo::new(move |_| {
                let of = |registers: &Registers| T::of(registers).iter().find(|entry| is_it(entry)).cloned();
                session.registers.with(of).unwrap_or_default()
            }),
        }
    }

    /// The fields of columns, in their order.
    pub(super) fn fields(self, columns: &[T::Column]) -> AnyView {
        columns.iter().map(|column| self.field(*column)).collect_view().into_any()
    }

    /// The field of a column of the entry itself; nothing for one of its list.
    pub(super) fn field(self, column: T::Column) -> AnyView {
        let row = column.row();
        match &row.place {
            ColumnPlace::Own(content) => self.control(row.name, column.label(), content),
            ColumnPlace::Part(_) => ().into_any(),
        }
    }

    /// The fields of columns of its list, for the part at a place.
    pub(super) fn fields_of_part(self, part: EntryForm<T::Part>, columns: &[T::Column]) -> AnyView {
        let one = |column: &T::Column| {
            let row = column.row();
            match &row.place {
                ColumnPlace::Own(_) => ().into_any(),
                ColumnPlace::Part(content) => part.control(row.name, column.label(), content),
            }
        };
        columns.iter().map(one).collect_view().into_any()
    }

    /// The part of its list at a place; `kind` names its fields.
    pub(super) fn part(self, kind: &str, place: usize) -> EntryForm<T::Part> {
        let value = self.value;
        EntryForm {
            session: self.session,
            key: StoredValue::new(format!("{}-{place}", self.name(kind))),
            change: Callback::new(move |change: Change<T::Part>| {
                self.edit(move |entry| {
                    if let Some(part) = entry.parts_mut().and_then(|parts| parts.get_mut(place)) {
                        change(part);
                    }
                });
            }),
            value: Memo::new(move |_| value.with(|entry| entry.parts().get(place).cloned()).unwrap_or_default()),
        }
    }
}

impl<T: Clone + Send + Sync + 'static> EntryForm<T> {
    /// Changes the record.
    pub(super) fn edit(self, change: impl FnOnce(&mut T) + 'static) {
        self.change.run(Box::new(change));
    }

    /// Name of a field, unique on the page.
    pub(super) fn name(self, name: &str) -> String {
        self.key.with_value(|key| format!("{key}-{name}"))
    }

    fn read<V: Clone + Send + Sync + 'static>(self, slot: Slot<T, V>) -> Signal<V> {
        Signal::derive(move || self.value.with(|value| (slot.of)(value).clone()))
    }

    fn set<V: 'static>(self, slot: Slot<T, V>, value: V) {
        self.edit(move |record| *(slot.of_mut)(record) = value);
    }

    /// The control that suits what a column holds.
    fn control(self, name: &str, label: Label, content: &'static Content<T>) -> AnyView {
        match content {
            Content::Line(slot) => self.text(name, label, *slot, Input::Text),
            Content::Lines(slot) => {
                view! { <div class="wide">{self.text(name, label, *slot, Input::Lines)}</div> }.into_any()
            }
            Content::Count(slot) => self.number(name, label, *slot, |text| parse_count(text).is_err()),
            Content::Amount(slot) => self.number(name, label, *slot, |text| parse_yuan(text).is_none()),
            Content::Day(slot) => self.day(name, label, *slot),
            Content::Month(slot) => self.month(name, label, *slot),
            Content::Moment(slot) => self.moment(name, label, *slot),
            // Each kind of entry shows its own.
            Content::Named(_) => ().into_any(),
            Content::YesNo(slot) => self.check(name, label, *slot),
            Content::Area(slot) => self.area(name, label, *slot),
            Content::Areas(slot) => self.areas(label, *slot),
            Content::Item(slot) => self.item(name, label, *slot),
            Content::Choice(choice) => self.choice(name, label, *choice),
            Content::Letter(letter) => self.letter(name, label, letter),
        }
    }

    fn text(self, name: &str, Label { label, hint, .. }: Label, slot: Slot<T, String>, input: Input) -> AnyView {
        let set = Callback::new(move |text: String| self.set(slot, shortened(&text)));
        let (name, value) = (self.name(name), self.read(slot));
        view! { <Field name=name label=label hint=hint value=value on_input=set input=input /> }.into_any()
    }

    /// A number as typed; `is_wrong` judges what is not empty.
    fn number(self, name: &str, label: Label, slot: Slot<T, String>, is_wrong: fn(&str) -> bool) -> AnyView {
        let Label { label, hint, unit, fault } = label;
        let set = Callback::new(move |text: String| self.set(slot, shortened(&text)));
        let (name, value) = (self.name(name), self.read(slot));
        let fault =
            Signal::derive(move || value.with(|text| (!text.is_empty() && is_wrong(text)).then(|| fault.to_owned())));
        view! {
            <Field
                name=name
                label=label
                hint=hint
                value=value
                on_input=set
                fault=fault
                input=Input::Count
                unit=unit
            />
        }
        .into_any()
    }

    fn day(self, name: &str, Label { label, hint, .. }: Label, slot: Slot<T, Option<Day>>) -> AnyView {
        let set = Callback::new(move |text: String| self.set(slot, Day::parse(&text)));
        let day = self.read(slot);
        let value = Signal::derive(move || day.get().map(|day| day.to_string()).unwrap_or_default());
        view! { <Field name=self.name(name) label=label hint=hint value=value on_input=set input=Input::Date /> }
            .into_any()
    }

    /// A day and time, with a press for the time of now.
    fn moment(self, name: &str, Label { label, hint, .. }: Label, slot: Slot<T, Option<Moment>>) -> AnyView {
        let set = Callback::new(move |text: String| self.set(slot, Moment::parse(&text)));
        let moment = self.read(slot);
        let value = Signal::derive(move || moment.get().map(|moment| moment.to_string()).unwrap_or_default());
        let now = move |_| self.set(slot, Some(clock::moment()));
        view! {
            <div class="stack-tight">
                <Field name=self.name(name) label=label hint=hint value=value on_input=set input=Input::Moment />
                <div class="no-print">
                    <button type="button" class="button button-small" data-action=format!("now-{name}") on:click=now>
                        {words::now(label)}
                    </button>
                </div>
            </div>
        }
        .into_any()
    }

    /// A month of the last, this or the next year; a month of long ago stays what it is.
    fn month(self, name: &str, label: Label, slot: Slot<T, Option<Period>>) -> AnyView {
        let year = clock::today().year();
        let of_year = |year| (1..=12).filter_map(move |month| Period::new(year, month));
        let mut months: Vec<Period> = [year - 1, year, year + 1].into_iter().flat_map(of_year).collect();
        let kept = self.value.with_untracked(|value| *(slot.of)(value));
        if let Some(kept) = kept.filter(|kept| !months.contains(kept)) {
            months.insert(0, kept);
        }
        let said = months.iter().map(|month| common::period(*month)).collect();
        let value = self.read(slot);
        let months = StoredValue::new(months);
        let chosen =
            move || value.get().and_then(|month| months.with_value(|all| all.iter().position(|one| *one == month)));
        let choose = move |at: Option<usize>| {
            self.set(slot, at.and_then(|at| months.with_value(|months| months.get(at).copied())));
        };
        self.select(name, label, said, chosen, choose)
    }

    fn check(self, name: &str, Label { label, hint, .. }: Label, slot: Slot<T, bool>) -> AnyView {
        let set = Callback::new(move |on: bool| self.set(slot, on));
        view! { <Check name=self.name(name) label=label hint=hint checked=self.read(slot) on_change=set /> }.into_any()
    }

    fn choice(self, name: &str, label: Label, choice: &'static dyn Choose<T>) -> AnyView {
        let said = choice.offered().into_iter().map(str::to_owned).collect();
        let chosen = move || self.value.with(|value| choice.chosen(value));
        let choose = move |at: Option<usize>| self.edit(move |record| choice.choose(record, at));
        self.select(name, label, said, chosen, choose)
    }

    /// One of the items, or none.
    fn item(self, name: &str, label: Label, slot: Slot<T, String>) -> AnyView {
        let catalogue = self.session.catalogue;
        let kept = move || catalogue.items().filter(|item| !item.documents.is_empty());
        let all = move || std::iter::once("").chain(kept().map(|item| item.id.as_str()));
        let said = std::iter::once(words::document::NO_ITEM.to_owned());
        let said = said.chain(kept().map(words::document::item)).collect();
        let value = self.read(slot);
        let chosen = move || value.with(|id| all().position(|one| one == id));
        let choose =
            move |at: Option<usize>| self.set(slot, at.and_then(|at| all().nth(at)).unwrap_or_default().to_owned());
        self.select(name, label, said, chosen, choose)
    }

    /// A list from which one is chosen by its place.
    fn select(
        self,
        name: &str,
        Label { label, hint, .. }: Label,
        said: Vec<String>,
        chosen: impl Fn() -> Option<usize> + Send + Sync + 'static,
        choose: impl Fn(Option<usize>) + Send + Sync + 'static,
    ) -> AnyView {
        let options = said.into_iter().enumerate().map(|(at, said)| (at.to_string(), said)).collect();
        let value = Signal::derive(move || chosen().map(|at| at.to_string()).unwrap_or_default());
        let set = Callback::new(move |at: String| choose(at.parse().ok()));
        view! { <Select name=self.name(name) label=label hint=hint options=options value=value on_change=set /> }
            .into_any()
    }

    /// A value of a letter of a way of rating.
    fn letter(self, name: &str, Label { label, hint, .. }: Label, letter: &'static Letter<T>) -> AnyView {
        let said = |tenths: &u32| (tenths.to_string(), words::value(letter.method, letter.symbol(), *tenths));
        let value = Signal::derive(move || match self.value.with(|value| letter.chosen(value)) {
            Score(0) => String::new(),
            Score(tenths) => tenths.to_string(),
        });
        let choose = Callback::new(move |chosen: String| {
            self.edit(move |record| letter.choose(record, Score(chosen.parse().unwrap_or(0))));
        });
        let options = letter.values().iter().map(said).collect();
        view! { <Select name=self.name(name) label=label hint=hint options=options value=value on_change=choose /> }
            .into_any()
    }

    /// The high-risk areas of the enterprise: id and name.
    fn own_areas(self) -> Vec<(String, String)> {
        self.session.profile.with_untracked(|profile| {
            let own = self.session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact));
            own.map(|area| (area.id.clone(), area.name.clone())).collect()
        })
    }

    /// One high-risk area, or none.
    fn area(self, name: &str, Label { label, hint, .. }: Label, slot: Slot<T, String>) -> AnyView {
        let set = Callback::new(move |id: String| self.set(slot, shortened(&id)));
        view! {
            <Select
                name=self.name(name)
                label=label
                hint=hint
                none=words::NO_AREA
                options=self.own_areas()
                value=self.read(slot)
                on_change=set
            />
        }
        .into_any()
    }

    /// A box for each high-risk area of the enterprise; nothing where it has none.
    fn areas(self, Label { label, .. }: Label, slot: Slot<T, BTreeSet<String>>) -> AnyView {
        let chosen = self.read(slot);
        let boxes = self.own_areas().into_iter().map(|(id, said)| {
            let (name, of_box) = (self.name(&id), id.clone());
            let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&of_box)));
            let tick = Callback::new(move |on: bool| {
                let id = id.clone();
                self.edit(move |record| {
                    let areas = (slot.of_mut)(record);
                    if on {
                        areas.insert(id);
                    } else {
                        areas.remove(&id);
                    }
                });
            });
            view! { <Check name=name label=said checked=checked on_change=tick /> }
        });
        let boxes: Vec<_> = boxes.collect();
        (!boxes.is_empty())
            .then(|| {
                view! {
                    <fieldset>
                        <legend>{label}</legend>
                        <div class="check-list">{boxes}</div>
                    </fieldset>
                }
            })
            .into_any()
    }
}
