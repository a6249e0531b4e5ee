//! One field of a hazard with the control that suits it and the presses that save typing.

use anziping_core::hazard::{Grade, Hazard, HazardField, HazardFieldKind as Kind, Source, Stage};
use anziping_core::trade::{ACCIDENT_TYPES, USUAL_ACCIDENTS};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::entry::{HazardEntry, control};
use crate::enterprise::session::today_within;
use crate::platform::clock;
use crate::ui::field::{Fault, Field, Input};
use crate::words::common;
use crate::words::hazard as words;

/// Days from today that are offered for a deadline.
const DEADLINES: [i32; 4] = [1, 3, 7, 15];

/// So many texts are offered at once.
const OFFERED: usize = 6;

/// The choice whether a field must be filled in before its stage can be left.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Need {
    Needed,
    Optional,
}

/// A field of `stage`. With `eager` it says what is wrong before it was left, and that it is missing.
///
/// Said on leaving an empty field, that would push the button below away from under the finger.
#[component]
pub(super) fn HazardInput(
    entry: HazardEntry,
    stage: Stage,
    field: HazardField,
    need: Need,
    eager: Signal<bool>,
) -> impl IntoView {
    let fault = Memo::new(move |_| {
        entry.fault(stage, field).filter(|_| eager.get() || entry.read(|hazard| !hazard.is_blank(field)) == Some(true))
    });
    match field.kind() {
        Kind::Grade => view! { <GradeChoice entry=entry fault=fault eager=eager /> }.into_any(),
        Kind::Source => view! { <SourceChoice entry=entry /> }.into_any(),
        Kind::Day => view! { <DayInput entry=entry field=field fault=fault eager=eager /> }.into_any(),
        Kind::Item | Kind::Area | Kind::Yuan | Kind::Line | Kind::Lines => {
            view! { <TextInput entry=entry need=need field=field fault=fault eager=eager /> }.into_any()
        }
    }
}

/// The control that a text is typed into.
fn control_of(field: HazardField) -> Input {
    match field.kind() {
        Kind::Lines => Input::Lines,
        Kind::Yuan => Input::Count,
        Kind::Day => Input::Date,
        Kind::Grade | Kind::Source | Kind::Item | Kind::Area | Kind::Line => Input::Text,
    }
}

