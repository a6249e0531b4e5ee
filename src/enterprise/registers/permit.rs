//! One permit of the register: the tags of the line, and the form behind it.

use anziping_core::register::{
    ColumnPlace, Content, GasTest, MeasureMark, Permit, PermitColumn, PermitFault, Post, RegisterColumn, Registers,
    shortened,
};
use anziping_core::trade::{PermitField, PermitForm, PermitMeasure};
use anziping_core::value::slot::Slot;
use leptos::prelude::*;

use super::form::EntryForm;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Field, Notice, Select};
use crate::words::register::{Labelled, permit as words};

/// So many names or places of the registers are offered.
const OFFERED: usize = 12;

/// Kind, level and beginning, and whether it is in order.
pub(super) fn tags(session: Session, permit: &Permit) -> AnyView {
    let faults = session.registers.with(|registers| permit.faults(&registers.people).len());
    let (tone, said) = words::standing(permit, faults);
    view! {
        <span class="muted">{words::line(permit)}</span>
        " "
        <span class=format!("tag tag-{tone}") data-standing="permit" data-faults=faults>
            {said}
        </span>
    }
    .into_any()
}

/// Columns with a control of their own.
const APART: &[PermitColumn] = &[PermitColumn::Level, PermitColumn::Fields, PermitColumn::InOrder];
const WORK: &[PermitColumn] = &[PermitColumn::Place, PermitColumn::What];
const PEOPLE: &[PermitColumn] =
    &[PermitColumn::Workers, PermitColumn::Guard, PermitColumn::Lead, PermitColumn::Approver];
const TIMES: &[PermitColumn] = &[PermitColumn::ApprovedAt, PermitColumn::StartsAt, PermitColumn::EndsAt];
const SELDOM: &[PermitColumn] = &[PermitColumn::Kind, PermitColumn::Contractor];
const AFTERWARDS: &[PermitColumn] = &[PermitColumn::ClosedAt];
const OF_TEST: &[PermitColumn] = &[PermitColumn::TestedAt, PermitColumn::TestedWhere, PermitColumn::TestedBy];
const GASES: &[PermitColumn] =
    &[PermitColumn::Oxygen, PermitColumn::Combustible, PermitColumn::Sulfide, PermitColumn::Monoxide];
// A column without a field does not compile; the number has none.
const _: () = assert!(
    APART.len()
        + WORK.len()
        + PEOPLE.len()
        + TIMES.len()
        + SELDOM.len()
        + AFTERWARDS.len()
        + OF_TEST.len()
        + GASES.len()
        + 1
        == PermitColumn::ALL.len()
);

/// A form with what stands against it.
#[derive(Clone, Copy)]
struct PermitSheet {
    entry: EntryForm<Permit>,
    faults: Memo<Vec<PermitFault>>,
}

pub(super) fn form(entry: EntryForm<Permit>) -> AnyView {
    let session = entry.session;
    let faults = Memo::new(move |_| {
        session.registers.with(|registers| entry.value.with(|permit| permit.faults(&registers.people)))
    });
    let sheet = PermitSheet { entry, faults };
    let kind = Memo::new(move |_| entry.value.with(|permit| permit.kind));
    let print = move || Route::Paper(entry.value.with(|permit| paper_name::of_permit(&permit.id))).href();
    view! {
        {overlaps(entry)}
        <div class="pairs">{move || level(sheet, kind.get().row())} {sheet.fields(WORK)}</div>
        {move || own_fields(entry, kind.get().row())}
        <div class="pairs">{sheet.fields(PEOPLE)}</div>
        <div class="pairs">{sheet.fields(TIMES)}</div>
        {move || tests(sheet, kind.get().row())}
        {move || measures(sheet, kind.get().row())}
        <div class="check-list">{entry.field(PermitColumn::InOrder)}</div>
        <p class="no-print">
            <a class="button" href=print data-action="print-permit">
                {words::PRINT}
            </a>
        </p>
        <div class="pairs">{sheet.fields(AFTERWARDS)} {sheet.fields(SELDOM)}</div>
    }
    .into_any()
}

impl PermitSheet {
    fn fields(self, columns: &'static [PermitColumn]) -> AnyView {
        columns.iter().map(|column| self.field(*column)).collect_view().into_any()
    }

