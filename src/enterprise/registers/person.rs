//! One person of the register: a line, and the form behind it.

use anziping_core::register::{
    Certificate, CertificateKind, CertificateState, Counting, Person, Post, TEXT_MAX, Training, YEARLY_WORKER, required,
};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::{edit, edit_later, people};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::{Check, Field, Input, Select};
use crate::words::register as words;

const POSTS: [Post; 3] = [Post::Worker, Post::Officer, Post::Principal];
const TRAININGS: [Training; 2] = [Training::Yearly, Training::Initial];
const KINDS: [CertificateKind; 2] = [CertificateKind::SpecialOperation, CertificateKind::SpecialEquipment];

/// An entry; open while it has no name.
#[component]
pub(super) fn PersonForm(app: App, session: Session, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let person = Memo::new(move |_| {
        session
            .registers
            .with(|registers| registers.people.iter().find(|person| id.with_value(|id| *id == person.id)).cloned())
            .unwrap_or_default()
    });
    let change = move |change: &dyn Fn(&mut Person)| {
        edit(session, |registers| {
            if let Some(person) = registers.people.iter_mut().find(|person| id.with_value(|id| *id == person.id)) {
                change(person);
            }
        });
    };
    let name = move || {
        person
            .with(|person| if person.name.trim().is_empty() { words::NO_NAME.to_owned() } else { person.name.clone() })
    };
    let remove = move |_| {
        let (said, before) = (words::removed(&name()), person.get_untracked());
        edit(session, |registers| registers.people.retain(|other| other.id != before.id));
        let enterprise = session.id.get_value();
        app.offer_undo(said, move || edit_later(app, &enterprise, |registers| registers.people.push(before.clone())));
    };
    let key = id.with_value(|id| format!("person-{id}"));
    let open = person.with_untracked(|person| person.name.is_empty());
    // A name list of hundreds is drawn as lines; the form of one comes when somebody opens it.
    let opened = RwSignal::new(open);
    let form_key = StoredValue::new(key.clone());
    let form = move || {
        let key = form_key.get_value();
        view! {
            {fields(session, &key, person, change)}
            {certificates(&key, person, change)}
            {areas(session, &key, person, change)}
            <div class="no-print">
                <button
                    type="button"
                    class="button button-small button-danger"
                    data-action="remove-person"
                    on:click=remove
                >
                    {words::REMOVE}
                </button>
            </div>
        }
    };
    view! {
        <details class="card card-flat" id=key data-person=id.get_value() open=open on:toggle=move |_| opened.set(true)>
            <summary>
                {name} " " <span class="muted">{move || words::post(person.with(|person| person.post))}</span> " "
                {move || tags(session, &person.get())}
            </summary>
            <fieldset class="details-body stack" disabled=session.registers_read_only>
                {move || opened.get().then(form)}
            </fieldset>
        </details>
    }
    .into_any()
}

/// Trained or not, certified or not.
fn tags(session: Session, person: &Person) -> AnyView {
    let today = clock::today();
    let trained = session.profile.with(|profile| {
        session.registers.with(|registers| Counting { registers, profile, span: session.span.get() }.is_trained(person))
    });
    let worst =
        person.certificates.iter().map(|certificate| certificate.standing(today)).min_by_key(
            |standing| match standing {
                CertificateState::Missing => 0,
                CertificateState::Expired => 1,
                CertificateState::Ending(left) => left.saturating_add(2),
                CertificateState::Valid => i32::MAX,
            },
        );
    let (tone, said) = if trained { ("good", words::TRAINED) } else { ("warn", words::UNTRAINED) };
    let certified = worst.map(|worst| {
        let (tone, said) = words::standing(worst);
        view! {
            " "
            <span class=format!("tag tag-{tone}") data-standing="certificate">
                {said}
            </span>
        }
    });
    view! {
        <span class=format!("tag tag-{tone}")>{said}</span>
        {certified}
    }
    .into_any()
}

fn fields(
    session: Session,
    key: &str,
    person: Memo<Person>,
    change: impl Fn(&dyn Fn(&mut Person)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let text = move |read: fn(&Person) -> &String| Signal::derive(move || person.with(|person| read(person).clone()));
    let options = |all: Vec<&'static str>| {
        all.into_iter().enumerate().map(|(at, said)| (at.to_string(), said.to_owned())).collect::<Vec<_>>()
    };
    let chosen_post = Signal::derive(move || place(&POSTS, person.with(|person| person.post)));
    let chosen_training = Signal::derive(move || place(&TRAININGS, person.with(|person| person.training)));
    let joined =
        Signal::derive(move || person.with(|person| person.joined_on.map(|day| day.to_string()).unwrap_or_default()));
    let hours_fault = Signal::derive(move || {
        person
            .with(|person| !person.hours.is_empty() && person.hours_done().is_none())
            .then(|| words::HOURS_FAULT.to_owned())
    });
    let needed = move || {
        let yearly = session
            .registers
            .with(|registers| anziping_core::month::answer::parse_count(&registers.yearly_worker))
            .unwrap_or(YEARLY_WORKER);
        let high_risk = session.profile.with(anziping_core::register::is_high_risk);
        person.with(|person| words::required(required(person.post, person.training, high_risk, yearly)))
    };
    let name = Callback::new(move |text: String| change(&|person| person.name = short(&text)));
    let post = Callback::new(move |chosen: String| change(&|person| person.post = at(&POSTS, &chosen)));
    let training = Callback::new(move |chosen: String| change(&|person| person.training = at(&TRAININGS, &chosen)));
    let hours = Callback::new(move |text: String| change(&|person| person.hours = short(&text)));
    let join = Callback::new(move |text: String| change(&|person| person.joined_on = Day::parse(&text)));
    view! {
        <div class="pairs">
            <Field name=format!("{key}-name") label=words::NAME value=text(|person| &person.name) on_input=name />
            <Select
                name=format!("{key}-post")
                label=words::POST
                options=options(POSTS.map(words::post).to_vec())
                value=chosen_post
                on_change=post
            />
            <Select
                name=format!("{key}-training")
                label=words::TRAINING
                options=options(TRAININGS.map(words::training).to_vec())
                value=chosen_training
                on_change=training
            />
            <div class="stack-tight">
                <Field
                    name=format!("{key}-hours")
                    label=words::HOURS
                    value=text(|person| &person.hours)
                    on_input=hours
                    fault=hours_fault
                    input=Input::Count
                    unit=words::HOURS_UNIT
                />
                <p class="hint">{needed}</p>
            </div>
            <Field
                name=format!("{key}-joined")
                label=words::JOINED
                hint=words::JOINED_HINT
                value=joined
                on_input=join
                input=Input::Date
            />
        </div>
    }
    .into_any()
}

