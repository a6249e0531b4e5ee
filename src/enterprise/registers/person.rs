//! One person of the register: the tags of the line, and the form behind it.

use anziping_core::enterprise::Profile;
use anziping_core::register::{
    Certificate, CertificateState, CountSources, Person, PersonColumn, RegisterColumn, Registers,
};
use leptos::prelude::*;

use super::form::EntryForm;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::words::register as words;

/// The post, whether trained, whether certified.
pub(super) fn tags(session: Session, person: &Person) -> AnyView {
    let today = clock::today();
    let trained = session.profile.with(|profile| {
        session
            .registers
            .with(|registers| CountSources { registers, profile, span: session.span.get() }.is_trained(person))
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
        <span class="muted">{words::post(person.post)}</span>
        " "
        <span class=format!("tag tag-{tone}")>{said}</span>
        {certified}
    }
    .into_any()
}

/// The columns of the form before and after the hours, and those of each certificate.
const BEFORE: &[PersonColumn] = &[PersonColumn::Name, PersonColumn::Post, PersonColumn::Training];
const AFTER: &[PersonColumn] = &[PersonColumn::JoinedOn];
const OF_CERTIFICATE: &[PersonColumn] =
    &[PersonColumn::Kind, PersonColumn::Work, PersonColumn::Number, PersonColumn::ValidUntil];
// A column without a field does not compile; the number has none, hours and areas stand by themselves.
const _: () = assert!(BEFORE.len() + AFTER.len() + OF_CERTIFICATE.len() + 3 == PersonColumn::ALL.len());

pub(super) fn form(entry: EntryForm<Person>) -> AnyView {
    let session = entry.session;
    let needed = move || {
        let hours = |registers: &Registers, profile: &Profile| {
            entry.value.with(|person| words::required(registers.hours_of(profile, person)))
        };
        session.registers.with(|registers| session.profile.with(|profile| hours(registers, profile)))
    };
    view! {
        <div class="pairs">
            {entry.fields(BEFORE)}
            <div class="stack-tight">
                {entry.field(PersonColumn::Hours)} <p class="hint">{needed}</p>
            </div>
            {entry.fields(AFTER)}
        </div>
        {certificates(entry)}
        {entry.field(PersonColumn::Areas)}
    }
    .into_any()
}

fn certificates(entry: EntryForm<Person>) -> AnyView {
    let count = Memo::new(move |_| entry.value.with(|person| person.certificates.len()));
    let one = move |number: usize| {
        let part = entry.part("certificate", number);
        let remove = move |_| {
            entry.edit(move |person| {
                if number < person.certificates.len() {
                    person.certificates.remove(number);
                }
            });
        };
        let named = move || words::remove_certificate(&part.value.with(words::work));
        view! {
            <div class="pairs" data-certificate=number>
                {entry.fields_of_part(part, OF_CERTIFICATE)}
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
    let add = move |_| entry.edit(|person| person.certificates.push(Certificate::default()));
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