    /// The field of a column, what the registers offer for it, and what is wrong with it.
    fn field(self, column: PermitColumn) -> AnyView {
        view! {
            <div class="stack-tight">
                {self.entry.field(column)} {offered(self.entry, column)}
                {self.said(move |fault| fault.column() == Some(column) && fault.test().is_none())}
            </div>
        }
        .into_any()
    }

    /// The sentences about faults of some kind, spoken when they appear.
    fn said(self, of: impl Fn(&PermitFault) -> bool + Send + Sync + 'static) -> AnyView {
        let rows = move || {
            let said = self
                .faults
                .with(|faults| faults.iter().filter(|fault| of(fault)).map(words::fault).collect::<Vec<_>>());
            said.into_iter()
                .map(|said| {
                    view! {
                        <p class="error" data-fault="permit">
                            {said}
                        </p>
                    }
                })
                .collect_view()
        };
        view! { <div aria-live="polite">{rows}</div> }.into_any()
    }
}

/// The choice of a level, with how long it holds and who approves.
fn level(sheet: PermitSheet, form: &'static PermitForm) -> AnyView {
    let (entry, session) = (sheet.entry, sheet.entry.session);
    let chosen = Memo::new(move |_| entry.value.with(|permit| permit.level.clone()));
    let said = move || entry.value.with(|permit| permit.level_row().map(words::level));
    // A form with one level has nothing to choose.
    let choice = (form.levels.len() > 1).then(|| {
        let kept = chosen.get_untracked();
        let offered = session.profile.with_untracked(|profile| {
            let offered = form.levels.iter().filter(|level| level.name == kept || level.when.holds(profile));
            offered.map(|level| (level.name.to_owned(), level.name.to_owned())).collect::<Vec<_>>()
        });
        let choose = Callback::new(move |name: String| entry.edit(move |permit| permit.level = shortened(&name)));
        view! {
            <Select
                name=entry.name(PermitColumn::Level.row().name)
                label=PermitColumn::Level.label().label
                options=offered
                value=chosen
                on_change=choose
            />
        }
    });
    view! {
        <div class="stack-tight">
            {choice} <p class="hint" data-level="permit">
                {said}
            </p> {sheet.said(|fault| fault.column() == Some(PermitColumn::Level))}
        </div>
    }
    .into_any()
}

/// The fields that only this kind of permit asks for, and what a list has brought besides.
fn own_fields(entry: EntryForm<Permit>, form: &'static PermitForm) -> AnyView {
    let others = entry.value.with_untracked(|permit| {
        let is_other = |name: &str| !form.fields.iter().any(|field| field.name == name);
        let others = permit.fields.iter().filter(|(name, _)| is_other(name));
        others.map(|(name, text)| words::other_field(name, text)).collect::<Vec<_>>()
    });
    let fields = form.fields.iter().enumerate().map(|(at, field)| own_field(entry, at, field));
    view! {
        {fields.collect_view()}
        {others.into_iter().map(|said| view! { <p class="hint">{said}</p> }).collect_view()}
    }
    .into_any()
}

/// A field that only this kind of permit asks for, with what is often written there.
fn own_field(entry: EntryForm<Permit>, at: usize, field: &'static PermitField) -> AnyView {
    let value =
        Signal::derive(move || entry.value.with(|permit| permit.fields.get(field.name).cloned().unwrap_or_default()));
    let put = move |text: String| {
        entry.edit(move |permit| {
            if text.is_empty() {
                permit.fields.remove(field.name);
            } else {
                permit.fields.insert(field.name.to_owned(), shortened(&text));
            }
        });
    };
    // Sheets keep the fields apart by semicolons.
    let fault =
        Signal::derive(move || value.with(|text| text.contains(['；', ';']).then(|| words::NO_SEMICOLON.to_owned())));
    let usual = field.usual.iter().map(|said| (*said).to_owned()).collect();
    view! {
        <div class="stack-tight">
            <Field
                name=entry.name(&format!("field-{at}"))
                label=field.name
                value=value
                on_input=Callback::new(put)
                fault=fault
            />
            {buttons(usual, move |said| put(Permit::toggled(&value.get_untracked(), said)))}
        </div>
    }
    .into_any()
}