fn certificates(
    key: &str,
    person: Memo<Person>,
    change: impl Fn(&dyn Fn(&mut Person)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let key = StoredValue::new(key.to_owned());
    let count = Memo::new(move |_| person.with(|person| person.certificates.len()));
    let one = move |number: usize| {
        let key = key.with_value(|key| format!("{key}-certificate-{number}"));
        let certificate =
            Memo::new(move |_| person.with(|person| person.certificates.get(number).cloned()).unwrap_or_default());
        let set = move |set: &dyn Fn(&mut Certificate)| {
            change(&|person| person.certificates.get_mut(number).into_iter().for_each(set))
        };
        let kinds =
            KINDS.iter().enumerate().map(|(at, &kind)| (at.to_string(), words::kind(kind).to_owned())).collect();
        let kind = Signal::derive(move || place(&KINDS, certificate.with(|certificate| certificate.kind)));
        let work = Signal::derive(move || certificate.with(|certificate| certificate.work.clone()));
        let until = Signal::derive(move || {
            certificate.with(|certificate| certificate.valid_until.map(|day| day.to_string()).unwrap_or_default())
        });
        let set_kind = Callback::new(move |chosen: String| set(&|certificate| certificate.kind = at(&KINDS, &chosen)));
        let set_work = Callback::new(move |text: String| set(&|certificate| certificate.work = short(&text)));
        let set_until =
            Callback::new(move |text: String| set(&|certificate| certificate.valid_until = Day::parse(&text)));
        let remove = move |_| {
            change(&|person| {
                if number < person.certificates.len() {
                    person.certificates.remove(number);
                }
            });
        };
        let named = move || {
            words::remove_certificate(
                &certificate.with(|certificate| people::work(certificate.kind, &certificate.work)),
            )
        };
        view! {
            <div class="pairs" data-certificate=number>
                <Select name=format!("{key}-kind") label=words::KIND options=kinds value=kind on_change=set_kind />
                <Field
                    name=format!("{key}-work")
                    label=words::WORK
                    hint=words::WORK_HINT
                    value=work
                    on_input=set_work
                />
                <Field
                    name=format!("{key}-until")
                    label=words::UNTIL
                    hint=words::UNTIL_HINT
                    value=until
                    on_input=set_until
                    input=Input::Date
                />
                <div class="no-print">
                    <button type="button" class="button button-small" data-action="remove-certificate" on:click=remove>
                        {named}
                    </button>
                </div>
            </div>
        }
        .into_any()
    };
    let rows = move || (0..count.get()).map(one).collect_view();
    let add = move |_| change(&|person| person.certificates.push(Certificate::default()));
    view! {
        <h3>{words::CERTIFICATES}</h3>
        {rows}
        <div class="no-print">
            <button type="button" class="button button-small" data-action="add-certificate" on:click=add>
                {words::ADD_CERTIFICATE}
            </button>
        </div>
    }
    .into_any()
}

fn areas(
    session: Session,
    key: &str,
    person: Memo<Person>,
    change: impl Fn(&dyn Fn(&mut Person)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let own = session.profile.with_untracked(|profile| {
        session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)).collect::<Vec<_>>()
    });
    let boxes = own.into_iter().map(|area| {
        let checked = Signal::derive(move || person.with(|person| person.areas.contains(&area.id)));
        let tick = Callback::new(move |on: bool| {
            change(&|person| {
                if on {
                    person.areas.insert(area.id.clone());
                } else {
                    person.areas.remove(&area.id);
                }
            });
        });
        view! { <Check name=format!("{key}-{}", area.id) label=area.name.clone() checked=checked on_change=tick /> }
    });
    let boxes: Vec<_> = boxes.collect();
    (!boxes.is_empty())
        .then(|| {
            view! {
                <fieldset>
                    <legend>{words::AREAS}</legend>
                    <div class="check-list">{boxes}</div>
                </fieldset>
            }
        })
        .into_any()
}

/// The place of a choice among those that are offered, as the value of a select.
fn place<T: PartialEq>(all: &[T], chosen: T) -> String {
    all.iter().position(|one| *one == chosen).unwrap_or(0).to_string()
}

/// The choice at a place; the usual one where there is none.
fn at<T: Copy + Default>(all: &[T], place: &str) -> T {
    place.parse::<usize>().ok().and_then(|at| all.get(at)).copied().unwrap_or_default()
}

/// What was typed, up to the length that a register keeps.
pub(super) fn short(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}