#[component]
pub(super) fn TextInput(
    entry: HazardEntry,
    need: Need,
    field: HazardField,
    fault: Memo<Option<String>>,
    eager: Signal<bool>,
) -> impl IntoView {
    let session = entry.session;
    let input = control_of(field);
    // A line stops at its bound. A text of several lines keeps what was pasted and says that it is too long.
    let longest = field.longest().filter(|_| input == Input::Text);
    let value = entry.watch(move |hazard| hazard.text(field).to_owned());
    let hint = match need {
        Need::Optional => common::statements(&[words::hint(field), words::OPTIONAL]),
        Need::Needed => words::hint(field).to_owned(),
    };
    // One press for what is right in most cases.
    let offers = Memo::new(move |_| {
        if session.read_only.get() || value.with(|value| !value.trim().is_empty()) {
            Vec::new()
        } else {
            offers(entry, field)
        }
    });
    view! {
        <div class="stack-tight" class:wide=input == Input::Lines>
            <Field
                name=control(field)
                label=words::label(field)
                hint=hint
                value=value
                on_input=Callback::new(move |text| entry.write(field, text))
                fault=fault
                eager=eager
                input=input
                longest=longest
                unit=if field == HazardField::Funds { common::YUAN } else { "" }
                disabled=session.read_only
                suggestions=if field == HazardField::AccidentType { &ACCIDENT_TYPES[..] } else { &[] }
            />
            {move || {
                (!offers.with(Vec::is_empty))
                    .then(|| {
                        let buttons = offers
                            .get()
                            .into_iter()
                            .map(|(said, text)| {
                                view! {
                                    <button
                                        type="button"
                                        class="button button-small"
                                        on:click=move |_| entry.write(field, text.clone())
                                    >
                                        {said}
                                    </button>
                                }
                            })
                            .collect_view();
                        view! {
                            <div class="row no-print" role="group" aria-label=words::label(field)>
                                {buttons}
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// Offers texts to fill in by one press, each with the words on its button.
fn offers(entry: HazardEntry, field: HazardField) -> Vec<(String, String)> {
    let session = entry.session;
    let plain = |text: String| (text.clone(), text);
    match field {
        HazardField::AcceptedBy => {
            let owner = entry.read(|hazard| hazard.owner.trim().to_owned()).unwrap_or_default();
            let [principal, officer] = session
                .enterprise
                .with(|enterprise| [&enterprise.principal, &enterprise.officer].map(|name| name.trim().to_owned()));
            // Without an owner nobody knows yet who is somebody else.
            let may = |name: &String| !owner.is_empty() && !name.is_empty() && *name != owner;
            let officer = Some(officer).filter(|name| may(name) && *name != principal);
            let principal = Some(principal).filter(may).map(|name| (words::fill_principal(&name), name));
            principal.into_iter().chain(officer.map(plain)).collect()
        }
        HazardField::Criterion => {
            let criterion = entry
                .read(|hazard| session.catalogue.item(&hazard.item)?.veto.as_ref().map(|veto| veto.criterion.clone()));
            let criterion = criterion.flatten().map(|criterion| (words::fill_criterion(&criterion), criterion));
            criterion.into_iter().collect()
        }
        HazardField::Owner => known(entry, |hazard| hazard.owner.trim(), &[]).into_iter().map(plain).collect(),
        HazardField::AccidentType => {
            let usual = &USUAL_ACCIDENTS;
            known(entry, |hazard| hazard.accident_type.trim(), usual).into_iter().map(plain).collect()
        }
        _ => Vec::new(),
    }
}

/// Texts that other hazards of the ledger have in a field, newest first, then the usual ones.
fn known(entry: HazardEntry, read: fn(&Hazard) -> &str, usual: &[&str]) -> Vec<String> {
    entry.session.hazards.with(|hazards| {
        let mut known = Vec::new();
        for text in hazards.iter().rev().map(read).chain(usual.iter().copied()) {
            if !text.is_empty() && known.iter().all(|other| other != text) {
                known.push(text.to_owned());
            }
        }
        known.truncate(OFFERED);
        known
    })
}

#[component]
fn DayInput(entry: HazardEntry, field: HazardField, fault: Memo<Option<String>>, eager: Signal<bool>) -> impl IntoView {
    let session = entry.session;
    let value = entry.watch(move |hazard| hazard.day(field).map(|day| day.to_string()).unwrap_or_default());
    let set = move |day: Option<Day>| entry.edit(|hazard| hazard.set_day(field, day));
    let presses = move || -> Vec<(String, Day)> {
        let today = clock::today();
        if field == HazardField::Deadline {
            DEADLINES.into_iter().map(|days| (words::in_days(days), today.plus(days))).collect()
        } else {
            let day = today_within(session.span.get());
            vec![(words::fill_day(day, today), day)]
        }
    };
    let buttons = move || {
        (!session.read_only.get() && value.with(String::is_empty)).then(|| {
            let buttons = presses().into_iter().map(|(said, day)| {
                view! {
                    <button type="button" class="button button-small" on:click=move |_| set(Some(day))>
                        {said}
                    </button>
                }
            });
            view! {
                <div class="row no-print" role="group" aria-label=words::label(field)>
                    {buttons.collect_view()}
                </div>
            }
        })
    };
    view! {
        <div class="stack-tight">
            <Field
                name=control(field)
                label=words::label(field)
                hint=words::hint(field)
                value=value
                on_input=Callback::new(move |text: String| set(Day::parse(&text)))
                fault=fault
                eager=eager
                input=Input::Date
                disabled=session.read_only
            />
            {buttons}
        </div>
    }
    .into_any()
}

#[component]
fn GradeChoice(entry: HazardEntry, fault: Memo<Option<String>>, eager: Signal<bool>) -> impl IntoView {
    let chosen = entry.watch(|hazard| hazard.grade.map(words::grade));
    let options = [Grade::General, Grade::Major]
        .map(|grade| (words::grade(grade), move |_| entry.edit(|hazard| hazard.grade = Some(grade))));
    let name = control(HazardField::Grade);
    let error_id = format!("{name}-error");
    let described = format!("{error_id} {name}-hint");
    view! {
        <fieldset
            class="stack-tight wide"
            id=name.clone()
            disabled=move || entry.session.read_only.get()
            aria-describedby=described
        >
            <legend>{words::label(HazardField::Grade)}</legend>
            <p class="hint" id=format!("{name}-hint")>
                {words::GRADE_HINT}
            </p>
            <div class="choices choices-words">
                {options
                    .into_iter()
                    .map(|(said, choose)| radio(&name, said, move || chosen.get() == Some(said), choose))
                    .collect_view()}
            </div>
            <Fault id=error_id text=Signal::derive(move || fault.get().filter(|_| eager.get())) />
        </fieldset>
    }
    .into_any()
}

/// Asks how the hazard came to light.
#[component]
pub(super) fn SourceChoice(entry: HazardEntry) -> impl IntoView {
    let chosen = entry.watch(|hazard| Some(hazard.source));
    let name = control(HazardField::Source);
    view! {
        <fieldset class="stack-tight" id=name.clone() disabled=move || entry.session.read_only.get()>
            <legend>{words::label(HazardField::Source)}</legend>
            <div class="choices choices-words">
                {Source::ALL
                    .map(|source| radio(
                        &name,
                        words::source(source),
                        move || chosen.get() == Some(source),
                        move |_| entry.edit(|hazard| hazard.source = source),
                    ))
                    .into_iter()
                    .collect_view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn radio(
    group: &str,
    said: &'static str,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn(leptos::ev::Event) + 'static,
) -> AnyView {
    let id = format!("{group}-{said}");
    let labels = id.clone();
    view! {
        <label class="choice" for=labels>
            <input type="radio" id=id name=group.to_owned() value=said prop:checked=checked on:change=choose />
            {said}
        </label>
    }
    .into_any()
}