/// Buttons that put a text into a field with one press; nothing without texts.
fn buttons(texts: Vec<String>, press: impl Fn(&str) + Clone + 'static) -> Option<AnyView> {
    let one = |text: String| {
        let (press, said) = (press.clone(), text.clone());
        view! {
            <button
                type="button"
                class="button button-small"
                data-action="fill-in"
                data-text=text
                on:click=move |_| press(&said)
            >
                {said.clone()}
            </button>
        }
    };
    let any = !texts.is_empty();
    any.then(|| {
        view! {
            <div class="row no-print" role="group" aria-label=words::FROM_REGISTER>
                {texts.into_iter().map(one).collect_view()}
            </div>
        }
        .into_any()
    })
}

/// Offers entries of the registers for a field: places for the place, names for people.
fn offered(entry: EntryForm<Permit>, column: PermitColumn) -> Option<AnyView> {
    let ColumnPlace::Own(Content::Line(slot)) = &column.row().place else { return None };
    let slot: Slot<Permit, String> = *slot;
    let session = entry.session;
    let known = session.registers.with_untracked(|registers| {
        entry.value.with_untracked(|permit| match column {
            PermitColumn::Place => places(registers, permit),
            PermitColumn::Approver => approvers(session, registers),
            PermitColumn::Workers | PermitColumn::Guard | PermitColumn::Lead => people(registers, permit),
            _ => Vec::new(),
        })
    });
    let several = column == PermitColumn::Workers;
    buttons(known, move |said| {
        let said = said.to_owned();
        entry.edit(move |permit| {
            let text = (slot.of_mut)(permit);
            *text = if several { Permit::toggled(text, &said) } else { said };
        });
    })
}

/// The first of each text, as many as are offered.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.trim().is_empty()) {
        if all.len() < OFFERED && !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// Lists the places of such work before, then the risk points of its area.
fn places(registers: &Registers, permit: &Permit) -> Vec<String> {
    let form = permit.kind.row();
    let before = registers.permits.iter().filter(|other| other.kind == permit.kind).map(|other| other.place.clone());
    let points = registers.risks.iter().filter(|risk| !form.area.is_empty() && risk.area == form.area);
    distinct(before.chain(points.map(|risk| risk.place.clone())))
}

/// The people of the area of the work; all, where the register names none for it.
fn people(registers: &Registers, permit: &Permit) -> Vec<String> {
    let area = permit.kind.row().area;
    let names = |of_area: bool| {
        let people = registers.people.iter().filter(|person| !of_area || person.areas.contains(area));
        distinct(people.map(|person| person.name.clone()))
    };
    Some(names(true)).filter(|names| !names.is_empty()).unwrap_or_else(|| names(false))
}

/// The principal, the safety officer, and those of the register who are no workers.
fn approvers(session: Session, registers: &Registers) -> Vec<String> {
    let own = session
        .enterprise
        .with_untracked(|enterprise| [enterprise.principal.trim().to_owned(), enterprise.officer.trim().to_owned()]);
    let leading = registers.people.iter().filter(|person| person.post != Post::Worker);
    distinct(own.into_iter().chain(leading.map(|person| person.name.clone())))
}

/// The measurements, each with its faults; nothing for work that needs none.
fn tests(sheet: PermitSheet, form: &'static PermitForm) -> Option<AnyView> {
    let asked = form.test?;
    let entry = sheet.entry;
    let count = Memo::new(move |_| entry.value.with(|permit| permit.tests.len()));
    let one = move |number: usize| {
        let part = entry.part("test", number);
        let remove = move |_| {
            entry.edit(move |permit| {
                if number < permit.tests.len() {
                    permit.tests.remove(number);
                }
            });
        };
        let reading = move |column: PermitColumn| {
            let is_it = move |fault: &PermitFault| fault.test() == Some(number) && fault.column() == Some(column);
            view! { <div class="stack-tight">{entry.fields_of_part(part, &[column])} {sheet.said(is_it)}</div> }
        };
        let readings = asked.gases.iter().map(|gas| PermitColumn::of_gas(*gas));
        view! {
            <div class="pairs" data-test=number>
                {readings.map(reading).collect_view()} {entry.fields_of_part(part, OF_TEST)}
                <div class="no-print">
                    <button type="button" class="button button-small" data-action="remove-test" on:click=remove>
                        {words::REMOVE_TEST}
                    </button>
                </div>
            </div>
        }
        .into_any()
    };
    let add = move |_| {
        entry.edit(|permit| {
            let last = permit.tests.last().cloned().unwrap_or_default();
            let again =
                GasTest { at: Some(clock::moment()), place: last.place, tester: last.tester, ..GasTest::default() };
            permit.tests.push(again);
        });
    };
    Some(
        view! {
            <h3>{words::TESTS}</h3>
            <p class="hint">{asked.said}</p>
            <p class="hint">{words::test_basis(&asked)}</p>
            {move || (0..count.get()).map(one).collect_view()}
            {sheet.said(|fault| fault.column() == Some(PermitColumn::TestedAt))}
            <div class="no-print">
                <button type="button" class="button button-small" data-action="add-test" on:click=add>
                    {words::ADD_TEST}
                </button>
            </div>
        }
        .into_any(),
    )
}

/// The measures, each to be confirmed or set aside.
fn measures(sheet: PermitSheet, form: &'static PermitForm) -> AnyView {
    let entry = sheet.entry;
    let rows = form.measures.iter().map(|row| measure(entry, row)).collect_view();
    let is_open = Memo::new(move |_| {
        entry.value.with(|permit| form.measures.iter().any(|measure| !permit.measures.contains_key(measure.id)))
    });
    let confirm = move |_| {
        entry.edit(move |permit| {
            for measure in form.measures {
                permit.measures.entry(measure.id.to_owned()).or_insert(MeasureMark::Done);
            }
        });
    };
    view! {
        <h3>{words::MEASURES}</h3>
        <p class="hint">{words::MEASURES_HINT}</p>
        {rows}
        {move || {
            is_open
                .get()
                .then(|| {
                    view! {
                        <div class="no-print">
                            <button type="button" class="button" data-action="all-done" on:click=confirm>
                                {words::ALL_DONE}
                            </button>
                        </div>
                    }
                })
        }}
        {sheet.said(|fault| fault.column().is_none())}
    }
    .into_any()
}

/// A measure; a second press on what was chosen takes it back.
fn measure(entry: EntryForm<Permit>, row: &'static PermitMeasure) -> AnyView {
    let chosen = Memo::new(move |_| entry.value.with(|permit| permit.measures.get(row.id).copied()));
    let group = entry.name(&format!("measure-{}", row.id));
    let choice = |mark: MeasureMark, code: &'static str, said: &'static str| {
        let id = format!("{group}-{code}");
        let labels = id.clone();
        let take_back = move |_| {
            if chosen.get_untracked() == Some(mark) {
                entry.edit(|permit| {
                    permit.measures.remove(row.id);
                });
            }
        };
        let choose = move |_| {
            entry.edit(move |permit| {
                permit.measures.insert(row.id.to_owned(), mark);
            });
        };
        view! {
            <label class="choice" for=id>
                <input
                    type="radio"
                    id=labels
                    name=group.clone()
                    prop:checked=move || chosen.get() == Some(mark)
                    on:click=take_back
                    on:change=choose
                />
                {said}
            </label>
        }
    };
    view! {
        <fieldset data-measure=row.id>
            <legend>{row.what}</legend>
            <div class="choices">
                {choice(MeasureMark::Done, "done", words::DONE)}
                {choice(MeasureMark::NotNeeded, "not-needed", words::NOT_NEEDED)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// Other permits for the same place at the same time.
fn overlaps(entry: EntryForm<Permit>) -> AnyView {
    let said = Memo::new(move |_| {
        entry.session.registers.with(|registers| {
            entry.value.with(|permit| {
                permit.overlapping(&registers.permits).into_iter().map(words::overlaps).collect::<Vec<_>>()
            })
        })
    });
    view! {
        {move || {
            Some(said.get())
                .filter(|said| !said.is_empty())
                .map(|said| {
                    let one = |said| view! { <p data-overlap="permit">{said}</p> };
                    let rows = said.into_iter().map(one).collect_view();
                    view! { <Notice kind="warn">{rows}</Notice> }
                })
        }}
    }
    .into_any()
}
